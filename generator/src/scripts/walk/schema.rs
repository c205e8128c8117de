//! JSON Schemas that a script validates the response with.

use oxc_span::Span;

use super::super::{Asserted, Step};
use super::Walker;
use super::expect::type_named;
use super::value::Value;

impl<'a> Walker<'a> {
    /// Notes what a schema that the script contains says about a value of the response.
    pub(super) fn schema(&mut self, subject: &Value<'a>, schema: &Value<'a>, span: Span) {
        let Value::Json(path) = subject else { return };
        self.deeper(|walker| walker.schema_at(path, schema, span));
    }

    fn schema_at(&mut self, path: &super::JsonPath, schema: &Value<'a>, span: Span) {
        let kind = match schema.member("type") {
            Some(Value::Text(name)) => type_named(name),
            Some(Value::Array(names)) => names.iter().find_map(|name| type_named(&name.text()?)),
            _ => None,
        };
        if let Some(kind) = kind {
            self.assert(path, Asserted::Type(kind), span);
        }
        if let Some(Value::Array(values)) = schema.member("enum") {
            for value in values.iter().filter_map(Value::literal) {
                self.assert(path, Asserted::Value(value), span);
            }
        }
        if let Some(Value::Object(members)) = schema.member("properties") {
            for (name, member) in members {
                let path = path.key(name);
                self.read(&path, span);
                self.schema(&Value::Json(path), member, span);
            }
        }
        if let Some(items) = schema.member("items") {
            self.schema(&Value::Json(path.then(Step::Any)), items, span);
        }
    }
}
