// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! AWS Signature Version 4, in headers or in the query.
//!
//! HMAC and hash come from RustCrypto's `hmac` and `sha2`. The official `aws-sigv4` would bring parts of the AWS SDK along, and
//! choose the signed headers by itself.

pub mod apply;
pub mod canonical;

use hmac::Hmac;
use sha2::{Digest, Sha256};

use self::canonical::Request;
use super::encoding::{form_decode, hex, strict};
use super::fresh::{Calendar, Clock};
use super::mac::mac;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;
use super::target::Target;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";

/// Query parameters that the scheme itself adds; those that a request has already are replaced.
const OWN: [&str; 6] = [
    "X-Amz-Security-Token",
    "X-Amz-Date",
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-SignedHeaders",
    "X-Amz-Signature",
];

/// Headers that proxies and clients change on the way, and the one that carries the signature.
const NEVER_SIGNED: [&str; 10] = [
    "authorization",
    "connection",
    "x-amzn-trace-id",
    "user-agent",
    "expect",
    "presigned-expires",
    "range",
    "x-amz-date",
    "x-amz-security-token",
    "x-amz-content-sha256",
];

/// AWS credentials.
#[derive(Clone, Debug, Default)]
pub struct AwsV4 {
    parameters: Parameters,
    clock: Clock,
}

/// The body of a request that is to be signed.
#[derive(Clone, Copy, Debug)]
pub enum Payload<'a> {
    /// There is none.
    None,
    /// It is known beforehand.
    Bytes(&'a [u8]),
    /// It is read while it is sent.
    Stream,
}

/// The request that is to be signed.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// The method.
    pub method: &'a str,
    /// The URL.
    pub target: Target<'a>,
    /// The headers to sign, with names in lower case. `host` is added unless it is one of them; what must not be signed is left out.
    pub headers: &'a [(String, String)],
    /// The body.
    pub payload: Payload<'a>,
}

/// What signing adds to a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// Headers to set.
    pub headers: Vec<(&'static str, String)>,
    /// The query.
    pub query: Option<String>,
}

impl AwsV4 {
    /// Signs with an access key.
    pub fn new(access_key: impl Into<String>, secret_key: impl Into<String>) -> Self {
        Self::default().with("accessKey", access_key).with("secretKey", secret_key)
    }

    /// Restores credentials from parameters in Postman's words.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self { parameters: Parameters::from_pairs(parameters), clock: Clock::default() }
    }

    /// The token that comes with temporary credentials.
    pub fn session_token(self, token: impl Into<String>) -> Self {
        self.with("sessionToken", token)
    }

    /// The region (`us-east-1` when nothing says otherwise).
    pub fn region(self, region: impl Into<String>) -> Self {
        self.with("region", region)
    }

    /// The service (`execute-api` when nothing says otherwise).
    pub fn service(self, service: impl Into<String>) -> Self {
        self.with("service", service)
    }

    /// Signs in headers.
    pub fn in_headers(self) -> Self {
        self.with("addAuthDataToQuery", "false")
    }

    /// Signs in the query.
    pub fn in_query(self) -> Self {
        self.with("addAuthDataToQuery", "true")
    }

    /// Where the time comes from.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// What must be added to a request. Like Postman, this signs without keys too: what is missing is `undefined` then.
    pub fn sign(
        &self,
        settings: &[(&str, &str)],
        message: &Message<'_>,
    ) -> Result<Signed, AuthProblem> {
        let given = self.parameters.over(settings);
        let [access_key, secret] =
            ["accessKey", "secretKey"].map(|name| given.get(name).unwrap_or("undefined"));
        let scope = Scope::new(&given, self.clock.calendar());
        let key = scope.key(secret);
        let message = Prepared::new(message);
        if given.flag("addAuthDataToQuery") {
            message.in_query(&given, &scope, access_key, &key)
        } else {
            message.in_headers(&given, &scope, access_key, &key)
        }
    }
}

/// When and for which service a signature is valid.
struct Scope {
    time: String,
    credential: String,
    region: String,
    service: String,
}

impl Scope {
    fn new(given: &Resolved<'_>, now: Calendar) -> Self {
        let Calendar { year, month, day, hour, minute, second } = now;
        let date = format!("{year}{month:02}{day:02}");
        let region = given.filled("region").unwrap_or("us-east-1");
        let service = match given.filled("service").unwrap_or("execute-api") {
            // The mail service's host is called otherwise than the service.
            "email" => "ses",
            service => service,
        };
        Self {
            time: format!("{date}T{hour:02}{minute:02}{second:02}Z"),
            credential: format!("{date}/{region}/{service}/aws4_request"),
            region: region.to_owned(),
            service: service.to_owned(),
        }
    }

    fn is_s3(&self) -> bool {
        self.service == "s3"
    }

    fn key(&self, secret: &str) -> Vec<u8> {
        let steps = [&self.time[..8], &self.region, &self.service, "aws4_request"];
        let start = format!("AWS4{secret}").into_bytes();
        steps.iter().fold(start, |key, step| mac::<Hmac<Sha256>>(&key, step.as_bytes()))
    }

