//! HTML and Markdown in names and descriptions, as far as they hide the text.

/// The text without HTML tags and Markdown's emphasis, code and heading signs, entities replaced, white space collapsed.
/// Block ends and `<br>` are line breaks.
pub fn plain_text(text: &str) -> String {
    let bare = without_signs(&without_entities(&without_tags(text)));
    let lines = bare.lines().map(|line| {
        let line = line.trim().trim_start_matches('#').trim_start();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Tags are cut; those that end a line become a line break. A `<` that opens no tag stays.
pub(super) fn without_tags(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        bare.push_str(&rest[..start]);
        rest = &rest[start..];
        match tag(rest) {
            Some((name, length)) => {
                if ends_a_line(&rest[..length], name) {
                    bare.push('\n');
                }
                rest = &rest[length..];
            }
            None => {
                bare.push('<');
                rest = &rest[1..];
            }
        }
    }
    bare + rest
}

/// The name of the HTML tag at the start of the text, and its length.
fn tag(text: &str) -> Option<(&str, usize)> {
    const TAGS: [&str; 27] = [
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "span",
        "strong",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ];
    let inside = text.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = inside.split_at(length);
    let known = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    let closed = rest.starts_with([' ', '>', '/', '\n', '\t']);
    let end = text.find('>')?;
    (known && closed).then_some((name, end + 1))
}

/// `<br>`, `<hr>` and the end tags of blocks.
fn ends_a_line(tag: &str, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let block = matches!(name.as_str(), "p" | "div" | "li" | "tr" | "pre" | "blockquote")
        || name.starts_with('h') && name.len() == 2;
    matches!(name.as_str(), "br" | "hr") || tag.starts_with("</") && block
}

/// The common named entities and `&#39;`.
pub(super) fn without_entities(text: &str) -> String {
    const ENTITIES: [(&str, &str); 7] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        // Last, so that `&amp;lt;` becomes `&lt;`.
        ("&amp;", "&"),
    ];
    match text.contains('&') {
        true => {
            ENTITIES.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
        }
        false => text.to_owned(),
    }
}

/// Markdown's backslash escapes are resolved: `sso\_create`.
pub(super) fn without_escapes(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(next) if letter == '\\' && next.is_ascii_punctuation() => {}
            _ => bare.push(letter),
        }
    }
    bare
}

/// Without `**`, `__`, `` ` `` and backslash escapes.
fn without_signs(text: &str) -> String {
    without_escapes(&text.replace("**", "").replace("__", "").replace('`', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_cut() {
        let text = "<p>**Error Code:** `2024`<br />\nUser &lt;x&gt; is&nbsp;gone.</p><p>a &amp;amp; b\\_c</p>";
        assert_eq!(plain_text(text), "Error Code: 2024\nUser <x> is gone.\na &amp; b_c");
    }

    #[test]
    fn what_is_no_tag_stays() {
        assert_eq!(plain_text("a < b, <string>, x<y"), "a < b, <string>, x<y");
        assert_eq!(plain_text("## Title\n\n* item"), "Title\n* item");
    }
}
