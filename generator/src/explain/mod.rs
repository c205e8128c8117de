//! Why each type is what it is: one entry for each place of a request or a response.

mod walk;

use serde::Serialize;

pub use walk::explain;

/// What was found out about one place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The request's index, as in `replay`.
    pub request: usize,
    /// The names of its folders, and its own.
    pub path: Vec<String>,
    /// The part of the request.
    #[serde(rename = "in")]
    pub location: Location,
    /// The status of a response.
    pub status: Option<u16>,
    /// The place: `/name` of a parameter, then into its JSON; `/*` stands for the elements of a list or the values of a map.
    pub pointer: String,
    /// The type.
    #[serde(rename = "type")]
    pub kind: Type,
    /// The format, in OpenAPI's words.
    pub format: Option<String>,
    /// It has to be given.
    pub required: bool,
    /// It may be null.
    pub nullable: bool,
    /// The values of an enumeration.
    pub values: Option<Vec<String>>,
    /// The type in the emitted code.
    pub rust: String,
    /// The rule that was applied, in words.
    pub rule: String,
    /// How many values were seen.
    pub samples: usize,
}

/// A part of a request, or its response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say what they say")]
pub enum Location {
    Path,
    Query,
    Header,
    Urlencoded,
    Form,
    Body,
    Response,
}

/// A type, in words that are neither Rust's nor Postman's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say what they say")]
pub enum Type {
    String,
    Integer,
    Number,
    Boolean,
    Object,
    Array,
    Map,
    Enum,
    Union,
    Binary,
    Any,
}

impl Location {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
            Location::Urlencoded => "urlencoded",
            Location::Form => "form",
            Location::Body => "body",
            Location::Response => "response",
        }
    }
}

impl Type {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Type::String => "string",
            Type::Integer => "integer",
            Type::Number => "number",
            Type::Boolean => "boolean",
            Type::Object => "object",
            Type::Array => "array",
            Type::Map => "map",
            Type::Enum => "enum",
            Type::Union => "union",
            Type::Binary => "binary",
            Type::Any => "any",
        }
    }
}

impl Explanation {
    /// Whether it is at or below a place: the request's index, or names of folders and of the request and then the part and
    /// the pointer, with `/` between them (`Users/Create users/form/user_info`). Case does not count.
    pub fn is_below(&self, place: &str) -> bool {
        if place.parse() == Ok(self.request) {
            return true;
        }
        let own = format!(
            "{}/{}{}",
            self.path.join("/"),
            self.location.word(),
            self.pointer
        )
        .to_lowercase();
        let place = place.trim_matches('/').to_lowercase();
        own.strip_prefix(&place)
            .is_some_and(|rest| place.is_empty() || rest.is_empty() || rest.starts_with('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_names_or_an_index() {
        let explanation = Explanation {
            request: 7,
            path: vec!["Users".to_owned(), "Create users".to_owned()],
            location: Location::Form,
            status: None,
            pointer: "/user_info/type".to_owned(),
            kind: Type::Integer,
            format: None,
            required: false,
            nullable: false,
            values: None,
            rust: "Option<i64>".to_owned(),
            rule: "JSON in a form field".to_owned(),
            samples: 6,
        };
        for place in [
            "7",
            "",
            "users",
            "Users/create users",
            "/Users/Create users/form/user_info/",
            "users/create users/form/user_info/type",
        ] {
            assert!(explanation.is_below(place), "{place}");
        }
        for place in [
            "8",
            "user",
            "Users/Create users/form/user",
            "Users/Create users/query",
        ] {
            assert!(!explanation.is_below(place), "{place}");
        }
        let json = serde_json::to_value(&explanation).unwrap();
        assert_eq!(
            (&json["in"], &json["type"], &json["status"]),
            (&"form".into(), &"integer".into(), &().into())
        );
    }
}
