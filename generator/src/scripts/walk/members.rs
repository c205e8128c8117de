//! Members of values: `a.b`, `a["b"]`, `a[0]`.

use oxc_span::Span;

use super::super::Step;
use super::Walker;
use super::value::Value;

impl<'a> Walker<'a> {
    /// A member that stands in the script: words behind `pm.expect(…)` are assertions.
    pub(super) fn member_here(&mut self, object: &Value<'a>, key: &str, span: Span) -> Value<'a> {
        match object {
            Value::Expect(expect) => self.expect_word(expect, key, span),
            _ => self.member_of(object, key),
        }
    }

    /// A member of a value.
    pub(super) fn member_of(&mut self, object: &Value<'a>, key: &str) -> Value<'a> {
        match object {
            Value::Json(_) | Value::Array(_) | Value::Body | Value::Header(_)
                if key == "length" =>
            {
                Value::Unknown
            }
            Value::Json(path) => Value::Json(path.key(key)),
            Value::Object(_) => object.member(key).cloned().unwrap_or_default(),
            Value::Global(name) => self.global_member(name, key),
            Value::Entry if key == "key" || key == "name" => Value::EntryKey,
            Value::Entry | Value::EntryKey => Value::Unknown,
            Value::Sent => Value::Sent,
            Value::Digest(_) | Value::Time | Value::Random => object.clone(),
            Value::Computed | Value::Header(_) | Value::Body => Value::Computed,
            _ => Value::Unknown,
        }
    }

    /// An element or a member by a key that is computed.
    pub(super) fn element_of(&mut self, object: &Value<'a>, key: &Value<'a>) -> Value<'a> {
        match (object, key) {
            (_, Value::Text(key)) => self.member_of(object, key),
            (Value::Json(path), Value::Number(index))
                if *index >= 0.0 && index.fract() == 0.0 && *index < 1e6 =>
            {
                Value::Json(path.then(Step::Index(*index as u32)))
            }
            (Value::Json(path), _) => Value::Json(path.then(Step::Any)),
            (Value::Array(values), Value::Number(index)) if *index >= 0.0 => {
                values.get(*index as usize).cloned().unwrap_or_default()
            }
            (Value::Array(values), _) => values.first().cloned().unwrap_or_default(),
            (Value::Object(_) | Value::Global(_), _) => Value::Unknown,
            _ => self.member_of(object, ""),
        }
    }

    fn global_member(&mut self, name: &str, key: &str) -> Value<'a> {
        match (name, key) {
            ("pm.response", "code") | ("responseCode", "code") => return Value::Status,
            ("environment" | "globals", key) => {
                self.looked_up = true;
                return Value::Variable(key.to_owned());
            }
            ("responseHeaders", key) => return Value::Header(key.to_owned()),
            // `window.x`, `this.x` and the like
            ("window" | "globalThis" | "global", key) => return Value::Global(key.to_owned()),
            _ => {}
        }
        if name == "pm.response.to" {
            let subject = Value::Global("pm.response".to_owned());
            return self.start_expecting(subject, key);
        }
        // Such a name is only compared with known ones: a long one is none of them.
        if name.len() > 200 { Value::Unknown } else { Value::Global(format!("{name}.{key}")) }
    }
}
