//! The places where a value stands as text, and which texts are data there.

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the places of a request")]
pub enum Slot {
    Path,
    Query,
    Header,
    Urlencoded,
    Form,
    /// A hole of a text body.
    Hole,
}

impl Slot {
    /// Whether a value of a narrow type is sent as the saved text is: nothing in it means more here than itself, so that
    /// escaping it as data and as Postman does give the same bytes.
    pub fn keeps(self, text: &str) -> bool {
        match self {
            Slot::Path => {
                !text.is_empty()
                    && !text.contains(['/', '?', '#', '%', '\\'])
                    && !matches!(text, "." | "..")
            }
            Slot::Query => !text.contains(['&', '=', '#', '+', '%']),
            Slot::Header => text == text.trim() && !text.contains(char::is_control),
            Slot::Urlencoded | Slot::Form => true,
            Slot::Hole => {
                !text.contains(['<', '>', '&', '"', '\'', '\\']) && !text.contains(char::is_control)
            }
        }
    }

    /// Whether JSON is looked for in its values. (JSON in a path or header is rare, and its escaping differs too often.)
    pub(super) fn may_hold_json(self) -> bool {
        matches!(self, Slot::Query | Slot::Urlencoded | Slot::Form)
    }

    /// Whether a list is written by repeating the key: what OpenAPI does in a query or form that says nothing else.
    pub(super) fn repeats_keys(self) -> bool {
        matches!(self, Slot::Query | Slot::Urlencoded)
    }
}
