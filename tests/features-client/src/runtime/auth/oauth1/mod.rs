// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! OAuth 1.0a (RFC 5849), with the extensions that Postman offers: SHA-2 methods and the hash of the body.
//!
//! HMAC and hashes come from RustCrypto's `hmac`, `sha1` and `sha2`. The RSA methods need the feature `oauth1-rsa`.

#[cfg(feature = "oauth1-rsa")]
pub mod rsa;
pub mod signature;

pub use self::signature::SignatureMethod;

use self::signature::{Secrets, base_string};
use super::super::BuildError;
use super::authenticate::Authenticate;
use super::encoding::{form_decode, form_pairs, strict};
use super::fresh::{Clock, chance};
use super::outgoing::Outgoing;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;
use super::target::Target;

/// Names of the parameters that the scheme itself adds; those that a request has already are replaced.
const OWN: [&str; 10] = [
    "oauth_consumer_key",
    "oauth_token",
    "oauth_signature_method",
    "oauth_timestamp",
    "oauth_nonce",
    "oauth_version",
    "oauth_signature",
    "oauth_callback",
    "oauth_verifier",
    "oauth_body_hash",
];

/// OAuth 1 credentials: a consumer's, and usually a token's.
///
/// How the parameters travel and how they are signed is fixed by the collection; the setters override it.
#[derive(Clone, Debug, Default)]
pub struct OAuth1 {
    parameters: Parameters,
    clock: Clock,
}

impl OAuth1 {
    /// Signs as a consumer.
    pub fn new(consumer_key: impl Into<String>, consumer_secret: impl Into<String>) -> Self {
        Self::default().with("consumerKey", consumer_key).with("consumerSecret", consumer_secret)
    }

    /// Signs as a consumer with an RSA private key in PEM (feature `oauth1-rsa`).
    pub fn with_private_key(
        consumer_key: impl Into<String>,
        private_key: impl Into<String>,
    ) -> Self {
        Self::default().with("consumerKey", consumer_key).with("privateKey", private_key)
    }

