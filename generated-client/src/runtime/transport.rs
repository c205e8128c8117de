// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Sending: redirects are followed and challenges are met here, whatever carries the requests.

use super::carrier::{Begun, Failure};
use super::client::{Inner, Write, decoded, outgoing};
use super::endpoint::method;
use super::redirect::{self, Hop, Origin};
use super::{Api, BuildError, Client, Endpoint, Error, Exchange, Operation, Parts, RawResponse};
use bytes::Bytes;
use http::header::{AUTHORIZATION, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use std::time::Instant;

/// How often a challenge is answered: NTLM needs two rounds.
const ROUNDS: u32 = 2;

impl<A: Api> Client<A> {
    /// Sends a request and reads its answer.
    pub async fn send<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<E::Output, Error> {
        self.exchange(endpoint).await.map(Exchange::into_body)
    }

    /// Sends a request and reads its answer with its status and headers.
    pub async fn exchange<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<Exchange<E::Output>, Error> {
        let operation = const { &E::OPERATION };
        let write = |base: &str| endpoint.write_to(base);
        let answer = self.inner.call(operation, &write).await;
        answer.and_then(decoded::<E>).map_err(|error| self.inner.located(operation, &write, error))
    }
}

impl Inner {
    /// Sends a request until there is an answer that is neither a redirect to follow nor a challenge to meet. It is not
    /// generic, so that it is compiled once and not for each endpoint.
    pub(crate) async fn call(&self, operation: &'static Operation, write: Write<'_>) -> Result<RawResponse, Error> {
        let answer = self.answer(operation, write).await;
        #[cfg(feature = "tracing")]
        match &answer {
            Ok(response) => {
                tracing::debug!(operation = operation.name, method = operation.method, status = response.status().as_u16());
            }
            Err(_) => tracing::debug!(operation = operation.name, method = operation.method, "no answer"),
        }
        answer.map_err(|failure| failure.of(operation))
    }

    async fn answer(&self, operation: &'static Operation, write: Write<'_>) -> Result<RawResponse, Failure> {
        let deadline = self.transport.deadline();
        let mut hop = Hop::first(method(operation)?);
        let mut rounds = 0;
        self.prepare(operation, deadline).await?;
        let mut parts = self.parts(operation, write, &hop)?;
        loop {
            let refused = self.conversing(operation, &parts);
            let response = self.transport.execute(hop.method.clone(), parts, deadline).await?;
            if response.status() == StatusCode::UNAUTHORIZED
                && rounds < ROUNDS
                && let Some(answered) = self.challenged(operation, write, &hop, (refused, response.headers()))?
            {
                rounds += 1;
                parts = answered;
            } else if let Some((next, redirected)) = self.redirected(operation, write, &hop, &response) {
                hop = next;
                parts = redirected;
            } else {
                return response.whole().await;
            }
        }
    }

    /// Sends what the credentials need beforehand: a request for a token, and another where the first was refused.
    async fn prepare(&self, operation: &Operation, deadline: Option<Instant>) -> Result<(), Failure> {
        let Some(held) = self.held(operation) else { return Ok(()) };
        let Some(credential) = &held.credential else { return Ok(()) };
        for _ in 0..ROUNDS {
            let Some(pending) = credential.pending(held.settings)? else { break };
            let (head, body) = pending.into_parts();
            let parts = Parts { target: self.absolute(&head.uri), headers: head.headers, body: body.into() };
            let response = self.transport.execute(head.method, parts, deadline).await?.whole().await?;
            let mut answer = http::Response::new(Bytes::new());
            *answer.status_mut() = response.status();
            *answer.body_mut() = response.bytes();
            credential.granted(held.settings, &answer)?;
        }
        Ok(())
    }

    /// What the credentials put into the request, when they may have to answer a challenge to it.
    fn conversing(&self, operation: &Operation, parts: &Parts) -> Option<HeaderValue> {
        let credential = self.held(operation)?.credential.as_ref()?;
        credential.may_answer().then(|| parts.headers.get(AUTHORIZATION).cloned())?
    }

    /// The request with an answer to the server's challenge. A body that can be read once only is not sent again.
    fn challenged(
        &self,
        operation: &Operation,
        write: Write<'_>,
        hop: &Hop,
        (refused, challenge): (Option<HeaderValue>, &HeaderMap),
    ) -> Result<Option<Parts>, BuildError> {
        let Some(held) = self.held(operation).filter(|_| hop.trust == redirect::Trust::Own) else { return Ok(None) };
        let Some(credential) = &held.credential else { return Ok(None) };
        let Ok(mut parts) = self.plain_parts(operation, write, hop) else { return Ok(None) };
        // What was refused tells how far a conversation of several rounds has come.
        if let Some(refused) = refused {
            parts.headers.insert(AUTHORIZATION, refused);
        }
        let met = credential.meet(held.settings, challenge, &mut outgoing(&hop.method, &mut parts))?;
        Ok(met.then_some(parts))
    }

    /// The next hop and its request, when the answer is a redirect to follow.
    fn redirected(&self, operation: &Operation, write: Write<'_>, hop: &Hop, response: &Begun) -> Option<(Hop, Parts)> {
        let status = response.status();
        let settings = &operation.settings;
        if !redirect::is_redirect(status) || operation.redirects.contains(&status.as_u16()) {
            return None;
        }
        if hop.count >= redirect::limit(settings, self.transport.redirects()) {
            return None;
        }
        let location = std::str::from_utf8(response.headers().get(LOCATION)?.as_bytes()).ok()?;
        let to = response.url().join(location).ok().filter(|to| matches!(to.scheme(), "http" | "https"))?;
        let origins = (&origin(response.url()), &origin(&to));
        let next = hop.next(settings, status, origins, to.into());
        let parts = self.parts(operation, write, &next).ok()?;
        Some((next, parts))
    }

    /// The error with the address that was called. The address is made anew: a call that succeeds does not pay for it.
    pub(crate) fn located(&self, operation: &Operation, write: Write<'_>, error: Error) -> Error {
        let server = self.servers.get(operation.server).and_then(|server| server.address.as_deref());
        match server.map(write) {
            Some(Ok(parts)) => error.at(&parts.target),
            _ => error,
        }
    }
}

fn origin(url: &reqwest::Url) -> Origin {
    Origin { scheme: url.scheme().to_owned(), host: url.host_str().unwrap_or_default().to_owned(), port: url.port_or_known_default() }
}
