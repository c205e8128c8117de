//! Messages for programs: one JSON object a line, with the same members always.

use runtime::encode;
use serde_json::json;

use super::message::Message;

/// The message as one line.
pub(crate) fn render(message: &Message) -> String {
    let members = json!({
        "severity": message.level.word(),
        "code": message.code,
        "message": message.text,
        "pointer": message.pointer,
        "trail": message.trail,
        "line": message.position.as_ref().map(|position| position.line),
        "column": message.position.as_ref().map(|position| position.column),
        "help": message.help,
        "file": message.file,
    });
    encode::json_line(&members.to_string())
}
