//! Descriptions as plain text: still Markdown, so that it can stand in a doc comment, but without any mark-up.

use super::escape::{self, Place};
use super::inline::{self, HARD};
use super::tree::{Block, Inline, flatten};
use super::{layout, sentence};

const SUMMARY: usize = 120;
/// A first paragraph longer than this is no summary; its first sentence gets a paragraph of its own.
const LONG: usize = 200;

/// The blocks on one line.
pub(super) fn one_line(blocks: Vec<Block>) -> String {
    let text = plain(&flatten(blocks));
    let mut line = String::with_capacity(text.len());
    for part in text.split(HARD).map(str::trim).filter(|part| !part.is_empty()) {
        if line.ends_with(|char: char| char.is_alphanumeric() || char == ')') {
            line.push(';');
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
    }
    safe(line)
}

/// The first sentence.
pub(super) fn summary(blocks: Vec<Block>) -> Option<String> {
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(content) => first_line(content),
        _ => None,
    });
    let text = paragraphs.into_iter().next().or_else(|| first_line(&flatten(blocks)))?;
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ");
    let sentence = sentence::end(&text).map_or(text.as_str(), |end| &text[..end]);
    Some(safe(sentence::fit(sentence, SUMMARY))).filter(|summary| !summary.is_empty())
}

/// Gives the first sentence of a long first paragraph a paragraph of its own: rustdoc lists items with the first one.
pub(super) fn lead(blocks: &mut Vec<Block>) {
    let Some(Block::Paragraph(content)) = blocks.first_mut() else {
        return;
    };
    if plain(content).chars().count() <= LONG {
        return;
    }
    let ends = content.iter().enumerate().find_map(|(index, part)| match part {
        Inline::Text(text) => sentence::end(text).map(|end| (index, end)),
        _ => None,
    });
    let Some((index, end)) = ends else {
        return;
    };
    let mut rest = content.split_off(index);
    if let Some(Inline::Text(text)) = rest.first_mut() {
        let after = text.split_off(end);
        content.push(Inline::Text(std::mem::replace(text, after)));
    }
    blocks.insert(1, Block::Paragraph(rest));
}

fn first_line(content: &[Inline]) -> Option<String> {
    let text = plain(content);
    text.split(HARD).find(|line| line.chars().any(char::is_alphanumeric)).map(str::to_owned)
}

fn plain(content: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(content, &mut text);
    text
}

fn push_plain(content: &[Inline], text: &mut String) {
    for part in content {
        match part {
            Inline::Text(part) | Inline::Code(part) => text.push_str(part),
            Inline::Break => text.push(HARD),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => push_plain(content, text),
        }
    }
}

fn safe(text: String) -> String {
    let line = layout::line(&inline::write(&[Inline::Text(text)], Place::Cell), " ");
    let word = line.find(' ').unwrap_or(line.len());
    let mut out = String::with_capacity(line.len() + 1);
    escape::line_start(&line[..word], &mut out);
    out.push_str(&line[word..]);
    out
}
