//! A request as a curl command; variables of the collection are variables of the shell.

use crate::emit::shell::Marks;
use crate::rust::{Call, CallBody, CallPart};
use crate::template;

/// A longer body is a file of its own.
const LONGEST_BODY: usize = 4000;

/// The command, on several lines.
pub fn command(call: &Call) -> String {
    let words = Words::new(call);
    let mut command = vec![format!("curl{} {}", method(call), words.word(&call.url))];
    if let Some(login) = &call.login {
        command.extend((!login.options.is_empty()).then(|| login.options.clone()));
        command.push(format!("--user {}", words.word(&login.user)));
    }
    command.extend(call.headers.iter().map(|(name, value)| {
        let separator = if value.is_empty() { ";" } else { ": " };
        format!("-H {}", words.word(&format!("{name}{separator}{value}")))
    }));
    command.extend(body(call, &words));
    let note = call.note.map(|note| format!("# {note}\n")).unwrap_or_default();
    note + &command.join(" \\\n  ")
}

fn method(call: &Call) -> String {
    match (call.method.as_str(), &call.body) {
        ("GET", CallBody::Empty) => String::new(),
        ("HEAD", _) => " --head".to_owned(),
        (method, _) if method.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            format!(" -X {method}")
        }
        (method, _) => format!(" -X {}", Marks::default().word(method.as_bytes())),
    }
}

fn body(call: &Call, words: &Words) -> Vec<String> {
    match &call.body {
        CallBody::Empty => Vec::new(),
        CallBody::Text(text) if text.len() > LONGEST_BODY => vec!["--data-binary @body".to_owned()],
        CallBody::Text(text) => vec![format!("--data-raw {}", words.word(text))],
        CallBody::Pairs(pairs) => pairs
            .iter()
            .map(|(name, value)| {
                format!("--data-urlencode {}", words.word(&format!("{name}={value}")))
            })
            .collect(),
        CallBody::Parts(parts) => parts.iter().map(|part| words.part(part)).collect(),
        CallBody::File(path) => vec![format!("--data-binary {}", words.word(&format!("@{path}")))],
    }
}

/// Every text of a call.
fn texts(call: &Call) -> Vec<&str> {
    let mut texts = vec![call.url.as_str()];
    texts.extend(call.login.as_ref().map(|login| login.user.as_str()));
    texts.extend(call.headers.iter().flat_map(|(name, value)| [name.as_str(), value]));
    match &call.body {
        CallBody::Empty => {}
        CallBody::Text(text) | CallBody::File(text) => texts.push(text),
        CallBody::Pairs(pairs) => {
            texts.extend(pairs.iter().flat_map(|(name, value)| [name.as_str(), value]))
        }
        CallBody::Parts(parts) => texts.extend(parts.iter().flat_map(|part| match part {
            CallPart::Text(name, value) | CallPart::File(name, value) => [name.as_str(), value],
        })),
    }
    texts
}

/// Words of the shell, with a mark for each variable.
struct Words {
    marks: Marks,
    names: Vec<String>,
}

impl Words {
    fn new(call: &Call) -> Words {
        let mut names: Vec<String> = Vec::new();
        for text in texts(call).into_iter().filter(|text| text.contains("{{")) {
            for piece in template::pieces(text) {
                if let template::Piece::Variable(variable) = piece
                    && !names.iter().any(|name| name == template::name_of(variable))
                {
                    names.push(template::name_of(variable).to_owned());
                }
            }
        }
        Words { marks: Marks::new(&names), names }
    }

    fn word(&self, text: &str) -> String {
        if self.names.is_empty() || !text.contains("{{") {
            return self.marks.word(text.as_bytes());
        }
        let mark = |variable: &str| {
            self.names
                .iter()
                .zip(self.marks.marks())
                .find(|(name, _)| *name == template::name_of(variable))
        };
        let pieces = template::pieces(text).into_iter().map(|piece| match piece {
            template::Piece::Text(text) => text,
            template::Piece::Variable(variable) => {
                mark(variable).map_or(variable, |(_, mark)| mark)
            }
        });
        self.marks.word(pieces.collect::<String>().as_bytes())
    }

    fn part(&self, part: &CallPart) -> String {
        match part {
            CallPart::Text(name, value) => {
                format!("--form-string {}", self.word(&format!("{name}={value}")))
            }
            CallPart::File(name, path) => format!("-F {}", self.word(&format!("{name}=@{path}"))),
        }
    }
}
