//! What the API is, in HTTP's words, with all the evidence for its types: plain data, no logic.
//!
//! Made by `resolve`, read by `infer` and `name`. Nothing here knows Postman's file format or Rust's syntax.
//! Text that Postman keeps with `{{variables}}` in it stays a [`Template`].

use crate::postman::Place;

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
    /// All folders, depth first.
    pub groups: Vec<Group>,
    /// All requests, depth first; the position is `index` of `replay`.
    pub endpoints: Vec<Endpoint>,
    /// Some parameter carries the `(Required)` mark: an unmarked one is then optional.
    pub marked: bool,
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
#[derive(Debug, Clone, Default)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value as text, when something defines it. It may refer to other variables.
    pub value: Option<String>,
    /// Its value must not be shown.
    pub secret: bool,
    /// Its description.
    pub description: Option<String>,
    /// A script sets it from a response.
    pub scripted: bool,
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

/// A request.
#[derive(Debug, Clone, Default)]
pub struct Endpoint {
    /// Depth-first position, from 0.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
    /// The folders' names and its own.
    pub trail: Vec<String>,
    /// The folder it stands in: a position in [`Api::groups`].
    pub group: Option<usize>,
    /// Its name as it stands.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// The method in capitals.
    pub method: String,
    /// The URL as a text with `:path` and `{{variables}}` in it, for people (`replay --list`, docs).
    pub url: String,
    /// A position in [`Api::servers`].
    pub server: usize,
    /// The path: what follows the server up to the query. Empty, or the first piece is a text that starts with `/` or a
    /// parameter.
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
    /// A position in [`Api::auths`].
    pub auth: Option<usize>,
    /// Settings that change what is sent or how redirects are followed.
    pub settings: Settings,
    /// Saved responses, in order.
    pub answers: Vec<Answer>,
    /// Why Postman itself would not send it (no URL, a method or header that is no token …): it is emitted all the same.
    pub fault: Option<String>,
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
}

/// A value that a caller can set: in the path, the query, a header, a form field, a hole of a text.
#[derive(Debug, Clone, Default)]
pub struct Parameter {
    /// The key on the wire (not encoded), or the variable's name. Two parameters of one name occur where equal keys do
    /// not stand side by side.
    pub name: String,
    /// The description as it stands (with its marks).
    pub description: Option<String>,
    /// What the request itself sends: several for a repeated key, none when it is disabled or has nothing.
    pub saved: Vec<Saved>,
    /// Every value that was seen (the saved ones too, and those of disabled entries and of `originalRequest`s), variables
    /// replaced where they have a value. Placeholders such as `<integer>` stand here as they are.
    pub samples: Vec<String>,
    /// Samples still hold `{{variables}}` without a value, or there is no sample: the type is text for want of evidence.
    pub open: bool,
    /// Its values must not be shown: they have been moved to [`Api::variables`].
    pub secret: bool,
    /// Where it stands.
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
    /// Every request of the collection sends it with the same variable: the client holds it.
    Default,
}

/// A request body, as the wire has it.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// None is sent.
    #[default]
    Empty,
    /// A JSON text that parses when its variables are filled in (comments are cut already).
    Json(JsonBody),
    /// Any other text (XML, HTML, broken JSON …), with its variables as holes.
    Text(TextBody),
    /// `application/x-www-form-urlencoded`, in the order in which Postman sends the pairs (grouped by key).
    Urlencoded(Vec<Parameter>),
    /// `multipart/form-data`.
    Multipart(Multipart),
    /// The bytes of a file.
    File(FilePart),
    /// GraphQL over JSON.
    Graphql(Graphql),
}

/// A JSON body.
#[derive(Debug, Clone, Default)]
pub struct JsonBody {
    /// What the request itself sends, with variables; `None` when only an `originalRequest` shows a body.
    pub saved: Option<Template>,
    /// JSON texts, variables replaced (one without a value that stands bare is `null`; within quotes it stays text).
    pub samples: Vec<String>,
    /// JSON pointers of the values that are a bare variable without a value: nothing is known of their type.
    pub open: Vec<String>,
    /// Where it stands.
    pub place: Place,
}

/// A text body.
#[derive(Debug, Clone, Default)]
pub struct TextBody {
    /// What the request itself sends.
    pub saved: Template,
    /// The language, for escaping what is put into a hole.
    pub language: Language,
    /// Its variables in order of first occurrence (dynamic ones aside). None: the whole text is the argument.
    pub holes: Vec<Parameter>,
    /// Where it stands.
    pub place: Place,
}

/// The language of a text with holes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Nothing is escaped.
    #[default]
    Plain,
    /// XML and HTML.
    Xml,
    /// JSON that does not parse.
    Json,
}

/// `multipart/form-data`.
#[derive(Debug, Clone, Default)]
pub struct Multipart {
    /// A boundary that a hand-set Content-Type names.
    pub boundary: Option<String>,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a form.
#[derive(Debug, Clone)]
pub enum Part {
    /// A text field.
    Text {
        /// The field.
        parameter: Parameter,
        /// `Content-Type` of the part.
        content_type: Option<String>,
    },
    /// A file field.
    File {
        /// The field (its `saved` is unused).
        parameter: Parameter,
        /// What is sent, in order.
        files: Vec<FilePart>,
        /// It is disabled: an optional parameter.
        disabled: bool,
    },
}

/// A file that a body names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilePart {
    /// A path, with variables; `None`: nothing is chosen (an empty part with an empty file name).
    pub path: Option<Template>,
    /// Content that stands in the collection itself, base64.
    pub content: Option<String>,
    /// A file name that replaces the path's.
    pub file_name: Option<String>,
    /// A media type that replaces the one by extension.
    pub content_type: Option<String>,
}

/// A GraphQL body.
#[derive(Debug, Clone, Default)]
pub struct Graphql {
    /// The document.
    pub query: Option<Template>,
    /// `operationName`.
    pub operation: Option<Template>,
    /// `variables`: a JSON text; `None` when empty or absent.
    pub variables: Option<JsonBody>,
    /// Neither a document nor an object: `{}` is sent.
    pub empty: bool,
    /// Where it stands.
    pub place: Place,
}

/// A saved response.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Its name as it stands.
    pub name: String,
    /// Its status code.
    pub status: Option<u16>,
    /// Its reason phrase.
    pub reason: Option<String>,
    /// What it is.
    pub class: AnswerClass,
    /// Headers with their descriptions.
    pub headers: Vec<(String, String, Option<String>)>,
    /// The body, secrets replaced; `None` or empty when there is none.
    pub body: Option<String>,
    /// The media type: of the header `Content-Type`, else of the preview language.
    pub media_type: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// What a saved response is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AnswerClass {
    /// 2xx, or the only kind of answer of a request whose answers have no code.
    #[default]
    Success,
    /// 3xx.
    Redirect,
    /// 4xx and 5xx.
    Error,
    /// A 2xx that is an error text in truth (a name that begins with an error code, no JSON).
    Mislabelled,
    /// Without a code beside others that have one: OpenAPI's `default`.
    Default,
    /// A code outside 200–599.
    Odd,
}
