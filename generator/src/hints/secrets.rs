//! What a secret looks like: by the name of the place where it stands, or by its own shape.

/// Words that make the name of a place say "secret", wherever they stand in it.
const SECRET_WORDS: [&str; 14] = [
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "passcode",
    "secret",
    "token",
    "credential",
    "credentials",
    "authorization",
    "apikey",
    "jwt",
    "cookie",
    "session",
];

/// Pairs of words that do so together.
const SECRET_PAIRS: [(&str, &str); 5] =
    [("api", "key"), ("access", "key"), ("private", "key"), ("app", "key"), ("auth", "key")];

/// Last words after which a name speaks about a secret, not of it: `token_type`, `secretName`.
const ABOUT: [&str; 45] = [
    "type",
    "name",
    "id",
    "ids",
    "url",
    "uri",
    "count",
    "policy",
    "expires",
    "expiry",
    "expiration",
    "at",
    "in",
    "length",
    "hint",
    "enabled",
    "required",
    "status",
    "path",
    "label",
    "description",
    "format",
    "scope",
    "scopes",
    "scanning",
    "version",
    "used",
    "limit",
    "reset",
    "method",
    "mode",
    "endpoint",
    "set",
    "state",
    "timeout",
    "visibility",
    "sid",
    "host",
    "domain",
    "server",
    "header",
    "prefix",
    "to",
    "list",
    "settings",
];

/// Words before `token` that make it a cursor: `next_page_token`.
const CURSOR: [&str; 11] = [
    "next",
    "page",
    "previous",
    "prev",
    "continuation",
    "sync",
    "cursor",
    "pagination",
    "skip",
    "resume",
    "start",
];

/// Whether a value under this name is a secret.
pub fn is_secret_name(name: &str) -> bool {
    if !may_be_secret(name) {
        return false;
    }
    let words = words(name);
    let Some(last) = words.last() else { return false };
    if words.iter().any(|word| word == "session") {
        return matches!(last.as_str(), "session" | "id" | "key" | "token" | "cookie" | "sid");
    }
    if ABOUT.contains(&last.as_str()) {
        return false;
    }
    if words.iter().any(|word| word == "token")
        && words.iter().any(|word| CURSOR.contains(&word.as_str()))
    {
        return false;
    }
    words.iter().any(|word| SECRET_WORDS.contains(&word.as_str()))
        || words.windows(2).any(|pair| SECRET_PAIRS.contains(&(pair[0].as_str(), pair[1].as_str())))
}

/// A quick look, for the many names that have nothing of the kind.
fn may_be_secret(name: &str) -> bool {
    name.as_bytes().windows(3).any(|letters| {
        let letters = [letters[0] | 0x20, letters[1] | 0x20, letters[2] | 0x20];
        matches!(
            &letters,
            b"pas" | b"pwd" | b"sec" | b"tok" | b"cre" | b"aut" | b"key" | b"jwt" | b"coo" | b"ses"
        )
    })
}

/// The words of a name, in lower case: `X-Api-Key`, `api_key`, `apiKey` are `api`, `key`.
pub fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower_before = false;
    for letter in name.chars() {
        if !letter.is_alphanumeric() {
            words.push(String::new());
        } else {
            if letter.is_uppercase() && lower_before {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(letter.to_lowercase());
            }
        }
        lower_before = letter.is_lowercase() || letter.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a value says nothing: empty, a placeholder, a bare type word, a flag.
pub fn is_harmless(value: &str) -> bool {
    let value = value.trim();
    let enclosed = |open, close| value.starts_with(open) && value.ends_with(close);
    matches!(
        value,
        "" | "string" | "integer" | "number" | "boolean" | "null" | "true" | "false" | "redacted"
    ) || (enclosed('<', '>') && value.matches('<').count() == 1)
        || (enclosed('{', '}') && !value.contains(['"', '\'']))
        || value.bytes().all(|byte| matches!(byte, b'*' | b'.' | b'x' | b'X'))
}

/// Starts of well-known tokens, and how long the whole token is at least.
const PREFIXES: [(&str, usize); 24] = [
    ("sk_live_", 16),
    ("sk_test_", 16),
    ("rk_live_", 16),
    ("pk_live_", 16),
    ("whsec_", 16),
    ("ghp_", 20),
    ("gho_", 20),
    ("ghu_", 20),
    ("ghs_", 20),
    ("ghr_", 20),
    ("github_pat_", 30),
    ("glpat-", 20),
    ("AKIA", 20),
    ("ASIA", 20),
    ("AIza", 35),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("xoxa-", 20),
    ("xoxs-", 20),
    ("SG.", 30),
    ("PMAK-", 30),
    ("ya29.", 20),
    ("npm_", 30),
    ("EAACEdEose0cBA", 20),
];

/// No well-known token is shorter.
pub const SHORTEST_TOKEN: usize = 16;

/// Whether a word is a token whatever its name: a JWT, or one with a well-known start.
pub fn is_known_token(word: &str) -> bool {
    let [first, second, ..] = word.as_bytes() else { return false };
    let starts = |prefix: &str| {
        matches!(prefix.as_bytes(), [one, two, ..] if one == first && two == second)
            && word.starts_with(prefix)
    };
    let known = |&(prefix, length): &(&str, usize)| {
        word.len() >= length && starts(prefix) && !is_padding(&word[prefix.len()..])
    };
    is_jwt(word) || PREFIXES.iter().any(known)
}

/// Whether a text is one character over and over.
fn is_padding(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'*' | b'.' | b'_' | b'-'))
}

