//! The parts that a document in the making is nested in, and what becomes of each one when it ends.

use super::element::Element;
use super::tree::{Alignment, Block, Cell, Inline, Row, Table, flatten};
use super::{language, link};

/// Who started a part, and so who ends it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Origin {
    Markdown,
    Html(Element),
}

/// A part that has started.
#[derive(Debug)]
pub(super) enum Part {
    Document,
    Quote,
    List {
        start: Option<u64>,
    },
    Item,
    Table {
        alignments: Vec<Alignment>,
    },
    Row,
    Cell {
        header: bool,
    },
    Heading(u8),
    Strong,
    Emphasis,
    Strike,
    /// The address as it was written.
    Link {
        url: String,
    },
    Image {
        url: String,
    },
    /// Code within a line.
    Code,
    /// Code on lines of its own, and the language that it is said to be in.
    Preformatted {
        language: String,
    },
    Hidden,
}

impl Part {
    pub(super) fn is_inline(&self) -> bool {
        let styled = matches!(self, Part::Strong | Part::Emphasis | Part::Strike);
        styled || matches!(self, Part::Link { .. } | Part::Image { .. } | Part::Code | Part::Hidden)
    }

    /// Whether the part takes text only, as it is.
    pub(super) fn is_raw(&self) -> bool {
        matches!(self, Part::Code | Part::Preformatted { .. } | Part::Hidden)
    }
}

/// A part with what it holds so far.
pub(super) struct Frame {
    pub(super) part: Part,
    pub(super) origin: Origin,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    pub(super) items: Vec<Vec<Block>>,
    pub(super) rows: Vec<Row>,
    pub(super) cells: Vec<Cell>,
    pub(super) text: String,
}

impl Frame {
    pub(super) fn new(part: Part, origin: Origin) -> Self {
        Frame {
            part,
            origin,
            blocks: Vec::new(),
            inlines: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            text: String::new(),
        }
    }

    /// What the part becomes for the one around it.
    pub(super) fn finish(self) -> Finished {
        match self.part {
            Part::Document => Finished::Inlines(Vec::new()),
            // What is not to be shown ends with a tag of its own. Without one the start was a mention of the tag.
            Part::Hidden => Finished::Inlines(vec![Inline::Text(self.text)]),
            Part::Quote => Finished::Block(Block::Quote(self.blocks)),
            Part::List { start } => Finished::Block(Block::List { start, items: self.items }),
            Part::Item => Finished::Item(self.blocks),
            Part::Table { alignments } => Finished::Block(table(alignments, self.rows)),
            Part::Row => Finished::Row(Row { cells: self.cells }),
            Part::Cell { header } => Finished::Cell(Cell { header, content: flatten(self.blocks) }),
            Part::Heading(level) => {
                Finished::Block(Block::Heading { level, content: flatten(self.blocks) })
            }
            Part::Strong => Finished::Inlines(vec![Inline::Strong(self.inlines)]),
            Part::Emphasis => Finished::Inlines(vec![Inline::Emphasis(self.inlines)]),
            Part::Strike => Finished::Inlines(vec![Inline::Strike(self.inlines)]),
            Part::Link { url } => Finished::Inlines(linked(&url, self.inlines)),
            Part::Image { url } => Finished::Inlines(image(&url, self.inlines)),
            Part::Code => Finished::Inlines(vec![Inline::Code(self.text)]),
            Part::Preformatted { language } => {
                let language = language::of(&language, &self.text);
                Finished::Block(Block::Code { language, text: self.text })
            }
        }
    }
}

/// What has become of a part.
pub(super) enum Finished {
    Block(Block),
    Inlines(Vec<Inline>),
    Item(Vec<Block>),
    Row(Row),
    Cell(Cell),
}

/// A table of Markdown has alignments, and its first row is its header.
fn table(alignments: Vec<Alignment>, mut rows: Vec<Row>) -> Block {
    if let (false, Some(row)) = (alignments.is_empty(), rows.first_mut()) {
        row.cells.iter_mut().for_each(|cell| cell.header = true);
    }
    Block::Table(Table { alignments, rows })
}

/// A link; its text alone when its address leads nowhere from a doc comment.
fn linked(url: &str, content: Vec<Inline>) -> Vec<Inline> {
    match link::absolute(url) {
        Some(url) => vec![Inline::Link { url, content }],
        None => content,
    }
}

/// A link to an image: pages of documentation do not load pictures from elsewhere.
fn image(url: &str, alternative: Vec<Inline>) -> Vec<Inline> {
    if alternative.is_empty() {
        let named = |url| Inline::Link { url, content: vec![Inline::Text("image".to_owned())] };
        return link::absolute(url).map(named).into_iter().collect();
    }
    linked(url, alternative)
}
