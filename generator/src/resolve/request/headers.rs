//! The headers of an endpoint: which of them Postman sends, and what they are to a caller.

use indexmap::IndexMap;
use serde_json::Value;

use crate::api::{Header, HeaderRole, Parameter, Saved};
use crate::postman;
use crate::resolve::context;
use crate::resolve::context::Context;
use crate::resolve::request::evidence::Originals;
use crate::resolve::request::query::{add_sample, describe};
use crate::resolve::text::text_of;
use crate::template;

/// The headers of a request by their names as written.
#[derive(Debug, Default)]
pub(crate) struct Headers<'a> {
    /// Those that are sent, with all values of one name.
    sent: IndexMap<String, Vec<&'a postman::Parameter>>,
    /// Those that are disabled.
    disabled: Vec<(String, &'a postman::Parameter)>,
}

impl<'a> Headers<'a> {
    /// The headers as Postman sends them: of names that differ in case only, the last counts.
    pub(crate) fn new(context: &mut Context<'_>, headers: &'a [postman::Parameter]) -> Headers<'a> {
        let mut found = Headers::default();
        for header in headers {
            let name = context.name(header.key.as_deref().unwrap_or_default());
            if name.is_empty() {
                continue;
            }
            if header.disabled {
                found.disabled.push((name, header));
            } else {
                found.sent.entry(name).or_default().push(header);
            }
        }
        let names: Vec<String> = found.sent.keys().cloned().collect();
        for (position, name) in names.iter().enumerate() {
            if names[position + 1..].iter().any(|later| later.eq_ignore_ascii_case(name)) {
                found.sent.shift_remove(name);
            }
        }
        found
    }

    /// The one value of a header, as text.
    pub(crate) fn single(&self, name: &str) -> Option<String> {
        let (_, values) = self.sent.iter().find(|(other, _)| other.eq_ignore_ascii_case(name))?;
        match values.as_slice() {
            [value] => Some(value_text(value)),
            _ => None,
        }
    }

    /// Whether a header is sent.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.sent.keys().any(|other| other.eq_ignore_ascii_case(name))
    }

    /// Takes headers away that something else sends.
    pub(crate) fn remove(&mut self, matches: impl Fn(&str) -> bool) {
        self.sent.retain(|name, _| !matches(name));
        self.disabled.retain(|(name, _)| !matches(name));
    }

    /// Why these headers keep the request from being sent.
    pub(crate) fn fault(&self) -> Option<String> {
        for (name, values) in &self.sent {
            if !is_token(name) {
                return Some(format!("`{name}` is no name of a header"));
            }
            if values.iter().any(|value| !is_sendable(&value_text(value))) {
                return Some(format!("the value of the header `{name}` cannot be sent"));
            }
        }
        None
    }

    /// The headers as parameters, with all evidence for them.
    pub(crate) fn resolve(
        self,
        context: &mut Context<'_>,
        originals: &Originals<'_>,
    ) -> Vec<Header> {
        let mut parameters: Vec<Parameter> =
            self.sent.iter().map(|(name, values)| sent_parameter(context, name, values)).collect();
        for (name, header) in &self.disabled {
            let position = parameters
                .iter()
                .position(|other| other.name.eq_ignore_ascii_case(name))
                .unwrap_or_else(|| {
                    parameters.push(context::parameter(name, None, &header.place));
                    parameters.len() - 1
                });
            add_sample(context, &mut parameters[position], header);
        }
        for header in originals.headers() {
            let name = header.key.as_deref().unwrap_or_default();
            if let Some(parameter) =
                parameters.iter_mut().find(|parameter| parameter.name.eq_ignore_ascii_case(name))
            {
                add_sample(context, parameter, header);
            }
        }
        let finished = parameters.into_iter().map(|mut parameter| {
            context::finish(&mut parameter);
            Header { role: role(&parameter), parameter }
        });
        finished.collect()
    }
}

/// A header that is sent. Several cookies go as one line.
fn sent_parameter(
    context: &mut Context<'_>,
    name: &str,
    values: &[&postman::Parameter],
) -> Parameter {
    let first = values.first().copied();
    let place = first.map(|value| value.place.clone()).unwrap_or_default();
    let mut parameter = context::parameter(name, None, &place);
    let mut texts: Vec<String> = values.iter().map(|value| value_text(value)).collect();
    if name.eq_ignore_ascii_case("cookie") {
        texts = vec![texts.join("; ")];
    }
    for text in &texts {
        context.save(&mut parameter, text);
    }
    values.iter().for_each(|value| describe(&mut parameter, value));
    parameter
}

/// A header is fixed when nothing says that its one literal value is an example.
fn role(parameter: &Parameter) -> HeaderRole {
    let [Saved::Text(saved)] = parameter.saved.as_slice() else { return HeaderRole::Argument };
    let example = parameter.secret
        || template::has_variable(&saved.0)
        || saved.0.contains('<') && saved.0.contains('>')
        || parameter.samples.iter().any(|sample| *sample != saved.0)
        || parameter.description.as_deref().is_some_and(|text| {
            text.contains("(Required)")
                || text.contains("[required]")
                || text.contains("(This can only be")
        });
    if example { HeaderRole::Argument } else { HeaderRole::Fixed }
}

/// The text of a header's value.
fn value_text(header: &postman::Parameter) -> String {
    match &header.value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => text_of(other),
    }
}

/// Whether a text is a token of HTTP.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Whether a header can have this value: no control characters, nothing beyond Latin-1.
pub(crate) fn is_sendable(text: &str) -> bool {
    text.chars()
        .all(|letter| letter == '\t' || matches!(u32::from(letter), 0x20..=0x7E | 0x80..=0xFF))
}
