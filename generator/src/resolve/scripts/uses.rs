//! The variables that a request sends.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::postman::{Auth, Body, Parameter, Path, Query, Request, Url};
use crate::template;

/// The names of the variables in the URL, the headers, the body and the credentials of a request.
pub(super) fn of(request: &Request, auth: Option<&Auth>) -> BTreeSet<String> {
    let mut names = Names(BTreeSet::new());
    names.url(&request.url);
    names.parameters(&request.headers);
    if let Some(body) = &request.body {
        names.body(body);
    }
    names.auth(auth);
    names.0
}

/// The names of the variables of credentials.
pub(super) fn of_auth(auth: &Auth) -> BTreeSet<String> {
    let mut names = Names(BTreeSet::new());
    names.auth(Some(auth));
    names.0
}

struct Names(BTreeSet<String>);

impl Names {
    fn text(&mut self, text: &str) {
        if text.contains("{{") {
            self.0.extend(template::names(text).into_iter().map(str::to_owned));
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
            nested => self.text(&nested.to_string()),
        }
    }

    fn parameters(&mut self, parameters: &[Parameter]) {
        for parameter in parameters.iter().filter(|parameter| !parameter.disabled) {
            self.text(parameter.key.as_deref().unwrap_or_default());
            if let Some(value) = &parameter.value {
                self.value(value);
            }
        }
    }

    fn url(&mut self, url: &Url) {
        let parts = match url {
            Url::Missing => return,
            Url::Text(text) => return self.text(text),
            Url::Parts(parts) => parts,
        };
        for text in parts.protocol.iter().chain(&parts.host).chain(&parts.port) {
            self.text(text);
        }
        match &parts.path {
            Some(Path::Text(text)) => self.text(text),
            Some(Path::Segments(segments)) => {
                for segment in segments {
                    self.text(segment);
                }
            }
            None => {}
        }
        match &parts.query {
            Some(Query::Text(text)) => self.text(text),
            Some(Query::List(parameters)) => self.parameters(parameters),
            None => {}
        }
        for variable in parts.variables.iter().filter(|variable| !variable.disabled) {
            if let Some(value) = &variable.value {
                self.value(value);
            }
        }
        if parts.host.is_empty() {
            self.text(parts.raw.as_deref().unwrap_or_default());
        }
    }

    fn body(&mut self, body: &Body) {
        if body.disabled {
            return;
        }
        match body.mode.as_deref() {
            Some("urlencoded") => self.parameters(&body.urlencoded),
            Some("formdata") => self.parameters(&body.formdata),
            Some("graphql") => {
                if let Some(graphql) = &body.graphql {
                    self.value(graphql);
                }
            }
            Some("file") => {}
            _ => {
                if let Some(raw) = &body.raw {
                    self.value(raw);
                }
            }
        }
    }

    fn auth(&mut self, auth: Option<&Auth>) {
        for (_, value) in auth.iter().flat_map(|auth| &auth.parameters) {
            self.value(value);
        }
    }
}
