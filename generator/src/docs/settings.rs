//! Sentences about the settings of a client.

use crate::api::{Scheme, ServerRole, Shared, SharedPlace};
use crate::markdown::code;

/// What a setting of addresses does. `written` is how the collection writes it, `within` the addresses that it is a part of.
pub fn server(role: ServerRole, written: &str, within: &[String], value: Option<&str>) -> String {
    let written = code(written);
    let mut text = match role {
        ServerRole::Part => {
            let within: Vec<String> = within.iter().map(|address| code(address)).collect();
            match within.is_empty() {
                true => format!("Sets {written}, which addresses are made of."),
                false => format!("Sets {written} in {}.", within.join(", ")),
            }
        }
        ServerRole::Address | ServerRole::Whole => {
            format!("Sets the address that the collection calls {written}.")
        }
    };
    text.push_str(&default(value.filter(|_| role != ServerRole::Whole)));
    text
}

fn default(value: Option<&str>) -> String {
    match value {
        Some("") => " It is empty by default.".to_owned(),
        Some(value) => format!(" Default: {}.", code(value)),
        None => String::new(),
    }
}

/// What the setting of a shared value does.
pub fn value(shared: &Shared) -> String {
    if is_made_up(shared) {
        return format!(
            "Sets what requests send {}. A request can send another value.",
            places(shared)
        );
    }
    format!(
        "Sets {}, which requests send {}. A request can send another value.{}",
        code(&format!("{{{{{}}}}}", shared.variable)),
        places(shared),
        default(shared.default.as_deref()),
    )
}

/// Whether the collection has the value itself, and no variable for it.
pub fn is_made_up(shared: &Shared) -> bool {
    shared.secret && shared.variable.starts_with("secret_")
}

/// Where requests send a shared value.
pub fn places(shared: &Shared) -> String {
    let places: Vec<String> = shared.places.iter().map(place).collect();
    places.join(" and ")
}

/// Where requests send it, after a verb.
fn place(place: &SharedPlace) -> String {
    match place {
        SharedPlace::Path => "in the path".to_owned(),
        SharedPlace::Query(key) => format!("as {} in the query", code(key)),
        SharedPlace::Header(name) => format!("in the header {}", code(name)),
    }
}

/// What a setting of credentials does: how they travel, and what the collection has for them.
pub fn credential(scheme: Scheme, settings: &[(String, String)], written: Option<&str>) -> String {
    let setting = |key: &str| {
        settings.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    };
    let mut text = match scheme {
        Scheme::Bearer => {
            "Sets the bearer token, which is sent as `Authorization: Bearer …`.".to_owned()
        }
        Scheme::Basic => "Sets the user name and the password (HTTP basic).".to_owned(),
        Scheme::OAuth2 => match (setting("addTokenTo"), setting("headerPrefix")) {
            (Some("queryParams"), _) => {
                "Sets the OAuth 2.0 access token, which is sent as `access_token` in the query."
                    .to_owned()
            }
            (_, prefix) => {
                let prefix = prefix.unwrap_or("Bearer").trim();
                let sent = code(&format!("Authorization: {prefix} …").replace(":  ", ": "));
                format!("Sets the OAuth 2.0 access token, which is sent as {sent}.")
            }
        },
        Scheme::ApiKey => {
            let key = setting("key").unwrap_or_default();
            let what = if setting("prefix").is_some() { "token" } else { "API key" };
            match (setting("in"), setting("prefix")) {
                _ if key.is_empty() => "Sets the API key.".to_owned(),
                (Some("query"), _) => {
                    format!("Sets the {what}, which is sent as {} in the query.", code(key))
                }
                (_, Some(prefix)) => {
                    let sent = code(&format!("{key}: {prefix} …"));
                    format!("Sets the {what}, which is sent as {sent}: the prefix is added.")
                }
                (_, None) => {
                    format!("Sets the {what}, which is sent as {}.", code(&format!("{key}: …")))
                }
            }
        }
        Scheme::OAuth1 => "Sets the credentials that OAuth 1.0 signs requests with.".to_owned(),
        Scheme::Digest => "Sets the user name and the password (HTTP digest).".to_owned(),
        Scheme::Hawk => "Sets the credentials that Hawk signs requests with.".to_owned(),
        Scheme::AwsV4 => {
            "Sets the keys that AWS Signature Version 4 signs requests with.".to_owned()
        }
        Scheme::Jwt => "Sets the key that JSON web tokens are signed with.".to_owned(),
        Scheme::Asap => "Sets the key that ASAP tokens are signed with.".to_owned(),
        Scheme::EdgeGrid => "Sets the credentials that EdgeGrid signs requests with.".to_owned(),
        Scheme::Ntlm => "Sets the Windows user name and the password (NTLM).".to_owned(),
    };
    if let Some(written) = written {
        text.push_str(&format!(" The collection has {} there.", code(written)));
    }
    text
}
