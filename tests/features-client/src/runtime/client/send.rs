// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Calls: attempts at one, until there is an answer that counts or no more time.

use super::super::request::target::Secrecy;
use super::super::transport::Response;
use super::super::{
    Api, Base, Client, DecodeError, Download, Endpoint, Error, Exchange, RawResponse, Retries,
    endpoint,
};
use super::call::Failure;
use super::deadline::{Deadline, limited};
use super::redirect::Hop;
use super::retries;
use super::{Call, decoded, is_answer, streams};
use bytes::Bytes;
use std::time::Duration;

impl<A: Api> Client<A> {
    /// Sends a request and reads its answer.
    pub async fn send<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<E::Output, Error> {
        self.exchange(endpoint).await.map(Exchange::into_body)
    }

    /// Sends a request and reads its answer with its status and headers.
    pub async fn exchange<E: Endpoint<Api = A>>(
        &self,
        endpoint: &E,
    ) -> Result<Exchange<E::Output>, Error> {
        self.exchange_at(endpoint, None).await
    }

    /// The same, at an address that an answer gave.
    pub(crate) async fn exchange_at<E: Endpoint<Api = A>>(
        &self,
        endpoint: &E,
        address: Option<&str>,
    ) -> Result<Exchange<E::Output>, Error> {
        let write = |base: Base<'_>| endpoint.write_to(base);
        let call = Call { at: address, ..self.call(const { &E::OPERATION }, &write) };
        let answer = if <E::Output as super::super::Answer>::IS_STREAM {
            // What few calls need is not part of every call's future, which is moved around.
            Box::pin(call.open(None)).await
        } else {
            call.value().await.and_then(decoded::<E>)
        };
        answer.map_err(|error| call.located(error))
    }

    /// Sends a request, and gives the answer when it begins: its body comes piece by piece, however long it is.
    pub async fn download<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<Download, Error> {
        let write = |base: Base<'_>| endpoint.write_to(base);
        let call = self.call(const { &E::OPERATION }, &write);
        let begun = call.begin().await;
        begun.map_err(|error| call.located(error))
    }
}

/// How much of an answer is awaited. That of an error is always read as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    /// All of it, unless it is an event stream, which may never end.
    Value,
    Head,
}

/// A response that is in memory, or one that has only begun.
pub(crate) enum Answer {
    Whole(RawResponse),
    Begun(Response),
}

#[cfg(feature = "tracing")]
impl Answer {
    pub(crate) fn status(&self) -> http::StatusCode {
        match self {
            Answer::Whole(response) => response.status(),
            Answer::Begun(response) => response.status,
        }
    }

    pub(crate) fn headers(&self) -> &http::HeaderMap {
        match self {
            Answer::Whole(response) => response.headers(),
            Answer::Begun(response) => &response.headers,
        }
    }
}

