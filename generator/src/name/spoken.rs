//! Names that people gave to requests and folders, and what of them is no name.
//!
//! | text | what counts |
//! |---|---|
//! | `1. Log in`, `01 - Log in`, `2.1 Log in`, `3) Log in` | `Log in` |
//! | `Create a user (201)` | `Create user` |
//! | `New Request`, `https://…`, `GET /users` | nothing: the name is made of method and path |
//! | `POST /users by mail` | `by mail`, behind what is made of method and path |

use super::ident;

/// A name that a person gave: no URL, no path, not Postman's "New Request".
pub fn is_speaking(name: &str) -> bool {
    let name = name.trim();
    let lower = name.to_ascii_lowercase();
    let placeholder = ["new request", "untitled request", "request"]
        .iter()
        .any(|text| lower.trim_end_matches(" copy") == *text);
    let first = lower.split(' ').next().unwrap_or_default();
    let verb_and_path =
        matches!(first, "get" | "post" | "put" | "patch" | "delete" | "head" | "options")
            && name[first.len()..].trim_start().starts_with(['/', '{']);
    let address = lower.contains("://")
        || lower.starts_with(['/', '{', '.'])
        || (!lower.contains(' ') && lower.contains('/') && lower.contains(['{', ':']));
    !(name.is_empty()
        || placeholder
        || verb_and_path
        || address
        || ident::snake(name, "").is_empty())
}

/// What a name says behind method and path: `POST /orders express`.
pub fn behind_path(name: &str) -> &str {
    let is_path = |word: &str| word.starts_with(['/', '{']) && !word.contains("://");
    let name = name.trim();
    let behind_method = name.split_once(char::is_whitespace).map(|(_, rest)| rest.trim_start());
    let rest = behind_method.filter(|rest| is_path(rest)).unwrap_or(name);
    let behind = rest
        .split_once(char::is_whitespace)
        .filter(|(path, _)| is_path(path))
        .map(|(_, behind)| behind);
    behind.unwrap_or_default()
}

/// The words of a name: its number, the status that is expected and articles are dropped, where something is left.
pub fn words(name: &str) -> String {
    let name = without_status(unnumbered(name));
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !matches!(word.to_ascii_lowercase().as_str(), "a" | "an" | "the"))
        .collect();
    if words.is_empty() { name.to_owned() } else { words.join(" ") }
}

/// A name without the number that only says where in a list it stands: `1. Log in`, `01 - Log in`, `2.1 Log in`.
pub fn unnumbered(name: &str) -> &str {
    let name = name.trim();
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &name[..name.len() - rest.len()];
    let words = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ')' | ':' | '-' | '_' | '\u{2013}' | '\u{2014}')
    });
    let between = &rest[..rest.len() - words.len()];
    let sign = number.contains('.') || number.starts_with('0') || !between.trim().is_empty();
    let counts = number.starts_with(|c: char| c.is_ascii_digit())
        && sign
        && (number.ends_with('.') || !between.is_empty());
    if counts && words.starts_with(char::is_alphabetic) { words } else { name }
}

/// A name without the status that its sender expects: `Create user (201)`.
fn without_status(name: &str) -> &str {
    let inner = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    match inner {
        Some((words, status))
            if matches!(status.parse(), Ok(100u16..600)) && !words.trim().is_empty() =>
        {
            words.trim_end()
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_list_are_no_words() {
        for name in [
            "1. Log in",
            "1.Log in",
            "01 - Log in",
            "2.1 Log in",
            "3) Log in",
            "01_Log in",
            "10: Log in",
            "1.2.3. Log in",
        ] {
            assert_eq!(unnumbered(name), "Log in", "{name}");
        }
    }

    #[test]
    fn numbers_that_are_words_stay() {
        for name in
            ["2FA setup", "3 strikes", "24/7 support", "3D", "10 - 20", "1.", "v2.1", "", "404"]
        {
            assert_eq!(unnumbered(name), name);
        }
    }

    #[test]
    fn words_behind_a_path() {
        assert_eq!(behind_path("POST  /orders by express (EUR)"), "by express (EUR)");
        assert_eq!(behind_path("/orders/{id} old"), "old");
        assert_eq!(
            ["GET /orders", "/orders", "New Request", "https://a.b/c d", ""].map(behind_path),
            [""; 5]
        );
    }

    #[test]
    fn the_expected_status_is_no_word() {
        assert_eq!(words("4. Create a user (201)"), "Create user");
        assert_eq!(words("Create (again)"), "Create (again)");
        assert_eq!(words("(404)"), "(404)");
        assert_eq!(words("The"), "The");
    }
}
