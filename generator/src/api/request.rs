//! A request and its parameters: plain data.

use super::{Answer, Body, Template};
use crate::postman::Place;

/// A request.
#[derive(Debug, Clone, Default)]
pub struct Endpoint {
    /// Depth-first position, from 0.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
    /// The folders' names and its own.
    pub trail: Vec<String>,
    /// The folder it stands in: a position in [`Api::groups`](super::Api::groups).
    pub group: Option<usize>,
    /// Its name as it stands.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// The method in capitals.
    pub method: String,
    /// The URL as a text with `:path` and `{{variables}}` in it, for people (`replay --list`, docs).
    pub url: String,
    /// A position in [`Api::servers`](super::Api::servers).
    pub server: usize,
    /// The path: what follows the server up to the query. Empty, or the first piece is a text that starts with `/`, a parameter
    /// whose saved value starts with one, or a location.
    pub path: Vec<PathPiece>,
    /// The query, in order: enabled and disabled parameters.
    pub query: Vec<Parameter>,
    /// The path ends with a bare `?` though no parameter is enabled (a lone parameter without key and value).
    pub bare_query: bool,
    /// Headers, in order, without those that the body or the auth sets by itself.
    pub headers: Vec<Header>,
    /// `Content-Type` as sent, when a body is; without the boundary of a multipart body. `None`: no such header, or it
    /// stands among `headers` (set by hand twice, or while no body is sent); for a [`Body::File`] it follows from the
    /// file's name then (content without a name has none).
    pub content_type: Option<Template>,
    /// The body.
    pub body: Body,
    /// A position in [`Api::auths`](super::Api::auths).
    pub auth: Option<usize>,
    /// Settings that change what is sent or how redirects are followed.
    pub settings: Settings,
    /// Saved responses, in order.
    pub answers: Vec<Answer>,
    /// Why Postman itself would not send it (no URL, a method or header that is no token …): it is emitted all the same.
    pub fault: Option<String>,
    /// A person wants no endpoint of it: all but its place, name, method and URL is left out.
    pub skipped: bool,
    /// It is a preset: the same endpoint as an earlier request (a position in [`super::Api::endpoints`], of a request that
    /// is no preset itself), with values of its own. Both have the same parameters in the same order.
    pub preset_of: Option<usize>,
}

/// `protocolProfileBehavior` as far as it changes what is sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// `followRedirects`.
    pub follow_redirects: Option<bool>,
    /// `maxRedirects`.
    pub max_redirects: Option<u32>,
    /// `followOriginalHttpMethod`.
    pub keep_method: bool,
    /// `followAuthorizationHeader`.
    pub keep_authorization: bool,
    /// `disableUrlEncoding`.
    pub raw_url: bool,
    /// Its credentials sign the content type too.
    pub signed_type: bool,
    /// `disabledSystemHeaders`: names in lower case.
    pub without_headers: Vec<String>,
    /// `strictSSL` is false.
    pub insecure_tls: bool,
}

/// A piece of a path.
#[derive(Debug, Clone)]
pub enum PathPiece {
    /// Text as it goes on the wire: percent-encoded as Postman does.
    Text(String),
    /// A variable: `:x` or `{{x}}`. The same name may occur twice; it is one argument then.
    Parameter(Parameter),
    /// A variable that holds a whole URL, such as `{{order_url}}`, which a script saves from an earlier response. It is the only
    /// piece: a URL on the endpoint's server, or a path there.
    Location(Parameter),
}

/// A value that a caller can set: in the path, the query, a header, a form field, a hole of a text.
#[derive(Debug, Clone, Default)]
pub struct Parameter {
    /// The key on the wire (not encoded), or the variable's name. Two parameters of one name occur where equal keys do
    /// not stand side by side.
    pub name: String,
    /// The key of a query parameter as it is sent, encoded, where variables brought delimiters into it.
    pub key: Option<String>,
    /// The description as it stands (with its marks).
    pub description: Option<String>,
    /// What the request itself sends: several for a repeated key, none when it is disabled or has nothing.
    pub saved: Vec<Saved>,
    /// Every value that was seen (the saved ones too, and those of disabled entries and of `originalRequest`s), variables
    /// replaced where they have a value. Placeholders such as `<integer>` stand here as they are.
    pub samples: Vec<String>,
    /// Samples still hold `{{variables}}` without a value, or there is no sample: the type is text for want of evidence.
    pub open: bool,
    /// Its values must not be shown: they have been moved to [`Api::variables`](super::Api::variables).
    pub secret: bool,
    /// Where it stands.
    pub place: Place,
    /// Nearly all requests send it: a position in [`Api::shared`](super::Api::shared).
    pub shared: Option<usize>,
}

/// One saved value.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// The key alone, without `=`.
    Bare,
    /// A text.
    Text(Template),
}

/// A header.
#[derive(Debug, Clone)]
pub struct Header {
    /// The parameter; its name is as written.
    pub parameter: Parameter,
    /// What it is to a caller.
    pub role: HeaderRole,
}

/// What a header is to a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderRole {
    /// Always sent with its one saved value, which has no variables: `Accept`, a version, a literal. A caller can replace it.
    Fixed,
    /// An optional or required parameter of the endpoint.
    Argument,
}
