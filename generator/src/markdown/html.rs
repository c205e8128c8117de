//! Cuts HTML into tags and text. It never fails: what is no tag is text, comments and declarations are nothing.

use pulldown_cmark::{Event, Parser};

/// A tag, or the text up to the next one.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// May hold character references, see [`decode`].
    Text(&'a str),
    Open(Tag<'a>),
    Close(Tag<'a>),
}

/// A start or end tag.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    /// The whole tag, with its brackets.
    pub(super) raw: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute, decoded.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let inner = self.raw.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']);
        let mut rest = inner.get(self.name.len()..)?;
        loop {
            rest = rest.trim_start_matches(|char: char| char.is_whitespace() || char == '/');
            let end =
                rest.find(|char: char| char == '=' || char.is_whitespace()).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            let after = after.trim_start();
            if key.is_empty() && after.is_empty() {
                return None;
            }
            let Some(after) = after.strip_prefix('=') else {
                rest = after;
                continue;
            };
            let (value, after) = value(after.trim_start());
            if key.eq_ignore_ascii_case(name) {
                return Some(decode(value));
            }
            rest = after;
        }
    }
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// The tokens of a piece of HTML.
pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { rest: html, unclosed: Vec::new() }
}

/// See [`tokens`].
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Names of tags that are known to be closed nowhere in the rest.
    unclosed: Vec<&'a str>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while let Some(after) = self.rest.strip_prefix(['<']) {
            if after.starts_with(['!', '?']) {
                self.rest = after_declaration(self.rest);
            } else if let Some(end) = tag_end(self.rest) {
                let (raw, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(self.tag(raw));
            } else {
                break;
            }
        }
        if self.rest.is_empty() {
            return None;
        }
        Some(Token::Text(self.take_text()))
    }
}

impl<'a> Tokens<'a> {
    fn tag(&mut self, raw: &'a str) -> Token<'a> {
        let inner = raw.trim_start_matches(['<', '/']);
        let tag = Tag { name: &inner[..name_length(inner)], raw };
        if raw.starts_with("</") {
            return Token::Close(tag);
        }
        if ["script", "style"].iter().any(|name| tag.name.eq_ignore_ascii_case(name)) {
            self.skip_to_end_of(tag.name);
        }
        Token::Open(tag)
    }

    /// Scripts and styles are no HTML; one that is never closed is taken for a mention of its tag.
    fn skip_to_end_of(&mut self, name: &'a str) {
        if self.unclosed.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            return;
        }
        let bytes = self.rest.as_bytes();
        let mut from = 0;
        while let Some(found) = self.rest[from..].find("</") {
            let start = from + found + "</".len();
            if bytes[start..]
                .get(..name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
            {
                self.rest = &self.rest[start - "</".len()..];
                return;
            }
            from = start;
        }
        self.unclosed.push(name);
    }

    fn take_text(&mut self) -> &'a str {
        let mut end = 0;
        loop {
            // A `<` at the very start has been found to start no tag.
            end = match self.rest[end..].find('<') {
                Some(found) if end + found == 0 => 1,
                Some(found) => end + found,
                None => self.rest.len(),
            };
            let tail = &self.rest[end..];
            if tail.is_empty() || (end > 0 && tail.starts_with('<')) {
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return text;
            }
        }
    }
}

/// What follows a comment, CDATA section, doctype or processing instruction; nothing when it has no end.
fn after_declaration(html: &str) -> &str {
    let (open, close) = match html {
        _ if html.starts_with("<!--") => ("<!--", "-->"),
        _ if html.starts_with("<![CDATA[") => ("<![CDATA[", "]]>"),
        _ => ("<", ">"),
    };
    html[open.len()..].split_once(close).map_or("", |(_, rest)| rest)
}

fn name_length(text: &str) -> usize {
    text.find(|char: char| !(char.is_ascii_alphanumeric() || char == '-')).unwrap_or(text.len())
}

/// The length of the tag at the start of the text, if there is one: a `<` before its end means that there is none.
fn tag_end(html: &str) -> Option<usize> {
    let inner = html.strip_prefix("</").or_else(|| html.strip_prefix('<'))?;
    let name = name_length(inner);
    let well_named = inner.starts_with(|char: char| char.is_ascii_alphabetic())
        && inner[name..]
            .starts_with(|char: char| char.is_whitespace() || matches!(char, '/' | '>'));
    if !well_named {
        return None;
    }
    let start = html.len() - inner.len() + name;
    let mut quote = None;
    for (index, byte) in html.bytes().enumerate().skip(start) {
        match (quote, byte) {
            (None, b'>') => return Some(index + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Text with its character references replaced. Their names are those that the Markdown parser knows: all of HTML's.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let length = from[1..]
            .find(|char: char| !(char.is_ascii_alphanumeric() || char == '#'))
            .map(|length| length + 2);
        let reference = length
            .and_then(|length| from.get(..length))
            .filter(|reference| reference.ends_with(';'));
        let known = reference.and_then(|reference| Some((reference, character(reference)?)));
        let (read, decoded) = known
            .as_ref()
            .map_or(("&", "&"), |(reference, decoded)| (*reference, decoded.as_str()));
        out.push_str(decoded);
        rest = &from[read.len()..];
    }
    out.push_str(rest);
    out
}

fn character(reference: &str) -> Option<String> {
    match reference {
        "&amp;" => return Some("&".to_owned()),
        "&lt;" => return Some("<".to_owned()),
        "&gt;" => return Some(">".to_owned()),
        "&quot;" => return Some("\"".to_owned()),
        "&nbsp;" => return Some(" ".to_owned()),
        _ => {}
    }
    Parser::new(reference).find_map(|event| match event {
        Event::Text(text) if *text != *reference => Some(text.into_string()),
        _ => None,
    })
}