/// `eyJ….eyJ….…`, also cut short.
fn is_jwt(word: &str) -> bool {
    word.starts_with("eyJ") && word.len() >= 16 && word.bytes().all(is_token_byte)
}

/// The bytes of tokens.
pub fn is_token_byte(byte: u8) -> bool {
    const TABLE: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte: u8 = 0;
        while byte < 128 {
            table[byte as usize] = byte.is_ascii_alphanumeric()
                || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'+' | b'/' | b'=');
            byte += 1;
        }
        table
    };
    TABLE[usize::from(byte)]
}

/// Names whose long hexadecimal values are no secrets.
const DIGESTS: [&str; 22] = [
    "sha", "sha1", "sha256", "md5", "hash", "digest", "checksum", "etag", "commit", "ref", "tree",
    "content", "id", "object", "parent", "parents", "base", "head", "before", "after", "nonce",
    "opaque",
];

/// Whether a whole value under this name looks like a token: a known one, or long hexadecimal or base64.
pub fn is_token(name: &str, value: &str) -> bool {
    if is_known_token(value) || value.starts_with("-----BEGIN") && value.contains("PRIVATE KEY") {
        return true;
    }
    (is_long_hex(value) || is_long_base64(value))
        && !words(name).iter().any(|word| DIGESTS.contains(&word.as_str()))
}

/// At least 32 hexadecimal digits, letters and digits mixed.
fn is_long_hex(value: &str) -> bool {
    value.len() >= 32
        && value.bytes().all(|byte| byte.is_ascii_hexdigit())
        && value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic())
        && distinct(value) >= 8
}

/// At least 40 characters of base64 with capitals, small letters and digits, as random data has them.
fn is_long_base64(value: &str) -> bool {
    value.len() >= 40
        && value.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_')
        })
        && value.bytes().filter(u8::is_ascii_digit).count() >= 3
        && value.bytes().any(|byte| byte.is_ascii_lowercase())
        && value.bytes().any(|byte| byte.is_ascii_uppercase())
        && distinct(value) >= 16
}

/// How many different bytes a text has.
fn distinct(text: &str) -> usize {
    let mut seen = [false; 256];
    text.bytes().for_each(|byte| seen[usize::from(byte)] = true);
    seen.iter().filter(|seen| **seen).count()
}

/// A harmless text of the same kind.
pub fn stand_in(value: &str) -> String {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    if digits && !value.is_empty() {
        return "1".repeat(value.len());
    }
    if is_uuid(value) {
        return "00000000-0000-4000-8000-000000000000".to_owned();
    }
    let scheme = value.split_once(' ').map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme));
    scheme.map_or_else(|| "redacted".to_owned(), |scheme| format!("{scheme} redacted"))
}

/// Whether a text is a UUID.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() }
        })
}

/// Whether a word is the scheme before credentials in a header: `Bearer xyz`.
pub fn is_scheme(word: &str) -> bool {
    ["bearer", "basic", "token", "oauth", "digest", "apikey", "key", "bot"]
        .contains(&word.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets() {
        for name in [
            "password",
            "X-Api-Key",
            "apiKey",
            "access_token",
            "clientSecret",
            "Authorization",
            "session_id",
            "private-key",
            "refreshToken",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "token_type",
            "nextPageToken",
            "secret_name",
            "key",
            "passport",
            "id",
            "sessions_count",
            "max_tokens",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn shapes_of_secrets() {
        assert!(is_token("x", "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc"));
        assert!(is_token("x", "0123456789abcdef0123456789abcdef"));
        assert!(!is_token("commit_sha", "6dcb09b5b57875f334f61aebed695e2e4193db5e"));
        assert!(is_known_token("ghp_0123456789abcdefghij"));
        assert!(!is_token("x", "application/json"));
        assert_eq!(stand_in("Bearer abc"), "Bearer redacted");
        assert_eq!(stand_in("1234"), "1111");
    }
}
