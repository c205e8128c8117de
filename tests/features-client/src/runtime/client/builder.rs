// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Setting a client up.

use super::super::{
    Api, BuildError, CallOptions, Client, Credential, Error, Text, ValueSpec, addresses,
    header_value,
};
#[cfg(feature = "client")]
use super::super::{Hook, Retries, Transport};
#[cfg(feature = "client")]
use super::hook::Hooks;
use super::options::without_slash;
use super::{Held, Inner, Server};
use http::HeaderMap;
use http::header::USER_AGENT;
use std::fmt;
use std::marker::PhantomData;
#[cfg(feature = "client")]
use std::sync::Arc;
#[cfg(feature = "client")]
use std::time::Duration;

/// Sets a client up. What is not set is as the collection has it.
pub struct ClientBuilder<A: Api> {
    settings: Settings,
    api: PhantomData<fn() -> A>,
}

/// What has been set; the same type for every API.
struct Settings {
    servers: Vec<Server>,
    credentials: Vec<Held>,
    values: Vec<Option<Text>>,
    user_agent: String,
    options: CallOptions,
    #[cfg(feature = "client")]
    calls: Calls,
}

/// How requests are sent.
#[cfg(feature = "client")]
struct Calls {
    transport: Option<Arc<dyn Transport>>,
    hooks: Hooks,
    #[cfg(feature = "reqwest")]
    reqwest: super::super::transport::by_reqwest::Setup,
}

impl<A: Api> ClientBuilder<A> {
    pub(crate) fn new() -> Self {
        let server = |spec: &super::super::ServerSpec| Server {
            setting: spec.name,
            address: spec.default.map(str::to_owned),
        };
        let held =
            |spec: &super::super::AuthSpec| Held { settings: spec.settings, credential: None };
        let settings = Settings {
            servers: A::SERVERS.iter().map(server).collect(),
            credentials: A::AUTHS.iter().map(held).collect(),
            values: ValueSpec::defaults(A::VALUES),
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")).to_owned(),
            options: CallOptions::default(),
            #[cfg(feature = "client")]
            calls: Calls {
                transport: None,
                hooks: Vec::new(),
                #[cfg(feature = "reqwest")]
                reqwest: Default::default(),
            },
        };
        ClientBuilder { settings, api: PhantomData }
    }

    /// The address of the API. A `/` at its end is dropped: paths start with one.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        self.server(0, without_slash(url.into()))
    }

    /// The address of a server of the API, exactly as given.
    pub fn server(mut self, index: usize, url: impl Into<String>) -> Self {
        if let Some(server) = self.settings.servers.get_mut(index) {
            server.address = Some(url.into());
        }
        self
    }

    /// A set of credentials of the API.
    pub fn credential(mut self, index: usize, credential: Credential) -> Self {
        if let Some(held) = self.settings.credentials.get_mut(index) {
            held.credential = Some(credential);
        }
        self
    }

    /// A value that most requests of the API send, unless one has its own.
    pub fn value(mut self, index: usize, value: impl Into<Text>) -> Self {
        if let Some(shared) = self.settings.values.get_mut(index) {
            *shared = Some(value.into());
        }
        self
    }

    /// Who is calling. The default is the name and the version of this crate.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.settings.user_agent = name.into();
        self
    }

    /// Options of all calls. [`Client::with`] sets them for some.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.settings.options = options.over(&self.settings.options);
        self
    }

    /// The client. It fails when the API has no address, or when a header cannot be sent.
    pub fn build(self) -> Result<Client<A>, Error> {
        self.settings
            .build()
            .map(|(inner, options)| Client::new(inner, options))
            .map_err(Error::set_up)
    }
}

