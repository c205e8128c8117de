use proptest::prelude::*;

use pulldown_cmark::{Event, Parser};

use super::super::{code, code_in_cell, inline, summary};
use super::{assert_safe, to_rustdoc};

#[test]
fn characters_that_deceive_are_dropped() {
    assert_eq!(
        to_rustdoc("a\u{202e}b\u{2066}c&#x202e;d\0e\u{200b}f"),
        "abcd\u{fffd}ef".replace('\u{fffd}', "")
    );
    assert_eq!(to_rustdoc("a\rb\r\nc\td\u{a0}e"), "a\nb\nc d e");
    assert_eq!(to_rustdoc("<p>&#8238;x&#x7;</p>"), "x");
    assert_eq!(to_rustdoc("👨\u{200d}👩"), "👨\u{200d}👩");
}

#[test]
fn depth_is_limited() {
    for unit in [
        "> ",
        "- ",
        "1. ",
        "<ul><li>",
        "<blockquote>",
        "<table><tr><td>",
        "<b>",
        "**a *b ",
        "[",
        "![",
        "<div>",
    ] {
        let output = to_rustdoc(&format!("{}x", unit.repeat(3000)));
        assert!(output.contains('x'), "{unit}");
        assert!(output.len() < 200_000, "{unit}: {}", output.len());
    }
}

#[test]
fn size_does_not_matter() {
    for unit in [
        "<script>",
        "<a \"",
        "<?",
        "<!--",
        "&a",
        "http://",
        "`",
        "[a](",
        "<td>",
        "|a",
        "a<br>",
        "\u{202e}",
        "<b>*a",
        "[^1]: a\n",
    ] {
        to_rustdoc(&unit.repeat(30_000 / unit.len()));
    }
}

/// Pieces that have meaning in Markdown, HTML or Rust, and some that have none.
const PIECES: [&str; 85] = [
    "<b>",
    "</b>",
    "<p>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<br>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<a href='https://x.com'>",
    "<a href=x>",
    "</a>",
    "<h2>",
    "</h2>",
    "<script>",
    "</script>",
    "<x>",
    "<!--",
    "-->",
    "**",
    "*",
    "_",
    "`",
    "```",
    "```rust\n",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "](https://x.com)",
    "](y)",
    "![",
    "[x]",
    "[^1]",
    "[^1]: ",
    "[x]: y\n",
    "# ",
    "- ",
    "1. ",
    "2) ",
    "> ",
    "    ",
    "  ",
    "\n",
    "\n\n",
    "|",
    "|-|-|\n",
    "---",
    "===",
    "\\",
    "&",
    "&lt;",
    "&#x202e;",
    "https://x.com",
    "https:",
    "//x.com",
    "http",
    "word",
    "One. Two",
    "{{v}}",
    ":",
    "!",
    ".",
    "'",
    "\"",
    "<",
    ">",
    "é",
    "は",
    "「",
    "\t",
    "\r",
    "[ ] ",
    "[x] ",
    "fn main() {}",
    "+",
    "*/",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{1,4}",
    ]
}

fn description() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_safe(text in any::<String>()) {
        to_rustdoc(&text);
    }

    #[test]
    fn any_markup_is_safe(text in description()) {
        let once = to_rustdoc(&text);
        to_rustdoc(&once);
    }

    #[test]
    fn lines_are_safe_in_cells_and_items(text in description()) {
        let line = inline(&text);
        prop_assert!(!line.contains('\n'));
        assert_safe(&line);
        assert_safe(format!("- {line}").trim_end());
        let cell = format!("| a | b |\n| --- | --- |\n| x | {line} |");
        assert_safe(&cell);
        assert_safe(&format!("| a | b |\n| --- | --- |\n| x | {} |", code_in_cell(&text)));
        if let Some(summary) = summary(&text) {
            prop_assert!(!summary.contains('\n'));
            assert_safe(&summary);
        }
    }

    #[test]
    fn a_code_span_is_one(text in description()) {
        let span = code(&text);
        assert_safe(&span);
        let events: Vec<Event> = Parser::new(&span).collect();
        prop_assert!(matches!(events[..], [Event::Start(_), Event::Code(_), Event::End(_)]), "{events:?}");
    }
}

#[test]
fn code_that_no_cell_can_hold_is_text_without_links() {
    let line = inline("`<a href='https://x.com'>\\`|");
    assert_eq!(line, "\\<a href='https\\://x.com'\\>\\\\&#124;");
    assert_safe(&line);
}
