//! Assertions: Chai's chains behind `pm.expect(…)` and `pm.response.to`, and conditions that tests say hold.

use oxc_span::Span;

use super::super::{Asserted, JsonType};
use super::Walker;
use super::value::{Expect, Value};

impl<'a> Walker<'a> {
    pub(super) fn start_expecting(&mut self, subject: Value<'a>, word: &str) -> Value<'a> {
        let negated = word == "not";
        Value::Expect(Box::new(Expect { subject, negated, word: word.to_owned() }))
    }

    /// A word of a chain. Some say something by themselves.
    pub(super) fn expect_word(&mut self, expect: &Expect<'a>, word: &str, span: Span) -> Value<'a> {
        let mut next = expect.clone();
        next.word = word.to_owned();
        match word {
            "not" => next.negated = true,
            "true" | "ok" if !expect.negated => match &expect.subject {
                Value::Global(name) if name == "pm.response" && word == "ok" => {
                    self.status(200.0, span);
                }
                subject if word == "true" => {
                    let subject = subject.clone();
                    self.holds(&subject, span);
                    if let Value::Json(path) = &subject {
                        self.assert(path, Asserted::Type(JsonType::Boolean), span);
                    }
                }
                subject => self.used(&subject.clone(), span),
            },
            "false" if !expect.negated => {
                if let Value::Json(path) = &expect.subject {
                    self.assert(&path.clone(), Asserted::Type(JsonType::Boolean), span);
                }
            }
            "exist" | "exists" if !expect.negated => self.used(&expect.subject.clone(), span),
            _ => {}
        }
        Value::Expect(Box::new(next))
    }

    /// The end of a chain: `.equal(…)`, `.a("string")`, `.property("id")`.
    pub(super) fn expect_call(
        &mut self,
        expect: &Expect<'a>,
        arguments: &[Value<'a>],
        span: Span,
    ) -> Value<'a> {
        let mut next = Expect { word: String::new(), ..expect.clone() };
        if !expect.negated {
            let first = arguments.first();
            match &expect.subject {
                Value::Status | Value::StatusIs(_) => self.expect_status(expect, arguments, span),
                Value::Global(name) if name == "pm.response" => {
                    self.expect_response(&expect.word, arguments, span);
                }
                Value::TypeOf(path) => {
                    if let Some(kind) = first.and_then(|first| type_named(&first.text()?)) {
                        self.assert(&path.clone(), Asserted::Type(kind), span);
                    }
                }
                Value::Json(path) => {
                    let path = path.clone();
                    if let Some(subject) = self.expect_json(&path, &expect.word, arguments, span) {
                        next.subject = subject;
                    }
                }
                subject => self.used(&subject.clone(), span),
            }
        }
        Value::Expect(Box::new(next))
    }

    fn expect_status(&mut self, expect: &Expect<'a>, arguments: &[Value<'a>], span: Span) {
        match (expect.word.as_str(), arguments.first()) {
            ("equal" | "equals" | "eq" | "eql" | "eqls", Some(Value::Number(code))) => {
                self.status(*code, span);
            }
            ("oneOf", Some(Value::Array(codes))) => {
                for code in codes {
                    if let Value::Number(code) = code {
                        self.status(*code, span);
                    }
                }
            }
            _ => {}
        }
    }

    fn expect_response(&mut self, word: &str, arguments: &[Value<'a>], span: Span) {
        match (word, arguments) {
            ("status", [Value::Number(code), ..]) => self.status(*code, span),
            ("status", [Value::Text(reason), ..]) => {
                let codes = (100..600u16).filter_map(|code| http::StatusCode::from_u16(code).ok());
                let named = |code: &http::StatusCode| {
                    code.canonical_reason().is_some_and(|known| known.eq_ignore_ascii_case(reason))
                };
                if let Some(code) = codes.into_iter().find(named) {
                    self.status(f64::from(code.as_u16()), span);
                }
            }
            ("jsonBody", [Value::Text(path), rest @ ..]) => {
                let path = super::lists::dotted(super::JsonPath::default(), path);
                match rest.first().and_then(Value::literal) {
                    Some(value) => self.assert(&path, Asserted::Value(value), span),
                    None => self.read(&path, span),
                }
            }
            ("jsonSchema", [schema, ..]) => {
                self.schema(&Value::Json(super::JsonPath::default()), schema, span);
            }
            _ => {}
        }
    }

    /// An assertion about a member; returns what the rest of the chain is about, if that changes.
    fn expect_json(
        &mut self,
        path: &super::JsonPath,
        word: &str,
        arguments: &[Value<'a>],
        span: Span,
    ) -> Option<Value<'a>> {
        let first = arguments.first();
        match word {
            "a" | "an" => {
                let kind = type_named(&first?.text()?)?;
                self.assert(path, Asserted::Type(kind), span);
            }
            "equal" | "equals" | "eq" | "eql" | "eqls" => match first?.literal() {
                Some(value) => self.assert(path, Asserted::Value(value), span),
                None => self.read(path, span),
            },
            "oneOf" => {
                let Value::Array(values) = first? else { return None };
                for value in values.iter().filter_map(Value::literal) {
                    self.assert(path, Asserted::Value(value), span);
                }
            }
            "property" | "ownProperty" | "nested.property" => {
                let member = super::lists::dotted(path.clone(), &first?.text()?);
                match arguments.get(1).and_then(Value::literal) {
                    Some(value) => self.assert(&member, Asserted::Value(value), span),
                    None => self.read(&member, span),
                }
                return Some(Value::Json(member));
            }
            "keys" | "key" => {
                for name in names(arguments) {
                    self.read(&path.key(&name), span);
                }
            }
            "above" | "below" | "least" | "most" | "greaterThan" | "lessThan" | "within" | "gt"
            | "gte" | "lt" | "lte" => {
                self.assert(path, Asserted::Type(JsonType::Number), span);
            }
            "match" => self.assert(path, Asserted::Type(JsonType::String), span),
            _ => self.read(path, span),
        }
        None
    }

    /// A condition that a test says holds.
    pub(super) fn holds(&mut self, value: &Value<'a>, span: Span) {
        match value {
            Value::StatusIs(code) => self.status(*code, span),
            Value::HasType(path, kind) => self.assert(path, Asserted::Type(*kind), span),
            Value::Equals(path, literal) => {
                self.assert(path, Asserted::Value(literal.clone()), span);
            }
            value => self.used(value, span),
        }
    }
}

fn names(arguments: &[Value<'_>]) -> Vec<String> {
    let mut names = Vec::new();
    for argument in arguments {
        match argument {
            Value::Array(values) => names.extend(values.iter().filter_map(Value::text)),
            value => names.extend(value.text()),
        }
    }
    names
}

/// A type as Chai, JavaScript and JSON Schema name it.
pub(super) fn type_named(name: &str) -> Option<JsonType> {
    Some(match name.to_ascii_lowercase().as_str() {
        "string" => JsonType::String,
        "number" => JsonType::Number,
        "integer" => JsonType::Integer,
        "boolean" => JsonType::Boolean,
        "array" => JsonType::List,
        "object" => JsonType::Object,
        _ => return None,
    })
}
