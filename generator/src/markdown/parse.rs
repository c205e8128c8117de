//! Reads a description: Markdown by its parser, the HTML in it by our own.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::build::Builder;
use super::clean;
use super::element::{self, Element};
use super::html::{self, Token};
use super::part::{Origin, Part};
use super::tree::Block;

/// The document that a description stands for.
pub(super) fn parse(description: &str) -> Vec<Block> {
    let source = clean::source(description);
    let mut reader = Reader { builder: Builder::new(), html: None, footnote: None };
    for event in Parser::new_ext(&source, options()) {
        reader.event(event);
    }
    reader.builder.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
}

struct Reader {
    builder: Builder,
    /// The HTML of the block that is being read.
    html: Option<String>,
    /// The label of the footnote whose text comes next.
    footnote: Option<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => match &mut self.html {
                Some(html) => html.push_str(&text),
                None => self.builder.text(&text),
            },
            Event::Html(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => self.html(&html),
            },
            Event::InlineHtml(html) => self.html(&html),
            Event::SoftBreak => self.builder.text("\n"),
            event => self.inline(event),
        }
    }

    fn inline(&mut self, event: Event<'_>) {
        match event {
            Event::Code(text) => self.builder.code(&text),
            Event::HardBreak => self.builder.line_break(),
            Event::Rule => self.builder.rule(),
            Event::TaskListMarker(true) => self.builder.text("☑ "),
            Event::TaskListMarker(false) => self.builder.text("☐ "),
            Event::FootnoteReference(label) => self.builder.text(&format!("[{label}]")),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.builder.flush();
                if let Some(label) = self.footnote.take() {
                    self.builder.text(&format!("[{label}]: "));
                }
            }
            Tag::HtmlBlock => self.html = Some(String::new()),
            // Indented HTML is no code where it continues the HTML above it.
            Tag::CodeBlock(CodeBlockKind::Indented) if self.builder.in_html() => {
                self.html = Some(String::new())
            }
            Tag::FootnoteDefinition(label) => self.footnote = Some(label.into_string()),
            tag => {
                if let Some(part) = part(tag) {
                    self.builder.open(part, Origin::Markdown);
                }
            }
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph | TagEnd::FootnoteDefinition => self.builder.flush(),
            TagEnd::MetadataBlock(_) => {}
            TagEnd::HtmlBlock | TagEnd::CodeBlock => match self.html.take() {
                Some(html) => self.html(&html),
                None => self.builder.close_markdown(),
            },
            _ => self.builder.close_markdown(),
        }
    }

    fn html(&mut self, html: &str) {
        for token in html::tokens(html) {
            match token {
                Token::Text(text) => self.html_text(text),
                Token::Open(tag) => match element::named(tag.name) {
                    Some(element) => self.open(element, &tag),
                    // Not HTML but a placeholder (`<username>`) or a sample of XML; custom elements have attributes.
                    None if tag.name.contains('-') && tag.raw.contains('=') => {}
                    None => self.builder.text(tag.raw),
                },
                Token::Close(tag) => match element::named(tag.name) {
                    Some(element) => self.close(element),
                    None if tag.name.contains('-') => {}
                    None => self.builder.text(tag.raw),
                },
            }
        }
    }

    /// Text between tags. Authors write Markdown there too, though parsers do not look for it.
    fn html_text(&mut self, text: &str) {
        let text = html::decode(text);
        if self.builder.in_raw() {
            return self.builder.text(&text);
        }
        let text = text.replace('\n', " ");
        if !["`", "**", "]("].iter().any(|mark| text.contains(mark)) {
            return self.builder.text(&text);
        }
        if text.starts_with(' ') {
            self.builder.text(" ");
        }
        for event in Parser::new_ext(text.trim(), Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Paragraph | Tag::HtmlBlock)
                | Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock) => {}
                Event::Html(text) | Event::InlineHtml(text) => self.builder.text(&text),
                event => self.event(event),
            }
        }
        if text.ends_with(' ') {
            self.builder.text(" ");
        }
    }

    fn open(&mut self, element: Element, tag: &html::Tag<'_>) {
        let origin = Origin::Html(element);
        match element {
            Element::Break => self.builder.line_break(),
            Element::Rule => self.builder.rule(),
            Element::Image => self.image(tag),
            Element::Block => self.block_edge(),
            Element::Plain => {}
            Element::Item => self.item(),
            Element::Row => {
                if self.builder.close_within(&[Element::Table]) {
                    self.builder.open(Part::Row, origin);
                }
            }
            Element::Cell | Element::HeaderCell => self.cell(element),
            _ => {
                if let Some(part) = html_part(element, tag) {
                    self.builder.open(part, origin);
                }
            }
        }
    }

    fn item(&mut self) {
        let lists = [Element::BulletList, Element::NumberList];
        if self.builder.close_within(&lists) {
            self.builder.open(Part::Item, Origin::Html(Element::Item));
        } else {
            self.block_edge();
            self.builder.text("• ");
        }
    }

    fn cell(&mut self, element: Element) {
        if self.builder.close_within(&[Element::Row, Element::Table]) {
            let header = element == Element::HeaderCell;
            self.builder.enter_row();
            self.builder.open(Part::Cell { header }, Origin::Html(element));
        } else {
            self.builder.text(" ");
        }
    }

    fn close(&mut self, element: Element) {
        match element {
            Element::Block => self.block_edge(),
            Element::Plain | Element::Break | Element::Rule | Element::Image => {}
            element => self.builder.close_html(element),
        }
    }

    fn block_edge(&mut self) {
        if !self.builder.in_raw() {
            self.builder.flush();
        }
    }

    fn image(&mut self, tag: &html::Tag<'_>) {
        let url = tag.attribute("src").unwrap_or_default();
        self.builder.open(Part::Image { url }, Origin::Html(Element::Image));
        self.builder.text(&tag.attribute("alt").unwrap_or_default());
        self.builder.close_html(Element::Image);
    }
}

