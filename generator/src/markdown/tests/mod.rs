mod blocks;
mod hostile;
mod inlines;
mod lines;
mod tags;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Languages that rustdoc does not compile.
const LANGUAGES: [&str; 19] = [
    "text",
    "json",
    "xml",
    "html",
    "http",
    "sh",
    "javascript",
    "typescript",
    "python",
    "yaml",
    "php",
    "java",
    "csharp",
    "ruby",
    "sql",
    "graphql",
    "css",
    "csv",
    "go",
];

/// Reads output as rustdoc does and fails on what rustdoc, rustc or clippy would warn about.
#[track_caller]
fn assert_safe(output: &str) {
    for char in output.chars() {
        let invisible = matches!(char, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
        let space = char.is_whitespace() && !matches!(char, ' ' | '\n');
        assert!(
            !invisible && !space && (char == '\n' || !char.is_control()),
            "{char:?} in {output:?}"
        );
    }
    assert!(!output.starts_with(char::is_whitespace), "{output:?}");
    assert!(output.lines().all(|line| line == line.trim_end()), "{output:?}");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let broken =
        |link: BrokenLink<'_>| -> Option<(pulldown_cmark::CowStr<'_>, pulldown_cmark::CowStr<'_>)> {
            panic!("{:?} is a broken link in {output:?}", link.reference)
        };
    let mut quiet = 0_u32;
    for event in Parser::new_with_broken_link_callback(output, options, Some(broken)) {
        match event {
            Event::Start(tag) => {
                quiet += u32::from(matches!(tag, Tag::Link { .. } | Tag::CodeBlock(_)));
                assert_tag(&tag, output);
            }
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => quiet -= 1,
            Event::Text(text) => {
                assert!(quiet > 0 || !has_address(&text), "{text:?} in {output:?}")
            }
            Event::InlineHtml(html) | Event::Html(html) => assert_eq!(&*html, "<br>", "{output:?}"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                panic!("{event:?} in {output:?}")
            }
            _ => {}
        }
    }
}

#[track_caller]
fn assert_tag(tag: &Tag<'_>, output: &str) {
    match tag {
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            assert!(LANGUAGES.contains(&&**info), "{info:?} in {output:?}")
        }
        Tag::CodeBlock(CodeBlockKind::Indented)
        | Tag::Image { .. }
        | Tag::FootnoteDefinition(_)
        | Tag::HtmlBlock => {
            panic!("{tag:?} in {output:?}")
        }
        Tag::Link { dest_url, .. } => {
            let absolute = ["http://", "https://", "mailto:"]
                .iter()
                .any(|scheme| dest_url.starts_with(scheme));
            assert!(absolute, "{dest_url:?} in {output:?}");
        }
        Tag::Heading { level, .. } => {
            assert!(*level >= pulldown_cmark::HeadingLevel::H3, "{output:?}")
        }
        _ => {}
    }
}

/// What rustdoc takes for an address that should be a link, and a little more.
fn has_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        text.match_indices(scheme)
            .any(|(index, _)| text[index + scheme.len()..].starts_with(char::is_alphanumeric))
    })
}

/// The output for a description, checked.
#[track_caller]
fn to_rustdoc(description: &str) -> String {
    let output = super::to_rustdoc(description);
    assert_safe(&output);
    output
}
