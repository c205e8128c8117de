// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A client for code that is not async.

use super::super::{
    Answer, Api, BuildError, CallOptions, ClientBuilder, Endpoint, Error, EventStream, Exchange,
    Paginate,
};
use std::fmt;
use std::io::Write;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};

/// A client whose calls return when the answer is there. It brings its own thread for the connections; never use it within
/// an async function.
pub struct Client<A: Api> {
    client: super::super::Client<A>,
    runtime: Arc<Runtime>,
}

impl<A: Api> Client<A> {
    /// The same client, for code that is not async.
    pub fn new(client: super::super::Client<A>) -> Result<Self, Error> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime =
            runtime.map_err(|error| Error::set_up(BuildError::Transport(error.into())))?;
        Ok(Client { client, runtime: Arc::new(runtime) })
    }

    /// The same client with other options, for one call or for many.
    pub fn with(&self, options: CallOptions) -> Self {
        Client { client: self.client.with(options), runtime: self.runtime.clone() }
    }

    /// Sends a request and writes its answer to a file, or to whatever takes bytes; returns their number.
    pub fn download<E: Endpoint<Api = A>>(
        &self,
        endpoint: &E,
        writer: &mut impl Write,
    ) -> Result<u64, Error> {
        self.runtime
            .block_on(async { self.client.download(endpoint).await?.write_to(writer).await })
    }

    /// Sends a request and reads its answer.
    pub fn send<E: Endpoint<Api = A>>(&self, endpoint: &E) -> Result<E::Output, Error> {
        self.runtime.block_on(self.client.send(endpoint))
    }

    /// Sends a request and returns the items of its response as they arrive.
    ///
    /// # Errors
    ///
    /// Fails when the request cannot be sent, or when its response is not a success. An item that does not decode is an
    /// error, after which the stream goes on.
    pub fn stream<T: Answer + 'static>(
        &self,
        endpoint: &impl Endpoint<Api = A>,
    ) -> Result<Items<T>, Error> {
        let items = self.runtime.block_on(self.client.stream::<T>(endpoint))?;
        Ok(Items { runtime: self.runtime.clone(), items })
    }

    /// The pages of a list, each asked for when it is needed.
    pub fn pages<E: Paginate<Api = A> + 'static>(
        &self,
        first: &E,
    ) -> impl Iterator<Item = Result<E::Output, Error>> + use<A, E> {
        let (runtime, mut pages) = (self.runtime.clone(), first.pages(&self.client));
        std::iter::from_fn(move || runtime.block_on(pages.next()))
    }

    /// The items of all pages of a list.
    pub fn items<E: Paginate<Api = A> + 'static>(
        &self,
        first: &E,
    ) -> impl Iterator<Item = Result<E::Item, Error>> + use<A, E>
    where
        E::Item: Unpin,
    {
        let (runtime, mut items) = (self.runtime.clone(), first.items(&self.client));
        std::iter::from_fn(move || runtime.block_on(items.next()))
    }

    /// Sends a request and reads its answer with its status and headers.
    pub fn exchange<E: Endpoint<Api = A>>(
        &self,
        endpoint: &E,
    ) -> Result<Exchange<E::Output>, Error> {
        self.runtime.block_on(self.client.exchange(endpoint))
    }
}

/// The items of a response, as they arrive. Dropping it closes the connection.
#[derive(Debug)]
pub struct Items<T> {
    runtime: Arc<Runtime>,
    items: EventStream<T>,
}

impl<T: Answer> Iterator for Items<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.runtime.block_on(self.items.next())
    }
}

impl<A: Api> ClientBuilder<A> {
    /// The client, for code that is not async.
    pub fn build_blocking(self) -> Result<Client<A>, Error> {
        self.build().and_then(Client::new)
    }
}

impl<A: Api> Clone for Client<A> {
    fn clone(&self) -> Self {
        Client { client: self.client.clone(), runtime: self.runtime.clone() }
    }
}

impl<A: Api> fmt::Debug for Client<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(f)
    }
}
