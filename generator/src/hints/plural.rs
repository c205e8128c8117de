//! English plurals.

/// The singular of an English plural, for the type of a list's items: `accounts` → `account`, `entries` → `entry`.
/// What is no plural comes back as it is.
pub fn singular(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    let keep = |n: usize| word[..word.len() - n].to_owned();
    if !word.is_ascii()
        || lower.len() < 4 && lower != "ids"
        || ["ss", "us", "is", "news", "series", "species", "sms", "dns", "aws", "https", "ios"]
            .iter()
            .any(|end| lower.ends_with(end))
    {
        return word.to_owned();
    }
    match lower.as_str() {
        _ if lower.ends_with("people") => keep(6) + "person",
        _ if lower.ends_with("children") => keep(3),
        _ if lower.ends_with("ies") && lower.len() > 4 => keep(3) + "y",
        _ if ["sses", "shes", "ches", "xes", "zzes"].iter().any(|end| lower.ends_with(end)) => {
            keep(2)
        }
        _ if lower.ends_with("uses") && lower.ends_with("statuses") => keep(2),
        _ if lower.ends_with("data") || lower.ends_with("media") => word.to_owned(),
        _ if lower.ends_with('s') => keep(1),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_have_a_singular() {
        for (plural, one) in [
            ("accounts", "account"),
            ("entries", "entry"),
            ("addresses", "address"),
            ("status", "status"),
            ("boxes", "box"),
            ("statuses", "status"),
            ("data", "data"),
            ("bus", "bus"),
            ("people", "person"),
            ("responses", "response"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }
}
