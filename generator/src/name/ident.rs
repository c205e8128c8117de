//! Identifiers: how a text of the collection becomes a Rust name. Every rule about names is on this page.
//!
//! | text | field or module | type |
//! |---|---|---|
//! | `first_name`, `firstName`, `First Name` | `first_name` | `FirstName` |
//! | `type`, `match` (keywords) | `r#type`, as a module `type_` | `Type` |
//! | `self`, `crate` (cannot be raw) | `self_` | `SelfValue`, `Crate` |
//! | `2fa` | `n2fa` | `N2fa` |
//! | `+1`, `-1` | `plus_1`, `minus_1` | `Plus1`, `Minus1` |
//! | `größe`, `日本` | `grosse`, `ri_ben` | `Grosse`, `RiBen` |
//! | `✅ Done`, but `✅` alone | `done`, `white_check_mark` | `Done`, `WhiteCheckMark` |
//! | empty, or nothing but signs | `value` (or what the caller says) | `Value` … |
//! | `List a user's PAC accounts` | `list_user_pac_accounts` | `ListUserPacAccounts` |
//! | `GET /v2/orders/:id`, `/orders/{{id}}` | `get_order_by_id` | `GetOrderById` |
//! | `GitHub app IDs`, `OAuth` | `github_app_ids`, `oauth` | `GithubAppIds`, `Oauth` |
//! | `DateCreated<` | `date_created_lt` | `DateCreatedLt` |
//! | longer than 60 characters | cut after a whole word | cut after a whole word; where one name stands before another, the first one is |

use std::collections::HashSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::words;

/// `text` in `snake_case`, not yet safe from keywords; `fallback` when nothing of it can stand in a name.
pub fn snake(text: &str, fallback: &str) -> String {
    let words = uncut(text);
    let name = words::cut(&words);
    match name.chars().next() {
        None => fallback.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{name}"),
        Some(_) => name.to_owned(),
    }
}

/// `text` in `UpperCamelCase`; `fallback` when nothing of it can stand in a name.
pub fn pascal(text: &str, fallback: &str) -> String {
    let snake = snake(text, "");
    if snake.is_empty() { fallback.to_owned() } else { snake.to_upper_camel_case() }
}

/// A field, a method or a function: `snake_case`, raw (`r#type`) where it is a keyword.
pub fn field(text: &str, fallback: &str) -> String {
    keyword_safe(snake(text, fallback))
}

/// `name` as it can stand in code: raw where it is a keyword, with `_` behind where it cannot be raw.
pub fn keyword_safe(name: String) -> String {
    match name.as_str() {
        "self" | "super" | "crate" => format!("{name}_"),
        _ if is_keyword(&name) => format!("r#{name}"),
        _ => name,
    }
}

/// A module: `snake_case`, with `_` behind where it is a keyword (its file is named so too).
pub fn module(text: &str, fallback: &str) -> String {
    let name = snake(text, fallback);
    if is_keyword(&name) { format!("{name}_") } else { name }
}

/// A type: `UpperCamelCase`, never a name of the prelude or of the runtime that emitted code uses.
pub fn type_name(text: &str, fallback: &str) -> String {
    let name = pascal(text, fallback);
    if RESERVED_TYPES.contains(&name.as_str()) { format!("{name}Value") } else { name }
}

/// The type called `name` in something called `around`, which is cut where both together are too long.
pub fn inner_type(around: &str, name: &str) -> String {
    let name = snake(name, "item");
    let room = words::LONGEST.saturating_sub(name.len() + 1);
    let around = uncut(around);
    let around = words::cut_to(&around, room);
    type_name(&format!("{around}_{name}"), "Item")
}

/// All words of a text in `snake_case`, however many.
pub fn uncut(text: &str) -> String {
    if words::is_snake(text) { text.to_owned() } else { words::ascii(text).to_snake_case() }
}

/// A variant of an enum: like a type, but numbers become `Value1`.
pub fn variant(text: &str) -> String {
    let text = text.trim();
    let name = if text.starts_with(|c: char| c.is_ascii_digit()) {
        pascal(&format!("value {text}"), "Empty")
    } else {
        pascal(text, "Empty")
    };
    if matches!(name.as_str(), "Self" | "Other") { format!("{name}Value") } else { name }
}

