//! Functions of Postman's sandbox.

use oxc_span::Span;

use super::super::{Dropped, JsonPath, JsonType, Part, SetVariable, Source, Target};
use super::Walker;
use super::value::Value;

impl<'a> Walker<'a> {
    /// A call of a known function; `None` for any other.
    pub(super) fn sandbox(
        &mut self,
        name: &str,
        arguments: &[Value<'a>],
        span: Span,
    ) -> Option<Value<'a>> {
        let first = arguments.first();
        let text = || first.and_then(Value::text).unwrap_or_default();
        let value = match name {
            "pm.response.json" => Value::Json(JsonPath::default()),
            "pm.response.text" => Value::Body,
            "JSON.parse" => match first? {
                Value::Body => Value::Json(JsonPath::default()),
                json @ Value::Json(_) => json.clone(),
                other => other.clone(),
            },
            "pm.response.headers.get" | "postman.getResponseHeader" => Value::Header(text()),
            "pm.cookies.get" | "postman.getResponseCookie" => Value::Cookie(text()),
            "Array.isArray" => match first? {
                Value::Json(path) => Value::HasType(path.clone(), JsonType::List),
                _ => Value::Unknown,
            },
            "pm.test" | "pm.test.skip" => {
                self.test(arguments, span);
                Value::Unknown
            }
            "pm.sendRequest" => {
                for argument in arguments {
                    if let Value::Callable(callable) = argument {
                        self.invoke(*callable, vec![Value::Unknown, Value::Sent]);
                    }
                }
                Value::Sent
            }
            "require" | "pm.require" => Value::Global(match text().as_str() {
                "crypto-js" => "CryptoJS".to_owned(),
                "lodash" => "_".to_owned(),
                name => name.to_owned(),
            }),
            "tv4.validate" | "tv4.validateResult" | "tv4.validateMultiple" => {
                self.schema(first?, arguments.get(1)?, span);
                Value::Unknown
            }
            "Ajv.validate" | "ajv.validate" => {
                self.schema(arguments.get(1)?, first?, span);
                Value::Unknown
            }
            name => match name.strip_prefix("_.") {
                Some(function) => self.lodash(function, arguments, span)?,
                None => return self.variables(name, arguments, span),
            },
        };
        Some(value)
    }

