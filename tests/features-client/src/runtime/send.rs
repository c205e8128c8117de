// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Calls: attempts at one, until there is an answer that counts or no more time.

use super::call::Failure;
use super::client::{Call, decoded, is_answer};
use super::deadline::{Deadline, End};
use super::redirect::Hop;
use super::transport::{Incoming, Response};
use super::{Api, Client, Download, Endpoint, Error, Exchange, RawResponse, Retries, endpoint, retries};
use std::time::Duration;

impl<A: Api> Client<A> {
    /// Sends a request and reads its answer.
    pub async fn send<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<E::Output, Error> {
        self.exchange(endpoint).await.map(Exchange::into_body)
    }

    /// Sends a request and reads its answer with its status and headers.
    pub async fn exchange<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<Exchange<E::Output>, Error> {
        let write = |base: &str| endpoint.write_to(base);
        let call = self.call(const { &E::OPERATION }, &write);
        let answer = call.send().await;
        answer.and_then(decoded::<E>).map_err(|error| call.located(error))
    }

    /// Sends a request, and gives the answer when it begins: its body comes piece by piece, however long it is.
    pub async fn download<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<Download, Error> {
        let write = |base: &str| endpoint.write_to(base);
        let call = self.call(const { &E::OPERATION }, &write);
        let begun = call.begin().await;
        begun.map_err(|error| call.located(error))
    }
}

/// How much of an answer is awaited. That of an error is always read as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Head,
}

impl Call<'_> {
    /// The whole answer.
    pub(crate) async fn send(&self) -> Result<RawResponse, Error> {
        let mut deadline = self.deadline();
        let response = self.run(Extent::Whole, &mut deadline).await?;
        let Response { status, headers, body } = response;
        match body.bytes().await {
            Ok(bytes) => Ok(RawResponse::new(status, headers, bytes)),
            Err(error) => Err(Error::transport(self.operation, error)),
        }
    }

    /// The answer when it has begun, or the whole of an error.
    async fn begin(&self) -> Result<Download, Error> {
        let mut deadline = self.deadline();
        let response = self.run(Extent::Head, &mut deadline).await?;
        if is_answer(self.operation, response.status) {
            return Ok(Download::new(self.operation, response, deadline));
        }
        let Response { status, headers, body } = response;
        let bytes = body.bytes().await.map_err(|error| Error::transport(self.operation, error))?;
        Err(Error::status_error(self.operation, RawResponse::new(status, headers, bytes)))
    }

    fn deadline(&self) -> Option<Deadline> {
        self.options.timeout.map(|timeout| Deadline::new(&*self.client.transport, timeout))
    }

    async fn run(&self, extent: Extent, deadline: &mut Option<Deadline>) -> Result<Response, Error> {
        let end = deadline.as_ref().map(Deadline::when);
        let work = self.attempts(extent, end);
        #[cfg(feature = "tracing")]
        let work = super::trace::call(self.operation, work);
        let done = match deadline {
            None => work.await,
            Some(deadline) => deadline.end(work).await,
        };
        done.map_err(|failure| match failure {
            Failure::Build(error) => Error::build(self.operation, error),
            Failure::Transport(error) => Error::transport(self.operation, error),
        })
    }

    /// Sends the request until the answer is one that stays, or the last one.
    async fn attempts(&self, extent: Extent, end: Option<End>) -> Result<Response, Failure> {
        let mut already = 0;
        loop {
            let outcome = self.attempt(extent).await;
            let pause = self.pause(&outcome, already).filter(|pause| end.is_none_or(|end| end.is_after(*pause)));
            let Some(pause) = pause else { return outcome };
            #[cfg(feature = "tracing")]
            super::trace::retry(already, pause);
            self.client.transport.sleep(pause).await;
            already += 1;
        }
    }

    async fn attempt(&self, extent: Extent) -> Result<Response, Failure> {
        let mut response = self.answer().await?;
        if extent == Extent::Whole || !is_answer(self.operation, response.status) {
            response.body = Incoming::from(response.body.bytes().await?);
        }
        Ok(response)
    }

    /// How long to wait before another attempt; `None` when there is none.
    fn pause(&self, outcome: &Result<Response, Failure>, already: u32) -> Option<Duration> {
        let asked = match outcome {
            Ok(response) if retries::is_passing(response.status) => retries::asked(&response.headers),
            Err(Failure::Transport(error)) if retries::may_pass(error.reason()) => None,
            _ => return None,
        };
        let retries: Retries = self.options.retries.unwrap_or_default();
        let pause = retries.pause(&endpoint::method(self.operation).ok()?, already, asked)?;
        // A body that cannot be made again was a stream.
        self.plain_parts(&Hop::default()).is_ok().then_some(pause)
    }

    /// The error with the address that was called. The address is made anew: a call that succeeds does not pay for it.
    pub(crate) fn located(&self, error: Error) -> Error {
        match self.address().map(self.write) {
            Ok(Ok(parts)) => error.at(&parts.target),
            _ => error,
        }
    }
}
