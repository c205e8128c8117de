use super::to_rustdoc;

#[test]
fn paragraphs_and_styles() {
    assert_eq!(
        to_rustdoc("<p>a <b>b</b> <em>c</em> <del>d</del> <code>e</code></p><p>f"),
        "a **b** *c* ~~d~~ `e`\n\nf"
    );
    assert_eq!(to_rustdoc("<div><font color=red>x</font></div>"), "x");
}

#[test]
fn lists() {
    assert_eq!(to_rustdoc("<ul><li>a<li>b<ol><li>c</li></ol></ul>d"), "- a\n- b\n  1. c\n\nd");
    assert_eq!(to_rustdoc("<li>a</li><li>b</li>"), "• a\n\n• b");
    assert_eq!(to_rustdoc("<ul>\n\n<li>\n\n**a**\n\n</li>\n\n</ul>\n\nb"), "- **a**\n\nb");
}

#[test]
fn links_and_images() {
    assert_eq!(
        to_rustdoc("<a class=x href='https://x.com?a=1&amp;b=2'>y</a>"),
        "[y](https://x.com?a=1&b=2)"
    );
    assert_eq!(to_rustdoc("<a href=\"#top\">y</a> <a>z</a>"), "y z");
    assert_eq!(
        to_rustdoc("<img src='https://x.com/a' alt='b'> <img src=x>"),
        "[b](https://x.com/a)"
    );
}

#[test]
fn preformatted_text() {
    assert_eq!(
        to_rustdoc(
            "<pre><code class=\"language-json\">{\n  &quot;a&quot;: <b>1</b>\n}</code></pre>"
        ),
        "```json\n{\n  \"a\": 1\n}\n```"
    );
}

#[test]
fn tables() {
    let html = "<table border=1>\n<tr>\t<th>a</th><th>b</th></tr>\n\n    <tr><td>1|2<td>`x` **y**<br>z</tr></table>";
    assert_eq!(to_rustdoc(html), "| a | b |\n| --- | --- |\n| 1\\|2 | `x` **y**<br>z |");
    assert_eq!(to_rustdoc("<table><tr><td>a<td>b</table>"), "|  |  |\n| --- | --- |\n| a | b |");
    assert_eq!(
        to_rustdoc("<table><tr><td><b>a</b></td></tr><tr><td>b</table>"),
        "| a |\n| --- |\n| b |".replace("| a", "| **a**")
    );
    assert_eq!(
        to_rustdoc(
            "<table><tr><th>a</th></tr><tr><td><ul><li>b</li><li>c</li></ul></td></tr></table>"
        ),
        "| a |\n| --- |\n| • b<br>• c |"
    );
    assert_eq!(to_rustdoc("<table></table>"), "");
}

#[test]
fn references_to_characters() {
    assert_eq!(
        to_rustdoc("<p>&lt;b&gt; &eacute; &#65; &nope; &amp;lt; a&nbsp;b</p>"),
        "\\<b\\> é A \\&nope; \\&lt; a b"
    );
}

#[test]
fn scripts_and_comments_are_dropped() {
    assert_eq!(
        to_rustdoc("<script>alert('</p>')</script>\n\na <!-- b --> <script>c</script>d"),
        "a d"
    );
    assert_eq!(to_rustdoc("<style>p{}</style><p>x"), "x");
    assert_eq!(to_rustdoc("<!doctype html><?xml?><![CDATA[x]]>"), "");
}

#[test]
fn a_mention_of_a_tag_hides_nothing() {
    assert_eq!(
        to_rustdoc("the <script> tag and <title> too"),
        "the  tag and  too".replace("  ", " ")
    );
}

#[test]
fn what_html_does_not_have_is_text() {
    assert_eq!(
        to_rustdoc("Bearer <token> <x-y> Vec<T> 1<2"),
        "Bearer \\<token\\> \\<x-y\\> Vec\\<T\\> 1\\<2"
    );
    assert_eq!(to_rustdoc("<ds-note kind=\"x\">a</ds-note>"), "a");
    assert_eq!(
        to_rustdoc("<item>\n  <price>5</price>\n</item>"),
        "\\<item\\> \\<price\\>5\\</price\\> \\</item\\>"
    );
}

#[test]
fn tags_need_not_be_closed_or_nested() {
    assert_eq!(to_rustdoc("<b><i>x</b></i> y"), "***x*** y");
    assert_eq!(to_rustdoc("<h1>a\n\nb"), "### a\n\nb");
    assert_eq!(to_rustdoc("</b></p>x</table>"), "x");
    assert_eq!(to_rustdoc("<b>a **b</b> c** d"), "**a b c d**");
    assert_eq!(to_rustdoc("<a href=\"x"), "\\<a href=\"x");
}
