//! The body of an endpoint and its `Content-Type`.

mod comments;
mod form;
mod graphql;
pub(crate) mod json;
mod raw;

use std::borrow::Cow;

use serde_json::Value;

use crate::api::{self, FilePart, JsonBody, Settings, Template};
use crate::postman::{self, Request};
use crate::resolve::context::Context;
use crate::resolve::request::behavior::Behaviors;
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::headers::Headers;
use crate::resolve::secrets::scope::View;
use crate::resolve::text::truth_of;
use crate::template;

/// Methods whose body Postman leaves out.
const WITHOUT_BODY: [&str; 5] = ["GET", "HEAD", "COPY", "PURGE", "UNLOCK"];

const CONTENT_TYPE: &str = "Content-Type";
const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// A body with its media type.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// The body.
    pub(crate) body: api::Body,
    /// `Content-Type`.
    pub(crate) content_type: Option<Template>,
}

impl Content {
    /// Postman knows the content type before it signs: it looks for comments in JSON, and sets the type on the way.
    pub(crate) fn is_typed_early(&self, request: &Request) -> bool {
        let json = |body: &&postman::Body| {
            mode(Some(body)) == Mode::Raw && body.language.as_deref() == Some("json")
        };
        matches!(self.body, api::Body::Json(_) | api::Body::Text(_))
            && request.body.as_ref().is_some_and(|body| json(&body))
    }
}

/// The kinds of bodies, by what stands in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Empty,
    Raw,
    Urlencoded,
    Multipart,
    File,
    Graphql,
}

/// What the body of a request is worked out from.
pub(crate) struct Source<'a, 'b> {
    /// The request.
    pub(crate) request: &'a Request,
    /// Its method in capitals.
    pub(crate) method: &'a str,
    /// The bodies that saved examples show.
    pub(crate) originals: &'b Originals<'a>,
    /// Settings of the runtime.
    pub(crate) behaviors: &'b Behaviors<'a>,
    /// The same as they are emitted.
    pub(crate) settings: &'b Settings,
}

impl Source<'_, '_> {
    /// Postman leaves the body out. (It sends GET where no method is named, and takes that for none that loses its body.)
    fn loses_body(&self) -> bool {
        let named = self.request.method.as_deref() != Some("");
        named && WITHOUT_BODY.contains(&self.method) && !self.behaviors.keeps_body()
    }

    /// Postman sets no `Content-Type` by itself.
    fn without_type(&self) -> bool {
        self.settings.without_headers.iter().any(|name| name == "content-type")
    }
}

/// The body of a request. A `Content-Type` that it takes over is removed from the headers.
pub(crate) fn resolve(
    context: &mut Context<'_>,
    source: &Source<'_, '_>,
    headers: &mut Headers<'_>,
) -> Content {
    if source.loses_body() {
        return Content::default();
    }
    let body = source.request.body.as_ref().filter(|body| !body.disabled);
    let mut content = match (mode(body), body) {
        (Mode::Raw, Some(body)) => raw::resolve(context, source, headers, body),
        (Mode::Urlencoded, _) => Content {
            body: api::Body::Urlencoded(form::urlencoded(context, body, source.originals)),
            content_type: Some(Template(URLENCODED.to_owned())),
        },
        (Mode::Multipart, _) => Content {
            body: api::Body::Multipart(form::multipart(context, body, source.originals)),
            content_type: Some(Template(MULTIPART.to_owned())),
        },
        (Mode::File, Some(body)) => Content { body: file(context, body), content_type: None },
        (Mode::Graphql, Some(body)) => graphql::resolve(context, body),
        _ => return unsent(context, source, headers),
    };
    take_type(context, source, headers, &mut content);
    content
}

/// The kind of a body; one that sends nothing is empty.
fn mode(body: Option<&postman::Body>) -> Mode {
    let Some(body) = body else { return Mode::Empty };
    match body.mode.as_deref() {
        None => Mode::Empty,
        Some("urlencoded") if form::is_sent(&body.urlencoded) => Mode::Urlencoded,
        Some("formdata") if form::is_sent(&body.formdata) => Mode::Multipart,
        Some("graphql") => Mode::Graphql,
        Some("file")
            if body
                .file
                .as_ref()
                .is_some_and(|file| file.src.is_some() || file.content.is_some()) =>
        {
            Mode::File
        }
        Some("urlencoded" | "formdata" | "file") => Mode::Empty,
        Some(_) if raw::text(body).is_empty() => Mode::Empty,
        Some(_) => Mode::Raw,
    }
}

