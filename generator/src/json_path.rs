//! Paths into JSON, as scripts write them.

use std::fmt;

/// A step into JSON.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// A member of an object.
    Key(String),
    /// An element of a list.
    Index(u32),
    /// Some element of a list.
    Any,
}

/// A path into the JSON of a response. Empty: the whole body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JsonPath(pub Vec<Step>);

impl JsonPath {
    /// The path of a member.
    pub fn key(&self, key: &str) -> JsonPath {
        self.then(Step::Key(key.to_owned()))
    }

    /// The path with one more step.
    pub fn then(&self, step: Step) -> JsonPath {
        let mut steps = self.0.clone();
        steps.push(step);
        JsonPath(steps)
    }

    /// As a JSON pointer with `*` for list elements.
    pub fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Key(key) => format!("/{}", crate::pointer::token(key)),
            Step::Index(_) | Step::Any => "/*".to_owned(),
        };
        self.0.iter().map(step).collect()
    }
}

/// As JavaScript writes it: `items[0].id`; an element that may be any is `[*]`, the whole body `$`.
impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("$");
        }
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if is_plain(key) => {
                    write!(f, "{}{key}", if position > 0 { "." } else { "" })?;
                }
                Step::Key(key) => write!(f, "[{key:?}]")?,
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Any => f.write_str("[*]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'))
}