    /// Restores credentials from parameters in Postman's words. A method that is not named is not sent either.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self {
            parameters: Parameters::from_pairs(parameters).or("signatureMethod", ""),
            clock: Clock::default(),
        }
    }

    /// The token that stands for a user, and its secret.
    pub fn token(self, token: impl Into<String>, secret: impl Into<String>) -> Self {
        self.with("token", token).with("tokenSecret", secret)
    }

    /// How requests are signed.
    pub fn signature_method(self, method: SignatureMethod) -> Self {
        self.with("signatureMethod", method.as_str())
    }

    /// The realm named in the header.
    pub fn realm(self, realm: impl Into<String>) -> Self {
        self.with("realm", realm)
    }

    /// Where the user is sent after authorisation (for requests of temporary credentials).
    pub fn callback(self, url: impl Into<String>) -> Self {
        self.with("callback", url)
    }

    /// The verification code (for requests of token credentials).
    pub fn verifier(self, code: impl Into<String>) -> Self {
        self.with("verifier", code)
    }

    /// Sends `oauth_version`.
    pub fn version(self, version: impl Into<String>) -> Self {
        self.with("version", version)
    }

    /// Sends the parameters in the `Authorization` header.
    pub fn in_header(self) -> Self {
        self.with("addParamsToHeader", "true")
    }

    /// Sends the parameters in an urlencoded body or, when there is none, in the query.
    pub fn in_body_or_query(self) -> Self {
        self.with("addParamsToHeader", "false")
    }

    /// Signs the body too, unless it is urlencoded (which is always signed).
    pub fn with_body_hash(self) -> Self {
        self.with("includeBodyHash", "true")
    }

    /// Fixes the nonce and the time, in place of new ones for each request.
    pub fn fixed(self, nonce: impl Into<String>, timestamp: impl Into<String>) -> Self {
        self.with("nonce", nonce).with("timestamp", timestamp)
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// What must be added to a request; nothing when the credentials are incomplete.
    pub fn sign(
        &self,
        settings: &[(&str, &str)],
        message: &Message<'_>,
    ) -> Result<Option<Signed>, AuthProblem> {
        let given = self.parameters.over(settings);
        let method = SignatureMethod::parse(given.text("signatureMethod"))?;
        let secret = if method.is_rsa() { "privateKey" } else { "consumerSecret" };
        if given.filled("consumerKey").is_none() || given.filled(secret).is_none() {
            return Ok(None);
        }
        let mut own = self.protocol_parameters(&given, method, message)?;
        let query = message.target.query.map(without_own).unwrap_or_default();
        let form = message.form.map(without_own);
        let all = own.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let all = form_pairs(&query)
            .into_iter()
            .chain(all)
            .chain(form_pairs(form.as_deref().unwrap_or("")));
        let all: Vec<_> = all.map(|(name, value)| (name, value.unwrap_or_default())).collect();
        let base = base_string(message.method, &message.target, &all);
        let secrets = Secrets {
            consumer: given.text("consumerSecret"),
            token: blank_is_empty(&given, "tokenSecret"),
            private_key: given.text("privateKey"),
        };
        // Postman signs with the usual method where none is named, but does not name it then.
        if given.get("signatureMethod") == Some("") {
            own.retain(|(name, _)| {
                given.flag("addEmptyParamsToSign") || *name != "oauth_signature_method"
            });
            own.iter_mut()
                .filter(|(name, _)| *name == "oauth_signature_method")
                .for_each(|(_, value)| *value = Some(String::new()));
        }
        own.push(("oauth_signature", Some(method.sign(&secrets, &base)?)));
        Ok(Some(place(&given, message, own, query, form)))
    }

    /// The parameters before the signature, in Postman's order.
    fn protocol_parameters(
        &self,
        given: &Resolved<'_>,
        method: SignatureMethod,
        message: &Message<'_>,
    ) -> Result<Vec<Pair>, AuthProblem> {
        let keep_empty = given.flag("addEmptyParamsToSign");
        let mut list: Vec<Pair> = Vec::new();
        let mut add = |name, value: Option<String>| {
            if keep_empty || value.as_deref().is_some_and(|value| !value.trim().is_empty()) {
                list.push((name, value));
            }
        };
        let own = |name| given.get(name).map(str::to_owned);
        let fresh = |name| given.filled(name).map(str::to_owned);
        add("oauth_consumer_key", own("consumerKey"));
        add("oauth_token", own("token"));
        add("oauth_signature_method", Some(method.as_str().to_owned()));
        add(
            "oauth_timestamp",
            Some(fresh("timestamp").unwrap_or_else(|| self.clock.seconds().to_string())),
        );
        add("oauth_nonce", Some(fresh("nonce").map_or_else(chance::nonce::<11>, Ok)?));
        add("oauth_version", own("version"));
        // Extensions are sent only when they say something: servers that do not know them refuse them.
        let extensions = [
            ("oauth_body_hash", body_hash(given, method, message)),
            ("oauth_callback", fresh("callback")),
            ("oauth_verifier", fresh("verifier")),
        ];
        for (name, value) in extensions.into_iter().filter(|(_, value)| value.is_some()) {
            add(name, value);
        }
        Ok(list)
    }
}

/// A protocol parameter; without a value it is a bare key.
type Pair = (&'static str, Option<String>);

/// The request that is to be signed.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// The method.
    pub method: &'a str,
    /// The URL.
    pub target: Target<'a>,
    /// The body when it is urlencoded.
    pub form: Option<&'a str>,
    /// The bytes of a body of any other kind that is known beforehand; of no body, none.
    pub body: Option<&'a [u8]>,
}

/// A signed request's parts that differ from those before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The value of the `Authorization` header.
    pub authorization: Option<String>,
    /// The query.
    pub query: Option<String>,
    /// The urlencoded body.
    pub form: Option<String>,
}