    /// `pm.test(name, function)`; once `pm.test(name, condition)` is met too.
    fn test(&mut self, arguments: &[Value<'a>], span: Span) {
        match arguments.get(1) {
            Some(Value::Callable(callable)) => {
                self.invoke(*callable, Vec::new());
            }
            Some(value) => self.holds(&value.clone(), span),
            None => {}
        }
    }

    /// Reading and setting of variables.
    fn variables(&mut self, name: &str, arguments: &[Value<'a>], span: Span) -> Option<Value<'a>> {
        let key = || arguments.first().and_then(Value::text).unwrap_or_default();
        match name {
            "pm.environment.set"
            | "pm.collectionVariables.set"
            | "pm.globals.set"
            | "pm.variables.set"
            | "pm.vault.set"
            | "postman.setEnvironmentVariable"
            | "postman.setGlobalVariable"
            | "pm.iterationData.set" => {
                let value = arguments.get(1).cloned().unwrap_or_default();
                self.set(&key(), &value, span);
                Some(Value::Unknown)
            }
            "pm.environment.get"
            | "pm.collectionVariables.get"
            | "pm.globals.get"
            | "pm.variables.get"
            | "pm.vault.get"
            | "postman.getEnvironmentVariable"
            | "postman.getGlobalVariable"
            | "pm.environment.has"
            | "pm.variables.has"
            | "pm.globals.has"
            | "pm.collectionVariables.has"
            | "pm.variables.replaceIn" => {
                self.looked_up = true;
                Some(Value::Variable(key()))
            }
            _ => None,
        }
    }

    /// Notes that a variable is set.
    pub(super) fn set(&mut self, name: &str, value: &Value<'a>, span: Span) {
        self.used(value, span);
        if name.is_empty() {
            return;
        }
        let source = match value {
            Value::Json(path) if !path.0.is_empty() => Source::Response(path.clone()),
            Value::Json(_) | Value::Body => Source::Body,
            Value::Header(header) => Source::Header(header.clone()),
            Value::Cookie(cookie) => Source::Cookie(cookie.clone()),
            Value::Variable(variable) if !variable.is_empty() => Source::Variable(variable.clone()),
            Value::Sent => Source::SentByScript,
            Value::Time => Source::Time,
            Value::Random => Source::Random,
            Value::Digest(position) => {
                self.sign(*position, Target::Variable(name.to_owned()));
                Source::Signature
            }
            value => match value.text() {
                Some(text) => Source::Literal(text),
                None => Source::Computed,
            },
        };
        let line = self.line(span);
        let set = SetVariable { name: name.to_owned(), source, when: self.when(), line };
        let known = |other: &SetVariable| other.name == set.name && other.source == set.source;
        if !self.facts.sets.iter().any(known) {
            self.facts.sets.push(set);
        }
    }

    /// Calls on the request's headers and query.
    pub(super) fn global_member_call(
        &mut self,
        object: &str,
        name: &str,
        arguments: &[Value<'a>],
        span: Span,
    ) -> Option<Value<'a>> {
        let method = name.rsplit('.').next().unwrap_or_default();
        let part = match object {
            "pm.request.headers" => Part::Header,
            "pm.request.url.query" => Part::Query,
            "pm.request" | "pm.request.url" => match method {
                "forEachHeader" | "removeHeader" | "addHeader" | "upsertHeader" => Part::Header,
                "removeQueryParams" | "addQueryParams" | "upsertQueryParam" => Part::Query,
                _ => return None,
            },
            _ => return None,
        };
        match method {
            "forEachHeader" | "each" | "filter" | "forEach" | "map" => {
                for argument in arguments {
                    if let Value::Callable(callable) = argument {
                        self.invoke(*callable, vec![Value::Entry]);
                    }
                }
            }
            "remove" | "removeHeader" | "removeQueryParams" => {
                for argument in arguments {
                    self.removes(part, argument, span);
                }
            }
            "add" | "upsert" | "addHeader" | "upsertHeader" | "addQueryParams"
            | "upsertQueryParam" | "append" | "insert" => self.adds(part, arguments),
            _ => return None,
        }
        Some(Value::Unknown)
    }

    /// A header or a query parameter is removed: it is optional if that depends on a variable.
    fn removes(&mut self, part: Part, what: &Value<'a>, span: Span) {
        let name = match what {
            Value::Callable(callable) => {
                self.looked_up = false;
                self.invoke(*callable, vec![Value::Entry]);
                if !std::mem::take(&mut self.looked_up) {
                    return;
                }
                None
            }
            Value::Array(names) => {
                for name in names {
                    self.removes(part, name, span);
                }
                return;
            }
            Value::EntryKey => None,
            Value::Text(name) => Some(name.clone()),
            _ => return,
        };
        let depends = self.conditions.iter().any(|condition| condition.variable);
        if depends || matches!(what, Value::Callable(_)) {
            let dropped = Dropped { part, name, line: self.line(span) };
            if !self
                .facts
                .dropped
                .iter()
                .any(|known| known.part == dropped.part && known.name == dropped.name)
            {
                self.facts.dropped.push(dropped);
            }
        }
    }

    /// A header or a query parameter is added: it may carry a signature.
    fn adds(&mut self, part: Part, arguments: &[Value<'a>]) {
        let named = |value: &Value<'a>| {
            let key = value.member("key").or_else(|| value.member("name"))?.text()?;
            let Value::Digest(position) = value.member("value")? else { return None };
            Some((key, *position))
        };
        for argument in arguments {
            let entries = match argument {
                Value::Array(entries) => entries.as_slice(),
                single => std::slice::from_ref(single),
            };
            for (key, position) in entries.iter().filter_map(named) {
                self.sign(position, Target::Parameter(part, key));
            }
        }
        if let [Value::Text(key), Value::Digest(position), ..] = arguments {
            self.sign(*position, Target::Parameter(part, key.clone()));
        }
    }
}