/// A request that sends no body: what its disabled fields and the saved examples show of one.
fn unsent(context: &mut Context<'_>, source: &Source<'_, '_>, headers: &Headers<'_>) -> Content {
    let own = source.request.body.as_ref().map(nothing_enabled);
    let own = own.as_deref();
    let shows = |mode: &str, fields: fn(&postman::Body) -> &[postman::Parameter]| {
        own.into_iter()
            .chain(source.originals.bodies())
            .any(|body| body.mode.as_deref() == Some(mode) && !fields(body).is_empty())
    };
    let hand_set = headers.has(CONTENT_TYPE);
    let media_type =
        |name: &str| (!hand_set && !source.without_type()).then(|| Template(name.to_owned()));
    if shows("urlencoded", |body| &body.urlencoded) {
        let body = api::Body::Urlencoded(form::urlencoded(
            context,
            own.filter(|body| body.mode.as_deref() == Some("urlencoded")),
            source.originals,
        ));
        return Content { body, content_type: media_type(URLENCODED) };
    }
    if shows("formdata", |body| &body.formdata) {
        let body = api::Body::Multipart(form::multipart(
            context,
            own.filter(|body| body.mode.as_deref() == Some("formdata")),
            source.originals,
        ));
        return Content { body, content_type: media_type(MULTIPART) };
    }
    let mut body = JsonBody { place: source.request.place.clone(), ..Default::default() };
    raw::witness(context, source, &mut body);
    if body.samples.is_empty() {
        return Content::default();
    }
    Content { body: api::Body::Json(body), content_type: media_type("application/json") }
}

/// A body that is not sent: none of its fields is, whatever they say of themselves.
fn nothing_enabled(body: &postman::Body) -> Cow<'_, postman::Body> {
    if !body.disabled {
        return Cow::Borrowed(body);
    }
    let mut body = body.clone();
    body.urlencoded.iter_mut().chain(&mut body.formdata).for_each(|entry| entry.disabled = true);
    Cow::Owned(body)
}

/// A file as the whole body.
fn file(context: &mut Context<'_>, body: &postman::Body) -> api::Body {
    let file = body.file.clone().unwrap_or_default();
    let path = file.src.filter(|path| !path.is_empty());
    if let Some(path) = &path {
        context.scope.use_in(path);
    }
    let content = file.content.filter(|_| path.is_none()).map(|content| context.template(&content));
    api::Body::File(FilePart { path: path.map(Template), content, ..Default::default() })
}

/// Applies a `Content-Type` set by hand: it wins, but for forms, where it must fit.
fn take_type(
    context: &mut Context<'_>,
    source: &Source<'_, '_>,
    headers: &mut Headers<'_>,
    content: &mut Content,
) {
    let own = headers.single(CONTENT_TYPE);
    let form = matches!(content.body, api::Body::Urlencoded(_) | api::Body::Multipart(_));
    if own.is_none() && headers.has(CONTENT_TYPE) && !form {
        // Two lines: they stay headers.
        content.content_type = None;
        return;
    }
    if own.as_deref().is_some_and(|own| {
        matches!(content.body, api::Body::File(_)) || template::has_variable(own) && !form
    }) {
        // It stays a header: that goes without a file too, and can be set.
        return;
    }
    headers.remove(|name| name.eq_ignore_ascii_case(CONTENT_TYPE));
    let Some(own) = own else {
        if source.without_type() {
            content.content_type = None;
        }
        return;
    };
    let filled = context.scope.fill(&own, View::Real);
    let fits = match &mut content.body {
        api::Body::Urlencoded(_) => is_urlencoded(&filled) || source.without_type(),
        api::Body::Multipart(form) => match boundary(&filled) {
            Some(boundary) => {
                form.boundary = Some(boundary.to_owned());
                content.content_type = Some(Template(without_boundary(&filled)));
                return;
            }
            None => source.without_type(),
        },
        _ => true,
    };
    if fits {
        content.content_type = Some(Template(filled));
    }
}

/// Whether a media type says that the body is urlencoded.
fn is_urlencoded(media_type: &str) -> bool {
    let rest = media_type.strip_prefix(URLENCODED);
    rest.is_some_and(|rest| {
        !rest.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_')
    })
}

/// The boundary that a media type names.
fn boundary(media_type: &str) -> Option<&str> {
    let (_, value) = media_type.strip_prefix("multipart/form-data;")?.rsplit_once("boundary=")?;
    let quoted =
        value.strip_prefix('"').and_then(|rest| rest.split_once('"')).map(|(inner, _)| inner);
    quoted.or_else(|| value.split(';').next()).filter(|boundary| !boundary.is_empty())
}

/// A media type without its boundary.
fn without_boundary(media_type: &str) -> String {
    let kept: Vec<&str> = media_type
        .split(';')
        .map(str::trim)
        .filter(|part| !part.starts_with("boundary="))
        .collect();
    kept.join("; ")
}

/// Whether a JSON value counts as nothing where a body is expected.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Number(_) | Value::Bool(_) => true,
        other => !truth_of(Some(other)),
    }
}
