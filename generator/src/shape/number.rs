//! Numbers as they are written.

use super::{Named, Number, NumberFormat};

impl Number {
    /// What is known of the number that is written so in a JSON text.
    pub fn of(text: &str) -> Number {
        let negative = text.starts_with('-');
        let written_as_float = text.contains(['.', 'e', 'E']) || text == "-0";
        if written_as_float {
            return Number {
                negative,
                float: true,
                exact: !is_given_back(text),
                ..Number::default()
            };
        }
        match (text.parse::<i64>(), text.parse::<u64>()) {
            (Ok(number), _) => {
                Number { negative, large: number.unsigned_abs() > 1 << 53, ..Number::default() }
            }
            (_, Ok(_)) => Number { unsigned: true, large: true, ..Number::default() },
            _ => Number { negative, large: true, exact: true, ..Number::default() },
        }
    }

    /// A whole number, of which nothing else is known.
    pub fn integer() -> Number {
        Number::default()
    }

    /// A number of a format that a placeholder names.
    pub fn named(format: NumberFormat) -> Number {
        let number = match format {
            NumberFormat::Int64 => Number::integer(),
            NumberFormat::Float | NumberFormat::Double => Number::float(),
        };
        Number { named: Named(Some(format)), ..number }
    }

    /// A number that may have a fraction, of which nothing else is known.
    pub fn float() -> Number {
        Number { float: true, ..Number::default() }
    }
}

/// `f64` gives the same decimal value back when a client writes it as JSON. Of two shortest texts for one number
/// (`1023429458731588.2` and `…8.3`) serde_json takes another than the standard library.
pub(super) fn is_given_back(text: &str) -> bool {
    let written = |number: f64| serde_json::to_string(&number).unwrap_or_default();
    text.parse::<f64>()
        .is_ok_and(|number| number.is_finite() && same_decimal(text, &written(number)))
}

/// Both texts write the same decimal value: `1.50` and `15e-1`.
fn same_decimal(one: &str, other: &str) -> bool {
    decimal(one) == decimal(other)
}

/// The sign, the digits without zeros at either end, and the exponent of ten of the last digit.
fn decimal(text: &str) -> (bool, String, i64) {
    let (sign, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    let zeros = digits.len() - significant.len();
    // An exponent beyond i64 is beyond f64 too: any number that no other text has will do.
    let exponent: i64 = exponent.parse().unwrap_or(i64::MAX / 2);
    let significant = significant.trim_start_matches('0');
    match significant {
        "" => (sign, String::new(), 0),
        _ => (sign, significant.to_owned(), exponent - fraction.len() as i64 + zeros as i64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::NumberKind::{self, Exact, Float, Signed, Unsigned};
    use proptest::prelude::*;

    fn kind(texts: &[&str]) -> NumberKind {
        let mut number = Number::of(texts[0]);
        texts.iter().for_each(|text| number.join(Number::of(text)));
        number.kind()
    }

    #[test]
    fn kinds_of_numbers() {
        assert_eq!(kind(&["0"]), Signed);
        assert_eq!(kind(&["-9223372036854775808"]), Signed);
        assert_eq!(kind(&["9223372036854775808"]), Unsigned);
        assert_eq!(kind(&["18446744073709551616"]), Exact);
        assert_eq!(kind(&["1.0"]), Float);
        assert_eq!(kind(&["-0"]), Float);
        assert_eq!(kind(&["1e2", "0.1", "12.500"]), Float);
        assert_eq!(kind(&["0.1000000000000000055511151231257827"]), Exact);
        assert_eq!(kind(&["1e400"]), Exact);
        assert_eq!(kind(&["1", "1.5"]), Float);
        assert_eq!(kind(&["9007199254740993", "1.5"]), Exact);
        assert_eq!(kind(&["9223372036854775808", "-1"]), Exact);
    }

    proptest! {
        #[test]
        fn what_a_client_writes_it_gives_back(number in prop::num::f64::NORMAL) {
            prop_assert!(!Number::of(&serde_json::to_string(&number).unwrap()).exact);
        }
    }
}
