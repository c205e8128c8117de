//! Blocks as Markdown for a doc comment.

use super::escape::Place;
use super::tree::{Alignment, Block, Cell, Inline, Row, Table};
use super::{inline, layout};

const WIDTH: usize = 100;
/// Deep lists and quotes still get lines of this length.
const LEAST_WIDTH: usize = 50;
/// Parsers refuse list numbers of more than nine digits.
const LARGEST_NUMBER: u64 = 999_999_999;
/// Short rows get empty cells, but not without end.
const PADDED_COLUMNS: usize = 64;

/// The document as Markdown.
pub(super) fn document(blocks: &[Block]) -> String {
    sequence(blocks, WIDTH, Spacing::Loose)
}

/// How far apart blocks stand.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Spacing {
    Loose,
    Tight,
}

impl Spacing {
    fn separator(self) -> &'static str {
        match self {
            Spacing::Loose => "\n\n",
            Spacing::Tight => "\n",
        }
    }
}

/// The two kinds of marks a list can have: lists that follow each other take turns, or they would be one.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Marks {
    First,
    Second,
}

fn sequence(blocks: &[Block], width: usize, spacing: Spacing) -> String {
    let mut out = String::new();
    let mut last = None;
    for block in blocks {
        let marks = if last == Some(Marks::First) { Marks::Second } else { Marks::First };
        let text = render(block, width, marks);
        if text.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str(spacing.separator());
        }
        out.push_str(&text);
        last = matches!(block, Block::List { .. }).then_some(marks);
    }
    out
}

fn render(block: &Block, width: usize, marks: Marks) -> String {
    match block {
        Block::Paragraph(content) => layout::paragraph(&inline::write(content, Place::Flow), width),
        Block::Heading { level, content } => heading(*level, content),
        Block::Code { language, text } => code(language, text),
        Block::Quote(blocks) => {
            prefixed(&sequence(blocks, narrower(width, 2), Spacing::Loose), "> ", "> ")
        }
        Block::List { start, items } => list(*start, items, width, marks),
        Block::Table(content) => table(content),
        // Neither `---` nor `***`: those after a list's mark would be part of the rule.
        Block::Rule => "___".to_owned(),
    }
}

fn narrower(width: usize, indent: usize) -> usize {
    width.saturating_sub(indent).max(LEAST_WIDTH)
}

fn heading(level: u8, content: &[Inline]) -> String {
    let text = layout::line(&inline::write(content, Place::Flow), " ");
    if text.is_empty() {
        return text;
    }
    let marks = "#".repeat(usize::from(level));
    match text.strip_suffix('#') {
        // Marks at the end of a heading are no part of it.
        Some(text) => format!("{marks} {text}\\#"),
        None => format!("{marks} {text}"),
    }
}

fn code(language: &str, text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    let text = text.trim_matches('\n');
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(3.max(inline::longest_run(text, '`') + 1));
    format!("{fence}{language}\n{text}\n{fence}")
}

fn prefixed(text: &str, first: &str, others: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let prefix = if index == 0 { first } else { others };
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
    out
}

fn list(start: Option<u64>, items: &[Vec<Block>], width: usize, marks: Marks) -> String {
    let spacing =
        if items.iter().all(|item| is_tight(item)) { Spacing::Tight } else { Spacing::Loose };
    let mut out = String::new();
    let mut number = start;
    for item in items {
        let mark = match (number, marks) {
            (None, Marks::First) => "- ".to_owned(),
            (None, Marks::Second) => "* ".to_owned(),
            (Some(number), Marks::First) => format!("{number}. "),
            (Some(number), Marks::Second) => format!("{number}) "),
        };
        let text = sequence(item, narrower(width, mark.len()), spacing);
        if text.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str(spacing.separator());
        }
        out.push_str(&prefixed(&text, &mark, &" ".repeat(mark.len())));
        number = number.map(|number| (number + 1).min(LARGEST_NUMBER));
    }
    out
}

/// Whether an item can do without blank lines: a paragraph, perhaps with a list that can directly follow it.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [] | [_] => true,
        [Block::Paragraph(_), Block::List { start, .. }] => start.is_none_or(|start| start == 1),
        _ => false,
    }
}

fn table(table: &Table) -> String {
    let mut rows: Vec<(&Row, Vec<String>)> =
        table.rows.iter().map(|row| (row, row.cells.iter().map(cell).collect())).collect();
    let mut first = true;
    rows.retain(|(row, cells)| {
        let header = std::mem::take(&mut first) && is_header(row);
        header || cells.iter().any(|cell| !cell.is_empty())
    });
    let columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let Some(((first, head), body)) = rows.split_first() else {
        return String::new();
    };
    // Markdown has no table without a header row.
    let (mut head, body) =
        if is_header(first) { (head.clone(), body) } else { (Vec::new(), &rows[..]) };
    let mut out = String::new();
    head.resize(columns, String::new());
    push_row(&head, &mut out);
    let rule = |column| rule(table.alignments.get(column).copied());
    out.push('\n');
    push_row(&(0..columns).map(rule).collect::<Vec<_>>(), &mut out);
    let least = columns.min(PADDED_COLUMNS);
    for (_, cells) in body {
        let missing = least.saturating_sub(cells.len());
        out.push('\n');
        push_row(cells, &mut out);
        out.push_str(&"  |".repeat(missing));
    }
    out
}

fn cell(cell: &Cell) -> String {
    layout::line(&inline::write(&cell.content, Place::Cell), "<br>")
}

/// A header is marked as one, or all its cells are bold.
fn is_header(row: &Row) -> bool {
    !row.cells.is_empty()
        && row
            .cells
            .iter()
            .all(|cell| cell.header || matches!(cell.content[..], [Inline::Strong(_)]))
}

fn rule(alignment: Option<Alignment>) -> String {
    match alignment {
        Some(Alignment::Left) => ":---",
        Some(Alignment::Center) => ":---:",
        Some(Alignment::Right) => "---:",
        Some(Alignment::None) | None => "---",
    }
    .to_owned()
}

fn push_row<S: AsRef<str>>(cells: &[S], out: &mut String) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(cell.as_ref());
        out.push_str(" |");
    }
}
