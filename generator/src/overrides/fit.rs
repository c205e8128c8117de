//! Whether the example values of a location are of the type that the overrides give it.

use super::document::Kind;
use crate::shape::{Format, Shape, Values};

/// How many of the values that were seen are of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    All,
    Some,
    None,
}

pub(super) fn fit(kind: Kind, meant: &Shape, seen: &Shape, samples: &[String]) -> Fit {
    let fitting = samples.iter().filter(|sample| fits(kind, sample)).count();
    match fitting {
        0 if samples.is_empty() && texts_contradict(kind, seen) => Fit::None,
        0 if samples.is_empty() && covers(meant, seen) => match kind.format() {
            Some(format) if !may_be(seen, format) => Fit::Some,
            _ => Fit::All,
        },
        0 if samples.is_empty() && are_disjoint(meant, seen) => Fit::None,
        0 if !samples.is_empty() => Fit::None,
        all if all == samples.len() && all > 0 => Fit::All,
        _ => Fit::Some,
    }
}

/// Every text that was seen has another format, or is no number.
fn texts_contradict(kind: Kind, seen: &Shape) -> bool {
    let Some(text) = seen.text.as_ref().filter(|_| seen.kinds() == 1) else { return false };
    if let Values::Few(values) | Values::Listed(values) = &text.values
        && !values.is_empty()
    {
        return !values.iter().any(|value| fits(kind, value));
    }
    seen.samples.0 == 1 && kind.format().is_some_and(|format| !may_be(seen, format))
}

/// No text speaks against the format.
fn may_be(seen: &Shape, format: Format) -> bool {
    seen.text.as_ref().is_none_or(|text| text.possible.has(format))
}

/// Nothing that was seen is of a type, not even as a text: numbers and booleans may be written as texts.
fn are_disjoint(meant: &Shape, seen: &Shape) -> bool {
    let scalar = |shape: &Shape| shape.boolean || shape.number.is_some() || shape.text.is_some();
    let object = |shape: &Shape| shape.object.is_some() || shape.map.is_some();
    let array = |shape: &Shape| shape.array.is_some();
    let both = [scalar, object, array].iter().any(|has| has(meant) && has(seen));
    seen.kinds() > 0 && meant.kinds() > 0 && !both
}

/// Every kind of value that was seen is one that is meant.
fn covers(meant: &Shape, seen: &Shape) -> bool {
    let any = meant.kinds() == 0;
    let object = seen.object.is_some() || seen.map.is_some();
    any || ((meant.boolean || !seen.boolean)
        && (meant.number.is_some() || seen.number.is_none())
        && (meant.text.is_some() || seen.text.is_none())
        && (meant.array.is_some() || seen.array.is_none())
        && (meant.map.is_some() || !object))
}

/// The value is written so by the type. What holds a variable or stands for a type says nothing.
fn fits(kind: Kind, sample: &str) -> bool {
    let unknown =
        sample.is_empty() || sample.contains("{{") || crate::hints::placeholder(sample).is_some();
    unknown
        || match kind {
            Kind::Integer => sample.parse::<i64>().is_ok_and(|number| number.to_string() == sample),
            Kind::Number => sample.parse::<f64>().is_ok_and(|number| number.to_string() == sample),
            Kind::Boolean => matches!(sample, "true" | "false"),
            Kind::Date => Format::Date.fits(sample),
            Kind::Time => Format::Time.fits(sample),
            Kind::DateTime => Format::DateTime.fits(sample),
            Kind::Uuid => Format::Uuid.fits(sample),
            _ => true,
        }
}