    fn signature(&self, key: &[u8], canonical: &str) -> String {
        let hash = hex(&Sha256::digest(canonical));
        let text = [ALGORITHM, &self.time, &self.credential, &hash].join("\n");
        hex(&mac::<Hmac<Sha256>>(key, text.as_bytes()))
    }
}

/// A message without what an earlier signature left in it.
struct Prepared<'a> {
    message: &'a Message<'a>,
    query: String,
    headers: Vec<(String, String)>,
}

impl<'a> Prepared<'a> {
    fn new(message: &'a Message<'a>) -> Self {
        let foreign = |piece: &&str| {
            !OWN.contains(&form_decode(piece.split('=').next().unwrap_or("")).as_str())
        };
        let query = message
            .target
            .query
            .unwrap_or("")
            .split('&')
            .filter(foreign)
            .collect::<Vec<_>>()
            .join("&");
        let signable = |(name, _): &&(String, String)| {
            name != "host" && !NEVER_SIGNED.contains(&name.as_str())
        };
        let by_hand =
            message.headers.iter().find(|(name, _)| name == "host").map(|(_, value)| value.clone());
        let host = ("host".to_owned(), by_hand.unwrap_or_else(|| message.target.authority()));
        let headers = message.headers.iter().filter(signable).cloned().chain([host]).collect();
        Self { message, query, headers }
    }

    fn canonical(
        &self,
        scope: &Scope,
        headers: &[(String, String)],
        query: &str,
        hash: &str,
    ) -> (String, String) {
        let request =
            Request { method: self.message.method, path: self.message.target.path, query, headers };
        let style = if scope.is_s3() { canonical::Style::S3 } else { canonical::Style::Usual };
        (request.text(style, hash), canonical::signed_headers(headers))
    }

    fn in_headers(
        &self,
        given: &Resolved<'_>,
        scope: &Scope,
        access_key: &str,
        key: &[u8],
    ) -> Result<Signed, AuthProblem> {
        let sent_hash = match self.message.payload {
            Payload::Bytes(body) => Some(hex(&Sha256::digest(body))),
            Payload::None => scope.is_s3().then(|| hex(&Sha256::digest(b""))),
            Payload::Stream if scope.is_s3() => Some(UNSIGNED.to_owned()),
            Payload::Stream => return Err(AuthProblem::StreamedBody { scheme: "awsv4" }),
        };
        let hash = sent_hash.clone().unwrap_or_else(|| hex(&Sha256::digest(b"")));
        let mut added = vec![("x-amz-date", scope.time.clone())];
        added.extend(
            given.filled("sessionToken").map(|token| ("x-amz-security-token", token.to_owned())),
        );
        added.extend(sent_hash.map(|hash| ("x-amz-content-sha256", hash)));
        let own = added.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let headers: Vec<_> = self.headers.iter().cloned().chain(own).collect();
        let (canonical, names) = self.canonical(scope, &headers, &self.query, &hash);
        let signature = scope.signature(key, &canonical);
        let credential = format!("{access_key}/{}", scope.credential);
        let value = format!(
            "{ALGORITHM} Credential={credential}, SignedHeaders={names}, Signature={signature}"
        );
        added.push(("authorization", value));
        let query = self.message.target.query.map(|_| self.query.clone());
        Ok(Signed { headers: added, query })
    }

    fn in_query(
        &self,
        given: &Resolved<'_>,
        scope: &Scope,
        access_key: &str,
        key: &[u8],
    ) -> Result<Signed, AuthProblem> {
        let hash = match self.message.payload {
            _ if scope.is_s3() => UNSIGNED.to_owned(),
            Payload::Bytes(body) => hex(&Sha256::digest(body)),
            Payload::None => hex(&Sha256::digest(b"")),
            Payload::Stream => return Err(AuthProblem::StreamedBody { scheme: "awsv4" }),
        };
        let mut pairs: Vec<(&str, String)> = Vec::new();
        pairs.extend(
            given.filled("sessionToken").map(|token| ("X-Amz-Security-Token", token.to_owned())),
        );
        if scope.is_s3() && !self.query.split('&').any(|piece| piece.starts_with("X-Amz-Expires="))
        {
            pairs.push(("X-Amz-Expires", "86400".to_owned()));
        }
        pairs.push(("X-Amz-Date", scope.time.clone()));
        pairs.push(("X-Amz-Algorithm", ALGORITHM.to_owned()));
        pairs.push(("X-Amz-Credential", format!("{access_key}/{}", scope.credential)));
        pairs.push(("X-Amz-SignedHeaders", canonical::signed_headers(&self.headers)));
        let own = pairs.iter().map(|(name, value)| format!("{name}={}", strict(value)));
        let kept = (!self.query.is_empty()).then(|| self.query.clone());
        let query = kept.into_iter().chain(own).collect::<Vec<_>>().join("&");
        let (canonical, _) = self.canonical(scope, &self.headers, &query, &hash);
        let signature = scope.signature(key, &canonical);
        Ok(Signed {
            headers: Vec::new(),
            query: Some(format!("{query}&X-Amz-Signature={signature}")),
        })
    }
}
