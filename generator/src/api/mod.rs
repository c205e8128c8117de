//! What the API is, in HTTP's words, with all the evidence for its types: plain data, no logic.
//!
//! Made by `resolve`, read by `infer` and `name`. Nothing here knows Postman's file format or Rust's syntax.
//! Text that Postman keeps with `{{variables}}` in it stays a [`Template`].

mod answer;
mod body;
mod flow;
mod request;

use crate::diagnostics::Diagnostic;
use crate::masks::Masks;
use crate::postman::Place;

pub use answer::{Answer, AnswerClass};
pub use body::{Body, FilePart, Graphql, JsonBody, Language, Multipart, Part, TextBody};
pub use flow::{Flow, FlowVariable, Producer, Supply};
pub use request::{Endpoint, Header, HeaderRole, Parameter, PathPiece, Saved, Settings};

/// A text in which `{{name}}` stands for a variable and `{{$name}}` for a dynamic one. `{{name}}` of a variable without
/// a value stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Template(pub String);

/// An API: all that one collection says.
#[derive(Debug, Clone, Default)]
pub struct Api {
    /// The collection's name.
    pub name: String,
    /// Its description (Markdown or HTML, as it stands).
    pub description: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Each distinct start of a URL (scheme, host, port). The first is the main one: that of most requests.
    pub servers: Vec<Server>,
    /// Each distinct set of credentials, in order of first use.
    pub auths: Vec<Auth>,
    /// Variables with a value or a use, precedence applied (environment, collection, globals), in order of first sight.
    pub variables: Vec<Variable>,
    /// The environments that say something of addresses or default headers.
    pub environments: Vec<Environment>,
    /// All folders, depth first.
    pub groups: Vec<Group>,
    /// All requests, depth first; the position is `index` of `replay`.
    pub endpoints: Vec<Endpoint>,
    /// What messages need to know of its secrets.
    pub secrets: Secrets,
    /// Which responses supply which variables.
    pub flow: Flow,
    /// Whether any parameter is marked `(Required)`. If so, unmarked ones are optional.
    pub marked: bool,
}

/// What later stages need to know of the secrets of a collection.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// What no message may show.
    pub masks: Masks,
    /// The secrets in environments: the position of the environment, and what the user is told.
    pub in_environments: Vec<(usize, Diagnostic)>,
}

/// The client settings that an environment defines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Environment {
    /// Its name.
    pub name: String,
    /// For each of [`Api::servers`], its address.
    pub addresses: Vec<Option<String>>,
    /// For each header that the client holds, its value unless that is secret.
    pub headers: Vec<Option<String>>,
}

/// A folder.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The folder around it: a position in [`Api::groups`].
    pub parent: Option<usize>,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// The start of URLs: everything before the path (which starts with `/`), such as `https://api.example.com`, `{{baseUrl}}`,
/// `{{scheme}}://{{host}}:8080`.
#[derive(Debug, Clone, Default)]
pub struct Server {
    /// As written, with its variables.
    pub template: Template,
    /// The address when every variable has a value; `None` when one has not.
    pub address: Option<String>,
    /// The variables in it, in order.
    pub variables: Vec<String>,
}

/// A variable.
#[derive(Clone, Default)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value as text, when something defines it. It may refer to other variables.
    pub value: Option<String>,
    /// Its value must not be shown.
    pub secret: bool,
    /// Its description.
    pub description: Option<String>,
}

/// A set of credentials and how they travel.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Auth {
    /// The scheme.
    pub scheme: Scheme,
    /// Every parameter of the scheme in Postman's words (`username`, `accessToken`, `addTokenTo`, `signatureMethod` …)
    /// with its value as text. Secret values have been moved to [`Api::variables`] and stand here as `{{name}}`.
    pub parameters: Vec<(String, Template)>,
    /// For two sets of one scheme: a word that tells them apart (a header's, a variable's or a folder's name).
    pub hint: Option<String>,
    /// The requests themselves send nothing for it: its token is empty, or only saved examples show it.
    pub silent: bool,
    /// A set that travels in the same way and differs by nothing but literal credentials, or of which this one lacks the
    /// credentials: a client needs one setting for both, `replay` sends what stands here. A position in [`Api::auths`],
    /// of a set that has none itself.
    pub alias: Option<usize>,
}

/// Schemes of authentication. A header `Authorization` written by hand is [`Scheme::Bearer`] when it is `Bearer …`, else
/// [`Scheme::ApiKey`] in that header.
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
    /// The variant's name, which the runtime's enum has too.
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

impl std::fmt::Debug for Variable {
    /// Without the value of a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = if self.secret { Some("…") } else { self.value.as_deref() };
        f.debug_struct("Variable")
            .field("name", &self.name)
            .field("value", &value)
            .field("secret", &self.secret)
            .finish()
    }
}
