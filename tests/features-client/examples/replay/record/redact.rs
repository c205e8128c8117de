// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! What of a response is written to a file: without secrets, and not more than a sample needs.

use std::borrow::Cow;

use super::node::{Kind, Node};
use crate::client::runtime::RawResponse;
use crate::runner::variables::Variables;

/// The longest body that is recorded, in bytes.
const MOST_BYTES: usize = 256 << 10;

/// As many elements of a list are kept when a body is longer than that.
const MOST_ELEMENTS: usize = 3;

/// What is written in place of a secret.
const REDACTED: &str = "redacted";

/// Headers that are never recorded: credentials, and what is about the connection only.
const LEFT_OUT: [&str; 17] = [
    "set-cookie",
    "set-cookie2",
    "cookie",
    "authorization",
    "proxy-authorization",
    "www-authenticate",
    "proxy-authenticate",
    "authentication-info",
    "connection",
    "keep-alive",
    "transfer-encoding",
    "content-length",
    "content-encoding",
    "date",
    "alt-svc",
    "trailer",
    "upgrade",
];

/// Parts of names that stand for secrets, in lower case, without separators.
const SECRET_NAMES: [&str; 16] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "authtoken",
    "sessiontoken",
    "bearertoken",
    "apikey",
    "privatekey",
    "clientsecret",
    "credential",
    "csrftoken",
    "ticket",
];

/// Names that stand for secrets when nothing else is in them.
const WHOLE_NAMES: [&str; 6] = ["token", "jwt", "pin", "otp", "sessionid", "sid"];

/// What is known to be secret.
pub struct Secrets<'a> {
    /// The variables of the run.
    pub variables: &'a Variables,
    /// Names that the command line adds, in lower case.
    pub names: &'a [String],
}

/// A response as it is recorded.
pub struct Sample {
    /// The status code.
    pub code: u16,
    /// Its reason phrase.
    pub reason: &'static str,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// The body; empty when it is left out.
    pub body: String,
    /// Why the body is not the whole one.
    pub note: Option<String>,
}

impl Sample {
    /// Of a response.
    pub fn of(response: &RawResponse, secrets: &Secrets<'_>) -> Sample {
        let headers = response.headers().iter().filter_map(|(name, value)| {
            let (name, value) = (name.as_str(), value.to_str().ok()?);
            (!LEFT_OUT.contains(&name) && !secrets.is_name(name))
                .then(|| (name.to_owned(), secrets.clean(value)))
        });
        let (body, note) = body(response, secrets);
        Sample {
            code: response.status().as_u16(),
            reason: response.status().canonical_reason().unwrap_or_default(),
            headers: headers.collect(),
            body,
            note,
        }
    }
}

fn body(response: &RawResponse, secrets: &Secrets<'_>) -> (String, Option<String>) {
    let bytes = response.body();
    let Ok(text) = std::str::from_utf8(bytes) else {
        return (String::new(), Some(format!("its {} bytes are not text: left out", bytes.len())));
    };
    if text.contains('\0') {
        return (String::new(), Some(format!("its {} bytes are binary: left out", bytes.len())));
    }
    let Some(node) = Node::read(text) else {
        return match text.len() {
            length if length > MOST_BYTES => {
                (String::new(), Some(format!("its {length} bytes are too long: left out")))
            }
            _ => (secrets.clean(text), None),
        };
    };
    let mut writer = Writer { text, secrets, most: usize::MAX, out: String::new() };
    writer.node(&node, None);
    if writer.out.len() <= MOST_BYTES {
        return (writer.out, None);
    }
    let mut short = Writer { text, secrets, most: MOST_ELEMENTS, out: String::new() };
    short.node(&node, None);
    let length = text.len();
    if short.out.len() <= MOST_BYTES {
        let note = format!("of its {length} bytes, each list keeps {MOST_ELEMENTS} elements");
        return (short.out, Some(note));
    }
    (String::new(), Some(format!("its {length} bytes are too long: left out")))
}

impl Secrets<'_> {
    /// Whether a name stands for a secret.
    fn is_name(&self, name: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        let plain: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
        self.names.contains(&lower)
            || WHOLE_NAMES.contains(&plain.as_str())
            || plain.ends_with("token")
            || SECRET_NAMES.iter().any(|part| plain.contains(part))
    }

    /// A text without the secrets that are known, and without tokens that look like such.
    fn clean(&self, text: &str) -> String {
        let mut clean = Cow::Borrowed(text);
        for (_, value) in self.variables.secret_values().filter(|(_, value)| value.len() > 3) {
            if clean.contains(value) {
                clean = Cow::Owned(clean.replace(value, REDACTED));
            }
        }
        if clean.split(is_no_token).any(is_token) {
            let mut rest: &str = &clean;
            let mut out = String::new();
            while !rest.is_empty() {
                let end = rest.find(is_no_token).unwrap_or(rest.len());
                out.push_str(if is_token(&rest[..end]) { REDACTED } else { &rest[..end] });
                let next = rest[end..].chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[end..end + next]);
                rest = &rest[end + next..];
            }
            return out;
        }
        clean.into_owned()
    }
}

fn is_no_token(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// A JSON web token, or a key with a prefix that says so.
fn is_token(word: &str) -> bool {
    const PREFIXES: [&str; 8] =
        ["sk_live_", "sk_test_", "ghp_", "gho_", "xoxb-", "xoxp-", "AKIA", "github_pat_"];
    (word.starts_with("eyJ") && word.matches('.').count() == 2 && word.len() > 30)
        || (word.len() > 15 && PREFIXES.iter().any(|prefix| word.starts_with(prefix)))
}

/// Writes JSON as it is, but for secrets and the ends of long lists.
struct Writer<'a> {
    text: &'a str,
    secrets: &'a Secrets<'a>,
    most: usize,
    out: String,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node, key: Option<&str>) {
        let secret = key.is_some_and(|key| self.secrets.is_name(key));
        match &node.kind {
            Kind::Object(members) => {
                let children = members.iter().map(|(key, node)| (node, Some(key.as_str())));
                self.nested(node, children.collect(), usize::MAX);
            }
            Kind::List(elements) => {
                let children = elements.iter().map(|node| (node, key)).collect();
                self.nested(node, children, self.most);
            }
            Kind::Text if secret => self.push(&format!("{REDACTED:?}")),
            Kind::Text => {
                let written = &self.text[node.span.clone()];
                let text: String = serde_json::from_str(written).unwrap_or_default();
                let clean = self.secrets.clean(&text);
                match clean == text {
                    true => self.push(written),
                    false => self.push(&serde_json::Value::from(clean).to_string()),
                }
            }
            Kind::Plain => {
                let written = &self.text[node.span.clone()];
                let number = written.starts_with(|c: char| c == '-' || c.is_ascii_digit());
                self.push(if secret && number { "0" } else { written });
            }
        }
    }

    /// What has values in it: the text between them stays.
    fn nested(&mut self, node: &Node, children: Vec<(&Node, Option<&str>)>, most: usize) {
        let mut at = node.span.start;
        for (child, key) in children.iter().take(most) {
            self.push(&self.text[at..child.span.start]);
            self.node(child, *key);
            at = child.span.end;
        }
        if let Some((last, _)) = children.last().filter(|_| children.len() > most) {
            at = last.span.end;
        }
        self.push(&self.text[at..node.span.end]);
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }
}
