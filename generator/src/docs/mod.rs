//! Documentation: what each emitted item says about itself, as Markdown that rustdoc takes without a warning.

pub mod documented;
pub mod flow;
pub mod page;
pub mod settings;

use std::fmt;

use crate::api::{AnswerClass, Api, Endpoint, Group, Parameter};
use crate::hints;
use crate::infer::{Encoding, EndpointTypes, Evidence, Inference};
use crate::markdown::{self, code};
use crate::name::draft::DraftKind;
use crate::name::draft::Origin;
use crate::rust::{Auth, Paging, Role, SlotPlace, Type};

/// A longer value is no example.
const LONGEST_EXAMPLE: usize = 40;

/// Of a collection's module.
pub fn collection(api: &Api) -> String {
    let title = markdown::inline(&api.name);
    let title = if title.is_empty() { "An API.".to_owned() } else { title };
    paragraphs([Some(title), api.description.as_deref().map(markdown::to_rustdoc)])
}

/// Of a folder's module.
pub fn module(group: &Group) -> String {
    let title = markdown::inline(&group.name);
    let title = if title.is_empty() { "A folder without a name.".to_owned() } else { title };
    paragraphs([Some(title), group.description.as_deref().map(markdown::to_rustdoc)])
}

/// Of an endpoint.
pub fn endpoint(
    api: &Api,
    endpoint: &Endpoint,
    found: &EndpointTypes,
    path: &str,
    auth: Option<&Auth>,
) -> String {
    let title = markdown::inline(&endpoint.name);
    let title = if title.is_empty() {
        format!("{} request.", markdown::inline(&endpoint.method))
    } else {
        title
    };
    let line = code(&format!("{} {path}", endpoint.method));
    let fault = endpoint
        .fault
        .as_ref()
        .map(|fault| format!("Postman does not send this request: {}", markdown::inline(fault)));
    let auth = auth.map(|auth| format!("Credentials: `{}`.", auth.method.trim_start_matches("r#")));
    paragraphs([
        Some(title),
        Some(line),
        endpoint.description.as_deref().map(markdown::to_rustdoc),
        auth,
        fault,
        answers(api, found),
    ])
}

/// Of a constructor that gives the values of a request, but for those of `left_out`.
pub fn preset(request: &Endpoint, left_out: &[String]) -> String {
    let title = markdown::inline(&request.name);
    let title = if title.is_empty() { "A saved request.".to_owned() } else { title };
    let names: Vec<String> = left_out.iter().map(|name| code(name)).collect();
    let rest = (!names.is_empty()).then(|| {
        format!(
            "Not set: {}. The collection has variables, placeholders or secrets there.",
            names.join(", ")
        )
    });
    paragraphs([Some(title), request.description.as_deref().map(markdown::to_rustdoc), rest])
}

fn answers(api: &Api, found: &EndpointTypes) -> Option<String> {
    let is_error = |class: AnswerClass| {
        matches!(class, AnswerClass::Error | AnswerClass::Default | AnswerClass::Mislabelled)
    };
    let groups = found.responses.iter().filter(|response| is_error(response.class));
    let places = groups.flat_map(|response| &response.answers);
    documented::table(
        places.filter_map(|at| api.endpoints.get(at.request)?.answers.get(at.position)),
    )
}

/// Of an endpoint whose answers are pages.
pub fn pages(paging: &Paging) -> String {
    format!(
        "\n\n# Pages\n\nThe response is one page of a list; [`Paginate`](crate::runtime::Paginate) requests them all: {}.",
        paging.how()
    )
}

/// Of a header of answers.
pub fn response_header(name: &str, description: Option<&str>, value: &str) -> String {
    let tells = !value.is_empty()
        && value.len() <= LONGEST_EXAMPLE
        && !value.contains("{{")
        && hints::placeholder(value).is_none();
    let example = if tells { format!(", for instance {}", code(value)) } else { String::new() };
    paragraphs([
        description.map(markdown::to_rustdoc),
        Some(format!("The header {}{example}.", code(name))),
    ])
}