fn part(tag: Tag<'_>) -> Option<Part> {
    Some(match tag {
        Tag::Heading { level, .. } => Part::Heading(depth(level)),
        Tag::BlockQuote(_) => Part::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            Part::Preformatted { language: info.into_string() }
        }
        Tag::CodeBlock(CodeBlockKind::Indented) => Part::Preformatted { language: String::new() },
        Tag::List(start) => Part::List { start },
        Tag::Item => Part::Item,
        Tag::Table(alignments) => Part::Table { alignments },
        Tag::TableHead | Tag::TableRow => Part::Row,
        Tag::TableCell => Part::Cell { header: false },
        Tag::Emphasis => Part::Emphasis,
        Tag::Strong => Part::Strong,
        Tag::Strikethrough => Part::Strike,
        Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
            Part::Link { url: format!("mailto:{dest_url}") }
        }
        Tag::Link { dest_url, .. } => Part::Link { url: dest_url.into_string() },
        Tag::Image { dest_url, .. } => Part::Image { url: dest_url.into_string() },
        _ => return None,
    })
}

fn html_part(element: Element, tag: &html::Tag<'_>) -> Option<Part> {
    Some(match element {
        Element::Strong => Part::Strong,
        Element::Emphasis => Part::Emphasis,
        Element::Strike => Part::Strike,
        Element::Code => Part::Code,
        Element::Preformatted => {
            Part::Preformatted { language: tag.attribute("class").unwrap_or_default() }
        }
        Element::Link => Part::Link { url: tag.attribute("href").unwrap_or_default() },
        Element::BulletList => Part::List { start: None },
        Element::NumberList => Part::List { start: Some(1) },
        Element::Table => Part::Table { alignments: Vec::new() },
        Element::Heading(level) => Part::Heading(level),
        Element::Quote => Part::Quote,
        Element::Hidden => Part::Hidden,
        _ => return None,
    })
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
