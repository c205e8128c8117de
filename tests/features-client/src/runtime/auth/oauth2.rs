// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Access tokens of OAuth 2 that are fetched when they are needed (RFC 6749 §4.3, §4.4, §6).
//!
//! Nothing here sends: [`OAuth2::pending`] makes the request for a token, [`OAuth2::granted`] reads its answer. So it works
//! with every transport. Clones share the token.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, Method, Request, Response};
use serde_json::Value;

use super::super::{BuildError, Secret};
use super::authenticate::Authenticate;
use super::encoding::{form_pairs, strict};
use super::fresh::Clock;
use super::outgoing::Outgoing;
use super::parameters::{Parameters, Resolved};
use super::problem::AuthProblem;

/// A token is fetched anew this long before it ends: it must last as long as the request is on its way.
const MARGIN: Duration = Duration::from_secs(30);

/// Fetches, keeps and refreshes an access token.
#[derive(Clone, Debug, Default)]
pub struct OAuth2 {
    parameters: Parameters,
    extra: Vec<(String, Secret)>,
    clock: Clock,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    access: Option<Secret>,
    /// When it must be fetched anew.
    ends: Option<Duration>,
    refresh: Option<Secret>,
}

impl OAuth2 {
    /// A token for the client itself (grant `client_credentials`).
    pub fn client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        Self::of_grant("client_credentials").client(client_id, client_secret)
    }

    /// A token for a user whose password is known (grant `password`).
    pub fn password(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self::of_grant("password_credentials").with("username", username).with("password", password)
    }

    /// A token for whom a refresh token was given (grant `refresh_token`).
    pub fn refresh_token(token: impl Into<Secret>) -> Self {
        let provider = Self::of_grant("refresh_token");
        provider.state().refresh = Some(token.into());
        provider
    }

    /// Restores a provider from parameters in Postman's words.
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        let provider = Self { parameters: Parameters::from_pairs(parameters), ..Self::default() };
        let refresh = provider.parameters.over(&[]).filled("refreshToken").map(Secret::from);
        provider.state().refresh = refresh;
        provider
    }

    fn of_grant(grant: &str) -> Self {
        Self::default().with("grant_type", grant)
    }

    /// Who the client is.
    pub fn client(self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.with("clientId", id).with("clientSecret", secret)
    }

    /// Where tokens are fetched, when the collection does not say it or is wrong about it. A path alone is one on the main
    /// server of the client.
    pub fn token_url(self, url: impl Into<String>) -> Self {
        self.with("accessTokenUrl", url)
    }

    /// What the token is to be good for: scopes, separated by blanks.
    pub fn scope(self, scope: impl Into<String>) -> Self {
        self.with("scope", scope)
    }

    /// Sends the client's identifier and secret in the body, in place of the `Authorization` header.
    pub fn client_in_body(self) -> Self {
        self.with("client_authentication", "body")
    }

    /// A further parameter of the token request, such as `audience`.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<Secret>) -> Self {
        self.extra.push((name.into(), value.into()));
        self
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

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token, when there is one that is still good.
    pub fn token(&self) -> Option<Secret> {
        let state = self.state();
        let good = state.ends.is_none_or(|end| self.clock.since_epoch() < end);
        state.access.clone().filter(|_| good)
    }

    /// Forgets the token, because it was refused. The next request fetches a new one.
    pub fn forget(&self) {
        self.state().access = None;
    }

    /// The request that must be sent before the token can be used; none while there is a good one.
    pub fn pending(
        &self,
        settings: &[(&str, &str)],
    ) -> Result<Option<Request<Bytes>>, AuthProblem> {
        if self.token().is_some() {
            return Ok(None);
        }
        let given = self.parameters.over(settings);
        let refresh = self.state().refresh.clone();
        let mut pairs = match &refresh {
            Some(token) => vec![("grant_type", "refresh_token"), ("refresh_token", token.expose())],
            None => grant(&given)?,
        };
        pairs.extend(given.filled("scope").map(|scope| ("scope", scope)));
        let in_body = given.text("client_authentication") == "body";
        if in_body {
            let client =
                ["client_id", "client_secret"].into_iter().zip(["clientId", "clientSecret"]);
            pairs.extend(client.filter_map(|(name, word)| Some((name, given.filled(word)?))));
        }
        let more = TokenParameters::read(given.text("tokenRequestParams"));
        pairs.extend(more.of(SendAs::Body));
        pairs.extend(self.extra.iter().map(|(name, value)| (name.as_str(), value.expose())));
        let body: Vec<_> = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", strict(name), strict(value)))
            .collect();
        let url = match given.filled("refreshTokenUrl").filter(|_| refresh.is_some()) {
            Some(url) => url,
            None => required(&given, "accessTokenUrl")?,
        };
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(more.on(url))
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in more.of(SendAs::Header) {
            request = request.header(name, value);
        }
        if let (false, Some(id)) = (in_body, given.filled("clientId")) {
            let pair = format!("{id}:{}", given.text("clientSecret"));
            request =
                request.header(AUTHORIZATION, format!("Basic {}", BASE64_STANDARD.encode(pair)));
        }
        let refused = |_| AuthProblem::Missing { scheme: "oauth2", parameter: "accessTokenUrl" };
        request.body(body.join("&").into()).map(Some).map_err(refused)
    }

    /// Takes the answer to the request for a token. A refresh token that is refused is forgotten; where there is another way
    /// to a token, [`OAuth2::pending`] then asks that way.
    pub fn granted(
        &self,
        settings: &[(&str, &str)],
        response: &Response<Bytes>,
    ) -> Result<(), AuthProblem> {
        let answer = Answer::read(response);
        let mut state = self.state();
        let Some(access) = answer.get("access_token").filter(|_| response.status().is_success())
        else {
            let refused = state.refresh.take().is_some();
            let another = grant(&self.parameters.over(settings)).is_ok();
            let problem = AuthProblem::Token {
                status: response.status().as_u16(),
                code: answer.get("error"),
            };
            return if refused && another { Ok(()) } else { Err(problem) };
        };
        let lifetime = answer.get("expires_in").and_then(|text| text.parse::<f64>().ok());
        let lifetime = lifetime.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        state.access = Some(access.into());
        state.ends =
            lifetime.map(|lifetime| self.clock.since_epoch() + lifetime - MARGIN.min(lifetime / 2));
        if let Some(refresh) = answer.get("refresh_token") {
            state.refresh = Some(refresh.into());
        }
        Ok(())
    }
}

