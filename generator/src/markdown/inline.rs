//! Parts of a line as Markdown.
//!
//! What is written here is not final: [`layout`](super::layout) breaks it into lines. Three characters that no cleaned
//! text holds speak to it: [`GLUE`] is a space that must not become a line end, [`HARD`] a line end that is meant, and
//! `\n` one that is not.

use super::escape::{self, Place};
use super::link::{self, Piece};
use super::tree::Inline;

pub(super) const GLUE: char = '\u{a0}';
pub(super) const HARD: char = '\u{b}';

const QUOTES: [char; 2] = ['"', '\''];

/// The parts as one run of text, still without lines.
pub(super) fn write(content: &[Inline], place: Place) -> String {
    let styles = Styles::default();
    nested(content, place, styles)
}

/// The styles that are on: a style within itself says nothing, and a link holds no other link.
#[derive(Debug, Clone, Copy, Default)]
struct Styles {
    strong: bool,
    emphasis: bool,
    strike: bool,
    link: bool,
}

struct Writer {
    out: String,
    place: Place,
    styles: Styles,
    /// A closing mark has just been written after punctuation: it closes only before a space or punctuation.
    needs_space: bool,
}

fn nested(content: &[Inline], place: Place, styles: Styles) -> String {
    let mut writer = Writer { out: String::new(), place, styles, needs_space: false };
    for part in content {
        writer.part(part);
    }
    writer.out
}

impl Writer {
    fn part(&mut self, part: &Inline) {
        let mut styles = self.styles;
        match part {
            Inline::Text(text) => self.text(text),
            Inline::Code(text) => self.code(text),
            Inline::Break => self.push(HARD),
            Inline::Strong(content) if !std::mem::replace(&mut styles.strong, true) => {
                self.styled("**", content, styles)
            }
            Inline::Emphasis(content) if !std::mem::replace(&mut styles.emphasis, true) => {
                self.styled("*", content, styles)
            }
            Inline::Strike(content) if !std::mem::replace(&mut styles.strike, true) => {
                self.styled("~~", content, styles)
            }
            Inline::Link { url, content } if !std::mem::replace(&mut styles.link, true) => {
                self.link(url, content, styles)
            }
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => content.iter().for_each(|part| self.part(part)),
        }
    }

    fn push(&mut self, char: char) {
        self.apart(char);
        self.out.push(char);
    }

    /// Puts a space where the last closing mark would not be read as one before this character.
    fn apart(&mut self, next: char) {
        if std::mem::take(&mut self.needs_space) && !separates(next) {
            self.out.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        if self.styles.link {
            return self.words(text);
        }
        for piece in link::pieces(text) {
            match piece {
                Piece::Text(text) => self.words(text),
                Piece::Template(url) => self.code(url),
                Piece::Url(url) => match link::absolute(url) {
                    Some(url) => self.autolink(&url),
                    None => self.code(url),
                },
            }
        }
    }

    fn words(&mut self, text: &str) {
        if let Some(first) = text.chars().next() {
            self.apart(first);
            if continues_address(&self.out, first) {
                self.out.push('\\');
            }
            escape::text(text, self.place, &mut self.out);
        }
    }

    /// Text in which no address is a link.
    fn unlinked(&mut self, text: &str) {
        for (position, part) in text.split("://").enumerate() {
            if position > 0 {
                self.words("://");
            }
            self.words(part);
        }
    }

    fn code(&mut self, text: &str) {
        let text = one_line(text);
        if text.is_empty() {
            return;
        }
        if self.place == Place::Cell && text.contains("\\|") {
            return self.unlinked(&text);
        }
        self.needs_space = false;
        if self.out.ends_with('`') {
            self.out.push(' ');
        }
        let fence = "`".repeat(longest_run(&text, '`') + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        let text = match self.place {
            Place::Cell => text.replace('|', "\\|"),
            Place::Flow => text,
        };
        let span = format!("{fence}{pad}{text}{pad}{fence}");
        self.out.extend(span.chars().map(|char| if char == ' ' { GLUE } else { char }));
    }

    fn styled(&mut self, mark: &str, content: &[Inline], styles: Styles) {
        let inner = nested(content, self.place, styles);
        let core = inner.trim();
        let (Some(first), Some(last)) = (core.chars().next(), core.chars().next_back()) else {
            return self.space(&inner);
        };
        let start = inner.len() - inner.trim_start().len();
        self.space(&inner[..start]);
        self.needs_space = false;
        let before = self.out.chars().next_back();
        if before.is_some_and(|before| {
            matches!(before, '*' | '~') || !(first.is_alphanumeric() || separates(before))
        }) {
            self.out.push(' ');
        }
        self.out.push_str(mark);
        self.out.push_str(core);
        self.out.push_str(mark);
        self.needs_space = !last.is_alphanumeric();
        self.space(&inner[start + core.len()..]);
    }

    /// White space that stood at the edge of a styled part, where marks do not allow it.
    fn space(&mut self, space: &str) {
        space.chars().for_each(|char| self.push(char));
    }

    fn link(&mut self, url: &str, content: &[Inline], styles: Styles) {
        let inner = nested(content, self.place, styles);
        let text = inner.trim();
        let same = matches!(content, [Inline::Text(text)] if is_same(text, url));
        if text.is_empty() || same {
            return self.autolink(url);
        }
        self.needs_space = false;
        if self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
        // Clippy takes a quoted link for one whose backticks were forgotten.
        let bare = text.trim_matches(|char| QUOTES.contains(&char) || char == ' ');
        if bare.is_empty() {
            return self.autolink(url);
        }
        let (before, after) = text.split_once(bare).unwrap_or(("", ""));
        self.out.push_str(&format!("{before}[{bare}]({url}){after}"));
    }

    fn autolink(&mut self, url: &str) {
        self.needs_space = false;
        self.out.push_str(&format!("<{url}>"));
    }
}

/// Whether text that comes in pieces would make an address that is no link.
fn continues_address(out: &str, next: char) -> bool {
    match next {
        ':' => out.ends_with("http") || out.ends_with("https"),
        '/' => {
            out.ends_with("http:")
                || out.ends_with("https:")
                || out.ends_with("http:/")
                || out.ends_with("https:/")
        }
        _ => false,
    }
}

/// Whether every parser takes the character for a space or punctuation, next to which marks can stand.
fn separates(char: char) -> bool {
    char.is_whitespace() || char.is_ascii_punctuation()
}

fn is_same(text: &str, url: &str) -> bool {
    let text = text.trim();
    text == url || url.strip_prefix("mailto:") == Some(text)
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, of: char) -> usize {
    text.split(|char| char != of).map(str::len).max().unwrap_or(0)
}

/// Code on one line.
fn one_line(code: &str) -> String {
    let lines: Vec<&str> = code.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}
