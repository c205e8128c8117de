// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What the emitted code says about an API and about each of its endpoints.

use super::response::documented::DocumentedEntry;
use super::{
    Answer, Body, BuildError, DecodeError, Error, Parts, RawResponse, RequestBuilder, Text,
    addresses,
};
use bytes::Bytes;

/// An API: what is known about it before any client is built.
pub trait Api: Send + Sync + 'static {
    /// Its name.
    const NAME: &'static str;
    /// Its servers; the first is the main one.
    const SERVERS: &'static [ServerSpec];
    /// The sets of credentials that its endpoints use.
    const AUTHS: &'static [AuthSpec];
    /// Values that most of its requests send, which a client has to be told once.
    const VALUES: &'static [ValueSpec] = &[];
}

/// An address of an API, or a part that addresses have in common.
#[derive(Debug, Clone, Copy)]
pub struct ServerSpec {
    /// The setting of the client builder that gives it.
    pub name: &'static str,
    /// Its value unless set. `{name}` stands for the value of another setting, which it follows: `{base_url}/auth`.
    pub default: Option<&'static str>,
}

/// A value that most requests of an API send: in their path, their query or a header.
#[derive(Debug, Clone, Copy)]
pub struct ValueSpec {
    /// The setting of the client builder that gives it.
    pub name: &'static str,
    /// Its value unless set.
    pub default: Option<&'static str>,
}

impl ValueSpec {
    /// The values of an API when no setting says otherwise.
    pub(crate) fn defaults(specs: &[ValueSpec]) -> Vec<Option<Text>> {
        specs.iter().map(|spec| spec.default.map(Text::from)).collect()
    }
}

/// Where a request goes, and what the client has for the values that requests share.
#[derive(Debug, Clone, Copy, Default)]
pub struct Base<'a> {
    /// The address of the server; empty for a request in origin form.
    pub address: &'a str,
    /// A value for each of [`Api::VALUES`].
    pub values: &'a [Option<Text>],
}

impl<'a> From<&'a str> for Base<'a> {
    fn from(address: &'a str) -> Self {
        Base { address, values: &[] }
    }
}

impl<'a> From<&'a String> for Base<'a> {
    fn from(address: &'a String) -> Self {
        address.as_str().into()
    }
}

/// A set of credentials.
#[derive(Debug, Clone, Copy)]
pub struct AuthSpec {
    /// The setting of the client builder that gives it.
    pub name: &'static str,
    /// The scheme.
    pub scheme: Scheme,
    /// How it travels, in Postman's words (`in`, `key`, `addTokenTo` …). None of them is secret.
    pub settings: &'static [(&'static str, &'static str)],
}

/// Schemes of authentication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// A token in `Authorization`.
    Bearer,
    /// A user name and a password.
    Basic,
    /// A key in a header or in the query.
    ApiKey,
    /// An OAuth 2 access token.
    OAuth2,
    /// OAuth 1.0a signatures.
    OAuth1,
    /// HTTP digest.
    Digest,
    /// Hawk.
    Hawk,
    /// AWS signature version 4.
    AwsV4,
    /// A signed JSON web token.
    Jwt,
    /// Atlassian's service tokens.
    Asap,
    /// Akamai EdgeGrid.
    EdgeGrid,
    /// Windows' NTLM.
    Ntlm,
}

/// What is fixed about an endpoint.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// The method.
    pub method: &'static str,
    /// The path with its parameters, for people.
    pub path: &'static str,
    /// Its server: a position in [`Api::SERVERS`].
    pub server: usize,
    /// Its credentials: a position in [`Api::AUTHS`].
    pub auth: Option<usize>,
    /// Documented redirections, which are answers like any other.
    pub redirects: &'static [u16],
    /// Documented errors.
    pub errors: &'static [DocumentedEntry],
    /// How it is sent.
    pub settings: Settings,
}

impl Operation {
    /// An operation of the main server: without credentials, and with nothing unusual about it.
    pub const fn new(method: &'static str, name: &'static str, path: &'static str) -> Self {
        Operation {
            name,
            method,
            path,
            server: 0,
            auth: None,
            redirects: &[],
            errors: &[],
            settings: Settings::DEFAULT,
        }
    }

    /// Of another server: a position in [`Api::SERVERS`].
    pub const fn server(self, server: usize) -> Self {
        Operation { server, ..self }
    }

    /// With credentials: a position in [`Api::AUTHS`].
    pub const fn auth(self, auth: usize) -> Self {
        Operation { auth: Some(auth), ..self }
    }

    /// Documented redirections are answers.
    pub const fn redirects(self, redirects: &'static [u16]) -> Self {
        Operation { redirects, ..self }
    }

    /// Documented errors.
    pub const fn errors(self, errors: &'static [DocumentedEntry]) -> Self {
        Operation { errors, ..self }
    }

    /// Sent in an unusual way.
    pub const fn settings(self, settings: Settings) -> Self {
        Operation { settings, ..self }
    }
}