/// Whether a name is a keyword: none is longer than `continue`.
fn is_keyword(name: &str) -> bool {
    name == "gen" || name.len() <= "continue".len() && syn::parse_str::<syn::Ident>(name).is_err()
}

/// Types that emitted files use by their bare names: the prelude's, and those of the runtime.
const RESERVED_TYPES: &[&str] = &[
    "Self",
    "Option",
    "Some",
    "None",
    "Vec",
    "String",
    "Box",
    "Result",
    "Ok",
    "Err",
    "Into",
    "From",
    "Default",
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "Send",
    "Sync",
    "Sized",
    "Drop",
    "Fn",
    "FnMut",
    "FnOnce",
    "Iterator",
    "ToString",
    "ToOwned",
    "AsRef",
    "AsMut",
    "Text",
    "Raw",
    "Json",
    "File",
    "Map",
    "Number",
    "Value",
    "Secret",
    "Untyped",
    "EventStream",
    "Endpoint",
    "Operation",
    "Settings",
    "RequestBuilder",
    "BuildError",
    "DecodeError",
    "RawResponse",
    "Error",
    "Client",
    "ClientBuilder",
    "Credential",
    "Api",
    "Bytes",
    "DateTime",
    "Date",
    "Time",
    "Uuid",
    "Exchange",
    "Piece",
    "Language",
    "StatusCode",
    "Scheme",
    "ServerSpec",
    "AuthSpec",
    "Fields",
    "Param",
    "Restore",
    "New",
    "Paginate",
];

/// Methods that a setter must not hide: those of `Endpoint`, of traits in the prelude, and the operators of clippy's
/// `should_implement_trait`.
const RESERVED_METHODS: &[&str] = &[
    "send",
    "exchange",
    "request",
    "decode",
    "write",
    "read",
    "new",
    "build",
    "clone",
    "clone_from",
    "eq",
    "ne",
    "fmt",
    "default",
    "from",
    "into",
    "try_from",
    "try_into",
    "as_ref",
    "as_mut",
    "borrow",
    "borrow_mut",
    "to_owned",
    "to_string",
    "drop",
    "deref",
    "deref_mut",
    "hash",
    "cmp",
    "partial_cmp",
    "next",
    "into_iter",
    "from_iter",
    "from_str",
    "add",
    "sub",
    "mul",
    "div",
    "rem",
    "neg",
    "not",
    "shl",
    "shr",
    "bitand",
    "bitor",
    "bitxor",
    "index",
    "index_mut",
    "type_id",
    "empty",
    "serialize",
    "deserialize",
    "values",
    "restore",
    "stream",
    "pages",
];

/// A field that also names a setter: as [`field`], with `_value` behind where the setter would hide another method.
pub fn setter(text: &str, fallback: &str) -> String {
    let name = snake(text, fallback);
    if RESERVED_METHODS.contains(&name.as_str()) {
        format!("{name}_value")
    } else {
        keyword_safe(name)
    }
}

/// Names that were given out in one scope.
#[derive(Debug, Default, Clone)]
pub struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A scope in which `names` are taken.
    pub fn with<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Scope {
        Scope { taken: names.into_iter().map(Into::into).collect() }
    }

    /// Nothing has `name`.
    pub fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name)
    }

    /// Takes `name` when it is free.
    pub fn try_take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }

    /// The first of `candidates` that is free, else the first candidate with the lowest number from 2 that makes it free.
    pub fn take<S: AsRef<str>>(&mut self, candidates: impl IntoIterator<Item = S>) -> String {
        let mut first = None;
        for candidate in candidates {
            if self.try_take(candidate.as_ref()) {
                return candidate.as_ref().to_owned();
            }
            first.get_or_insert_with(|| candidate.as_ref().to_owned());
        }
        let base = first.unwrap_or_else(|| "value".to_owned());
        let separator = if base.starts_with(|c: char| c.is_ascii_uppercase()) { "" } else { "_" };
        let stem = base.trim_end_matches('_').trim_start_matches("r#");
        (2u32..)
            .map(|n| format!("{stem}{separator}{n}"))
            .find(|name| self.try_take(name))
            .unwrap_or(base)
    }
}

#[cfg(test)]
mod tests;