/// Of a parameter: what the collection says of it, where it stands, a value, and what makes it required.
pub fn parameter(place: SlotPlace, parameter: &Parameter, inference: &Inference) -> String {
    let presence = match inference.presence.evidence {
        Evidence::Marked => "; the collection marks it `(Required)`",
        Evidence::Sent => "; required: every saved request has it",
        Evidence::OnlyInExamples => "; sent by example requests only",
        Evidence::Told if inference.presence.required => "; required",
        Evidence::Declared => "; the document declares it",
        Evidence::Told => "",
        Evidence::InPath
        | Evidence::Disabled
        | Evidence::Unmarked
        | Evidence::NoMarks
        | Evidence::Preset => "",
    };
    let name = code(&parameter.name);
    let place = match (place, inference.encoding) {
        (_, Encoding::Json) => format!("{name}, sent as JSON text"),
        (SlotPlace::Path, _) => format!("{name} in the path"),
        (SlotPlace::Location, _) => {
            format!(
                "{name}: the URL of the request, as an earlier response gave it, on the client's server"
            )
        }
        (SlotPlace::Query, _) => format!("{name} in the query"),
        (SlotPlace::Header, _) => format!("The header {name}"),
        (SlotPlace::Urlencoded | SlotPlace::Form, _) => format!("The field {name} of the form"),
        (SlotPlace::File, _) => format!("The file {name}"),
        (SlotPlace::Json | SlotPlace::PlainText | SlotPlace::XmlText | SlotPlace::JsonText, _) => {
            format!("{name} in the body")
        }
    };
    let example = example(parameter, inference)
        .map(|text| format!(", for instance {text}"))
        .unwrap_or_default();
    let client = match parameter.shared {
        Some(_) => " Unless set, the client's value is sent.",
        None => "",
    };
    paragraphs([described(parameter), Some(format!("{place}{example}{presence}.{client}"))])
}

/// A value that tells something: no boolean, no JSON, none of an enum.
fn example(parameter: &Parameter, inference: &Inference) -> Option<String> {
    let shape = &inference.shape;
    let listed = shape.text.as_ref().is_some_and(|text| text.listed().is_some());
    if parameter.secret || listed || shape.boolean || inference.encoding != Encoding::Plain {
        return None;
    }
    let tells = |text: &&String| {
        !text.trim().is_empty() && text.len() <= LONGEST_EXAMPLE && !text.contains("{{")
    };
    let told = parameter
        .samples
        .iter()
        .find(tells)
        .filter(|text| hints::placeholder(text).is_none() && !hints::is_filler(text))?;
    Some(code(told))
}

fn described(parameter: &Parameter) -> Option<String> {
    let text = parameter
        .description
        .as_deref()
        .and_then(hints::without_marks)
        .map(|text| markdown::to_rustdoc(&text));
    text.filter(|text| !text.trim().is_empty())
}

/// Of a text that starts with a fixed value.
pub fn fixed(place: SlotPlace, parameter: &Parameter, text: &str) -> String {
    let name = code(&parameter.name);
    let place = if place == SlotPlace::Header {
        format!("The header {name}")
    } else {
        format!("{name} of the body")
    };
    let is_short = text.len() <= 80 && !text.contains('\n');
    let shown = if is_short { format!("; {} unless set", code(text)) } else { String::new() };
    paragraphs([described(parameter), Some(format!("{place}{shown}."))])
}

/// Of a dynamic variable's field.
pub fn dynamic(name: &str) -> String {
    format!("Postman generates a new {} for each request.", code(name))
}

/// Of a JSON body.
pub fn json_body(inference: &Inference) -> String {
    match inference.presence.evidence {
        Evidence::OnlyInExamples => "The body. Only saved examples send one.".to_owned(),
        _ => "The body.".to_owned(),
    }
}

