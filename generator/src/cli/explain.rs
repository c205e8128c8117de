//! Explanations for people.

use generator::explain::Explanation;

/// The entry under the name of its request.
pub(crate) fn with_title(explanation: &Explanation) -> String {
    format!(
        "{}: {}\n{}",
        explanation.request,
        explanation.path.join(" > "),
        entry(explanation)
    )
}

/// Place, type, samples and rule.
pub(crate) fn entry(explanation: &Explanation) -> String {
    let mut kind = explanation.kind.word().to_owned();
    if let Some(format) = &explanation.format {
        kind = format!("{kind} ({format})");
    }
    if let Some(values) = &explanation.values {
        kind = format!("{kind} of {}", values.join(", "));
    }
    let status = explanation
        .status
        .map(|status| format!(" {status}"))
        .unwrap_or_default();
    let required = if explanation.required {
        "required"
    } else {
        "optional"
    };
    let nullable = if explanation.nullable {
        ", may be null"
    } else {
        ""
    };
    let samples = if explanation.samples == 1 {
        "1 sample".to_owned()
    } else {
        format!("{} samples", explanation.samples)
    };
    let place = format!(
        "{}{status} {}",
        explanation.location.word(),
        explanation.pointer
    );
    let Explanation { rust, rule, .. } = explanation;
    format!("  {place}\n      {kind}, {required}{nullable}: `{rust}`\n      {rule} ({samples})")
}
