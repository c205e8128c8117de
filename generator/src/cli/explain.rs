//! Explanations for people.

use crate::explain::Explanation;

/// Whether an explanation is at or below a place: the request's index, or names of folders and of the request, then the part
/// and the pointer, with `/` between them (`Users/Create users/form/user_info`, `3/response/200/id`); the status may be left
/// out, and case does not count. The key of the place in a file of overrides does as well.
pub(crate) fn is_below(explanation: &Explanation, place: &str) -> bool {
    let Explanation { request, path, place: part, status, pointer, key, .. } = explanation;
    let place = place.trim_matches('/').to_lowercase();
    let is_around = |own: String| {
        let rest = own.to_lowercase().strip_prefix(&place).map(str::to_owned);
        rest.is_some_and(|rest| place.is_empty() || rest.is_empty() || rest.starts_with(['/', '.']))
    };
    let within = |head: &str| {
        let with_status =
            status.is_some_and(|status| is_around(format!("{head}/{part}/{status}{pointer}")));
        with_status || is_around(format!("{head}/{part}{pointer}"))
    };
    within(&request.to_string()) || within(&path.join("/")) || key.clone().is_some_and(is_around)
}

/// The location that was probably meant: the request's name without its folders, or a name with a typing error.
pub(crate) fn nearest(explanations: &[Explanation], location: &str) -> Option<String> {
    let wanted = location.trim_matches('/').to_lowercase();
    let mut paths: Vec<&[String]> =
        explanations.iter().map(|found| found.path.as_slice()).collect();
    paths.dedup();
    let below_name = paths.iter().find_map(|path| {
        let starts = 1..path.len();
        let name = starts.map(|start| path[start..].join("/")).find(|name| {
            let rest = wanted.strip_prefix(&name.to_lowercase());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })?;
        Some(format!("{}{}", path.join("/"), &location.trim_matches('/').get(name.len()..)?))
    });
    let all: Vec<String> = paths.iter().map(|path| path.join("/")).collect();
    below_name.or_else(|| crate::overrides::keys::nearest(&wanted, all.iter().map(String::as_str)))
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
    let Explanation { place, pointer, rust, rule, samples, key, .. } = explanation;
    let key = key.as_ref().map(|key| format!("\n      override: {key}")).unwrap_or_default();
    format!(
        "  {place}{status} {pointer}\n      {kind}, {required}{nullable}: `{rust}`\n      {rule} ({samples} sample{plural}){key}"
    )
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
            key: Some(r#"requests."Users/Create users".form."/user_info/type""#.to_owned()),
        };
        let pointed = "/Users/Create users/form/user_info/";
        for place in [
            "7",
            "",
            "users",
            "Users/create users",
            pointed,
            "users/create users/form/user_info/type",
            "7/form",
        ] {
            assert!(is_below(&explanation, place), "{place}");
        }
        assert!(is_below(&explanation, explanation.key.as_deref().unwrap()));
        let response = Explanation {
            place: "response",
            status: Some(200),
            pointer: String::new(),
            ..explanation.clone()
        };
        assert!(
            is_below(&response, "7/response/200")
                && is_below(&response, "Users/Create users/response")
        );
        for place in [
            "8",
            "70",
            "7/response",
            "user",
            "Users/Create users/form/user",
            "Users/Create users/query",
        ] {
            assert!(!is_below(&explanation, place), "{place}");
        }
    }
}
