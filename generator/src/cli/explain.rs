//! Explanations for people.

use generator::explain::Explanation;

/// Whether an explanation is at or below a place: the request's index, or names of folders and of the request and then the
/// part and the pointer, with `/` between them (`Users/Create users/form/user_info`). Case does not count.
pub(crate) fn is_below(explanation: &Explanation, place: &str) -> bool {
    if place.parse() == Ok(explanation.request) {
        return true;
    }
    let Explanation { path, place: part, pointer, .. } = explanation;
    let own = format!("{}/{part}{pointer}", path.join("/")).to_lowercase();
    let place = place.trim_matches('/').to_lowercase();
    let rest = own.strip_prefix(&place);
    rest.is_some_and(|rest| place.is_empty() || rest.is_empty() || rest.starts_with('/'))
}

/// The entry under the name of its request.
pub(crate) fn with_title(explanation: &Explanation) -> String {
    let Explanation { request, path, .. } = explanation;
    format!("{request}: {}\n{}", path.join(" > "), entry(explanation))
}

/// Place, type, samples and rule.
pub(crate) fn entry(explanation: &Explanation) -> String {
    let mut kind = explanation.kind.to_owned();
    if let Some(format) = &explanation.format {
        kind = format!("{kind} ({format})");
    }
    if let Some(values) = &explanation.values {
        kind = format!("{kind} of {}", values.join(", "));
    }
    let status = explanation.status.map(|status| format!(" {status}")).unwrap_or_default();
    let required = if explanation.required { "required" } else { "optional" };
    let nullable = if explanation.nullable { ", may be null" } else { "" };
    let plural = if explanation.samples == 1 { "" } else { "s" };
    let Explanation { place, pointer, rust, rule, samples, .. } = explanation;
    format!("  {place}{status} {pointer}\n      {kind}, {required}{nullable}: `{rust}`\n      {rule} ({samples} sample{plural})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_names_or_an_index() {
        let explanation = Explanation {
            request: 7,
            path: vec!["Users".to_owned(), "Create users".to_owned()],
            place: "form",
            status: None,
            pointer: "/user_info/type".to_owned(),
            kind: "integer",
            format: None,
            required: false,
            nullable: false,
            values: None,
            rust: "Option<i64>".to_owned(),
            rule: "JSON in a form field",
            samples: 6,
        };
        let pointed = "/Users/Create users/form/user_info/";
        for place in ["7", "", "users", "Users/create users", pointed, "users/create users/form/user_info/type"] {
            assert!(is_below(&explanation, place), "{place}");
        }
        for place in ["8", "user", "Users/Create users/form/user", "Users/Create users/query"] {
            assert!(!is_below(&explanation, place), "{place}");
        }
    }
}
