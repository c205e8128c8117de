// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The canonical form of a request: what both sides hash.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::super::encoding::{form_decode, form_pairs, strict};

/// What is no part of a URL; `%` among it.
const ODD: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Which of the two canonical forms a service uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Paths are normalised and, being encoded already, encoded once more.
    Usual,
    /// Paths are taken as they are, each object's name encoded once.
    S3,
}

/// The parts of a request that are signed.
pub struct Request<'a> {
    /// The method.
    pub method: &'a str,
    /// The path as it is sent.
    pub path: &'a str,
    /// The query as it is sent.
    pub query: &'a str,
    /// The headers, with names in lower case.
    pub headers: &'a [(String, String)],
}

impl Request<'_> {
    /// The canonical form.
    pub fn text(&self, style: Style, body_hash: &str) -> String {
        // A `?` is none of the characters that are escaped, so what stands before it is the path.
        let settled = settle_odd_characters(&format!("{}?{}", self.path, self.query));
        let (settled_path, settled_query) = settled.split_once('?').unwrap_or((&settled, ""));
        let path = path(settled_path, style);
        let headers = canonical_headers(self.headers);
        let names = signed_headers(self.headers);
        [self.method, &path, &query(settled_query, style), &headers, &names, body_hash].join("\n")
    }
}

/// The names of the signed headers, sorted.
pub fn signed_headers(headers: &[(String, String)]) -> String {
    let mut names: Vec<_> = headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.join(";")
}

/// A line for each name, values trimmed and their blanks reduced, repeated ones joined.
fn canonical_headers(headers: &[(String, String)]) -> String {
    let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, value) in headers {
        lines.entry(name).or_default().push(value.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    lines.iter().map(|(name, values)| format!("{name}:{}\n", values.join(","))).collect()
}

fn query(query: &str, style: Style) -> String {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in form_pairs(query).into_iter().filter(|(key, _)| !key.is_empty()) {
        groups.entry(strict(&key)).or_default().push(strict(&value.unwrap_or_default()));
    }
    let mut pieces = Vec::new();
    for (key, mut values) in groups {
        match style {
            Style::Usual => values.sort_unstable(),
            Style::S3 => values.truncate(1),
        }
        pieces.extend(values.iter().map(|value| format!("{key}={value}")));
    }
    pieces.join("&")
}

fn path(path: &str, style: Style) -> String {
    let mut path = path.to_owned();
    while style == Style::Usual && path.contains("//") {
        path = path.replace("//", "/");
    }
    let mut pieces: Vec<String> = Vec::new();
    for piece in path.split('/') {
        match (style, piece) {
            (Style::S3, piece) => pieces.push(strict(&form_decode(piece)).replace("%2F", "/")),
            (Style::Usual, "..") => drop(pieces.pop()),
            (Style::Usual, ".") => {}
            (Style::Usual, piece) => pieces.push(strict(piece)),
        }
    }
    let joined = pieces.join("/");
    if joined.starts_with('/') { joined } else { format!("/{joined}") }
}

/// Postman leaves some characters bare that a URL must not hold (`[ ] ^ |` …). Where there is one, Postman's
/// signer decodes path and query and encodes them anew, but for escapes of delimiters, whose `%` is escaped instead.
fn settle_odd_characters(target: &str) -> String {
    if target
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b";,/?:@&=+$-_.!~*'()#%".contains(&byte))
    {
        return target.to_owned();
    }
    let mut settled = String::new();
    let mut rest = target;
    while let Some(at) = rest.find('%') {
        settled += &utf8_percent_encode(&rest[..at], ODD).to_string();
        // A run of escapes is decoded as a whole: a character may be made of several.
        let run =
            rest.as_bytes()[at..].chunks(3).take_while(|escape| is_escape(escape)).count() * 3;
        let run = run.max(1);
        settled += &utf8_percent_encode(&decode_run(&rest[at..at + run]), ODD).to_string();
        rest = &rest[at + run..];
    }
    settled + &utf8_percent_encode(rest, ODD).to_string()
}

fn is_escape(text: &[u8]) -> bool {
    text.len() == 3 && text[0] == b'%' && text[1..].iter().all(u8::is_ascii_hexdigit)
}

/// Decodes escapes, but not those of delimiters.
fn decode_run(escapes: &str) -> String {
    const DELIMITERS: [&str; 11] =
        ["%3B", "%2F", "%3F", "%3A", "%40", "%26", "%3D", "%2B", "%24", "%2C", "%23"];
    let guarded = DELIMITERS.iter().fold(escapes.to_uppercase(), |text, escape| {
        text.replace(escape, &escape.replace('%', "%25"))
    });
    percent_decode_str(&guarded).decode_utf8_lossy().into_owned()
}
