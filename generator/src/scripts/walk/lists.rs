//! Methods of lists, of the response and of the script's own.

use oxc_span::Span;

use super::super::Step;
use super::Walker;
use super::value::Value;

impl<'a> Walker<'a> {
    /// A method of a JSON value or of a list.
    pub(super) fn list_method(
        &mut self,
        list: &Value<'a>,
        name: &str,
        arguments: Vec<Value<'a>>,
        span: Span,
    ) -> Value<'a> {
        let element = match list {
            Value::Json(path) => Value::Json(path.then(Step::Any)),
            list => self.element_of(list, &Value::Unknown),
        };
        let callback = |walker: &mut Self, before: usize| {
            walker.used(list, span);
            let mut given = vec![Value::Unknown; before];
            given.push(element.clone());
            match arguments.iter().find(|argument| matches!(argument, Value::Callable(_))) {
                Some(Value::Callable(callable)) => walker.invoke(*callable, given),
                _ => Value::Unknown,
            }
        };
        match name {
            "forEach" | "some" | "every" | "findIndex" | "each" => {
                callback(self, 0);
                Value::Unknown
            }
            "filter" | "sort" | "slice" | "reverse" | "concat" | "toSorted" | "flat" => {
                callback(self, 0);
                list.clone()
            }
            "map" | "flatMap" => Value::Array(vec![callback(self, 0)]),
            "reduce" => callback(self, 1),
            "find" | "findLast" => {
                callback(self, 0);
                element
            }
            "pop" | "shift" | "at" => {
                self.used(list, span);
                element
            }
            "hasOwnProperty" => Value::Unknown,
            "toString" | "trim" | "valueOf" | "toFixed" => list.clone(),
            _ => {
                self.used(list, span);
                let rest = self.unknown_call(&arguments, span);
                Value::derived(&[list, &rest])
            }
        }
    }

    /// A function of Lodash.
    pub(super) fn lodash(
        &mut self,
        name: &str,
        arguments: &[Value<'a>],
        span: Span,
    ) -> Option<Value<'a>> {
        let first = arguments.first()?;
        let Value::Json(path) = first else { return None };
        match name {
            "get" | "result" => {
                let text = arguments.get(1)?.text()?;
                Some(Value::Json(dotted(path.clone(), &text)))
            }
            "head" | "first" | "last" | "sample" => {
                self.used(first, span);
                Some(Value::Json(path.then(Step::Any)))
            }
            "has" => Some(Value::Unknown),
            "find" | "filter" | "map" | "forEach" | "each" | "some" | "every" | "sortBy"
            | "orderBy" => {
                let name = match name {
                    "each" => "forEach",
                    "sortBy" | "orderBy" => "filter",
                    name => name,
                };
                if let (Some(Value::Text(key)), "map") = (arguments.get(1), name) {
                    let element = path.then(Step::Any).key(key);
                    return Some(Value::Array(vec![Value::Json(element)]));
                }
                Some(self.list_method(first, name, arguments[1..].to_vec(), span))
            }
            _ => None,
        }
    }
}

/// A path written as `a.b[0].c`.
pub(super) fn dotted(start: super::super::JsonPath, text: &str) -> super::super::JsonPath {
    let parts = text.split(['.', '[', ']']).filter(|part| !part.is_empty());
    parts.fold(start, |path, part| match part.parse::<u32>() {
        Ok(index) => path.then(Step::Index(index)),
        Err(_) => path.key(part.trim_matches(['"', '\''])),
    })
}
