//! The document between reading and writing: what of Markdown and HTML a doc comment can hold.

pub(super) use pulldown_cmark::Alignment;

/// A part of a document that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    Heading {
        level: u8,
        content: Vec<Inline>,
    },
    Code {
        language: &'static str,
        text: String,
    },
    Quote(Vec<Block>),
    /// `start` is the first number; without one the list has bullets.
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Table(Table),
    Rule,
}

/// A part of a line. Text may hold `\n`: a line end without meaning, kept so that long paragraphs stay in lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Inline {
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Strike(Vec<Inline>),
    /// The address is absolute and holds no character that needs escaping.
    Link {
        url: String,
        content: Vec<Inline>,
    },
    Break,
}

/// A table; rows may differ in length.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

/// A cell of a table, on one line as Markdown wants it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cell {
    pub(super) header: bool,
    pub(super) content: Vec<Inline>,
}

impl Block {
    /// Without what shows nothing; nothing when there is nothing else.
    pub(super) fn pruned(self) -> Option<Block> {
        let block = match self {
            Block::List { start, items } => Block::List {
                start,
                items: items.into_iter().filter(|item| !item.is_empty()).collect(),
            },
            block => block,
        };
        let shows = match &block {
            Block::Paragraph(content) | Block::Heading { content, .. } => shows(content),
            Block::Code { text, .. } => !text.trim().is_empty(),
            Block::Quote(blocks) => !blocks.is_empty(),
            Block::List { items, .. } => !items.is_empty(),
            Block::Table(table) => {
                let mut cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.any(|cell| shows(&cell.content))
            }
            Block::Rule => true,
        };
        shows.then_some(block)
    }
}

/// Whether any part of a line can be seen.
pub(super) fn shows(content: &[Inline]) -> bool {
    content.iter().any(|part| match part {
        Inline::Text(text) | Inline::Code(text) => !text.trim().is_empty(),
        Inline::Strong(content) | Inline::Emphasis(content) | Inline::Strike(content) => {
            shows(content)
        }
        Inline::Link { .. } => true,
        Inline::Break => false,
    })
}

/// Blocks as one run of text, for places that hold no blocks (cells, headings, one-line names).
pub(super) fn flatten(blocks: Vec<Block>) -> Vec<Inline> {
    let mut flat = Vec::new();
    for block in blocks {
        flatten_block(block, &mut flat);
    }
    flat
}

fn flatten_block(block: Block, flat: &mut Vec<Inline>) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => line(content, flat),
        Block::Code { text, .. } => line(vec![Inline::Code(text)], flat),
        Block::Quote(blocks) => line(flatten(blocks), flat),
        Block::List { items, .. } => {
            for item in items {
                let mut content = vec![Inline::Text("• ".to_owned())];
                content.append(&mut flatten(item));
                line(content, flat);
            }
        }
        Block::Table(table) => {
            for row in table.rows {
                line(flatten_row(row), flat);
            }
        }
        Block::Rule => {}
    }
}

fn flatten_row(row: Row) -> Vec<Inline> {
    let mut content = Vec::new();
    for cell in row.cells.into_iter().filter(|cell| !cell.content.is_empty()) {
        if !content.is_empty() {
            content.push(Inline::Text(" – ".to_owned()));
        }
        content.extend(cell.content);
    }
    content
}

fn line(content: Vec<Inline>, flat: &mut Vec<Inline>) {
    if content.is_empty() {
        return;
    }
    if !flat.is_empty() {
        flat.push(Inline::Break);
    }
    flat.extend(content);
}
