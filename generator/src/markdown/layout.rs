//! Runs of text broken into lines.

use super::escape;
use super::inline::{GLUE, HARD};

/// A paragraph in lines of at most `width` characters, as far as its words allow.
pub(super) fn paragraph(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, part) in text.trim().split(HARD).enumerate() {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        if index > 0 && !out.is_empty() {
            out.push_str("\\\n");
        }
        lines(part, width, &mut out);
    }
    out
}

fn lines(text: &str, width: usize, out: &mut String) {
    for (index, line) in text.split('\n').filter(|line| !line.trim().is_empty()).enumerate() {
        if index > 0 {
            out.push('\n');
        }
        fill(line, width, out);
    }
}

fn fill(line: &str, width: usize, out: &mut String) {
    let mut column = 0;
    for (index, word) in words(line).enumerate() {
        let length = word.chars().count();
        if index == 0 {
            escape_first(word, out);
        } else if column + 1 + length > width && escape::can_start_line(word) {
            out.push('\n');
            column = 0;
            push(word, out);
        } else {
            out.push(' ');
            column += 1;
            push(word, out);
        }
        column += length;
    }
}

/// Text on one line, with `hard` in place of the line ends that are meant.
pub(super) fn line(text: &str, hard: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let parts = text.split(HARD).filter(|part| words(part).next().is_some());
    for (index, part) in parts.enumerate() {
        if index > 0 {
            out.push_str(hard);
        }
        for (index, word) in words(part).enumerate() {
            if index > 0 {
                out.push(' ');
            }
            push(word, &mut out);
        }
    }
    out
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n']).filter(|word| !word.is_empty())
}

fn escape_first(word: &str, out: &mut String) {
    let mut escaped = String::with_capacity(word.len() + 1);
    escape::line_start(word, &mut escaped);
    push(&escaped, out);
}

fn push(word: &str, out: &mut String) {
    for (index, part) in word.split(GLUE).enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(part);
    }
}
