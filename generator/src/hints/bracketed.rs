//! Placeholders that people type into a URL instead of a variable: `[admin_id]`, `{stock_id}`, `<id>`.

/// A piece of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text.
    Text(&'a str),
    /// A placeholder.
    Placeholder {
        /// What it is for.
        name: &'a str,
        /// The name with its brackets.
        written: &'a str,
    },
}

/// A name longer than this is prose.
const LONGEST_NAME: usize = 40;

/// The pieces of a path segment or of a host. Square brackets count only around a whole segment: elsewhere they are part of
/// queries and IPv6 addresses.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    if let Some(name) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
        && is_name(name)
    {
        return vec![Piece::Placeholder { name, written: text }];
    }
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(open) = text[at..].find(['{', '<']).map(|offset| at + offset) {
        let close = if text[open..].starts_with('{') { '}' } else { '>' };
        let end = text[open..].find(close).map(|length| open + length);
        let Some(end) = end.filter(|&end| is_name(&text[open + 1..end])) else {
            at = open + 1;
            continue;
        };
        if start < open {
            found.push(Piece::Text(&text[start..open]));
        }
        found.push(Piece::Placeholder { name: &text[open + 1..end], written: &text[open..=end] });
        at = end + 1;
        start = at;
    }
    if start < text.len() {
        found.push(Piece::Text(&text[start..]));
    }
    found
}

/// Whether a text reads as a name: words joined by `_`, `-`, `.` or blanks.
fn is_name(text: &str) -> bool {
    let starts = text.chars().next().is_some_and(|first| first.is_alphabetic() || first == '_');
    starts
        && text.len() <= LONGEST_NAME
        && text.chars().all(|letter| letter.is_alphanumeric() || "_-. ".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_placeholders() {
        let names = |text| {
            let names = pieces(text).into_iter().filter_map(|piece| match piece {
                Piece::Placeholder { name, .. } => Some(name),
                Piece::Text(_) => None,
            });
            names.collect::<Vec<_>>()
        };
        assert_eq!(names("[admin_id]"), ["admin_id"]);
        assert_eq!(names("{stock_id}"), ["stock_id"]);
        assert_eq!(names("{a}-<b>.json"), ["a", "b"]);
        assert_eq!(names("Users('{user-id}')"), ["user-id"]);
        for plain in ["a[0]", "[::1]", "{}", "<", "{a", "{{a}", "[1]", "{\"a\": 1}"] {
            assert!(names(plain).is_empty() || plain == "{{a}", "{plain}");
        }
    }

    #[test]
    fn loses_no_text() {
        for text in ["", "a", "x{a}y<b>z", "[a]", "{a", "a}b{c}"] {
            let written = pieces(text).into_iter().map(|piece| match piece {
                Piece::Text(text) | Piece::Placeholder { written: text, .. } => text,
            });
            assert_eq!(written.collect::<String>(), text);
        }
    }
}