fn blank_is_empty<'a>(given: &Resolved<'a>, name: &str) -> &'a str {
    let value = given.text(name);
    if value.trim().is_empty() && !given.flag("addEmptyParamsToSign") { "" } else { value }
}

fn body_hash(
    given: &Resolved<'_>,
    method: SignatureMethod,
    message: &Message<'_>,
) -> Option<String> {
    let wanted = given.flag("includeBodyHash") && message.form.is_none();
    if wanted { message.body.and_then(|body| method.body_hash(body)) } else { None }
}

/// Drops the pieces of a query or urlencoded body that the scheme sets by itself.
fn without_own(text: &str) -> String {
    let foreign =
        |piece: &&str| !OWN.contains(&form_decode(piece.split('=').next().unwrap_or("")).as_str());
    text.split('&').filter(foreign).collect::<Vec<_>>().join("&")
}

fn place(
    given: &Resolved<'_>,
    message: &Message<'_>,
    own: Vec<Pair>,
    query: String,
    form: Option<String>,
) -> Signed {
    // Servers decode `+` in a query as a blank or not; strict escapes leave no doubt about what was signed.
    let mut query: Vec<_> =
        form_pairs(&query).iter().map(|(key, value)| piece(key, value.as_deref())).collect();
    let mut signed = Signed { authorization: None, query: None, form };
    let in_body = matches!(message.method, "POST" | "PUT");
    match &mut signed.form {
        _ if given.flag("addParamsToHeader") => signed.authorization = Some(header(given, &own)),
        Some(form) if in_body => {
            let pairs =
                own.iter().map(|(name, value)| piece(name, Some(value.as_deref().unwrap_or(""))));
            let kept = (!form.is_empty()).then(|| form.clone());
            *form = kept.into_iter().chain(pairs).collect::<Vec<_>>().join("&");
        }
        _ => query.extend(own.iter().map(|(name, value)| piece(name, value.as_deref()))),
    }
    // A lone `?` stays.
    signed.query = (!query.is_empty() || message.target.query == Some("")).then(|| query.join("&"));
    signed
}

fn piece(key: &str, value: Option<&str>) -> String {
    match value {
        Some(value) => format!("{}={}", strict(key), strict(value)),
        None => strict(key),
    }
}

fn header(given: &Resolved<'_>, own: &[Pair]) -> String {
    let encode = |text: &str| {
        if given.flag("disableHeaderEncoding") { text.to_owned() } else { strict(text) }
    };
    let realm = given.get("realm").filter(|realm| !realm.trim().is_empty());
    let realm = realm.map(|realm| format!("realm=\"{}\"", encode(realm)));
    let filled = own.iter().filter_map(|(name, value)| {
        Some((name, value.as_deref().filter(|value| !value.is_empty())?))
    });
    let pairs =
        filled.map(|(name, value)| format!("{}=\"{}\"", encode(name), encode(value.trim())));
    format!("OAuth {}", realm.into_iter().chain(pairs).collect::<Vec<_>>().join(","))
}

impl Authenticate for OAuth1 {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        let form = outgoing.form();
        // The hash of a body is optional; Postman leaves it out for bodies of several parts.
        let body = if outgoing.is_multipart() { None } else { outgoing.bytes()? };
        let message = Message {
            method: outgoing.method.as_str(),
            target: outgoing.target(),
            form: form.as_deref(),
            body: body.as_deref(),
        };
        let Some(signed) = self.sign(settings, &message)? else { return Ok(()) };
        outgoing.headers.remove(http::header::AUTHORIZATION);
        outgoing.set_query(signed.query.as_deref());
        if let Some(value) = signed.authorization {
            outgoing.authorize(&value)?;
        }
        if let Some(form) = signed.form {
            *outgoing.body = form.into();
        }
        Ok(())
    }
}