/// Of a body that is a file.
pub fn file_body() -> String {
    "The body: a file.".to_owned()
}

/// Of a text body.
pub fn text_body() -> String {
    "The body, as text.".to_owned()
}

/// Who uses a type.
pub enum User {
    /// The endpoint in whose module it lives.
    Neighbour(String),
    /// The first endpoint, and how many more there are.
    Several(String, usize),
    /// No endpoint: the error responses of the API.
    Errors,
}

impl fmt::Display for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            User::Neighbour(endpoint) => write!(f, "[`{endpoint}`]"),
            User::Several(endpoint, _) => write!(f, "`{endpoint}`"),
            User::Errors => f.write_str("this API's errors"),
        }
    }
}

impl User {
    /// The other users: where they have the type may be another location.
    fn others(&self) -> String {
        match self {
            User::Neighbour(_) | User::Several(_, 0) | User::Errors => String::new(),
            User::Several(_, 1) => " Another request uses it, too.".to_owned(),
            User::Several(_, others) => format!(" {others} other requests use it, too."),
        }
    }
}

/// Of a generic type with these fields.
fn envelope(role: Role, fields: &[(String, Type)]) -> String {
    let content = fields.iter().filter(|(_, ty)| ty.parameters() > 0);
    let content: Vec<String> = content.map(|(key, _)| code(key)).collect();
    let body = if role == Role::Request { "request" } else { "response" };
    format!("An envelope around the content of a {body}, which is under {}.", content.join(" and "))
}

/// Of a type.
pub fn model(origin: &Origin, kind: &DraftKind, user: &User) -> String {
    if let DraftKind::Struct(role, fields) = kind
        && fields.iter().any(|(_, ty)| ty.parameters() > 0)
    {
        return envelope(*role, fields);
    }
    let keys = (!origin.keys.is_empty()).then(|| code(&origin.keys.join(".")));
    let element = if origin.element { "An element of " } else { "" };
    let text = match (kind, keys) {
        (DraftKind::Struct(Role::Request, _), None) => format!("{element}The body of {user}."),
        (DraftKind::Struct(Role::Response, _), None) if matches!(user, User::Errors) => {
            error_model()
        }
        (DraftKind::Struct(Role::Response, _), None) => format!("{element}The response of {user}."),
        (DraftKind::Struct(Role::Request, _), Some(keys)) => format!("{element}{keys} of {user}."),
        (DraftKind::Struct(Role::Response, _), Some(keys)) => {
            format!("{element}{keys} in the response of {user}.")
        }
        (DraftKind::Enum(_), keys) => {
            format!(
                "A value of {} of {user}: a known one, or any other string.",
                keys.as_deref().unwrap_or("the body")
            )
        }
        (DraftKind::Union(_), keys) => {
            format!("The possible values of {} of {user}.", keys.as_deref().unwrap_or("the body"))
        }
    };
    text.replacen("An element of The", "An element of the", 1) + &user.others()
}

/// Of a field of a type.
pub fn model_field(key: &str, example: Option<&String>) -> String {
    match example.filter(|example| !hints::is_filler(example.trim_matches('"'))) {
        Some(example) => format!("{}, for instance {}.", code(key), code(example)),
        None => format!("{} in the JSON.", code(key)),
    }
}

/// Of the type that the bodies of an API's errors have.
fn error_model() -> String {
    "The body of this API's error responses.".to_owned()
}

/// Joins the paragraphs that say something: not what one before has said.
fn paragraphs<const N: usize>(parts: [Option<String>; N]) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for part in parts.into_iter().flatten() {
        let words: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
        let words = words.to_lowercase();
        let part = part.trim();
        if !part.is_empty() && (words.is_empty() || !told.contains(&words)) {
            said.push(part.to_owned());
            told.push(words);
        }
    }
    said.join("\n\n")
}
