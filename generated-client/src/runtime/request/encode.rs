// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Texts as the place in which they stand needs them: percent-encoding for each place of a request, and JSON for a line.
//!
//! Each place of a request has a *safe* form, for what callers pass (data: it never changes the structure of the request), and Postman's
//! own *lenient* form, for text whose `/ ? & =` are meant. Both agree on every character that has no meaning in its place.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

const PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}');
const PATH_SAFE: &AsciiSet = &PATH.add(b'/').add(b'?').add(b'#').add(b'%').add(b'\\');
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'\'').add(b'<').add(b'>');
const QUERY_VALUE: &AsciiSet = &QUERY.add(b'&');
const QUERY_KEY: &AsciiSet = &QUERY_VALUE.add(b'=');
const QUERY_SAFE: &AsciiSet = &QUERY_KEY.add(b'+').add(b'%');
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Whether text after a lenient text is still part of the URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It is part of the URL.
    Kept,
    /// A `#` started the fragment, which is never sent.
    Cut,
}

fn push(out: &mut String, text: &str, set: &'static AsciiSet) {
    out.extend(utf8_percent_encode(text, set));
}

fn encoded(text: &str, set: &'static AsciiSet) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text, set);
    out
}

/// Appends data to a path, as one segment or a part of one.
pub fn push_path_safe(out: &mut String, text: &str) {
    push(out, text, PATH_SAFE);
}

/// Encodes data for a path.
pub fn path_safe(text: &str) -> String {
    encoded(text, PATH_SAFE)
}

/// Appends a path as Postman writes it: `/` and `%` stay, `\` becomes `/`, `?` starts the query,
/// `#` cuts off the rest.
pub fn push_path_lenient(out: &mut String, text: &str) -> Rest {
    let (text, rest) = before_fragment(text);
    let (path, query) = match text.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (text, None),
    };
    for (position, piece) in path.split('\\').enumerate() {
        if position > 0 {
            out.push('/');
        }
        push(out, piece, PATH);
    }
    if let Some(query) = query {
        out.push('?');
        push(out, query, QUERY);
    }
    rest
}

/// Encodes a path as Postman writes it.
pub fn path_lenient(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_path_lenient(&mut out, text);
    out
}

/// Appends data to a query, as a key or value.
pub fn push_query_safe(out: &mut String, text: &str) {
    push(out, text, QUERY_SAFE);
}

/// Encodes data for a query.
pub fn query_safe(text: &str) -> String {
    encoded(text, QUERY_SAFE)
}

/// Appends the value of a variable to a query as Postman does: `&`, `=`, `+` and `%` keep their
/// meaning, `#` cuts off the rest.
pub fn push_query_lenient(out: &mut String, text: &str) -> Rest {
    let (text, rest) = before_fragment(text);
    push(out, text, QUERY);
    rest
}

/// Encodes the value of a variable in a query as Postman does.
pub fn query_lenient(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_query_lenient(&mut out, text);
    out
}

/// Encodes a literal key of a query parameter.
pub fn query_key(text: &str) -> String {
    encoded(text, QUERY_KEY)
}

/// Encodes a literal value of a query parameter.
pub fn query_value(text: &str) -> String {
    encoded(text, QUERY_VALUE)
}

/// Appends a key or value to an urlencoded body. Only letters, digits and `- . _ ~` are not
/// escaped.
pub fn push_form(out: &mut String, text: &str) {
    push(out, text, FORM);
}

/// Encodes a key or value of an urlencoded body.
pub fn form(text: &str) -> String {
    encoded(text, FORM)
}

fn before_fragment(text: &str) -> (&str, Rest) {
    match text.split_once('#') {
        Some((kept, _)) => (kept, Rest::Cut),
        None => (text, Rest::Kept),
    }
}

/// Returns JSON on one line. Characters that some programs treat as line ends (Unicode Standard,
/// section 5.8) are escaped, and line breaks between tokens become spaces.
pub fn json_line(json: &str) -> String {
    let mut line = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\n' | '\r' => line.push(' '),
            '\u{85}' | '\u{2028}' | '\u{2029}' => {
                line.push_str(&format!("\\u{:04x}", u32::from(character)))
            }
            _ => line.push(character),
        }
    }
    line
}
