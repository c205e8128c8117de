// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What carries the requests: `reqwest`, or a function in tests.

use super::{BuildError, Error, Operation, Parts, RawResponse, redirect, upload};
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use std::time::{Duration, Instant};

/// How the transport is made.
pub(crate) struct Setup {
    pub(crate) redirects: u32,
    #[cfg(feature = "mock")]
    pub(crate) mock: Option<super::mock::Answer>,
    pub(crate) client: Option<reqwest::Client>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) connect_timeout: Option<Duration>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub(crate) certificates: Certificates,
}

/// Which certificates a server may have.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Certificates {
    /// Those that somebody vouches for.
    #[default]
    Valid,
    /// Any.
    Any,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            redirects: redirect::DEFAULT_REDIRECTS,
            #[cfg(feature = "mock")]
            mock: None,
            client: None,
            timeout: None,
            connect_timeout: None,
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            certificates: Certificates::default(),
        }
    }
}

impl Setup {
    pub(crate) fn build(self) -> Result<Transport, BuildError> {
        let mut builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        if self.certificates == Certificates::Any {
            builder = builder.danger_accept_invalid_certs(true);
        }
        let client = match self.client {
            Some(client) => client,
            None => builder.build().map_err(|error| BuildError::Transport(error.into()))?,
        };
        Ok(Transport {
            client,
            timeout: self.timeout,
            redirects: self.redirects,
            #[cfg(feature = "mock")]
            mock: self.mock,
        })
    }
}

/// A transport that is set up.
pub(crate) struct Transport {
    client: reqwest::Client,
    timeout: Option<Duration>,
    redirects: u32,
    #[cfg(feature = "mock")]
    mock: Option<super::mock::Answer>,
}

impl Transport {
    pub(crate) fn redirects(&self) -> u32 {
        self.redirects
    }

    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.timeout.map(|timeout| Instant::now() + timeout)
    }

    pub(crate) async fn execute(&self, method: Method, parts: Parts, deadline: Option<Instant>) -> Result<Begun, Failure> {
        #[cfg(feature = "mock")]
        if let Some(answer) = &self.mock {
            return mocked(answer, method, parts);
        }
        let request = request(method, parts, deadline)?;
        Ok(Begun::Carried(self.client.execute(request).await?))
    }
}

#[cfg(feature = "mock")]
fn mocked(answer: &super::mock::Answer, method: Method, parts: Parts) -> Result<Begun, Failure> {
    let url = url(&parts.target)?;
    let response = answer(super::client::http_request(method, parts)?);
    Ok(Begun::Mocked { url: Box::new(url), response: response.into() })
}

/// An answer whose body has not been read yet.
pub(crate) enum Begun {
    Carried(reqwest::Response),
    #[cfg(feature = "mock")]
    Mocked {
        url: Box<reqwest::Url>,
        response: RawResponse,
    },
}

impl Begun {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Begun::Carried(response) => response.status(),
            #[cfg(feature = "mock")]
            Begun::Mocked { response, .. } => response.status(),
        }
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        match self {
            Begun::Carried(response) => response.headers(),
            #[cfg(feature = "mock")]
            Begun::Mocked { response, .. } => response.headers(),
        }
    }

    pub(crate) fn url(&self) -> &reqwest::Url {
        match self {
            Begun::Carried(response) => response.url(),
            #[cfg(feature = "mock")]
            Begun::Mocked { url, .. } => url,
        }
    }

    /// The answer with its body.
    pub(crate) async fn whole(self) -> Result<RawResponse, Failure> {
        match self {
            Begun::Carried(mut response) => {
                let headers = std::mem::take(response.headers_mut());
                Ok(RawResponse::new(response.status(), headers, response.bytes().await?))
            }
            #[cfg(feature = "mock")]
            Begun::Mocked { response, .. } => Ok(response),
        }
    }
}

/// Why there is no answer.
pub(crate) enum Failure {
    Build(BuildError),
    Transport(reqwest::Error),
}

impl Failure {
    pub(crate) fn of(self, operation: &'static Operation) -> Error {
        match self {
            Failure::Build(error) => Error::build(operation, error),
            // Its own address would show what stands in the query.
            Failure::Transport(error) => Error::transport(operation, error.without_url()),
        }
    }
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        Failure::Build(error)
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Failure::Transport(error)
    }
}

/// The transport's request, straight from the parts.
fn request(method: Method, parts: Parts, deadline: Option<Instant>) -> Result<reqwest::Request, BuildError> {
    let url = url(&parts.target)?;
    let expects_body = matches!(method, Method::POST | Method::PUT | Method::PATCH);
    let mut request = reqwest::Request::new(method, url);
    *request.headers_mut() = parts.headers;
    if parts.body.is_empty() {
        if expects_body {
            request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
    } else {
        if parts.body.as_bytes().is_none()
            && let Some(length) = parts.body.len()
        {
            request.headers_mut().insert(CONTENT_LENGTH, length.into());
        }
        *request.body_mut() = Some(upload::body(parts.body));
    }
    if let Some(deadline) = deadline {
        *request.timeout_mut() = Some(deadline.saturating_duration_since(Instant::now()));
    }
    Ok(request)
}

fn url(target: &str) -> Result<reqwest::Url, BuildError> {
    target.parse().map_err(|error| BuildError::Url { reason: format!("{error}") })
}
