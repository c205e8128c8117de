//! Lines and columns of a text.

use std::ops::Range;

use super::Position;

/// Lines of up to so many bytes are shown as a whole.
const WHOLE: usize = 1000;
/// How many bytes of a longer line are shown before and after the location.
const BEFORE: usize = 40;
const BEHIND: usize = 80;

/// A text and the offsets of its lines. Looking up locations in ascending order does not count a line's characters again:
/// a file may be a single line of several megabytes.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The last location that was looked up: offset and column.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn new(text: &'a str) -> Lines<'a> {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Lines { text, starts, last: (0, 1) }
    }

    /// The line and column of a range of bytes. Of a range over several lines, the part on the first line.
    pub fn position(&mut self, range: Range<usize>) -> Position {
        let offset = floor(self.text, range.start);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let column = self.column(start, offset);
        let next = self.starts.get(line);
        let end = next.map_or(self.text.len(), |next| next - 1);
        let is_short = end - start <= WHOLE;
        let (before, behind) = if is_short { (WHOLE, WHOLE) } else { (BEFORE, BEHIND) };
        let from = floor(self.text, start.max(offset.saturating_sub(before)));
        let to = floor(self.text, end.min(offset + behind));
        let mut snippet = String::from(if from > start { "…" } else { "" });
        let shift = |at: usize| at - from + snippet.len();
        let span = shift(offset)..shift(floor(self.text, range.end.clamp(offset, to)));
        snippet.push_str(self.text[from..to].trim_end());
        let kept = snippet.len();
        if to < end {
            snippet.push('…');
        }
        Position { line, column, snippet, span: span.start.min(kept)..span.end.min(kept) }
    }

    /// The offset of a character, by its line (from 1) and column (from 0).
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = line.checked_sub(1).and_then(|line| self.starts.get(line)) else {
            return self.text.len();
        };
        let rest = &self.text[*start..];
        rest.char_indices().nth(column).map_or(self.text.len(), |(at, _)| start + at)
    }

    fn column(&mut self, start: usize, offset: usize) -> usize {
        let (from, before) = match self.last {
            (last, column) if last >= start && last <= offset => (last, column),
            _ => (start, 1),
        };
        let column = before + self.text[from..offset].chars().count();
        self.last = (offset, column);
        column
    }
}

/// The start of the character at an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_any_order() {
        let mut lines = Lines::new("aé\nböc\n");
        let mut place = |offset| {
            let position = lines.position(offset..offset + 1);
            (position.line, position.column)
        };
        assert_eq!([place(0), place(1), place(2), place(3)], [(1, 1), (1, 2), (1, 2), (1, 3)]);
        assert_eq!([place(7), place(4), place(8), place(99)], [(2, 3), (2, 1), (2, 4), (3, 1)]);
    }

    #[test]
    fn a_piece_of_a_long_line_is_shown() {
        let text = format!("{}é[1, 2]{}", "x".repeat(1000), "y".repeat(1000));
        let position = Lines::new(&text).position(1002..1008);
        assert_eq!(position.column, 1002);
        assert_eq!(&position.snippet[position.span.clone()], "[1, 2]");
        assert!(position.snippet.starts_with("…x") && position.snippet.ends_with("y…"));
    }
}
