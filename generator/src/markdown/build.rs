//! Makes a document of the starts and ends that Markdown and HTML report, however badly they are nested.
//!
//! Starts and ends of Markdown always pair up; those of HTML need not. An end of HTML closes the nearest element of its
//! kind, but nothing of Markdown; an end of Markdown closes what HTML left open inside of it.

use super::clean;
use super::element::Element;
use super::part::{Finished, Frame, Origin, Part};
use super::tree::{Block, Inline, flatten};

/// Parts nested deeper than this lie flat in the last one: nobody reads that far to the right, and lists and quotes in
/// one another make output of quadratic size.
const MAX_DEPTH: usize = 24;

/// A document in the making.
pub(super) struct Builder {
    below: Vec<Frame>,
    top: Frame,
    /// How many starts of Markdown were passed over and still await their ends.
    ignored: usize,
}

impl Builder {
    pub(super) fn new() -> Self {
        Builder { below: Vec::new(), top: Frame::new(Part::Document, Origin::Markdown), ignored: 0 }
    }

    /// Everything open is closed.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while !self.below.is_empty() {
            self.close();
        }
        self.settle();
        self.top.blocks
    }

    /// Adds text; line ends in it mean nothing.
    pub(super) fn text(&mut self, text: &str) {
        let text = clean::text(text);
        if self.top.part.is_raw() {
            self.top.text.push_str(&text);
            return;
        }
        if text.trim().is_empty() && self.top.inlines.is_empty() && !self.top.part.is_inline() {
            return;
        }
        self.enter_flow();
        match self.top.inlines.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&text),
            _ => self.top.inlines.push(Inline::Text(text.into_owned())),
        }
    }

    /// Adds code that stands in a line.
    pub(super) fn code(&mut self, text: &str) {
        if self.top.part.is_raw() {
            self.text(text);
        } else {
            self.enter_flow();
            self.top.inlines.push(Inline::Code(clean::text(text).into_owned()));
        }
    }

    /// Adds a line end that is meant.
    pub(super) fn line_break(&mut self) {
        if self.top.part.is_raw() {
            self.top.text.push('\n');
        } else if !self.top.inlines.is_empty() {
            self.top.inlines.push(Inline::Break);
        }
    }

    /// Adds a rule between paragraphs.
    pub(super) fn rule(&mut self) {
        if !self.top.part.is_raw() {
            self.flush();
            self.add(Block::Rule);
        }
    }

    /// Starts a part, unless it cannot start here: then its content goes to the part around it.
    pub(super) fn open(&mut self, part: Part, origin: Origin) {
        let full = self.below.len() >= MAX_DEPTH || self.top.part.is_raw() || self.ignored > 0;
        let inline = part.is_inline();
        if !full && !inline {
            self.flush();
        }
        if full || (!inline && self.top.part.is_inline()) {
            self.ignored += usize::from(origin == Origin::Markdown);
            return;
        }
        if !matches!(part, Part::Item | Part::Row | Part::Cell { .. }) {
            self.enter_flow();
        }
        self.push(part, origin);
    }

    /// Ends the last part that Markdown started.
    pub(super) fn close_markdown(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        while !self.below.is_empty() {
            let origin = self.top.origin;
            self.close();
            if origin == Origin::Markdown {
                break;
            }
        }
    }

    /// Ends the last part that this element started, unless Markdown has started another since.
    pub(super) fn close_html(&mut self, element: Element) {
        if self.ignored == 0
            && let Some(depth) = self.depth_of(|other| other == element)
        {
            if element == Element::Hidden {
                self.top.text.clear();
            }
            self.close_to(depth);
        }
    }

    /// Ends what HTML has started since the list or table that an item, row or cell belongs to. Says whether there is one.
    pub(super) fn close_within(&mut self, owners: &[Element]) -> bool {
        if self.ignored > 0 || self.top.part.is_raw() {
            return false;
        }
        let Some(depth) = self.depth_of(|element| owners.contains(&element)) else {
            return false;
        };
        self.close_to(depth + 1);
        true
    }

    /// Cells are in rows.
    pub(super) fn enter_row(&mut self) {
        if matches!(self.top.part, Part::Table { .. }) {
            self.push(Part::Row, Origin::Html(Element::Row));
        }
    }

    /// Whether HTML has something open.
    pub(super) fn in_html(&self) -> bool {
        self.depth_of(|_| true).is_some()
    }

    /// Whether text is taken as it is.
    pub(super) fn in_raw(&self) -> bool {
        self.top.part.is_raw()
    }

    /// Ends the paragraph, and with it the headings and styles that HTML has left open.
    pub(super) fn flush(&mut self) {
        while self.top.origin != Origin::Markdown
            && (self.top.part.is_inline() || matches!(self.top.part, Part::Heading(_)))
        {
            self.close();
        }
        if self.top.part.is_inline() {
            self.text(" ");
        } else {
            self.settle();
        }
    }

    /// Makes paragraphs of the text so far.
    fn settle(&mut self) {
        let content = std::mem::take(&mut self.top.inlines);
        let paragraphs = paragraphs(content).into_iter().map(Block::Paragraph);
        self.top.blocks.extend(paragraphs.filter_map(Block::pruned));
    }

    /// The depth of the nearest part of HTML that fits, above the last one of Markdown.
    fn depth_of(&self, fits: impl Fn(Element) -> bool) -> Option<usize> {
        let frames = std::iter::once(&self.top).chain(self.below.iter().rev());
        let mut depth = self.below.len();
        for frame in frames {
            match frame.origin {
                Origin::Markdown => return None,
                Origin::Html(element) if fits(element) => return Some(depth),
                Origin::Html(_) => depth = depth.saturating_sub(1),
            }
        }
        None
    }

    /// Closes parts until just `depth` are left around the text.
    fn close_to(&mut self, depth: usize) {
        while self.below.len() >= depth.max(1) {
            self.close();
        }
    }

    /// Text in a list is text in an item, text in a table is text in a cell.
    fn enter_flow(&mut self) {
        loop {
            let (part, element) = match self.top.part {
                Part::List { .. } => (Part::Item, Element::Item),
                Part::Table { .. } => (Part::Row, Element::Row),
                Part::Row => (Part::Cell { header: false }, Element::Cell),
                _ => return,
            };
            self.push(part, Origin::Html(element));
        }
    }

    fn push(&mut self, part: Part, origin: Origin) {
        let frame = std::mem::replace(&mut self.top, Frame::new(part, origin));
        self.below.push(frame);
    }

    fn add(&mut self, block: Block) {
        let Some(block) = block.pruned() else {
            return;
        };
        self.enter_flow();
        if self.top.part.is_inline() {
            self.top.inlines.extend(flatten(vec![block]));
        } else {
            self.top.blocks.push(block);
        }
    }

    /// Closes the innermost part and hands it to the one around it.
    fn close(&mut self) {
        if !self.top.part.is_inline() {
            self.settle();
        }
        let Some(below) = self.below.pop() else {
            return;
        };
        match std::mem::replace(&mut self.top, below).finish() {
            Finished::Block(block) => self.add(block),
            Finished::Inlines(inlines) => self.top.inlines.extend(inlines),
            Finished::Item(blocks) => self.top.items.push(blocks),
            Finished::Row(row) => self.top.rows.push(row),
            Finished::Cell(cell) => self.top.cells.push(cell),
        }
    }
}

/// Two line ends in a row begin a new paragraph.
fn paragraphs(content: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut paragraphs = Vec::new();
    let mut current = Vec::new();
    let mut breaks = 0;
    for part in content {
        match part {
            Inline::Break => breaks += 1,
            Inline::Text(text) if text.trim().is_empty() && (breaks > 0 || current.is_empty()) => {}
            part => {
                if breaks > 1 && !current.is_empty() {
                    paragraphs.push(std::mem::take(&mut current));
                } else if breaks > 0 && !current.is_empty() {
                    current.push(Inline::Break);
                }
                breaks = 0;
                current.push(part);
            }
        }
    }
    if !current.is_empty() {
        paragraphs.push(current);
    }
    paragraphs
}
