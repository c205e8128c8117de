// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A client: addresses, credentials, headers and a transport.

#[cfg(feature = "client")]
pub(crate) mod address;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub mod blocking;
pub mod builder;
#[cfg(feature = "client")]
pub(crate) mod call;
#[cfg(feature = "client")]
pub(crate) mod deadline;
#[cfg(feature = "client")]
pub mod hook;
pub mod options;
pub mod redirect;
pub mod retries;
#[cfg(feature = "client")]
mod send;
#[cfg(feature = "client")]
pub(crate) mod streams;
#[cfg(all(feature = "client", feature = "tracing"))]
mod trace;

use self::redirect::{Hop, Payload, Trust};
use super::endpoint::method;
use super::{
    Api, Base, Body, BuildError, CallOptions, Credential, Endpoint, Error, Exchange, Operation,
    Outgoing, Parts, RawResponse, Text,
};
use http::header::{HeaderMap, USER_AGENT};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A client of an API. Clones share one set of connections.
pub struct Client<A: Api> {
    pub(crate) inner: Arc<Inner>,
    pub(crate) options: Arc<CallOptions>,
    api: PhantomData<fn() -> A>,
}

/// What a client knows; the same type for every API, so that it is compiled once.
pub(crate) struct Inner {
    pub(crate) servers: Vec<Server>,
    pub(crate) credentials: Vec<Held>,
    pub(crate) headers: HeaderMap,
    /// A value for each of [`Api::VALUES`].
    pub(crate) values: Vec<Option<Text>>,
    /// The addresses of the servers, parsed.
    #[cfg(feature = "client")]
    pub(crate) addresses: Vec<Option<self::address::Parsed>>,
    #[cfg(feature = "client")]
    pub(crate) transport: Arc<dyn super::transport::Transport>,
    #[cfg(feature = "client")]
    pub(crate) hooks: self::hook::Hooks,
}

/// A server and its address. Without one, `setting` is the one that has no value.
pub(crate) struct Server {
    pub(crate) setting: &'static str,
    pub(crate) address: Option<String>,
}

/// How a set of credentials travels, and the set when there is one.
pub(crate) struct Held {
    pub(crate) settings: &'static [(&'static str, &'static str)],
    pub(crate) credential: Option<Credential>,
}

/// Writes the request to that server, with these values.
pub(crate) type Write<'a> = &'a (dyn Fn(Base<'_>) -> Result<Parts, BuildError> + Send + Sync);

/// A request of a client. It is not generic, so that what is done with it is compiled once and not for each endpoint.
pub(crate) struct Call<'a> {
    pub(crate) client: &'a Inner,
    pub(crate) options: &'a CallOptions,
    pub(crate) operation: &'static Operation,
    pub(crate) write: Write<'a>,
    /// Where it goes, when that is not its own address: an answer said so.
    #[cfg(feature = "client")]
    pub(crate) at: Option<&'a str>,
}

impl<A: Api> Client<A> {
    /// A client to be set up.
    pub fn builder() -> super::ClientBuilder<A> {
        super::ClientBuilder::new()
    }

    pub(crate) fn new(inner: Inner, options: CallOptions) -> Self {
        Client { inner: Arc::new(inner), options: Arc::new(options), api: PhantomData }
    }

    /// The same client with other options, for one call or for many. Connections are shared.
    pub fn with(&self, options: CallOptions) -> Self {
        Client {
            inner: self.inner.clone(),
            options: Arc::new(options.over(&self.options)),
            api: PhantomData,
        }
    }

    pub(crate) fn call<'a>(&'a self, operation: &'static Operation, write: Write<'a>) -> Call<'a> {
        Call {
            client: &self.inner,
            options: &self.options,
            operation,
            write,
            #[cfg(feature = "client")]
            at: None,
        }
    }

    /// The request as it would be sent, for any other transport. The credentials are in it.
    pub fn request<E: Endpoint<Api = A>>(
        &self,
        endpoint: &E,
    ) -> Result<http::Request<Body>, Error> {
        let operation = const { &E::OPERATION };
        let made = method(operation).and_then(|method| {
            let hop = Hop::first(method);
            let parts = self.call(operation, &|base| endpoint.write_to(base)).parts(&hop)?;
            http_request(hop.method, parts)
        });
        made.map_err(|error| Error::build(operation, error))
    }
}

impl<A: Api> Clone for Client<A> {
    fn clone(&self) -> Self {
        Client { inner: self.inner.clone(), options: self.options.clone(), api: PhantomData }
    }
}