impl Call<'_> {
    /// The whole answer.
    pub(crate) async fn send(&self) -> Result<RawResponse, Error> {
        match self.run(Extent::Whole, &mut self.deadline()).await? {
            Answer::Whole(response) => Ok(response),
            Answer::Begun(Response { status, headers, .. }) => {
                Ok(RawResponse::new(status, headers, Bytes::new()))
            }
        }
    }

    /// The answer when it has begun, or the whole of an error.
    async fn begin(&self) -> Result<Download, Error> {
        let mut deadline = self.deadline();
        match self.run(Extent::Head, &mut deadline).await? {
            Answer::Begun(response) => Ok(Download::new(self.operation, response, deadline)),
            Answer::Whole(response) => Err(Error::status_error(self.operation, response)),
        }
    }

    /// The whole answer. An event stream is an error.
    async fn value(&self) -> Result<RawResponse, Error> {
        match self.run(Extent::Value, &mut self.deadline()).await? {
            Answer::Whole(response) => Ok(response),
            Answer::Begun(Response { status, headers, .. }) => {
                let head = RawResponse::new(status, headers, Bytes::new());
                let reason = "the response is an event stream: read it with `Client::stream`";
                let error = DecodeError::Unexpected { reason: reason.to_owned() };
                Err(Error::decode(self.operation, head, error))
            }
        }
    }

    /// The head of a success.
    pub(crate) async fn head(&self) -> Result<Response, Error> {
        match self.run(Extent::Head, &mut self.deadline()).await? {
            Answer::Begun(response) => Ok(response),
            Answer::Whole(response) => Err(Error::status_error(self.operation, response)),
        }
    }

    fn deadline(&self) -> Option<Deadline> {
        self.options.timeout.map(|timeout| Deadline::new(&*self.client.transport, timeout))
    }

    async fn run(&self, extent: Extent, deadline: &mut Option<Deadline>) -> Result<Answer, Error> {
        let work = self.attempts(extent, deadline);
        #[cfg(feature = "tracing")]
        let work = super::trace::call(self.operation, work);
        work.await.map_err(|failure| match failure {
            Failure::Build(error) => Error::build(self.operation, error),
            Failure::Transport(error) => Error::transport(self.operation, error),
            Failure::Broken(response, error) => Error::broken(self.operation, response, error),
        })
    }

    /// Sends the request until the answer is one that stays, or the last one.
    async fn attempts(
        &self,
        extent: Extent,
        deadline: &mut Option<Deadline>,
    ) -> Result<Answer, Failure> {
        let mut already = 0;
        loop {
            let outcome = self.attempt(extent, deadline).await;
            let in_time = |pause: &Duration| {
                deadline.as_ref().is_none_or(|deadline| deadline.is_after(*pause))
            };
            let Some(pause) = self.pause(&outcome, already).filter(in_time) else { return outcome };
            #[cfg(feature = "tracing")]
            super::trace::retry(already, pause);
            self.client.transport.sleep(pause).await;
            already += 1;
        }
    }

    async fn attempt(
        &self,
        extent: Extent,
        deadline: &mut Option<Deadline>,
    ) -> Result<Answer, Failure> {
        // The earlier of the two limits.
        let attempt = self.options.attempt_timeout;
        let mut own = attempt
            .filter(|limit| deadline.as_ref().is_none_or(|deadline| deadline.is_after(*limit)))
            .map(|limit| Deadline::new(&*self.client.transport, limit));
        let deadline = if own.is_some() { &mut own } else { deadline };
        let response = limited(deadline, self.answer()).await?;
        let begins = match extent {
            Extent::Whole => false,
            Extent::Value => streams::is_endless(&response.headers),
            Extent::Head => true,
        };
        if begins && is_answer(self.operation, response.status) {
            return Ok(Answer::Begun(response));
        }
        let Response { status, headers, body } = response;
        let (bytes, broken) = body.bytes(deadline).await;
        let whole = RawResponse::new(status, headers, bytes);
        match broken {
            None => Ok(Answer::Whole(whole)),
            Some(error) => Err(Failure::Broken(whole, error)),
        }
    }

    /// How long to wait before another attempt; `None` when there is none.
    fn pause(&self, outcome: &Result<Answer, Failure>, already: u32) -> Option<Duration> {
        let asked = match outcome {
            Ok(Answer::Whole(response)) if retries::is_passing(response.status()) => {
                retries::asked(response.status(), response.headers())
            }
            Err(Failure::Transport(error) | Failure::Broken(_, error))
                if retries::may_pass(error.reason()) =>
            {
                None
            }
            _ => return None,
        };
        let retries: Retries = self.options.retries.unwrap_or_default();
        let pause = retries.pause(&endpoint::method(self.operation).ok()?, already, asked)?;
        // A body that cannot be made again was a stream.
        self.plain_parts(&Hop::default()).is_ok().then_some(pause)
    }

    /// The error with the address that was called. The address is made anew: a call that succeeds does not pay for it.
    pub(crate) fn located(&self, error: Error) -> Error {
        if let Some(address) = self.at {
            return error.at(address);
        }
        let address = self.address();
        let base = address.map(|address| Base { address, values: &self.client.values });
        match base.map(self.write) {
            Ok(Ok(parts)) if parts.secrecy == Secrecy::Open => error.at(&parts.target),
            _ => error,
        }
    }
}
