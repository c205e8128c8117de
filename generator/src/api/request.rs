//! A request and its parameters: plain data.

use super::{Answer, Body, Template};
use crate::postman::Place;

/// A request.
#[derive(Debug, Clone, Default)]
pub struct Endpoint {
    /// Depth-first position, starting at 0.
    pub index: usize,
    /// Its location in the collection.
    pub place: Place,
    /// The names of its folders, and its own.
    pub trail: Vec<String>,
    /// Its folder, as a position in [`Api::groups`](super::Api::groups).
    pub group: Option<usize>,
    /// Its name, unchanged.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// The method in upper case.
    pub method: String,
    /// The URL for people (`replay --list`, docs), with `:path` variables and `{{variables}}`.
    pub url: String,
    /// A position in [`Api::servers`](super::Api::servers).
    pub server: usize,
    /// The path: everything between the server and the query. It is empty, or its first piece is
    /// text that starts with `/`, a parameter whose saved value starts with one, or a location.
    pub path: Vec<PathPiece>,
    /// The query, in order: enabled and disabled parameters.
    pub query: Vec<Parameter>,
    /// Whether the path ends with a bare `?` although no parameter is enabled (a single parameter
    /// without key and value).
    pub bare_query: bool,
    /// The headers in order, except those that the body or the credentials set.
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
    /// Why Postman itself would not send it (no URL, an invalid method or header …). It is emitted
    /// all the same.
    pub fault: Option<String>,
    /// Whether the override file skips it. Only its location, name, method and URL are kept.
    pub skipped: bool,
    /// The earlier request (a position in [`super::Api::endpoints`]) that it is a preset of: the
    /// same endpoint with values of its own. Both have the same parameters in the same order, and
    /// the earlier one is not a preset.
    pub preset_of: Option<usize>,
}

/// The members of `protocolProfileBehavior` that change what is sent.
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
    /// Whether its credentials also sign the content type.
    pub signed_type: bool,
    /// `disabledSystemHeaders`, in lower case.
    pub without_headers: Vec<String>,
    /// `strictSSL` is false.
    pub insecure_tls: bool,
}

/// A piece of a path.
#[derive(Debug, Clone)]
pub enum PathPiece {
    /// Text as it is sent, percent-encoded like Postman does.
    Text(String),
    /// A variable: `:x` or `{{x}}`. A name may occur twice; it is one argument.
    Parameter(Parameter),
    /// A variable that holds a whole URL, such as `{{order_url}}`, which a script saves from an earlier response. It is the only
    /// piece: a URL on the endpoint's server, or a path there.
    Location(Parameter),
}

/// A value that a caller can set: in the path, query, headers, a form field or a hole of a text.
#[derive(Debug, Clone, Default)]
pub struct Parameter {
    /// The key on the wire (not encoded), or the variable's name. Parameters share a name where
    /// equal keys are not adjacent.
    pub name: String,
    /// The key of a query parameter as it is sent, if variables brought delimiters into it.
    pub key: Option<String>,
    /// The description, with its marks.
    pub description: Option<String>,
    /// The values that the request itself sends: several for a repeated key, none if it is disabled
    /// or empty.
    pub saved: Vec<Saved>,
    /// All values seen, including saved ones and those of disabled entries and `originalRequest`s,
    /// with known variables replaced. Placeholders such as `<integer>` stay.
    pub samples: Vec<String>,
    /// Whether samples contain variables without a value, or there are no samples, so that the type
    /// is a string for lack of evidence.
    pub open: bool,
    /// Whether its values must not be shown. They are in [`Api::variables`](super::Api::variables).
    pub secret: bool,
    /// Its location in the collection.
    pub place: Place,
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
    /// The parameter, named as written.
    pub parameter: Parameter,
    /// Its role for a caller.
    pub role: HeaderRole,
}

/// The role of a header for a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderRole {
    /// Always sent with its one saved value, which contains no variables (`Accept`, a version …). A
    /// caller can replace it.
    Fixed,
    /// An optional or required parameter of the endpoint.
    Argument,
    /// Every request of the collection sends it with the same variable: the client holds it.
    Default,
}