impl<A: Api> fmt::Debug for Client<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let servers = self.inner.servers.iter().filter_map(|server| server.address.as_deref());
        f.debug_struct("Client")
            .field("api", &A::NAME)
            .field("servers", &servers.collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl Call<'_> {
    /// The request with everything that the client adds.
    pub(crate) fn parts(&self, hop: &Hop) -> Result<Parts, BuildError> {
        let operation = self.operation;
        let mut parts = self.plain_parts(hop)?;
        if let Some(held) = self.held()
            && let Some(credential) = &held.credential
        {
            match hop.trust {
                Trust::Own => credential.put(held.settings, &mut self.outgoing(hop, &mut parts))?,
                Trust::Foreign if operation.settings.keep_authorization => {
                    // Only its header may travel: what it adds to the URL goes to a copy.
                    let target = parts.target.clone();
                    credential.put(held.settings, &mut self.outgoing(hop, &mut parts))?;
                    parts.target = target;
                }
                Trust::Foreign => {}
            }
        }
        if hop.trust == Trust::Foreign {
            redirect::strip(&mut parts.headers, &operation.settings);
        }
        Ok(parts)
    }

    /// The request without credentials.
    pub(crate) fn plain_parts(&self, hop: &Hop) -> Result<Parts, BuildError> {
        let mut parts =
            (self.write)(Base { address: self.address()?, values: &self.client.values })?;
        match &hop.url {
            Some(url) => parts.target.clone_from(url),
            None => self.options.add_query(&mut parts.target),
        }
        if hop.payload == Payload::Dropped {
            parts.body = Body::empty();
            redirect::strip_payload(&mut parts.headers);
        }
        self.options.set_headers(&mut parts)?;
        let without = self.operation.settings.without_headers;
        for (name, value) in &self.client.headers {
            let unwanted = *name == USER_AGENT
                && without.iter().any(|out| out.eq_ignore_ascii_case(name.as_str()));
            if !unwanted && !parts.headers.contains_key(name) {
                parts.headers.append(name.clone(), value.clone());
            }
        }
        Ok(parts)
    }

    /// Where a request goes.
    pub(crate) fn address(&self) -> Result<&str, BuildError> {
        let server = self.client.servers.get(self.operation.server);
        let own = server.and_then(|server| server.address.as_deref());
        let missing =
            || BuildError::NoServer { setting: server.map_or("base_url", |server| server.setting) };
        self.options.base_url.as_deref().or(own).ok_or_else(missing)
    }

    /// The request for what may change it.
    pub(crate) fn outgoing<'a>(&'a self, hop: &'a Hop, parts: &'a mut Parts) -> Outgoing<'a> {
        let Parts { target, headers, body, .. } = parts;
        Outgoing {
            method: &hop.method,
            url: target,
            headers,
            body,
            settings: &self.operation.settings,
        }
    }

    pub(crate) fn held(&self) -> Option<&Held> {
        self.client.credentials.get(self.operation.auth?)
    }

    /// An address; a path alone is one on the main server.
    #[cfg(feature = "client")]
    pub(crate) fn absolute(&self, address: &http::Uri) -> String {
        let main = self.client.servers.first().and_then(|server| server.address.as_deref());
        match main.filter(|_| address.authority().is_none()) {
            Some(main) => format!("{main}{address}"),
            None => address.to_string(),
        }
    }
}

/// The parts as a request of the `http` crate.
pub(crate) fn http_request(
    method: http::Method,
    parts: Parts,
) -> Result<http::Request<Body>, BuildError> {
    let target = if parts.target.is_empty() { "/" } else { &parts.target };
    let mut request = http::Request::new(parts.body);
    *request.uri_mut() =
        target.parse().map_err(|error| BuildError::Url { reason: format!("{error}") })?;
    *request.method_mut() = method;
    *request.headers_mut() = parts.headers;
    Ok(request)
}

/// Whether the answer is one that the endpoint reads.
pub(crate) fn is_answer(operation: &Operation, status: http::StatusCode) -> bool {
    status.is_success() || operation.redirects.contains(&status.as_u16())
}

/// Reads an answer.
pub(crate) fn decoded<E: Endpoint>(response: RawResponse) -> Result<Exchange<E::Output>, Error> {
    let operation = const { &E::OPERATION };
    if !is_answer(operation, response.status()) {
        return Err(Error::status_error(operation, response));
    }
    match E::read(&response) {
        Ok(body) => Ok(Exchange::new(response, body)),
        Err(error) => {
            let error = response.unpacked().err().unwrap_or(error);
            Err(Error::decode(operation, response, error))
        }
    }
}
