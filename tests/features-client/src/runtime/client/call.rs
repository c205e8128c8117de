// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! One attempt at a call: follows redirects and responds to challenges, whatever the transport.

use super::super::endpoint::method;
use super::super::transport;
use super::super::transport::{Request, Response};
use super::super::{BuildError, Credential, Parts, RawResponse, TransportError};
use super::redirect;
use super::redirect::{Hop, Origin, Trust};
use super::{Call, Held};
use http::header::{AUTHORIZATION, CONTENT_LENGTH, LOCATION};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use url::Url;

/// The number of responses to a challenge. NTLM needs two.
const ROUNDS: u32 = 2;

/// Why there is no complete response.
pub(crate) enum Failure {
    Build(BuildError),
    Transport(TransportError),
    /// The response was cut off.
    Broken(RawResponse, TransportError),
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

impl Call<'_> {
    /// Sends the request until the response is neither a redirect to follow nor a challenge to
    /// answer.
    pub(crate) async fn answer(&self) -> Result<Response, Failure> {
        let mut hop = self.first()?;
        let mut rounds = 0;
        self.prepare().await?;
        let mut parts = self.parts(&hop)?;
        loop {
            // Code that few calls need is kept out of every call's future, which is moved around.
            if !self.client.hooks.is_empty() {
                Box::pin(self.before(&hop, &mut parts)).await?;
            }
            let refused = self.conversing(&parts);
            let (from, request) = self.request(hop.method.clone(), parts)?;
            let response = self.client.transport.send(request).await?;
            for hook in &self.client.hooks {
                hook.after(self.operation, response.status, &response.headers).await;
            }
            if response.status == StatusCode::UNAUTHORIZED
                && rounds < ROUNDS
                && let Some(answered) = self.challenged(&hop, refused, &response.headers)?
            {
                rounds += 1;
                parts = answered;
                // The response may ask for a token that must be fetched first. This is done once,
                // because the next token would not be better.
                if self.prepare().await? {
                    rounds = ROUNDS;
                    parts = self.parts(&hop)?;
                }
            } else if let Some((next, redirected)) = self.redirected(&hop, &from, &response) {
                hop = next;
                parts = redirected;
            } else {
                return Ok(response);
            }
        }
    }

    /// Returns the first hop: the request's own address, or the one from an earlier response,
    /// without credentials if it is on another host.
    fn first(&self) -> Result<Hop, BuildError> {
        let hop = Hop::first(method(self.operation)?);
        let Some(address) = self.at else { return Ok(hop) };
        let own = transport::url(&self.plain_parts(&hop)?.target)?;
        let refused = |reason: String| BuildError::Url { reason };
        let to = own
            .join(&self.under_base(&own, address))
            .map_err(|error| refused(error.to_string()))?;
        if !matches!(to.scheme(), "http" | "https") {
            return Err(refused(format!("`{}` leads out of HTTP", to.scheme())));
        }
        let trust = hop.trust_in((&origin(&own), &origin(&to)));
        Ok(Hop { url: Some(to.into()), trust, ..hop })
    }

