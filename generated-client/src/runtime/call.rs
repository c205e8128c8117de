// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Sending: redirects are followed and challenges are met here, whatever carries the requests.

use super::client::{Held, Inner, Write, decoded, outgoing};
use super::deadline::Deadline;
use super::endpoint::method;
use super::redirect::{self, Hop, Origin, Trust};
use super::transport::{self, Request, Response};
use super::{Api, BuildError, Client, Endpoint, Error, Exchange, Operation, Parts, RawResponse, TransportError};
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, LOCATION};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use url::Url;

/// How often a challenge is answered: NTLM needs two rounds.
const ROUNDS: u32 = 2;

impl<A: Api> Client<A> {
    /// Sends a request and reads its answer.
    pub async fn send<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<E::Output, Error> {
        self.exchange(endpoint).await.map(Exchange::into_body)
    }

    /// Sends a request and reads its answer with its status and headers.
    pub async fn exchange<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<Exchange<E::Output>, Error> {
        let write = |base: &str| endpoint.write_to(base);
        let call = Call { client: &self.inner, operation: const { &E::OPERATION }, write: &write };
        let answer = call.send().await;
        answer.and_then(decoded::<E>).map_err(|error| call.located(error))
    }
}

/// Why there is no answer.
pub(crate) enum Failure {
    Build(BuildError),
    Transport(TransportError),
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        Failure::Build(error)
    }
}

impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        Failure::Transport(error)
    }
}

/// A request on its way. It is not generic, so that it is compiled once and not for each endpoint.
pub(crate) struct Call<'a> {
    pub(crate) client: &'a Inner,
    pub(crate) operation: &'static Operation,
    pub(crate) write: Write<'a>,
}

