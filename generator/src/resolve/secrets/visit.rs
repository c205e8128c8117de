//! The walk over every string of a collection that can reach what is emitted, said or sent.

use serde_json::Value;

use crate::postman::{
    Auth, Body, Collection, Item, Parameter, Path, Place, Query, Request, RequestItem, Response,
    Url, UrlParts, Variable,
};
use crate::resolve::auth::CREDENTIALS;
use crate::resolve::text::text_of;
use crate::template;

/// A string of a collection.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The name of its location: a key, a header, a parameter.
    pub key: &'a str,
    /// What it is.
    pub what: What,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it is in the file.
    pub place: &'a Place,
}

/// What a string is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The value of its key.
    Value,
    /// The value of a variable in a path.
    PathValue,
    /// A credential, whatever its form.
    Credential,
    /// A URL.
    Url,
    /// A part of a host, which may have user-info before it.
    Host,
    /// The content of a file, in base64.
    Content,
    /// The content of a file, as text.
    TextContent,
    /// The body of a saved response.
    ResponseBody,
    /// Running text.
    Prose,
    /// The name of a folder, request or response.
    Name,
}

/// What a string is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It is sent: a secret in it moves to a variable.
    Sent,
    /// It is only shown: harmless text replaces a secret in it.
    Shown(Shown),
}

/// Where a string is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Name,
    Description,
    /// A disabled parameter or field.
    Disabled,
    Response,
    /// The request that a saved response answers.
    OriginalRequest,
}

