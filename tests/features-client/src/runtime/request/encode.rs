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

/// Whether what follows a lenient text is still part of the URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It is.
    Kept,
    /// A `#` has started the fragment, which is never sent.
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

/// Appends data to a path: one segment or a part of one, whatever it holds.
pub fn push_path_safe(out: &mut String, text: &str) {
    push(out, text, PATH_SAFE);
}

/// Data in a path.
pub fn path_safe(text: &str) -> String {
    encoded(text, PATH_SAFE)
}

/// Appends a path as Postman writes it: `/` and `%` stay, `\` becomes `/`, a `?` starts the query, `#` cuts the rest.
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

/// A path as Postman writes it.
pub fn path_lenient(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_path_lenient(&mut out, text);
    out
}

/// Appends data to a query, as a key or a value.
pub fn push_query_safe(out: &mut String, text: &str) {
    push(out, text, QUERY_SAFE);
}

/// Data in a query.
pub fn query_safe(text: &str) -> String {
    encoded(text, QUERY_SAFE)
}

/// Appends what a variable brings into a query in Postman: `&`, `=`, `+` and `%` keep their meaning, `#` cuts the rest.
pub fn push_query_lenient(out: &mut String, text: &str) -> Rest {
    let (text, rest) = before_fragment(text);
    push(out, text, QUERY);
    rest
}

/// What a variable brings into a query in Postman.
pub fn query_lenient(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_query_lenient(&mut out, text);
    out
}

/// A key that stands in a query parameter of a collection.
pub fn query_key(text: &str) -> String {
    encoded(text, QUERY_KEY)
}

/// A value that stands in a query parameter of a collection.
pub fn query_value(text: &str) -> String {
    encoded(text, QUERY_VALUE)
}

/// Appends a key or a value to a urlencoded body. There is one form: nothing but letters, digits and `- . _ ~` stays.
pub fn push_form(out: &mut String, text: &str) {
    push(out, text, FORM);
}

/// A key or a value in a urlencoded body.
pub fn form(text: &str) -> String {
    encoded(text, FORM)
}

fn before_fragment(text: &str) -> (&str, Rest) {
    match text.split_once('#') {
        Some((kept, _)) => (kept, Rest::Cut),
        None => (text, Rest::Kept),
    }
}

/// JSON on one line, also for programs to which more than `\n` ends one (the Unicode Standard, section 5.8): such characters are
/// escaped. Line breaks between its words become spaces.
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