#[cfg(feature = "client")]
impl<A: Api> ClientBuilder<A> {
    /// What carries the requests, in place of `reqwest`.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.settings.calls.transport = Some(Arc::new(transport));
        self
    }

    /// Takes any certificate of a server, also those that nobody vouches for: who stands between can then read and change
    /// everything. For tests with servers of your own. A given [`reqwest_client`](Self::reqwest_client) has its own setting.
    #[cfg(any(feature = "aws-lc", feature = "native-tls", feature = "rustls"))]
    pub fn accept_invalid_certificates(mut self) -> Self {
        self.settings.calls.reqwest.certificates =
            super::super::transport::by_reqwest::Certificates::Any;
        self
    }

    /// Sees and changes every request. Hooks take their turns in the order in which they were added.
    pub fn hook(mut self, hook: impl Hook + 'static) -> Self {
        self.settings.calls.hooks.push(Box::new(hook));
        self
    }

    /// How many redirects are followed at most; 0 turns them off. The default is 10.
    pub fn redirects(self, max: u32) -> Self {
        self.options(CallOptions::new().redirects(max))
    }

    /// How long a call may take in all. The default is no limit.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.options(CallOptions::new().timeout(timeout))
    }

    /// How often, and after which pauses, a request that failed is sent again. The default is twice, where it does no harm.
    pub fn retries(self, retries: Retries) -> Self {
        self.options(CallOptions::new().retries(retries))
    }
}

#[cfg(feature = "reqwest")]
impl<A: Api> ClientBuilder<A> {
    /// Sends requests with a `reqwest` client that is set up already (proxies, root certificates, pools …). Turn its redirects
    /// off: the client follows them itself. `runtime::reqwest_builder()` returns a builder to start from.
    pub fn reqwest_client(self, client: reqwest::Client) -> Self {
        self.transport(client)
    }

    /// How long it may take to connect. The default is no limit. A given [`reqwest_client`](Self::reqwest_client) has its own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.calls.reqwest.connect_timeout = Some(timeout);
        self
    }
}

#[cfg(feature = "client")]
impl Calls {
    fn build(self) -> Result<(Arc<dyn Transport>, Hooks), BuildError> {
        #[cfg(feature = "reqwest")]
        let default = || self.reqwest.transport();
        #[cfg(not(feature = "reqwest"))]
        let default = || Err(BuildError::NoTransport);
        Ok((self.transport.map_or_else(default, Ok)?, self.hooks))
    }
}

impl Settings {
    fn build(self) -> Result<(Inner, CallOptions), BuildError> {
        let servers = expanded(&self.servers);
        if let (Some(Server { setting, address: None }), None) =
            (servers.first(), &self.options.base_url)
        {
            return Err(BuildError::NoServer { setting });
        }
        let mut headers = HeaderMap::new();
        if !self.user_agent.is_empty() {
            headers.insert(USER_AGENT, header_value(USER_AGENT.as_str(), &self.user_agent)?);
        }
        #[cfg(feature = "client")]
        let (transport, hooks) = self.calls.build()?;
        let inner = Inner {
            #[cfg(feature = "client")]
            addresses: servers
                .iter()
                .map(|server| super::address::Parsed::of(server.address.as_deref()?))
                .collect(),
            servers,
            credentials: self.credentials,
            headers,
            values: self.values,
            #[cfg(feature = "client")]
            transport,
            #[cfg(feature = "client")]
            hooks,
        };
        Ok((inner, self.options))
    }
}

/// The servers with complete addresses: what one takes from other settings is filled in.
fn expanded(servers: &[Server]) -> Vec<Server> {
    let settings: Vec<_> =
        servers.iter().map(|server| (server.setting, server.address.as_deref())).collect();
    let server = |(position, server): (usize, &Server)| match addresses::expand(&settings, position)
    {
        Ok(address) => Server { setting: server.setting, address: Some(address) },
        Err(setting) => Server { setting, address: None },
    };
    servers.iter().enumerate().map(server).collect()
}

/// Shows which credentials are there, not what they are.
impl<A: Api> fmt::Debug for ClientBuilder<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("api", &A::NAME).finish_non_exhaustive()
    }
}
