//! Descriptions of Postman collections as Markdown for doc comments.
//!
//! Vendors write descriptions in a mixture of Markdown and HTML, with whatever their editors pasted into it. Here they
//! are read into a small document (`parse`, with `html` for tags and `build` for their nesting) and written again
//! (`render`, `inline`, `layout`), so that nothing reaches the output that has not been understood: no warning of
//! rustdoc, rustc or clippy can come from a description. The output is for line comments (`///`) or `doc` attributes; a
//! block comment would end at a `*/` in it.
//!
//! | in a description | in the output |
//! | --- | --- |
//! | `# Users`, `<h1>Users</h1>` | `### Users`, below the item's own heading |
//! | `[guide](https://example.com)`, `<a href="…">` | as a link |
//! | `[guide](/docs)`, `[guide](#part)` | `guide`: it leads nowhere |
//! | `https://example.com/users.` | `<https://example.com/users>.` |
//! | `https://{{host}}/users` | in backticks |
//! | `![plan](https://example.com/plan.png)` | a link to the image |
//! | `<table>`, lists, quotes, `<pre>` | as Markdown |
//! | `<username>`, `[id]`, `2 * 3` | the same text, escaped |
//! | `<script>…</script>`, comments | nothing |
//! | code in any language | marked with a language that is no doctest, `text` if need be |

mod build;
mod clean;
mod code;
mod element;
mod escape;
mod headings;
mod html;
mod inline;
mod language;
mod layout;
mod link;
mod parse;
mod part;
mod plain;
mod render;
mod sentence;
mod tree;

#[cfg(test)]
mod tests;

/// The description as Markdown that is safe in a doc comment. It is empty when the description shows nothing.
#[must_use]
pub fn to_rustdoc(description: &str) -> String {
    let mut blocks = parse::parse(description);
    headings::demote(&mut blocks);
    plain::lead(&mut blocks);
    render::document(&blocks)
}

/// The first sentence of the description on one line, at most 120 characters and the mark that ends it, without mark-up.
///
/// The first paragraph is preferred to headings, lists and tables. Like [`inline()`], the text is escaped for a doc comment.
#[must_use]
pub fn summary(description: &str) -> Option<String> {
    plain::summary(parse::parse(description))
}

/// The whole text on one line without mark-up, for cells of tables and items of lists.
///
/// It is escaped for a doc comment; lines and paragraphs are joined by `;` where they end without punctuation.
#[must_use]
pub fn inline(text: &str) -> String {
    plain::one_line(parse::parse(text))
}

/// A text of one line as code, with its backticks. What would end the line is a space; in place of nothing stands a dash.
#[must_use]
pub fn code(text: &str) -> String {
    code::span(text, escape::Place::Flow)
}

/// The same for a cell of a table.
#[must_use]
pub fn code_in_cell(text: &str) -> String {
    code::span(text, escape::Place::Cell)
}
