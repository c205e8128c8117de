//! What the elements of HTML mean for a doc comment.

/// An element, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Element {
    Strong,
    Emphasis,
    Strike,
    Code,
    Preformatted,
    Link,
    Image,
    BulletList,
    NumberList,
    Item,
    Table,
    Row,
    Cell,
    HeaderCell,
    Heading(u8),
    Quote,
    Break,
    Rule,
    /// Not shown at all.
    Hidden,
    /// Stands on lines of its own, without a look of its own.
    Block,
    /// Without a look of its own.
    Plain,
}

/// The element of this name, if HTML has it.
pub(super) fn named(name: &str) -> Option<Element> {
    let name = name.to_ascii_lowercase();
    Some(match name.as_str() {
        "b" | "strong" => Element::Strong,
        "i" | "em" | "cite" | "dfn" => Element::Emphasis,
        "s" | "del" | "strike" => Element::Strike,
        "code" | "tt" | "kbd" | "samp" | "var" => Element::Code,
        "pre" | "xmp" | "listing" => Element::Preformatted,
        "a" => Element::Link,
        "img" => Element::Image,
        "ul" | "menu" | "dir" => Element::BulletList,
        "ol" => Element::NumberList,
        "li" => Element::Item,
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" => Element::Cell,
        "th" => Element::HeaderCell,
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "blockquote" => Element::Quote,
        "br" => Element::Break,
        "hr" => Element::Rule,
        "script" | "style" | "title" | "template" | "svg" | "math" => Element::Hidden,
        name if BLOCKS.contains(&name) => Element::Block,
        name if PLAIN.contains(&name) => Element::Plain,
        _ => return None,
    })
}

const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "head",
    "header",
    "hgroup",
    "html",
    "legend",
    "main",
    "nav",
    "noscript",
    "optgroup",
    "option",
    "p",
    "search",
    "section",
    "summary",
    "tbody",
    "tfoot",
    "thead",
];

const PLAIN: [&str; 46] = [
    "abbr", "acronym", "area", "audio", "base", "bdi", "bdo", "big", "button", "canvas", "col",
    "colgroup", "data", "datalist", "embed", "font", "iframe", "input", "ins", "label", "link",
    "map", "mark", "meta", "meter", "object", "output", "param", "picture", "progress", "q", "rp",
    "rt", "ruby", "select", "slot", "small", "source", "span", "sub", "sup", "textarea", "track",
    "u", "video", "wbr",
];
