// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A request as a curl command for a POSIX shell that puts the same bytes on the wire.

use http::Method;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, EXPECT, HeaderMap, HeaderName,
    HeaderValue, USER_AGENT,
};

use std::io;

use super::files;
use super::shell::{self, Marks};
use crate::client::runtime::replay::bytes_of;
use crate::client::runtime::{self, Scheme};

/// A longer body goes through a pipe, because the system limits the length of an argument.
const LONGEST_ARGUMENT: usize = 64 << 10;

/// curl asks for permission before it sends a longer body (`Expect: 100-continue`): newer versions
/// from 1 MiB on, older ones from 1 KiB on.
const WITHOUT_EXPECT: usize = 1024;
/// The client sends `Content-Length: 0` with these methods when they have no body.
const WITH_LENGTH: [&str; 3] = ["POST", "PUT", "PATCH"];
/// The `Accept` header that the transport sends by default.
const ANY: HeaderValue = HeaderValue::from_static("*/*");

/// A request, ready to be sent.
#[derive(Debug)]
pub struct Parts {
    /// The method.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// All headers that are sent, except `Host` and `Content-Length`.
    pub headers: HeaderMap,
    /// The body. `None` if nothing is sent, not even `Content-Length: 0`.
    pub body: Option<Vec<u8>>,
    /// A remark for the user about options of curl.
    pub note: Option<&'static str>,
}

impl Parts {
    /// Builds the request that a client would send with credentials of `scheme`.
    ///
    /// Errors: a file in its body cannot be read.
    pub fn new(method: &Method, parts: runtime::Parts, scheme: Option<Scheme>) -> io::Result<Self> {
        let bytes = bytes_of(parts.body)?;
        let framed = !bytes.is_empty() || WITH_LENGTH.contains(&method.as_str());
        let body = framed.then_some(bytes);
        let mut headers = parts.headers;
        headers.entry(ACCEPT).or_insert(ANY);
        Ok(Self {
            method: method.to_string(),
            url: parts.target,
            headers,
            body,
            note: scheme.and_then(note),
        })
    }
}

/// Returns what a command cannot express about credentials.
fn note(scheme: Scheme) -> Option<&'static str> {
    match scheme {
        Scheme::Digest => {
            Some("the server asks for credentials: add --digest --user NAME:PASSWORD")
        }
        Scheme::Ntlm => Some("the server asks for credentials: add --ntlm --user NAME:PASSWORD"),
        Scheme::OAuth1
        | Scheme::Hawk
        | Scheme::AwsV4
        | Scheme::Jwt
        | Scheme::Asap
        | Scheme::EdgeGrid => {
            Some("signed with stand-ins for the secrets: a server will refuse it")
        }
        _ => None,
    }
}

/// Returns the command, on several lines.
pub fn command(parts: &Parts, marks: &Marks) -> String {
    let mut words = vec!["--globoff --path-as-is".to_owned()];
    words.push(match parts.method.as_str() {
        // With `-X HEAD` curl would wait for a body.
        "HEAD" => "--head".to_owned(),
        method if method.bytes().all(|byte| byte.is_ascii_alphabetic()) => format!("-X {method}"),
        method => format!("-X {}", marks.word(method.as_bytes())),
    });
    for (name, value) in &parts.headers {
        if *name != CONTENT_LENGTH {
            words.push(header(name, value, marks));
        }
    }
    words.extend(removals(parts).map(|name| format!("-H '{name}:'")));
    let mut pipe = String::new();
    match parts.body.as_deref() {
        Some(body) if body.len() > LONGEST_ARGUMENT || !shell::plain(body) => {
            pipe = format!("{} | ", marks.printf(body));
            words.push("--data-binary @-".to_owned());
        }
        // A leading `@` would name a file.
        Some(body) if body.starts_with(b"@") => {
            words.push(format!("--data-raw {}", marks.word(body)))
        }
        Some(body) => words.push(format!("--data-binary {}", marks.word(body))),
        None => {}
    }
    words.push(marks.word(parts.url.as_bytes()));
    let note = parts.note.map(|note| format!("# {note}\n")).unwrap_or_default();
    format!("{note}{pipe}curl {}", words.join(" \\\n  "))
}

/// Returns the headers that curl would add on its own.
fn removals(parts: &Parts) -> impl Iterator<Item = HeaderName> {
    let headers = &parts.headers;
    let with_body = parts.body.is_some();
    let long_body = parts.body.as_ref().is_some_and(|body| body.len() > WITHOUT_EXPECT);
    let names =
        [(ACCEPT, true), (USER_AGENT, true), (CONTENT_TYPE, with_body), (EXPECT, long_body)];
    names
        .into_iter()
        .filter(|(name, added)| *added && !headers.contains_key(name))
        .map(|(name, _)| name)
}

fn header(name: &HeaderName, value: &HeaderValue, marks: &Marks) -> String {
    if let Some(user) = user(name, value, marks) {
        return user;
    }
    let line = match value.as_bytes() {
        // `Name:` alone would remove a header.
        b"" => format!("{name};").into_bytes(),
        bytes => [name.as_str().as_bytes(), b": ", bytes].concat(),
    };
    format!("-H {}", marks.word(&line))
}

/// Returns basic credentials that contain a secret. The shell cannot substitute a variable inside
/// Base64, so curl has to encode them.
fn user(name: &HeaderName, value: &HeaderValue, marks: &Marks) -> Option<String> {
    let encoded = value.to_str().ok().filter(|_| *name == AUTHORIZATION)?.strip_prefix("Basic ")?;
    let credentials = files::base64(encoded);
    marks.stand_in(&credentials).then(|| format!("--user {}", marks.word(&credentials)))
}