/// How a request is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Follow redirects, whatever the client does.
    pub follow_redirects: Option<bool>,
    /// Follow at most as many.
    pub max_redirects: Option<u32>,
    /// Keep the method when a redirect is followed, where it would become `GET`.
    pub keep_method: bool,
    /// Keep `Authorization` when a redirect leads to another host.
    pub keep_authorization: bool,
    /// Raw texts in the URL are not escaped at all.
    pub raw_url: bool,
    /// Signatures over headers hold the content type too: it was written by hand, or Postman knows it when it signs.
    pub signed_type: bool,
    /// Headers that the client must not add by itself.
    pub without_headers: &'static [&'static str],
}

impl Settings {
    /// What applies when a collection says nothing.
    pub const DEFAULT: Settings = Settings {
        follow_redirects: None,
        max_redirects: None,
        keep_method: false,
        keep_authorization: false,
        raw_url: false,
        signed_type: false,
        without_headers: &[],
    };
}

impl Default for Settings {
    fn default() -> Self {
        Settings::DEFAULT
    }
}

/// A request of an API with its arguments: a plain value that knows how to write itself and how to read its answer.
pub trait Endpoint: Sized + Send + Sync {
    /// The API.
    type Api: Api;
    /// What it answers.
    type Output: Answer;
    /// What is fixed about it.
    const OPERATION: Operation;

    /// Writes the request.
    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError>;

    /// Reads the answer: a success, or a documented redirection.
    fn read(response: &RawResponse) -> Result<Self::Output, DecodeError> {
        Self::Output::of(response)
    }

    /// The request, for any transport: to the collection's own server (in origin form when it has no address), without
    /// credentials.
    fn request(&self) -> Result<http::Request<Body>, Error> {
        let servers: Vec<_> =
            Self::Api::SERVERS.iter().map(|server| (server.name, server.default)).collect();
        let address = addresses::expand(&servers, Self::OPERATION.server).unwrap_or_default();
        let values = ValueSpec::defaults(Self::Api::VALUES);
        let method = method(&Self::OPERATION);
        self.write_to(Base { address: &address, values: &values })
            .and_then(|parts| super::client::http_request(method?, parts))
            .map_err(|error| Error::build(const { &Self::OPERATION }, error))
    }

    /// The parts of the request to a server.
    fn write_to<'a>(&self, base: impl Into<Base<'a>>) -> Result<Parts, BuildError> {
        let mut request = RequestBuilder::new(base, &Self::OPERATION.settings);
        self.write(&mut request)?;
        request.finish()
    }

    /// Reads an answer that came by any transport.
    fn decode(response: http::Response<Bytes>) -> Result<Self::Output, Error> {
        super::client::decoded::<Self>(response.into()).map(super::Exchange::into_body)
    }

    /// Sends the request and reads the answer.
    #[cfg(feature = "client")]
    fn send(
        &self,
        client: &super::Client<Self::Api>,
    ) -> impl Future<Output = Result<Self::Output, Error>> + super::transport::MaybeSend {
        client.send(self)
    }

    /// Sends the request and reads the answer with its status and headers.
    #[cfg(feature = "client")]
    fn exchange(
        &self,
        client: &super::Client<Self::Api>,
    ) -> impl Future<Output = Result<super::Exchange<Self::Output>, Error>> + super::transport::MaybeSend
    {
        client.exchange(self)
    }

    /// Sends the request and reads the answer, without async.
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    fn send_blocking(
        &self,
        client: &super::client::blocking::Client<Self::Api>,
    ) -> Result<Self::Output, Error> {
        client.send(self)
    }
}

/// The [`OPERATION`](Endpoint::OPERATION) of an endpoint with its method, its path, its name and its documented errors:
/// `operation!(GET "/users/:id", "Get a user", 404 => "No such user", 409 "E17" => "Locked");`.
///
/// Behind the status stands the code of the vendor, when there is one. A method that is no word stands as a text: `"M-SEARCH"`.
/// What differs from most operations comes last, as calls of [`Operation`]'s methods: `operation!(GET "/", "Get"; server(1) auth(0));`.
macro_rules! operation {
    () => {};
    (@code) => { None };
    (@code $code:literal) => { Some($code) };
    (@method $method:literal) => { $method };
    (@method $method:ident) => { stringify!($method) };
    (
        $method:tt $path:literal, $name:literal $(, $status:literal $($code:literal)? => $text:literal)*
        $(; $($call:ident($($argument:tt)*))+)?
    ) => {
        const OPERATION: crate::runtime::Operation = crate::runtime::Operation::new(crate::runtime::operation!(@method $method), $name, $path)
            .errors(&[$(($status, crate::runtime::operation!(@code $($code)?), $text)),*])
            $($(.$call($($argument)*))+)?;
    };
}
pub(crate) use operation;

/// The modules of endpoints with their structs: `endpoints! { get_user::GetUser, list_users::ListUsers }`.
macro_rules! endpoints {
    ($($module:ident::$name:ident),* $(,)?) => {
        $(pub mod $module;)*
        $(pub use self::$module::$name;)*
    };
}
pub(crate) use endpoints;

/// The method of an operation.
pub(crate) fn method(operation: &Operation) -> Result<http::Method, BuildError> {
    let refused = |_| BuildError::Url { reason: format!("`{}` is no method", operation.method) };
    http::Method::from_bytes(operation.method.as_bytes()).map_err(refused)
}
