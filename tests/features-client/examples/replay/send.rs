// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! One request through the typed client.

use std::time::Duration;

use super::curl::Parts;
use super::report::Outcome;
use crate::client::runtime::replay::{AnyEndpoint, Call, Saved};
use crate::client::runtime::{
    Api, BuildError, Client, Credential, Error, ErrorKind, RawResponse, Retries, reqwest_builder,
};

/// Stands in for the address of a server that is not called.
const NO_SERVER: &str = "http://unset.invalid";

/// The calls of one collection, in its order.
#[derive(Debug)]
pub struct Calls<A: Api>(pub &'static [Call<A>]);

/// What a client has to be told for one request.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// The server of the request, with its address.
    pub server: Option<(usize, String)>,
    /// The credentials of the request, with their parameters.
    pub auth: Option<(usize, Vec<(String, String)>)>,
}

/// What all requests share: connections, and the machine that drives them.
#[derive(Debug)]
pub struct Sender {
    transport: reqwest::Client,
    driver: tokio::runtime::Runtime,
    timeout: Duration,
}

impl Sender {
    /// A sender that follows no redirects, and waits this long for a response.
    ///
    /// # Errors
    ///
    /// A line for people that says why there is no transport.
    pub fn new(timeout: Duration) -> Result<Self, String> {
        let transport = reqwest_builder().map_err(|error| error.to_string())?.build();
        let driver = tokio::runtime::Builder::new_current_thread().enable_all().build();
        Ok(Self {
            transport: transport.map_err(|error| error.to_string())?,
            driver: driver.map_err(|error| error.to_string())?,
            timeout,
        })
    }
}

/// The calls of one collection, whatever its API.
pub trait AnyApi {
    /// Sends the request at a position. Returns the response too, if there is one.
    fn send(
        &self,
        position: usize,
        saved: &Saved,
        setup: &Setup,
        sender: &Sender,
    ) -> (Outcome, Option<RawResponse>);

    /// What would be sent.
    fn parts(
        &self,
        position: usize,
        saved: &Saved,
        setup: &Setup,
        sender: &Sender,
    ) -> Result<Parts, String>;
}

impl<A: Api> AnyApi for Calls<A> {
    fn send(
        &self,
        position: usize,
        saved: &Saved,
        setup: &Setup,
        sender: &Sender,
    ) -> (Outcome, Option<RawResponse>) {
        let (client, endpoint) = match self.prepare(position, saved, setup, sender) {
            Ok(prepared) => prepared,
            Err(reason) => return (Outcome::Unsupported(reason), None),
        };
        match sender.driver.block_on(client.send_any(&*endpoint)) {
            Ok((response, value)) => {
                (Outcome::Ok(response.status().as_u16(), value), Some(response))
            }
            Err(error) => (failed(&error), error.response().cloned()),
        }
    }

    fn parts(
        &self,
        position: usize,
        saved: &Saved,
        setup: &Setup,
        sender: &Sender,
    ) -> Result<Parts, String> {
        let (client, endpoint) = self.prepare(position, saved, setup, sender)?;
        let (method, parts) = client.parts_of(&*endpoint).map_err(|error| error.to_string())?;
        let scheme =
            setup.auth.as_ref().and_then(|(auth, _)| A::AUTHS.get(*auth)).map(|auth| auth.scheme);
        Parts::new(&method, parts, scheme).map_err(|error| error.to_string())
    }
}

/// A request that is ready: a client for it, and its endpoint.
type Prepared<A> = (Client<A>, Box<dyn AnyEndpoint<A>>);

impl<A: Api> Calls<A> {
    fn prepare(
        &self,
        position: usize,
        saved: &Saved,
        setup: &Setup,
        sender: &Sender,
    ) -> Result<Prepared<A>, String> {
        let call = self.0.get(position);
        let call = call.ok_or("the program has no such request: replay.json is of another one")?;
        let endpoint = call(saved).map_err(|fault| fault.to_string())?;
        let of = |setup: &Setup| client(setup, sender).map_err(|error| error.to_string());
        let mut client = of(setup)?;
        if setup.auth.is_some()
            && client.parts_of(&*endpoint).is_err_and(|error| is_of_credentials(&error))
        {
            client = of(&Setup { auth: None, ..setup.clone() })?;
        }
        Ok((client, endpoint))
    }
}

/// Whether no request can be signed with the saved credentials. Postman sends it without them then.
fn is_of_credentials(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Build(BuildError::Auth(problem)) if problem.is_of_parameters())
}

/// A client for one request. Its credentials and headers may hold values that are made anew each time.
fn client<A: Api>(setup: &Setup, sender: &Sender) -> Result<Client<A>, Error> {
    let mut builder = Client::<A>::builder()
        .reqwest_client(sender.transport.clone())
        .redirects(0)
        .timeout(sender.timeout)
        .retries(Retries::none());
    if A::SERVERS.first().is_some_and(|server| server.default.is_none()) {
        // The main server may have no address that matters to this request.
        builder = builder.server(0, NO_SERVER);
    }
    if let Some((index, address)) = &setup.server {
        builder = builder.server(*index, with_scheme(address));
    }
    if let Some((index, parameters)) = &setup.auth
        && let Some(auth) = A::AUTHS.get(*index)
    {
        builder = builder.credential(*index, Credential::from_parameters(auth.scheme, parameters)?);
    }
    builder.build()
}

/// Postman takes an address without a scheme for one of plain HTTP.
fn with_scheme(address: &str) -> String {
    if address.contains("://") { address.to_owned() } else { format!("http://{address}") }
}

/// What an error of the client means.
fn failed(error: &Error) -> Outcome {
    let status = error.status().map_or(0, |status| status.as_u16());
    match error.kind() {
        // It is the transport that cannot go there.
        ErrorKind::Build(BuildError::Url { .. }) => Outcome::TransportError(error.to_string()),
        ErrorKind::Build(_) => Outcome::Unsupported(error.to_string()),
        ErrorKind::Status(_) => Outcome::ApiError(status, error.to_string()),
        ErrorKind::Decode { .. } => Outcome::DecodeError(status, error.to_string()),
        _ => Outcome::TransportError(error.to_string()),
    }
}
