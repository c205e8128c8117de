//! Tokens of JSON pointers (RFC 6901, section 3).

use std::borrow::Cow;

/// A key as a token of a pointer.
pub fn token(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) {
        key.replace('~', "~0").replace('/', "~1").into()
    } else {
        key.into()
    }
}

/// The key that a token of a pointer stands for.
pub fn key(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        token.replace("~1", "/").replace("~0", "~").into()
    } else {
        token.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_token_is_a_key_in_one_piece(text in "[~/01a]{0,6}") {
            let token = token(&text);
            prop_assert!(!token.contains('/'));
            prop_assert_eq!(key(&token), text.as_str());
        }
    }

    #[test]
    fn serde_json_finds_what_a_token_names() {
        for text in ["", "a", "a~b", "a/b", "~1", "/~0/"] {
            assert!(
                serde_json::json!({ text: 1 }).pointer(&format!("/{}", token(text))).is_some(),
                "{text}"
            );
        }
    }
}
