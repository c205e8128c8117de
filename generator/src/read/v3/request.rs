//! `*.request.yaml`.

use serde_json::{Map, Value};

use super::auth::Auths;
use super::entries::HEADER;
use super::fields::value_of;
use crate::json::Json;
use crate::postman::{Behavior, Body, Place, Request, Script, ScriptTime};
use crate::read::members::{Members, Reader};

const KNOWN: &[&str] = &[
    "$kind",
    "$schema",
    "id",
    "name",
    "description",
    "url",
    "method",
    "headers",
    "queryParams",
    "pathVariables",
    "body",
    "auth",
    "scripts",
    "settings",
    "examples",
    "order",
];
const GRAPHQL: &[&str] = &[
    "$kind",
    "$schema",
    "id",
    "name",
    "description",
    "url",
    "query",
    "variables",
    "operationName",
    "headers",
    "auth",
    "schema",
    "scripts",
    "settings",
    "examples",
    "order",
];

/// A request file.
#[derive(Debug, Clone, Default)]
pub(super) struct RequestFile {
    pub(super) place: Place,
    pub(super) name: Option<String>,
    pub(super) request: Request,
    pub(super) auths: Auths,
    pub(super) behavior: Behavior,
    pub(super) scripts: Vec<Script>,
    /// Where the saved responses are, as written.
    pub(super) examples: Vec<(Place, String)>,
    pub(super) order: f64,
}

impl Reader {
    /// A file of the kind `http-request` or `graphql-request`.
    pub(super) fn request_file(&mut self, mut members: Members, is_graphql: bool) -> RequestFile {
        let (what, known) =
            if is_graphql { ("GraphQL request", GRAPHQL) } else { ("request", KNOWN) };
        self.unknown(&members, what, known);
        let mut request = self.request_v3(&mut members);
        if is_graphql {
            request.method = Some("POST".to_owned());
            request.body = Some(graphql_body(&mut members));
        }
        RequestFile {
            name: self.string(&mut members, "name"),
            auths: self.auths(&mut members),
            behavior: self.settings(&mut members),
            scripts: self.scripts_v3(&mut members),
            examples: self.example_paths(&mut members),
            order: self.order(&mut members),
            request,
            place: members.place,
        }
    }

    /// What a request file and the request of a saved response have in common.
    pub(super) fn request_v3(&mut self, members: &mut Members) -> Request {
        Request {
            // Postman sends GET when there is no method
            method: Some(self.string(members, "method").unwrap_or_else(|| "GET".to_owned())),
            url: self.address(members),
            headers: self.parameter_entries(members, "headers", HEADER),
            body: self.body_v3(members),
            auth: None,
            description: self.description(members),
            place: members.place.clone(),
        }
    }

    /// `settings`, in the form of v2.1: there the list of disabled headers is a map.
    pub(super) fn settings(&mut self, members: &mut Members) -> Behavior {
        let place = members.place_of("settings");
        let object = match members.take("settings") {
            None | Some(Json::Null) => None,
            Some(value) => self.object(place, "settings", value),
        };
        let all = object.map(Members::into_all).unwrap_or_default();
        all.into_iter().map(|(key, value)| (key.into_owned(), setting(value_of(value)))).collect()
    }

    /// `scripts`. A definition writes `http:beforeRequest` for `beforeRequest`.
    pub(super) fn scripts_v3(&mut self, members: &mut Members) -> Vec<Script> {
        let mut scripts = Vec::new();
        for mut script in self.objects(members, "scripts") {
            let kind = self.string(&mut script, "type").unwrap_or_default();
            let (protocol, when) = kind.split_once(':').unwrap_or(("http", &kind));
            let when = match when {
                "beforeRequest" => ScriptTime::BeforeRequest,
                _ => ScriptTime::AfterResponse,
            };
            let place = script.place_of("code");
            let Some(code) = self.string(&mut script, "code") else { continue };
            if matches!(protocol, "http" | "graphql") && !code.trim().is_empty() {
                scripts.push(Script { when, source: code.into(), place });
            }
        }
        scripts
    }

    /// `examples`: a path or a list of paths.
    fn example_paths(&mut self, members: &mut Members) -> Vec<(Place, String)> {
        let place = members.place_of("examples");
        match members.take("examples") {
            Some(Json::List(list)) => {
                let elements = list.into_iter().enumerate();
                let paths = elements.filter_map(|(index, value)| {
                    let place = place.element(index);
                    Some((place.clone(), self.text_value(place, "examples", value)?))
                });
                paths.collect()
            }
            Some(value) => {
                let path = self.text_value(place.clone(), "examples", value);
                path.map(|path| (place, path)).into_iter().collect()
            }
            None => Vec::new(),
        }
    }
}

fn setting(value: Value) -> Value {
    match value {
        Value::Array(names) => {
            let names = names.into_iter().filter_map(|name| match name {
                Value::String(name) => Some((name, Value::Bool(true))),
                _ => None,
            });
            Value::Object(names.collect())
        }
        value => value,
    }
}

/// The body that `query`, `variables` and `operationName` make.
pub(super) fn graphql_body(members: &mut Members) -> Body {
    let mut content = Map::new();
    for key in ["query", "variables", "operationName"] {
        if let Some(value) = members.take(key).filter(|value| *value != Json::Null) {
            content.insert(key.to_owned(), value_of(value));
        }
    }
    Body {
        place: members.place.clone(),
        mode: Some("graphql".to_owned()),
        graphql: Some(Value::Object(content)),
        ..Body::default()
    }
}
