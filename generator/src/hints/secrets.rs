//! What a secret looks like: by the name of its location (`names`), or by its own form (`forms`).

mod forms;
mod names;

use super::{Placeholder, placeholder};
pub use forms::{
    SHORTEST_TOKEN, is_known_token, is_long_base64, is_long_hex, is_private_key, is_token,
    is_token_byte,
};
pub use names::{Certainty, certainty, is_secret_name, words};

/// What replaces a secret string wherever it would be shown.
pub const STAND_IN: &str = "redacted";

/// Whether a value tells nothing: empty, a placeholder, a bare type word, a flag.
pub fn is_harmless(value: &str) -> bool {
    let value = value.trim();
    let enclosed = |open, close| value.starts_with(open) && value.ends_with(close);
    matches!(
        value,
        "" | "string" | "integer" | "number" | "boolean" | "null" | "true" | "false" | "undefined"
    ) || value == STAND_IN
        || (enclosed('<', '>') && value.matches('<').count() == 1 && !value.contains('='))
        || (enclosed('[', ']') && value.trim_matches(['[', ']']).bytes().all(is_name_byte))
        || (enclosed('{', '}') && !value.contains(['"', '\'']))
        || value.bytes().all(|byte| matches!(byte, b'*' | b'.' | b'x' | b'X'))
        || !value.contains(|letter: char| letter.is_alphanumeric())
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-' | b' ')
}

/// Whether a value only repeats the name of its location, or asks for a value: `YOUR_API_KEY`, `<your token>`,
/// `KEY_PASSPHRASE`.
pub fn is_stub(name: &str, value: &str) -> bool {
    let said = words(value);
    let asks = matches!(said.first().map(String::as_str), Some("your" | "my" | "insert" | "enter"))
        && said.len() > 1;
    let loud = said.len() > 1
        && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        && is_secret_name(value);
    let glued = ["YOUR", "MY"].iter().any(|start| value.starts_with(start))
        && value.bytes().all(|byte| byte.is_ascii_uppercase());
    let said_name = said.strip_suffix(&["example".to_owned()]).unwrap_or(&said);
    let repeats = !said_name.is_empty() && said_name == words(name);
    asks && is_secret_name(value) || loud || glued || repeats
}

/// Whether a value below a secret name is none: a state, a link, a date. Below a name that is sure of its values
/// only a link is.
pub fn is_plain(certainty: Certainty, value: &str) -> bool {
    const STATES: &str = "enabled disabled on off yes no none all any active inactive default required \
        optional read write admin public private basic bearer oauth oauth2 same-origin include omit \
        strict lax always never unknown pending valid invalid expired revoked";
    let value = value.trim();
    let link = value.starts_with("https://") || value.starts_with("http://");
    let state = || {
        let lower = value.to_ascii_lowercase();
        STATES.split_ascii_whitespace().any(|state| state == lower)
    };
    let dated = || {
        value.len() >= 10
            && value.as_bytes()[..4].iter().all(u8::is_ascii_digit)
            && value.as_bytes()[4] == b'-'
            && value.as_bytes()[7] == b'-'
    };
    link || certainty == Certainty::Likely && (state() || dated())
}

/// Whether a value shows that its location holds no secret, whatever the name: a flag, a placeholder of another type,
/// a state.
pub fn contradicts(name: &str, value: &str) -> bool {
    let Some(certainty) = certainty(name) else { return true };
    let typed = placeholder(value).is_some_and(|named| {
        !matches!(named, Placeholder::Text | Placeholder::Password | Placeholder::Never)
    });
    typed || matches!(value, "true" | "false") || is_plain(certainty, value)
}

/// A harmless string for a secret; what precedes credentials in a header stays.
pub fn stand_in(value: &str) -> String {
    let scheme = value.split_once(' ').map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme));
    scheme.map_or_else(|| STAND_IN.to_owned(), |scheme| format!("{scheme} {STAND_IN}"))
}

/// Whether a string is what replaced a secret as a whole, or a link with one in it.
pub fn is_stand_in(value: &str) -> bool {
    value == STAND_IN
        || value.strip_suffix(STAND_IN).is_some_and(|start| {
            start.strip_suffix(' ').is_some_and(is_scheme)
                || start.contains("://") && start.ends_with(['/', ':', '='])
        })
}

/// Whether a word is the scheme before credentials in a header: `Bearer xyz`.
pub fn is_scheme(word: &str) -> bool {
    const SCHEMES: &str = "bearer basic token oauth digest apikey key bot ssws hawk hmac jwt negotiate \
        geniekey aws4-hmac-sha256 zoho-oauthtoken klaviyo-api-key deepl-auth-key api-key apitoken sso-key \
        discogs mac pveapitoken accesskey sharedkey";
    let lower = word.to_ascii_lowercase();
    SCHEMES.split_ascii_whitespace().any(|scheme| scheme == lower)
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
            "authtoken",
            "X_Shopify_Access_Token",
            "page_access_token",
            "x-csrf-token",
            "X-Vault-Token",
            "user[password]",
            "password2",
            "webhook_secret",
            "Ocp-Apim-Subscription-Key",
            "smtp_pass",
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
            "session_name",
            "max_tokens",
            "has_password",
            "secret_scanning_push_protection",
            "secret_scanning_validity_checks",
            "secret_scanning_bypass_requests",
            "secret_scanning_alerts",
            "secret_scanning_non_provider_patterns",
            "secret_scanning_delegated_alert_dismissal",
            "token_options",
            "password_changed",
            "credential_metadata",
            "boarding_pass",
            "author",
            "requested_for",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn forms_of_secrets() {
        assert!(is_token("x", "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc"));
        assert!(!is_token("cursor", "eyJpZCI6MTIzNDU2Nzg5MH0="));
        assert!(is_token("key", "0123456789abcdef0123456789abcdef"));
        assert!(!is_token("id", "2c9180877b2b6ea4017b2c545f971429"));
        assert!(!is_token("If-Match", "2c9180877b2b6ea4017b2c545f971429"));
        assert!(!is_token("requested-for", "2c9180877b2b6ea4017b2c545f971429"));
        assert!(!is_token("commit_sha", "6dcb09b5b57875f334f61aebed695e2e4193db5e"));
        assert!(is_known_token("ghp_0123456789abcdefghij"));
        assert!(!is_token("x", "application/json"));
        assert_eq!(stand_in("Bearer abc"), "Bearer redacted");
        assert!(is_stand_in("Bearer redacted") && is_stand_in("https://h.test/x?token=redacted"));
        assert!(!is_stand_in("some fields are redacted"));
    }

    #[test]
    fn placeholders_and_states_are_not_secrets() {
        for (name, value) in
            [("ApiKey", "ApiKey"), ("token", "YOUR_TOKEN"), ("eapPwd", "EAP_PEAP_PASSWORD")]
        {
            assert!(is_stub(name, value), "{name} {value}");
        }
        assert!(!is_stub("password", "sesame"));
        assert!(contradicts("secret", "true") && contradicts("token", "<integer>"));
        assert!(contradicts("session", "enabled") && !contradicts("password", "enabled"));
        assert!(!contradicts("password", "<string>") && !contradicts("password", ""));
    }
}