impl Call<'_> {
    /// Sends the request until there is an answer that is neither a redirect to follow nor a challenge to meet.
    pub(crate) async fn send(&self) -> Result<RawResponse, Error> {
        let whole = async { Ok(self.answer().await?.whole().await?) };
        let answer = match self.client.timeout {
            None => whole.await,
            Some(timeout) => Deadline::new(&*self.client.transport, timeout).end(whole).await,
        };
        #[cfg(feature = "tracing")]
        self.trace(&answer);
        answer.map_err(|failure| match failure {
            Failure::Build(error) => Error::build(self.operation, error),
            Failure::Transport(error) => Error::transport(self.operation, error),
        })
    }

    #[cfg(feature = "tracing")]
    fn trace(&self, answer: &Result<RawResponse, Failure>) {
        let Operation { name, method, .. } = self.operation;
        match answer {
            Ok(response) => tracing::debug!(operation = name, method, status = response.status().as_u16()),
            Err(_) => tracing::debug!(operation = name, method, "no answer"),
        }
    }

    async fn answer(&self) -> Result<Response, Failure> {
        let mut hop = Hop::first(method(self.operation)?);
        let mut rounds = 0;
        self.prepare().await?;
        let mut parts = self.parts(&hop)?;
        loop {
            let refused = self.conversing(&parts);
            let url = transport::url(&parts.target)?;
            let from = self.follows(&hop).then(|| url.clone());
            let response = self.client.transport.send(request(hop.method.clone(), url, parts)).await?;
            if response.status == StatusCode::UNAUTHORIZED
                && rounds < ROUNDS
                && let Some(answered) = self.challenged(&hop, refused, &response.headers)?
            {
                rounds += 1;
                parts = answered;
            } else if let Some((next, redirected)) = from.and_then(|from| self.redirected(&hop, &from, &response)) {
                hop = next;
                parts = redirected;
            } else {
                return Ok(response);
            }
        }
    }

    fn held(&self) -> Option<&Held> {
        self.client.held(self.operation)
    }

    fn parts(&self, hop: &Hop) -> Result<Parts, BuildError> {
        self.client.parts(self.operation, self.write, hop)
    }

    /// Sends what the credentials need beforehand: a request for a token, and another where the first was refused.
    async fn prepare(&self) -> Result<(), Failure> {
        let Some(held) = self.held() else { return Ok(()) };
        let Some(credential) = &held.credential else { return Ok(()) };
        for _ in 0..ROUNDS {
            let Some(pending) = credential.pending(held.settings)? else { break };
            let (head, body) = pending.into_parts();
            let url = transport::url(&self.client.absolute(&head.uri))?;
            let request = Request::new(head.method, url, head.headers, body.into());
            let response = self.client.transport.send(request).await?.whole().await?;
            let mut answer = http::Response::new(Bytes::new());
            *answer.status_mut() = response.status();
            *answer.body_mut() = response.bytes();
            credential.granted(held.settings, &answer)?;
        }
        Ok(())
    }

    /// What the credentials put into the request, when they may have to answer a challenge to it.
    fn conversing(&self, parts: &Parts) -> Option<HeaderValue> {
        let credential = self.held()?.credential.as_ref()?;
        credential.may_answer().then(|| parts.headers.get(AUTHORIZATION).cloned())?
    }

    /// The request with an answer to the server's challenge. A body that can be read once only is not sent again.
    fn challenged(&self, hop: &Hop, refused: Option<HeaderValue>, challenge: &HeaderMap) -> Result<Option<Parts>, BuildError> {
        let Some(held) = self.held().filter(|_| hop.trust == Trust::Own) else { return Ok(None) };
        let Some(credential) = &held.credential else { return Ok(None) };
        let Ok(mut parts) = self.client.plain_parts(self.operation, self.write, hop) else { return Ok(None) };
        // What was refused tells how far a conversation of several rounds has come.
        if let Some(refused) = refused {
            parts.headers.insert(AUTHORIZATION, refused);
        }
        let met = credential.meet(held.settings, challenge, &mut outgoing(&hop.method, &mut parts))?;
        Ok(met.then_some(parts))
    }

    /// Whether a redirect would be followed.
    fn follows(&self, hop: &Hop) -> bool {
        hop.count < redirect::limit(&self.operation.settings, self.client.redirects)
    }

    /// The next hop and its request, when the answer is a redirect to follow.
    fn redirected(&self, hop: &Hop, from: &Url, response: &Response) -> Option<(Hop, Parts)> {
        let status = response.status;
        if !redirect::is_redirect(status) || self.operation.redirects.contains(&status.as_u16()) {
            return None;
        }
        let location = std::str::from_utf8(response.headers.get(LOCATION)?.as_bytes()).ok()?;
        let to = from.join(location).ok().filter(|to| matches!(to.scheme(), "http" | "https"))?;
        let next = hop.next(&self.operation.settings, status, (&origin(from), &origin(&to)), to.into());
        let parts = self.parts(&next).ok()?;
        Some((next, parts))
    }

    /// The error with the address that was called. The address is made anew: a call that succeeds does not pay for it.
    pub(crate) fn located(&self, error: Error) -> Error {
        let server = self.client.servers.get(self.operation.server).and_then(|server| server.address.as_deref());
        match server.map(self.write) {
            Some(Ok(parts)) => error.at(&parts.target),
            _ => error,
        }
    }
}

fn origin(url: &Url) -> Origin {
    Origin { scheme: url.scheme().to_owned(), host: url.host_str().unwrap_or_default().to_owned(), port: url.port_or_known_default() }
}

/// What the transport gets. The length of the body is said where it is known, and that there is none where one is expected.
fn request(method: Method, url: Url, parts: Parts) -> Request {
    let Parts { mut headers, body, .. } = parts;
    if body.is_empty() {
        if matches!(method, Method::POST | Method::PUT | Method::PATCH) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
    } else if body.as_bytes().is_none()
        && let Some(length) = body.len()
    {
        headers.insert(CONTENT_LENGTH, length.into());
    }
    Request::new(method, url, headers, body)
}
