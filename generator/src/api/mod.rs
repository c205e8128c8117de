//! What the API is, in HTTP's vocabulary, with all evidence for its types. Plain data without
//! logic.
//!
//! `resolve` makes it; `infer`, `name` and `lower` read it. Nothing here knows Postman's file
//! formats or Rust's syntax. Text that Postman stores with `{{variables}}` stays a [`Template`].

mod answer;
mod body;
mod request;

use crate::postman::Place;

pub use answer::{Answer, AnswerClass};
pub use body::{Body, FilePart, Graphql, JsonBody, Language, Multipart, Part, TextBody};
pub use request::{Endpoint, Header, HeaderRole, Parameter, PathPiece, Saved, Settings};

/// Text in which `{{name}}` is a variable and `{{$name}}` a dynamic one. A variable without a value
/// stays `{{name}}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Template(pub String);

/// An API: everything that one collection defines.
#[derive(Debug, Clone, Default)]
pub struct Api {
    /// The collection's name.
    pub name: String,
    /// Its description, as Markdown or HTML.
    pub description: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// The distinct origins of URLs (scheme, host, port). The first is the main one, which most
    /// requests use.
    pub servers: Vec<Server>,
    /// The distinct credentials, in order of first use.
    pub auths: Vec<Auth>,
    /// Variables with a value or a use, in order of first use. Environments take precedence over
    /// the collection, the collection over globals.
    pub variables: Vec<Variable>,
    /// The environments that define addresses or default headers.
    pub environments: Vec<Environment>,
    /// All folders, depth first.
    pub groups: Vec<Group>,
    /// All requests, depth first. The position is the `index` of `replay`.
    pub endpoints: Vec<Endpoint>,
    /// Whether any parameter is marked `(Required)`. If so, unmarked ones are optional.
    pub marked: bool,
}

/// The client settings that an environment defines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Environment {
    /// Its name.
    pub name: String,
    /// The address of each of [`Api::servers`].
    pub addresses: Vec<Option<String>>,
    /// The value of each default header, unless it is secret.
    pub headers: Vec<Option<String>>,
}

/// A folder.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The parent folder, as a position in [`Api::groups`].
    pub parent: Option<usize>,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// Its location in the collection.
    pub place: Place,
}

/// The start of URLs: everything before the path, such as `https://api.example.com`, `{{baseUrl}}`
/// or `{{scheme}}://{{host}}:8080`.
#[derive(Debug, Clone, Default)]
pub struct Server {
    /// As written, with its variables.
    pub template: Template,
    /// The address with all variables filled in. `None` if one has no value.
    pub address: Option<String>,
    /// Its variables, in order.
    pub variables: Vec<String>,
}

/// A variable.
#[derive(Debug, Clone, Default)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value as text, if it has one. It may refer to other variables.
    pub value: Option<String>,
    /// Whether its value must not be shown.
    pub secret: bool,
    /// Its description.
    pub description: Option<String>,
    /// Whether a script sets it from a response.
    pub scripted: bool,
}

/// Credentials, and how they are sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Auth {
    /// The scheme.
    pub scheme: Scheme,
    /// All parameters of the scheme under Postman's names (`username`, `accessToken`, `addTokenTo`,
    /// `signatureMethod` …), with their values as text. Secret values are in [`Api::variables`];
    /// here they are `{{name}}`.
    pub parameters: Vec<(String, Template)>,
    /// A word that tells two credentials of one scheme apart: the name of a header, variable or
    /// folder.
    pub hint: Option<String>,
    /// Whether the requests send nothing for it: its token is empty, or only saved examples have
    /// it.
    pub silent: bool,
    /// Other credentials (a position in [`Api::auths`]) that are sent the same way and differ only
    /// in literal values, or that have values while this one does not. One client setting serves
    /// both; `replay` sends the values of this one. The target has no alias itself.
    pub alias: Option<usize>,
}

/// Authentication schemes. A handwritten `Authorization` header is [`Scheme::Bearer`] if it starts
/// with `Bearer `, otherwise [`Scheme::ApiKey`] in that header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of Postman")]
pub enum Scheme {
    #[default]
    Bearer,
    Basic,
    ApiKey,
    OAuth2,
    OAuth1,
    Digest,
    Hawk,
    AwsV4,
    Jwt,
    Asap,
    EdgeGrid,
    Ntlm,
}

impl Scheme {
    /// Returns the variant's name, which the runtime's enum shares.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Bearer => "Bearer",
            Scheme::Basic => "Basic",
            Scheme::ApiKey => "ApiKey",
            Scheme::OAuth2 => "OAuth2",
            Scheme::OAuth1 => "OAuth1",
            Scheme::Digest => "Digest",
            Scheme::Hawk => "Hawk",
            Scheme::AwsV4 => "AwsV4",
            Scheme::Jwt => "Jwt",
            Scheme::Asap => "Asap",
            Scheme::EdgeGrid => "EdgeGrid",
            Scheme::Ntlm => "Ntlm",
        }
    }
}
