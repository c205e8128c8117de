//! The parts that a document is nested in while it is built, and what each becomes when it ends.

use super::element::Element;
use super::tree::{Alignment, Block, Cell, Inline, Row, Table, flatten};
use super::{language, link};

/// Whether Markdown or HTML started a part, and so must end it.
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
    /// The address as written.
    Link {
        url: String,
    },
    Image {
        url: String,
    },
    /// Inline code.
    Code,
    /// A code block, and its declared language.
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

    /// Whether the part takes text literally.
    pub(super) fn is_raw(&self) -> bool {
        matches!(self, Part::Code | Part::Preformatted { .. } | Part::Hidden)
    }
}

/// A part and its content so far.
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

    /// Turns the part into content of the enclosing one.
    pub(super) fn finish(self) -> Finished {
        match self.part {
            Part::Document => Finished::Inlines(Vec::new()),
            // Hidden content ends with its own tag. Without one, the start was a mention of the
            // tag.
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

/// The content that a part became.
pub(super) enum Finished {
    Block(Block),
    Inlines(Vec<Inline>),
    Item(Vec<Block>),
    Row(Row),
    Cell(Cell),
}

/// Builds a table of Markdown, which has alignments and a header row.
fn table(alignments: Vec<Alignment>, mut rows: Vec<Row>) -> Block {
    if let (false, Some(row)) = (alignments.is_empty(), rows.first_mut()) {
        row.cells.iter_mut().for_each(|cell| cell.header = true);
    }
    Block::Table(Table { alignments, rows })
}

/// Builds a link, or its text alone if the address has no target from a doc comment.
fn linked(url: &str, content: Vec<Inline>) -> Vec<Inline> {
    match link::absolute(url) {
        Some(url) => vec![Inline::Link { url, content }],
        None => content,
    }
}

/// Builds a link to an image, because documentation must not load pictures from elsewhere.
fn image(url: &str, alternative: Vec<Inline>) -> Vec<Inline> {
    if alternative.is_empty() {
        let named = |url| Inline::Link { url, content: vec![Inline::Text("image".to_owned())] };
        return link::absolute(url).map(named).into_iter().collect();
    }
    linked(url, alternative)
}