    /// Resolves a path against the server's address. It may leave out the path of that address.
    fn under_base(&self, own: &Url, address: &str) -> String {
        let base = self.address().ok().and_then(|base| transport::url(base).ok());
        let prefix =
            base.map(|base| base.path().trim_end_matches('/').to_owned()).unwrap_or_default();
        let is_path = address.starts_with('/') && !address.starts_with("//");
        let has_prefix =
            address.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.starts_with('/'));
        if is_path && !has_prefix && own.path().starts_with(&prefix) {
            format!("{prefix}{address}")
        } else {
            address.to_owned()
        }
    }

    /// Runs the hooks before a request is sent. Nothing they add goes to another host.
    async fn before(&self, hop: &Hop, parts: &mut Parts) -> Result<(), BuildError> {
        let target = (hop.trust == Trust::Foreign).then(|| parts.target.clone());
        for hook in &self.client.hooks {
            hook.before(self.operation, self.outgoing(hop, parts))
                .await
                .map_err(BuildError::Hook)?;
        }
        if let Some(target) = target {
            parts.target = target;
            redirect::strip(&mut parts.headers, &self.operation.settings);
        }
        Ok(())
    }

    /// Sends the requests that the credentials need first: for a token, and for another if the
    /// first was refused. Returns whether anything was sent.
    async fn prepare(&self) -> Result<bool, Failure> {
        match self.held().and_then(|held| Some((held, held.credential.as_ref()?))) {
            Some((held, credential)) if credential.pending(held.settings)?.is_some() => {
                Box::pin(self.fetch(held, credential)).await
            }
            _ => Ok(false),
        }
    }

    async fn fetch(&self, held: &Held, credential: &Credential) -> Result<bool, Failure> {
        let mut sent = false;
        for _ in 0..ROUNDS {
            let Some(pending) = credential.pending(held.settings)? else { break };
            let (head, body) = pending.into_parts();
            let url = transport::url(&self.absolute(&head.uri))?;
            let request = Request::new(head.method, url, head.headers, body.into());
            let response = self.client.transport.send(request).await?;
            let (body, broken) = response.body.bytes(&mut None).await;
            broken.map_or(Ok(()), Err)?;
            let mut answer = http::Response::new(body);
            *answer.status_mut() = response.status;
            credential.granted(held.settings, &answer)?;
            sent = true;
        }
        Ok(sent)
    }

    /// Returns the header that the credentials add if they may have to respond to a challenge.
    fn conversing(&self, parts: &Parts) -> Option<HeaderValue> {
        let credential = self.held()?.credential.as_ref()?;
        credential.may_answer().then(|| parts.headers.get(AUTHORIZATION).cloned())?
    }

    /// Returns the request with a response to the server's challenge. A body that can be read only
    /// once is not sent again, but the credentials learn of the challenge.
    fn challenged(
        &self,
        hop: &Hop,
        refused: Option<HeaderValue>,
        challenge: &HeaderMap,
    ) -> Result<Option<Parts>, BuildError> {
        let Some(held) = self.held().filter(|_| hop.trust == Trust::Own) else { return Ok(None) };
        let Some(credential) = &held.credential else { return Ok(None) };
        let again = self.plain_parts(hop).ok();
        let can_repeat = again.is_some();
        let mut parts = again.unwrap_or_default();
        // The refused header tells how far a handshake of several rounds has come.
        if let Some(refused) = refused {
            parts.headers.insert(AUTHORIZATION, refused);
        }
        let met = credential.meet(held.settings, challenge, &mut self.outgoing(hop, &mut parts))?;
        Ok((met && can_repeat).then_some(parts))
    }

    /// Whether a redirect would be followed.
    fn follows(&self, hop: &Hop) -> bool {
        hop.count
            < redirect::limit(
                &self.operation.settings,
                self.options.redirects.unwrap_or(redirect::DEFAULT_REDIRECTS),
            )
    }

    /// Returns the next hop and its request, if the response is a redirect to follow.
    fn redirected(&self, hop: &Hop, from: &str, response: &Response) -> Option<(Hop, Parts)> {
        let status = response.status;
        if !redirect::is_redirect(status)
            || self.operation.redirects.contains(&status.as_u16())
            || !self.follows(hop)
        {
            return None;
        }
        let from = transport::url(from).ok()?;
        let location = std::str::from_utf8(response.headers.get(LOCATION)?.as_bytes()).ok()?;
        let to = from.join(location).ok().filter(|to| matches!(to.scheme(), "http" | "https"))?;
        let next =
            hop.next(&self.operation.settings, status, (&origin(&from), &origin(&to)), to.into());
        let parts = self.parts(&next).ok()?;
        Some((next, parts))
    }

    /// Builds the request for the transport, and its address. Adds the length of the body if it is
    /// known, and a length of zero where the method expects a body.
    fn request(&self, method: Method, parts: Parts) -> Result<(String, Request), BuildError> {
        let Parts { target, mut headers, body, .. } = parts;
        let known = self.client.addresses.get(self.operation.server).and_then(Option::as_ref);
        let url = known
            .and_then(|address| address.url(&target))
            .map_or_else(|| transport::url(&target), Ok)?;
        if body.is_empty() {
            if matches!(method, Method::POST | Method::PUT | Method::PATCH) {
                headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
        } else if body.as_bytes().is_none()
            && let Some(length) = body.len()
        {
            headers.insert(CONTENT_LENGTH, length.into());
        }
        Ok((target, Request::new(method, url, headers, body)))
    }
}

fn origin(url: &Url) -> Origin {
    Origin {
        scheme: url.scheme().to_owned(),
        host: url.host_str().unwrap_or_default().to_owned(),
        port: url.port_or_known_default(),
    }
}