/// Further parameters of token requests, as Postman keeps them.
#[derive(Default)]
struct TokenParameters(Vec<(SendAs, String, String)>);

/// Where a parameter of token requests goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SendAs {
    Body,
    Url,
    Header,
}

impl TokenParameters {
    /// Reads `[{"key": "audience", "value": "…", "send_as": "request_body"}]`. Those that are not enabled are left out.
    fn read(json: &str) -> Self {
        let list: Vec<Value> = serde_json::from_str(json).unwrap_or_default();
        let parameter = |entry: &Value| {
            let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
            let send_as = match text("send_as").as_deref() {
                Some("request_url") => SendAs::Url,
                Some("request_header") => SendAs::Header,
                _ => SendAs::Body,
            };
            let enabled = entry.get("enabled") != Some(&Value::Bool(false));
            let key = text("key").filter(|key| enabled && !key.is_empty())?;
            Some((send_as, key, text("value").unwrap_or_default()))
        };
        TokenParameters(list.iter().filter_map(parameter).collect())
    }

    fn of(&self, place: SendAs) -> impl Iterator<Item = (&str, &str)> {
        let of_place = self.0.iter().filter(move |(send_as, ..)| *send_as == place);
        of_place.map(|(_, name, value)| (name.as_str(), value.as_str()))
    }

    /// The address with those that are sent in the URL.
    fn on(&self, url: &str) -> String {
        let mut url = url.to_owned();
        for (name, value) in self.of(SendAs::Url) {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&format!("{}={}", strict(name), strict(value)));
        }
        url
    }
}

fn required<'a>(given: &Resolved<'a>, parameter: &'static str) -> Result<&'a str, AuthProblem> {
    given.filled(parameter).ok_or(AuthProblem::Missing { scheme: "oauth2", parameter })
}

/// The parameters of the grant that needs no refresh token. Grants that send a user to a browser are none.
fn grant<'a>(given: &Resolved<'a>) -> Result<Vec<(&'a str, &'a str)>, AuthProblem> {
    match given.text("grant_type") {
        "client_credentials" => Ok(vec![("grant_type", "client_credentials")]),
        "password_credentials" | "password" => Ok(vec![
            ("grant_type", "password"),
            ("username", required(given, "username")?),
            ("password", given.text("password")),
        ]),
        "refresh_token" => {
            Err(AuthProblem::Missing { scheme: "oauth2", parameter: "refreshToken" })
        }
        other => {
            Err(AuthProblem::UnknownAlgorithm { scheme: "oauth2", algorithm: other.to_owned() })
        }
    }
}

/// The answer of a token endpoint: JSON as the standard says, or urlencoded as some servers do.
enum Answer {
    Json(Value),
    Form(Vec<(String, Option<String>)>),
}

impl Answer {
    fn read(response: &Response<Bytes>) -> Self {
        match serde_json::from_slice(response.body()) {
            Ok(json) => Self::Json(json),
            Err(_) => Self::Form(form_pairs(&String::from_utf8_lossy(response.body()))),
        }
    }

    fn get(&self, name: &str) -> Option<String> {
        match self {
            Self::Json(json) => match json.get(name)? {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            },
            Self::Form(pairs) => {
                pairs.iter().find(|(key, _)| key == name).and_then(|(_, value)| value.clone())
            }
        }
    }
}

impl Authenticate for OAuth2 {
    fn apply(
        &self,
        settings: &[(&str, &str)],
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), BuildError> {
        self.token().map_or(Ok(()), |token| super::plain::oauth2(&token, settings, outgoing))
    }

    /// A refused token is forgotten, unless another call has fetched a new one by now. Where there is a way to another token,
    /// the request is sent again with that.
    fn answer(
        &self,
        settings: &[(&str, &str)],
        _: &HeaderMap,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<bool, BuildError> {
        let refused = outgoing.headers.remove(AUTHORIZATION);
        let token = self.token();
        let is_other =
            |token: &Secret, refused: &[u8]| !refused.ends_with(token.expose().as_bytes());
        if let (Some(token), Some(refused)) = (&token, &refused)
            && is_other(token, refused.as_bytes())
        {
            super::plain::oauth2(token, settings, outgoing)?;
            return Ok(true);
        }
        self.forget();
        Ok(matches!(self.pending(settings), Ok(Some(_))))
    }

    fn pending(&self, settings: &[(&str, &str)]) -> Result<Option<Request<Bytes>>, BuildError> {
        Ok(self.pending(settings)?)
    }

    fn granted(
        &self,
        settings: &[(&str, &str)],
        response: &Response<Bytes>,
    ) -> Result<(), BuildError> {
        Ok(self.granted(settings, response)?)
    }
}