/// Looks at every string.
pub trait Visit {
    /// The strings that follow belong to this item.
    fn enter(&mut self, name: &str, request: Option<&RequestItem>);
    /// The item ends.
    fn leave(&mut self);
    /// A string.
    fn visit(&mut self, site: Site<'_>, text: &mut String);
    /// The segments of a path below a host.
    fn segments(&mut self, host: &str, site: Site<'_>, segments: &mut [String]) {
        let _ = host;
        segments.iter_mut().for_each(|segment| self.visit(site, segment));
    }
}

/// Visits every string of a collection but the values of its variables.
pub fn collection(collection: &mut Collection, visit: &mut impl Visit) {
    let info = Place::default().member("info");
    name(visit, &mut collection.name, &info.member("name"));
    prose_at(visit, &mut collection.description, &info);
    descriptions(visit, &mut collection.variables);
    auth(visit, &mut collection.auth, Purpose::Sent);
    items(visit, &mut collection.items);
}

fn items(visit: &mut impl Visit, items: &mut [Item]) {
    for item in items {
        match item {
            Item::Folder(folder) => {
                name(visit, &mut folder.name, &folder.place);
                visit.enter(&folder.name, None);
                prose_at(visit, &mut folder.description, &folder.place);
                auth(visit, &mut folder.auth, Purpose::Sent);
                self::items(visit, &mut folder.items);
                visit.leave();
            }
            Item::Request(item) => {
                name(visit, &mut item.name, &item.place);
                visit.enter(&item.name, Some(item));
                request_item(visit, item);
                visit.leave();
            }
        }
    }
}

fn request_item(visit: &mut impl Visit, item: &mut RequestItem) {
    prose_at(visit, &mut item.description, &item.place);
    if let Some(request) = &mut item.request {
        self::request(visit, request, Purpose::Sent);
    }
    item.responses.iter_mut().for_each(|response| self::response(visit, response));
}

fn request(visit: &mut impl Visit, request: &mut Request, purpose: Purpose) {
    prose_at(visit, &mut request.description, &request.place);
    url(visit, &mut request.url, &request.place, purpose);
    for header in &mut request.headers {
        parameter(visit, header, purpose);
    }
    auth(visit, &mut request.auth, purpose);
    if let Some(body) = &mut request.body {
        self::body(visit, body, purpose);
    }
}

fn response(visit: &mut impl Visit, response: &mut Response) {
    let shown = Purpose::Shown(Shown::Response);
    if let Some(text) = &mut response.name {
        name(visit, text, &response.place);
    }
    response.headers.iter_mut().for_each(|header| parameter(visit, header, shown));
    if let Some(original) = &mut response.original {
        request(visit, original, Purpose::Shown(Shown::OriginalRequest));
    }
    if let Some(body) = &mut response.body {
        let place = response.place.member("body");
        let site = Site { key: "", what: What::ResponseBody, purpose: shown, place: &place };
        let mut text = body.to_string();
        visit.visit(site, &mut text);
        if *text != **body {
            *body = text.into();
        }
    }
}

fn url(visit: &mut impl Visit, url: &mut Url, place: &Place, purpose: Purpose) {
    match url {
        Url::Missing => {}
        Url::Text(text) => {
            let place = place.member("url");
            visit.visit(Site { key: "url", what: What::Url, purpose, place: &place }, text);
        }
        Url::Parts(parts) => url_parts(visit, parts, purpose),
    }
}

fn url_parts(visit: &mut impl Visit, parts: &mut UrlParts, purpose: Purpose) {
    let (raw, path, query) =
        (parts.place.member("raw"), parts.place.member("path"), parts.place.member("query"));
    let site = |key, what, place| Site { key, what, purpose, place };
    if let Some((user, password)) = &mut parts.userinfo {
        visit.visit(site("username", What::Value, &parts.place), user);
        visit.visit(site("password", What::Credential, &parts.place), password);
    }
    for label in &mut parts.host {
        visit.visit(site("host", What::Host, &parts.place), label);
    }
    let host = parts.host.join(".");
    match &mut parts.path {
        None => {}
        Some(Path::Text(text)) => {
            let mut segments: Vec<String> = text.split('/').map(str::to_owned).collect();
            visit.segments(&host, site("", What::Url, &path), &mut segments);
            *text = segments.join("/");
        }
        Some(Path::Segments(segments)) => {
            visit.segments(&host, site("", What::Url, &path), segments)
        }
    }
    match &mut parts.query {
        None => {}
        Some(Query::Text(text)) => {
            let mut whole = format!("?{text}");
            visit.visit(site("query", What::Url, &query), &mut whole);
            *text = whole.split_off(1);
        }
        Some(Query::List(entries)) => {
            entries.iter_mut().for_each(|entry| parameter(visit, entry, purpose))
        }
    }
    for variable in &mut parts.variables {
        path_variable(visit, variable, purpose);
    }
    if let Some(text) = &mut parts.raw {
        visit.visit(site("raw", What::Url, &raw), text);
    }
}

fn path_variable(visit: &mut impl Visit, variable: &mut Variable, purpose: Purpose) {
    prose_at(visit, &mut variable.description, &variable.place);
    let key = variable.key.as_deref().unwrap_or_default();
    let site = Site { key, what: What::PathValue, purpose, place: &variable.place };
    if let Some(value) = &mut variable.value {
        text_value(visit, site, value);
    }
}

/// A query parameter, header or field.
fn parameter(visit: &mut impl Visit, parameter: &mut Parameter, purpose: Purpose) {
    prose_at(visit, &mut parameter.description, &parameter.place);
    let purpose = match parameter.disabled && purpose == Purpose::Sent {
        true => Purpose::Shown(Shown::Disabled),
        false => purpose,
    };
    let key = parameter.key.as_deref().unwrap_or_default();
    let site = Site { key, what: What::Value, purpose, place: &parameter.place };
    if let Some(value) = &mut parameter.value {
        if parameter.kind.as_deref() == Some("file") {
            return text_value(visit, Site { what: What::Content, ..site }, value);
        }
        if parameter.file_name.is_some() {
            return json_value(visit, Site { what: What::TextContent, ..site }, value);
        }
        match value {
            Value::Array(items) => {
                items.iter_mut().for_each(|item| text_value(visit, site, item));
            }
            value => text_value(visit, site, value),
        }
    }
}

fn body(visit: &mut impl Visit, body: &mut Body, purpose: Purpose) {
    let purpose = match body.disabled && purpose == Purpose::Sent {
        true => Purpose::Shown(Shown::Disabled),
        false => purpose,
    };
    if let Some(raw) = &mut body.raw {
        let place = body.place.member("raw");
        let site = Site { key: "", what: What::Value, purpose, place: &place };
        json_value(visit, site, raw);
    }
    for field in body.urlencoded.iter_mut().chain(&mut body.formdata) {
        parameter(visit, field, purpose);
    }
    if let Some(content) = body.file.as_mut().and_then(|file| file.content.as_mut()) {
        let site = Site { key: "file content", what: What::Content, purpose, place: &body.place };
        visit.visit(site, content);
    }
    if let Some(Value::Object(members)) = &mut body.graphql {
        let place = body.place.member("graphql");
        for (key, value) in members.iter_mut() {
            let what = if key == "query" { What::Prose } else { What::Value };
            let place = place.member(key);
            json_value(visit, Site { key: "", what, purpose, place: &place }, value);
        }
    }
}

fn auth(visit: &mut impl Visit, auth: &mut Option<Auth>, purpose: Purpose) {
    let Some(auth) = auth else { return };
    let named = auth.parameters.iter().find(|(name, _)| name == "key");
    let named = named.and_then(|(_, value)| value.as_str());
    let named = named.filter(|key| !template::has_variable(key)).unwrap_or("api key").to_owned();
    for (name, value) in &mut auth.parameters {
        let place = auth.place.member(&auth.kind).member(name);
        let site = |key, what| Site { key, what, purpose, place: &place };
        let label = format!("{} {name}", auth.kind);
        match value {
            Value::Object(_) | Value::Array(_) => json_value(visit, site("", What::Value), value),
            Value::Bool(_) => {}
            value if name == "value" => text_value(visit, site(&named, What::Credential), value),
            value if CREDENTIALS.contains(&name.as_str()) => {
                text_value(visit, site(&label, What::Credential), value)
            }
            value if name == "username" => text_value(visit, site(name, What::Value), value),
            // The names of the other parameters are settings: `addTokenTo` is not a token.
            value => text_value(visit, site("", What::Value), value),
        }
    }
}

/// A value as the text that is sent of it.
fn text_value(visit: &mut impl Visit, site: Site<'_>, value: &mut Value) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::String(text) => visit.visit(site, text),
        other => changed(visit, site, text_of(other), other),
    }
}

