// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A JSON web token that is made for each request. Its claims are sent as they are given: nothing is added, `iat` neither.

use super::super::BuildError;
use super::authenticate::Authenticate;
use super::encoding::tolerant_base64;
use super::jose::members::Members;
use super::outgoing::Outgoing;
use super::parameters::Parameters;
use super::problem::AuthProblem;

pub use super::jose::JwtAlgorithm;

/// A secret or private key, and the claims to sign with it.
#[derive(Clone, Debug, Default)]
pub struct Jwt {
    parameters: Parameters,
}

/// Where a token goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Into the `Authorization` header, whose value this is.
    Header(String),
    /// Into the query.
    Query {
        /// The parameter's name.
        key: String,
        /// The token.
        token: String,
    },
    /// Nowhere that is known.
    Nowhere,
}

impl Jwt {
    /// Signs with a shared secret (HS256, unless another algorithm is set).
    pub fn with_secret(secret: impl Into<String>) -> Self {
        Self::default().with("secret", secret)
    }

    /// Signs with a private key in PEM.
    pub fn with_private_key(algorithm: JwtAlgorithm, pem: impl Into<String>) -> Self {
        Self::default().with("privateKey", pem).algorithm(algorithm)
    }

    /// Restores credentials from parameters in Postman's words. Postman has no usual algorithm, and signs no claims that are absent.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        Self {
            parameters: Parameters::from_pairs(parameters)
                .or("algorithm", "")
                .or("payload", "null"),
        }
    }

    /// The algorithm.
    pub fn algorithm(self, algorithm: JwtAlgorithm) -> Self {
        self.with("algorithm", algorithm.as_str())
    }

    /// The secret is Base64.
    pub fn base64_secret(self) -> Self {
        self.with("isSecretBase64Encoded", "true")
    }

    /// The claims: a JSON object.
    pub fn payload(self, json: impl Into<String>) -> Self {
        self.with("payload", json)
    }

    /// Members of the token's header, as a JSON object; `alg` is added.
    pub fn header(self, json: impl Into<String>) -> Self {
        self.with("header", json)
    }

    /// Sends the token in the `Authorization` header, after this word.
    pub fn in_header(self, prefix: impl Into<String>) -> Self {
        self.with("addTokenTo", "header").with("headerPrefix", prefix)
    }

    /// Sends the token in the query.
    pub fn in_query(self, key: impl Into<String>) -> Self {
        self.with("addTokenTo", "queryParam").with("queryParamKey", key)
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.set(name, value);
        self
    }

    /// The token, and where it goes.
    pub fn sign(&self, settings: &[(&str, &str)]) -> Result<Placement, AuthProblem> {
        let given = self.parameters.over(settings);
        let algorithm = JwtAlgorithm::parse("jwt", given.get("algorithm").unwrap_or("HS256"))?;
        let parameter = if algorithm.is_symmetric() { "secret" } else { "privateKey" };
        let key =
            given.filled(parameter).ok_or(AuthProblem::Missing { scheme: "jwt", parameter })?;
        let key = if algorithm.is_symmetric() && given.flag("isSecretBase64Encoded") {
            tolerant_base64(key).ok_or(AuthProblem::Key { scheme: "jwt" })?
        } else {
            key.as_bytes().to_vec()
        };
        let object = |parameter| {
            Members::parse(given.text(parameter)).ok_or(AuthProblem::Json { parameter })
        };
        let token = algorithm.token("jwt", &key, object("header")?, &object("payload")?)?;
        Ok(match given.filled("addTokenTo").unwrap_or("header") {
            "header" => match given.get("headerPrefix").unwrap_or("Bearer") {
                "" => Placement::Header(token),
                prefix => Placement::Header(format!("{prefix} {token}")),
            },
            "queryParam" => Placement::Query {
                key: given.filled("queryParamKey").unwrap_or("token").to_owned(),
                token,
            },
            _ => Placement::Nowhere,
        })
    }
}

impl Authenticate for Jwt {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        use Placement;
        match self.sign(settings)? {
            Placement::Header(value) => outgoing.authorize(&value)?,
            Placement::Query { key, token } => super::plain::replace_query(
                outgoing.url,
                &key,
                &super::super::request::encode::query_safe(&token),
            ),
            Placement::Nowhere => {}
        }
        Ok(())
    }
}
