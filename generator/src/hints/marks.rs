//! Marks in descriptions and names: `(Required)`, `(This can only be one of a,b)`, vendors' error codes.

use super::markup;

/// The marks of a required parameter.
const REQUIRED: [&str; 2] = ["(required)", "[required]"];

/// How a list of values begins; it ends with the closing parenthesis.
const LIST: &str = "(this can only be one of ";

/// The description carries the mark `(Required)` or `[required]`, anywhere and in any case.
pub fn is_required(description: &str) -> bool {
    let text = description.to_ascii_lowercase();
    REQUIRED.iter().any(|mark| text.contains(mark))
}

/// The values of `(This can only be one of a,b,c)`, in order, each once. They are joined by commas without a blank, so a
/// comma before a blank belongs to a value, unless there is no other comma. The list may stand in HTML or Markdown.
pub fn listed_values(description: &str) -> Option<Vec<String>> {
    let list = list_span(description)?;
    let text = markup::without_entities(&markup::without_tags(&description[list.values]));
    let text = markup::without_escapes(&text).replace('`', "");
    let mut values: Vec<String> = Vec::new();
    for value in split_values(text.trim()) {
        if !value.is_empty() && !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    }
    (!values.is_empty()).then_some(values)
}

/// The description without its marks, for people; `None` when nothing is left.
pub fn without_marks(description: &str) -> Option<String> {
    let mut text = description.to_owned();
    while let Some(list) = list_span(&text) {
        text.replace_range(list.whole, "");
    }
    for mark in REQUIRED {
        while let Some(start) = text.to_ascii_lowercase().find(mark) {
            let end = start + mark.len();
            let blanks = text[end..].len() - text[end..].trim_start_matches(' ').len();
            text.replace_range(start..end + blanks, "");
        }
    }
    let text = text.trim();
    (!markup::plain_text(text).is_empty()).then(|| text.to_owned())
}

/// Where a list stands.
struct List {
    whole: std::ops::Range<usize>,
    values: std::ops::Range<usize>,
}

/// The first list of values. Its end is the parenthesis that closes it; when there is none, the first closing one.
fn list_span(text: &str) -> Option<List> {
    let start = text.to_ascii_lowercase().find(LIST)?;
    let values = start + LIST.len();
    let mut depth = 1;
    let closing = text[values..].char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == '(') - i32::from(*letter == ')');
        depth == 0
    });
    let end = closing.map(|(index, _)| index).or_else(|| text[values..].find(')'))? + values;
    Some(List { whole: start..end + 1, values: values..end })
}

/// Splits at commas that no blank follows; at commas with a blank when there is no other.
fn split_values(text: &str) -> Vec<&str> {
    let mut values = Vec::new();
    let mut start = 0;
    for (index, _) in text.match_indices(',') {
        if !text[index + 1..].starts_with(char::is_whitespace) {
            values.push(&text[start..index]);
            start = index + 1;
        }
    }
    values.push(&text[start..]);
    match values.as_slice() {
        [one] if one.contains(", ") => one.split(',').map(str::trim).collect(),
        _ => values,
    }
}

/// An error code of the vendor's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VendorCode {
    /// The code as it stands: digits or a word.
    pub code: String,
    /// What it means: the text up to the next code; empty when there is none.
    pub meaning: String,
}

/// The vendor's error codes in the name of a saved response, such as ``**Error Code:** `2024`<br>The user is gone.``
pub fn vendor_codes(name: &str) -> Vec<VendorCode> {
    const MARK: &str = "error code";
    let text = markup::plain_text(name);
    let lower = text.to_ascii_lowercase();
    let starts: Vec<usize> =
        lower.match_indices(MARK).map(|(index, _)| index + MARK.len()).collect();
    let ends = starts.iter().skip(1).map(|start| start - MARK.len()).chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| vendor_code(&text[*start..end])).collect()
}

/// The code and its meaning in what follows "error code".
fn vendor_code(text: &str) -> Option<VendorCode> {
    let text = text.strip_prefix(['s', 'S']).unwrap_or(text);
    let text = text
        .trim_start()
        .strip_prefix([':', '=', '-'])
        .or_else(|| text.strip_prefix(' '))?
        .trim_start();
    let in_code = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let code = text.split(|c| !in_code(c)).next()?.trim_end_matches(['.', '-']);
    let rest = text[code.len()..].trim_matches(|c: char| c.is_whitespace() || ":,;-–".contains(c));
    // A word in plain speech ("error code of the call") is no code: that has a digit or a capital.
    let coded = code.contains(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    coded.then(|| VendorCode { code: code.to_owned(), meaning: rest.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        listed_values(text).unwrap_or_default()
    }

    #[test]
    fn required_marks() {
        assert!(is_required("(Required) The id."));
        assert!(is_required("<p>The id. [required]</p>"));
        assert!(!is_required("Required when x is set."));
    }

    #[test]
    fn lists_of_values() {
        assert_eq!(values("Mode. (This can only be one of a,b c,d) More."), ["a", "b c", "d"]);
        assert_eq!(
            values("<p>(This can only be one of sso\\_create,a&amp;b,<code>c</code>)</p>"),
            ["sso_create", "a&b", "c"]
        );
        assert_eq!(values("(This can only be one of f(x),g,f(x))"), ["f(x)", "g"]);
        assert_eq!(values("(This can only be one of no, thanks,yes)"), ["no, thanks", "yes"]);
        assert_eq!(values("(This can only be one of a, b)"), ["a", "b"]);
        assert_eq!(values("(This can only be one of json)"), ["json"]);
        assert_eq!(values("(this can only be one of (a,b)"), ["(a", "b"]);
        assert_eq!(listed_values("one of a,b"), None);
        assert_eq!(listed_values("(This can only be one of )"), None);
        assert_eq!(listed_values("(This can only be one of a,b"), None);
    }

    #[test]
    fn descriptions_without_marks() {
        let clean = |text| without_marks(text).unwrap_or_default();
        assert_eq!(clean("(Required) The mode. (This can only be one of a,b)"), "The mode.");
        assert_eq!(clean("<p>(Required)  The id</p>"), "<p>The id</p>");
        assert_eq!(clean("The id [required]"), "The id");
        assert_eq!(without_marks("<p>(Required)</p>"), None);
        assert_eq!(without_marks(" "), None);
    }

    #[test]
    fn codes_of_vendors() {
        let name = "**HTTP Status Code:** `404`<br>\nNot Found<br>\n**Error Code:** `2024`<br>\nThe user is gone.<br>\n\
                    **Error Code:** `E_GONE` Gone.";
        let code =
            |code: &str, meaning: &str| VendorCode { code: code.into(), meaning: meaning.into() };
        assert_eq!(
            vendor_codes(name),
            [code("2024", "The user is gone."), code("E_GONE", "Gone.")]
        );
        assert_eq!(vendor_codes("An error code of the call"), []);
        assert_eq!(vendor_codes("Bad request"), []);
    }
}