/// A value that is sent as JSON unless it is a string.
fn json_value(visit: &mut impl Visit, site: Site<'_>, value: &mut Value) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::String(text) => visit.visit(site, text),
        other => changed(visit, site, other.to_string(), other),
    }
}

/// Replaces a value when its text changes.
fn changed(visit: &mut impl Visit, site: Site<'_>, mut text: String, value: &mut Value) {
    let before = text.clone();
    visit.visit(site, &mut text);
    if text != before {
        *value = Value::String(text);
    }
}

fn descriptions(visit: &mut impl Visit, variables: &mut [Variable]) {
    for variable in variables {
        prose_at(visit, &mut variable.description, &variable.place);
    }
}

fn prose_at(visit: &mut impl Visit, text: &mut Option<String>, place: &Place) {
    if text.is_some() {
        prose(visit, text, &place.member("description"));
    }
}

fn prose(visit: &mut impl Visit, text: &mut Option<String>, place: &Place) {
    if let Some(text) = text {
        let purpose = Purpose::Shown(Shown::Description);
        visit.visit(Site { key: "", what: What::Prose, purpose, place }, text);
    }
}

fn name(visit: &mut impl Visit, text: &mut String, place: &Place) {
    let purpose = Purpose::Shown(Shown::Name);
    visit.visit(Site { key: "", what: What::Name, purpose, place }, text);
}
