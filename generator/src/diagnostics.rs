//! Diagnostics: everything that was guessed, changed or left out. Each kind is a variant.

use crate::postman::Place;

/// One message about one place of the input.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What happened.
    pub kind: Kind,
    /// Where in the collection.
    pub place: Place,
    /// The names of the folders and of the request around it; empty for the collection itself.
    pub trail: Vec<String>,
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was guessed or chosen; the client is complete.
    Note,
    /// Something of the collection is not in the client, or Postman itself would not send it.
    Warning,
}

/// The kinds of messages. `code()`, `severity()`, `message()` and `help()` say them.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Kind {
    /// A member has a JSON type that Postman ignores or that means nothing there.
    #[error("`{member}` is {found}, which has no meaning here: it is ignored")]
    Ignored {
        /// The member's name.
        member: String,
        /// What was found, such as "a number".
        found: String,
    },
    /// A value that is no text stands in a path; Postman sends the text that JavaScript makes of it.
    #[error("the path contains {found}: Postman sends it as `{text}`")]
    OddText {
        /// What was found, such as "an object".
        found: String,
        /// The text.
        text: String,
    },
    /// The file has faults that could be mended.
    #[error(
        "the file is not valid JSON: control characters or lone surrogates in its strings were repaired"
    )]
    Mended,
    /// A request carries a setting of the transport.
    #[error("`{member}` is a transport setting: it is not part of the client")]
    TransportSetting {
        /// The member's name.
        member: String,
    },
    /// An item has no `request`.
    #[error("the item has no request: its endpoint cannot be sent")]
    NoRequest,
    /// Postman would not send this request.
    #[error("Postman does not send this request: {reason}")]
    NotSendable {
        /// Why.
        reason: String,
    },
    /// What stands before the path of requests is no address.
    #[error("`{address}` is not the address of a server: nothing can be sent there")]
    BadAddress {
        /// The address, its variables filled in.
        address: String,
    },
    /// A variable is empty, so that the address it is in has no host.
    #[error("`{template}` has no host: its variables are empty")]
    EmptyHost {
        /// The address, as the collection writes it.
        template: String,
    },
    /// A variable has no value anywhere.
    #[error("nothing defines the variable `{name}`")]
    UndefinedVariable {
        /// Its name.
        name: String,
    },
    /// A name is written like that of a dynamic variable, and Postman has none of that name.
    #[error("Postman has no dynamic variable `{name}`: its text is sent unchanged")]
    UnknownDynamic {
        /// The name, with its `$`.
        name: String,
    },
    /// A script sets a variable that requests use.
    #[error("a script sets `{name}` {how}, for {}", requests(.uses))]
    ScriptedVariable {
        /// Its name.
        name: String,
        /// Where its value comes from: "from `id` of the response of `Log in`".
        how: String,
        /// How many requests use it.
        uses: usize,
        /// It is a credential.
        credential: bool,
    },
    /// A script cannot be parsed.
    #[error("the script cannot be parsed{}: {reason}", at_line(.line))]
    UnreadableScript {
        /// What is wrong.
        reason: String,
        /// The line of the script, from 1.
        line: Option<u32>,
    },
    /// A secret was taken out of the emitted files.
    #[error("`{name}`{} is a secret: its value is kept out of the emitted files", at(within))]
    SecretRemoved {
        /// The parameter, header, field, element or variable.
        name: String,
        /// The location within the string: a JSON pointer, the way through elements; empty for the whole string.
        within: String,
    },
    /// Text that is only shown contains a secret.
    #[error(
        "`{name}`{} in this {what} is a secret: the documentation shows `redacted`",
        at(within)
    )]
    SecretReplaced {
        /// `saved response`, `description` …
        what: &'static str,
        /// The parameter, header, field, element or variable.
        name: String,
        /// The location within the string: a JSON pointer, the way through elements; empty for the whole string.
        within: String,
    },
    /// A body declared as JSON is none.
    #[error(
        "the body is declared as JSON but cannot be read as such ({problem}): it is sent as text"
    )]
    BodyNotJson {
        /// What the parser says.
        problem: String,
    },
    /// A GraphQL document has a fault.
    #[error(
        "the GraphQL document has a fault ({problem}): what it declares and selects may be incomplete"
    )]
    GraphqlFault {
        /// What the parser says, with line and column.
        problem: String,
    },
    /// A saved response declared as JSON is not JSON.
    #[error(
        "the saved response is declared as JSON but cannot be read as such ({problem}): it is read as text"
    )]
    ResponseNotJson {
        /// What the parser says, with line and column.
        problem: String,
    },
    /// A saved response is JSON but for a few faults.
    #[error("the saved response is not valid JSON ({fault}): it is read as if that were corrected")]
    ResponseMended {
        /// The first fault, with line and column.
        fault: String,
    },
    /// A saved success is an error text.
    #[error(
        "the saved response with status {status} is an error message: it does not count as a success"
    )]
    MislabelledResponse {
        /// Its status.
        status: u16,
    },
    /// A value that was seen does not fit the type that the overrides give.
    #[error("a saved value of `{place}` does not fit the type that the overrides give")]
    OverrideMisfit {
        /// The part and the pointer.
        place: String,
    },
    /// Requests are sent to servers whatever their certificate.
    #[error(
        "`strictSSL` is off for {count} requests: Postman accepts any certificate for them, the client does not"
    )]
    LaxTls {
        /// How many.
        count: usize,
    },
    /// A request is a preset of another one's endpoint.
    #[error("the request is the endpoint of `{of}` with other values: it becomes a preset")]
    Preset {
        /// The name of the other request.
        of: String,
    },
    /// The answers of an endpoint are pages.
    #[error("the responses are pages: {how}")]
    Paginated {
        /// How to go on.
        how: String,
    },
    /// The query of an endpoint has a page, and its answers are not gone through.
    #[error("the pages cannot be iterated: {why}")]
    NotPaginated {
        /// What is missing.
        why: &'static str,
    },
    /// A collection without requests.
    #[error("the collection has no requests: its client has no endpoints")]
    EmptyCollection,
    /// A collection's module does not have the collection's whole name.
    #[error("the module of this collection is `{module}`: {reason}")]
    ModuleName {
        /// The module.
        module: String,
        /// Why it is not called after the collection.
        reason: &'static str,
    },
    /// A collection is at the root of the crate because of the crate's name.
    #[error("the client is at the root of the crate: the crate is named after this collection")]
    CrateRoot,
    /// A YAML file has a member that its kind does not have.
    #[error("a {what} has no `{member}`: Postman drops it{}", did_you_mean(.nearest))]
    UnknownMember {
        /// What the file or the entry is.
        what: &'static str,
        /// The member.
        member: String,
        /// The known member that is most like it.
        nearest: Option<String>,
    },
    /// A YAML value has to be a string, and is not.
    #[error(
        "`{member}` is {found}, not a string: Postman skips the whole file, the client uses its text"
    )]
    NotText {
        /// The member.
        member: String,
        /// What was found, such as "a number".
        found: &'static str,
    },
    /// A `*.request.yaml` file is no request.
    #[error("the file is {found}, not a request: it is left out")]
    NotARequest {
        /// What it is.
        found: String,
    },
    /// A YAML file in a collection belongs to none of its parts.
    #[error(
        "`{file}` is not part of the collection: Postman only reads files such as `name.request.yaml`"
    )]
    IgnoredFile {
        /// The file's name.
        file: String,
    },
    /// A request names saved responses that do not exist.
    #[error("there are no saved responses at `{path}`")]
    MissingExamples {
        /// The path as written.
        path: String,
    },
    /// A saved response belongs to no request.
    #[error("the saved response belongs to no request: it is left out")]
    StrayExample,
    /// A folder holds no requests.
    #[error("the folder holds no requests")]
    EmptyFolder,
    /// Names that some file systems do not tell apart.
    #[error(
        "`{name}` and `{other}` differ only in case: on Windows and macOS one replaces the other"
    )]
    SameButCase {
        /// The later one.
        name: String,
        /// The earlier one.
        other: String,
    },
    /// Items that are not sent over HTTP.
    #[error("{count} items are not HTTP requests and are left out: {names}")]
    OtherProtocols {
        /// How many.
        count: usize,
        /// Their names and protocols.
        names: String,
    },
    /// Credentials that Postman does not use.
    #[error("Postman does not use these credentials: {reason}")]
    UnusedAuth {
        /// Why.
        reason: &'static str,
    },
    /// An environment in `collections/` is used.
    #[error("the environment is used, since it stands beside the collections")]
    EnvironmentUsed,
    /// An environment beside a collection is not used.
    #[error("the environment is not used: name it to use it, `--environment \"{file}\"`")]
    EnvironmentUnused {
        /// The file.
        file: String,
    },
    /// A v1 collection has a request that no folder lists.
    #[error("no `order` lists the request: it comes last")]
    Unlisted,
    /// An authentication type that nobody knows.
    #[error("the auth type `{name}` is unknown: the request is sent without credentials")]
    UnknownAuth {
        /// The type.
        name: String,
    },
}

