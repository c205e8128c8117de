//! Values that a person would write in a first call. Saved values are often made up by machines: `-27113311`, `<integer>`, a
//! text of dummy words.

use crate::hints::is_filler;
use crate::rust::{Slot, SlotPlace};

/// As many optional values are shown in a first call.
pub const MOST_SETTERS: usize = 2;

/// Names of the parameter that sets how many items a page has.
const PAGE_SIZES: &[&str] = &["count", "limit", "pagesize", "perpage", "size"];

/// Numbers beyond it are rarely meant.
const LARGEST: f64 = 1_000_000.0;
/// Larger pages are not asked for.
const LARGEST_PAGE: f64 = 1_000.0;

/// Whether a saved value can be the argument of a first call.
pub fn is_argument(sample: &str) -> bool {
    let placeholder = sample.contains("{{") || sample.starts_with(['<', ':', '{']);
    let negative = sample.parse::<f64>().is_ok_and(|number| number < 0.0);
    !sample.is_empty() && !placeholder && !negative && !is_filler(sample)
}

/// The value that a setter shows; `None` where the saved one means nothing and no other is known.
pub fn setter<'a>(slot: &Slot, sample: &'a str) -> Option<&'a str> {
    if !matches!(slot.place, SlotPlace::Query | SlotPlace::Urlencoded | SlotPlace::Form) {
        return None;
    }
    let name: String = slot.name.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_page_size = PAGE_SIZES.contains(&name.to_lowercase().as_str());
    match sample.parse::<f64>() {
        Ok(number) if is_page_size && !(1.0..=LARGEST_PAGE).contains(&number) => Some("30"),
        Ok(number) if !(0.0..=LARGEST).contains(&number) => None,
        _ => is_argument(sample).then_some(sample),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str, sample: &'static str) -> Option<&'static str> {
        let slot = Slot {
            place: SlotPlace::Query,
            name: name.to_owned(),
            values: Vec::new(),
            files: Vec::new(),
            sample: None,
            shown: Vec::new(),
        };
        setter(&slot, sample)
    }

    #[test]
    fn made_up_values_are_not_shown() {
        assert_eq!(shown("per_page", "-27113311"), Some("30"));
        assert_eq!(shown("per_page", "50"), Some("50"));
        assert_eq!(shown("since", "-27113311"), None);
        assert_eq!(shown("sort", "created"), Some("created"));
        assert_eq!(shown("sort", "{{sort}}"), None);
        assert_eq!(shown("sort", ""), None);
        assert!(is_argument("octocat") && is_argument("17"));
        assert!(!is_argument("-3") && !is_argument("<string>") && !is_argument(":id"));
    }
}
