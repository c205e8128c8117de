//! Addresses: which ones stay links, and where plain text holds one.

/// A piece of plain text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    /// An address that can be visited.
    Url(&'a str),
    /// An address with holes (`https://{{host}}/users`): worth reading, not worth clicking.
    Template(&'a str),
}

/// The address in a form that can stand in a doc comment, when it is absolute; a relative one leads nowhere there.
pub(super) fn absolute(url: &str) -> Option<String> {
    let url = url.trim();
    let scheme = url.split_once(':')?.0.to_ascii_lowercase();
    let rest = &url[scheme.len() + 1..];
    let usable = match scheme.as_str() {
        "http" | "https" => {
            rest.strip_prefix("//").is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        }
        "mailto" => rest.contains('@'),
        _ => false,
    };
    usable.then(|| format!("{scheme}:{}", encode(rest)))
}

/// Percent-encodes what would end the address in Markdown or be read as something else (`;` ends an entity).
fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for char in url.chars() {
        if char.is_alphanumeric() || "-._~:/?#@!$&'*+,=%{}".contains(char) {
            out.push(char);
        } else {
            let mut buffer = [0; 4];
            for byte in char.encode_utf8(&mut buffer).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

/// Cuts text at the addresses in it.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut searched = 0;
    while let Some(found) = find(&rest[searched..]) {
        let start = searched + found;
        let url = run(&rest[start..]);
        let Some(piece) = classify(url) else {
            searched = start + "http".len();
            continue;
        };
        if start > 0 {
            pieces.push(Piece::Text(&rest[..start]));
        }
        pieces.push(piece);
        rest = &rest[start + url.len()..];
        searched = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn find(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text[from..].find("://") {
        let before = &text[..from + found];
        for scheme in ["https", "http"] {
            if before.ends_with(scheme) {
                return Some(before.len() - scheme.len());
            }
        }
        from += found + "://".len();
    }
    None
}

/// The address at the start of the text, without the punctuation of the sentence around it.
fn run(text: &str) -> &str {
    let end = text.find(|char: char| char.is_whitespace() || char == '"').unwrap_or(text.len());
    let mut url = &text[..end];
    // A bracket belongs to the sentence when the address does not open it.
    let mut depth = [('(', ')'), ('[', ']'), ('<', '>')].map(|(open, close)| {
        let count = |bracket| url.matches(bracket).count();
        (close, count(close).saturating_sub(count(open)))
    });
    while let Some(last) = url.chars().next_back() {
        let closes = depth.iter_mut().find(|(close, surplus)| *close == last && *surplus > 0);
        match closes {
            Some((_, surplus)) => *surplus -= 1,
            None if ".,;:!?'*_~".contains(last) => {}
            None => break,
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url
}

fn classify(url: &str) -> Option<Piece<'_>> {
    let rest = url.split_once("://")?.1;
    if rest.is_empty() {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain =
        rest.chars().all(|char| char.is_alphanumeric() || "-._~:/?#@!$&'()*+,;=%[]".contains(char));
    if plain && host.starts_with(char::is_alphanumeric) && host.contains('.') {
        Some(Piece::Url(url))
    } else {
        Some(Piece::Template(url))
    }
}