/// A location within a string, for a message.
fn at(within: &str) -> String {
    if within.is_empty() { String::new() } else { format!(" (at {within})") }
}

impl Kind {
    /// A stable name for programs, in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            Kind::Ignored { .. } => "ignored-member",
            Kind::OddText { .. } => "odd-text",
            Kind::Mended => "mended-json",
            Kind::TransportSetting { .. } => "transport-setting",
            Kind::NoRequest => "no-request",
            Kind::NotSendable { .. } => "not-sendable",
            Kind::BadAddress { .. } => "bad-address",
            Kind::EmptyHost { .. } => "empty-host",
            Kind::UndefinedVariable { .. } => "undefined-variable",
            Kind::UnknownDynamic { .. } => "unknown-dynamic-variable",
            Kind::ScriptedVariable { .. } => "scripted-variable",
            Kind::UnreadableScript { .. } => "script-not-parsed",
            Kind::SecretRemoved { .. } => "secret-removed",
            Kind::SecretReplaced { .. } => "secret-replaced",
            Kind::BodyNotJson { .. } => "body-not-json",
            Kind::GraphqlFault { .. } => "graphql-fault",
            Kind::ResponseNotJson { .. } => "response-not-json",
            Kind::ResponseMended { .. } => "response-mended",
            Kind::MislabelledResponse { .. } => "mislabelled-response",
            Kind::OverrideMisfit { .. } => "override-misfit",
            Kind::LaxTls { .. } => "lax-tls",
            Kind::Preset { .. } => "preset",
            Kind::Paginated { .. } => "paginated",
            Kind::NotPaginated { .. } => "not-paginated",
            Kind::EmptyCollection => "empty-collection",
            Kind::ModuleName { .. } => "module-name",
            Kind::CrateRoot => "crate-root",
            Kind::UnknownMember { .. } => "unknown-member",
            Kind::NotText { .. } => "not-a-string",
            Kind::NotARequest { .. } => "not-a-request",
            Kind::IgnoredFile { .. } => "ignored-file",
            Kind::MissingExamples { .. } => "missing-examples",
            Kind::StrayExample => "stray-example",
            Kind::EmptyFolder => "empty-folder",
            Kind::SameButCase { .. } => "same-but-case",
            Kind::OtherProtocols { .. } => "other-protocols",
            Kind::UnusedAuth { .. } => "unused-auth",
            Kind::EnvironmentUsed => "environment-used",
            Kind::EnvironmentUnused { .. } => "environment-unused",
            Kind::Unlisted => "unlisted-request",
            Kind::UnknownAuth { .. } => "unknown-auth",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Kind::NoRequest
            | Kind::NotSendable { .. }
            | Kind::BadAddress { .. }
            | Kind::EmptyHost { .. }
            | Kind::UnknownAuth { .. }
            | Kind::OverrideMisfit { .. }
            | Kind::EmptyCollection => Severity::Warning,
            Kind::UnknownMember { .. } | Kind::NotText { .. } | Kind::NotARequest { .. } => {
                Severity::Warning
            }
            Kind::MissingExamples { .. } | Kind::StrayExample | Kind::SameButCase { .. } => {
                Severity::Warning
            }
            Kind::OtherProtocols { .. } | Kind::UnusedAuth { .. } => Severity::Warning,
            _ => Severity::Note,
        }
    }

    /// What to do about it, when there is something to do.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Kind::NoRequest => {
                Some("delete the item, or give it a request, and export the collection again")
            }
            Kind::Mended => Some("export the collection again"),
            Kind::TransportSetting { .. } => {
                Some("set it on the HTTP client that you hand to the client's builder")
            }
            Kind::UndefinedVariable { .. } => Some("give an environment with `--environment FILE`"),
            Kind::EmptyHost { .. } => Some(
                "give an environment with `--environment FILE`; the client has no default address for it",
            ),
            Kind::BadAddress { .. } => {
                Some("correct the URL or its variable, or set another address on the client")
            }
            Kind::ScriptedVariable { credential: true, .. } => Some(
                "give it to the client's builder as its credential (such as `bearer_token`); `replay` passes it on",
            ),
            Kind::ScriptedVariable { .. } => Some(
                "pass the value as an argument; `replay` passes it on, or takes it from `--var name=value`",
            ),
            Kind::UnreadableScript { .. } => {
                Some("Postman would not run it either: correct it, or delete it")
            }
            Kind::LaxTls { .. } => {
                Some("to do the same, call `accept_invalid_certificates` on the client's builder")
            }
            Kind::EmptyCollection => Some("export the collection again, with its requests"),
            Kind::ModuleName { .. } => {
                Some("to choose another name, set `rename` under `[collection]` in the overrides")
            }
            Kind::CrateRoot => Some(
                "for a module of its own, set `root = false` under `[collection]` in the overrides",
            ),
            Kind::ResponseNotJson { .. } => {
                Some("correct the saved response, or remove its JSON content type")
            }
            Kind::ResponseMended { .. } => Some("correct the saved response in Postman"),
            Kind::NotText { .. } => Some("put the value in quotes"),
            Kind::NotARequest { .. } => Some("a request starts with `$kind: http-request`"),
            Kind::MissingExamples { .. } => {
                Some("Postman reads `.resources/<request>.resources/examples/*.example.yaml`")
            }
            Kind::OtherProtocols { .. } => Some("the client speaks HTTP only"),
            Kind::SecretRemoved { .. } => Some("`replay` reads it from replay.secrets.json"),
            _ => None,
        }
    }
}

fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}

fn requests(count: &usize) -> String {
    if *count == 1 { "one request".to_owned() } else { format!("{count} requests") }
}

fn at_line(line: &Option<u32>) -> String {
    line.map(|line| format!(" (line {line} of it)")).unwrap_or_default()
}
