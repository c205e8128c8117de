use super::to_rustdoc;

#[test]
fn links_stay_only_when_absolute() {
    assert_eq!(to_rustdoc("[a](https://x.com/a_b)"), "[a](https://x.com/a_b)");
    assert_eq!(to_rustdoc("[a](<https://x.com/a (b)>)"), "[a](https://x.com/a%20%28b%29)");
    assert_eq!(to_rustdoc("[a](mailto:a@b.c) <a@b.cc>"), "[a](mailto:a@b.c) <mailto:a@b.cc>");
    for url in
        ["", "#x", "/x", "x.md", "javascript:x", "mailto:x", "std::vec", "{{url}}/x", "ftp://x.com"]
    {
        assert_eq!(to_rustdoc(&format!("[a]({url})")), "a", "{url}");
    }
}

#[test]
fn a_link_without_a_text_of_its_own_is_an_address() {
    assert_eq!(to_rustdoc("[](https://x.com)"), "<https://x.com>");
    assert_eq!(to_rustdoc("[https://x.com](https://x.com)"), "<https://x.com>");
}

#[test]
fn quotes_stand_outside_of_links() {
    assert_eq!(to_rustdoc("[\"a\"](https://x.com)"), "\"[a](https://x.com)\"");
}

#[test]
fn references_are_resolved() {
    assert_eq!(to_rustdoc("[a][b]\n\n[b]: https://x.com 'c'"), "[a](https://x.com)");
    assert_eq!(to_rustdoc("[a][b] [c]"), "\\[a\\]\\[b\\] \\[c\\]");
}

#[test]
fn addresses_become_links() {
    assert_eq!(to_rustdoc("See https://x.com/a_b?c=d*e."), "See <https://x.com/a_b?c=d*e>.");
    assert_eq!(
        to_rustdoc("(https://x.com/a(b))"),
        "(<https://x.com/a(b)>)".replace("(b)", "%28b%29")
    );
    assert_eq!(to_rustdoc("**https://x.com**"), "**<https://x.com>**");
    assert_eq!(to_rustdoc("https://<span>x.com</span>"), "<https://x.com>");
    assert_eq!(
        to_rustdoc("[see https://x.com](https://y.com)"),
        "[see https://x.com](https://y.com)"
    );
}

#[test]
fn addresses_with_holes_become_code() {
    assert_eq!(to_rustdoc("https://{{host}}/users/:id"), "`https://{{host}}/users/:id`");
    assert_eq!(to_rustdoc("http://localhost:80/x"), "`http://localhost:80/x`");
}

#[test]
fn addresses_in_pieces_are_kept_apart() {
    assert_eq!(to_rustdoc("http[://x.com](y)"), "http\\://x.com");
    assert_eq!(to_rustdoc("https:[//x.com](y)"), "https:\\//x.com");
}

#[test]
fn images_become_links_or_their_text() {
    assert_eq!(to_rustdoc("![plan](https://x.com/a.png)"), "[plan](https://x.com/a.png)");
    assert_eq!(to_rustdoc("![](https://x.com/a.png)"), "[image](https://x.com/a.png)");
    assert_eq!(to_rustdoc("![plan](a.png)"), "plan");
    assert_eq!(
        to_rustdoc("[![plan](https://x.com/a.png)](https://y.com)"),
        "[plan](https://y.com)"
    );
    assert_eq!(to_rustdoc("Oh![a](z) \\![a](https://x.com)"), "Oha \\![a](https://x.com)");
}

#[test]
fn marks_without_meaning_are_escaped() {
    assert_eq!(
        to_rustdoc("2 * 3 a_b __x [y] ]] ` ~ <z"),
        "2 \\* 3 a_b \\_\\_x \\[y\\] \\]\\] \\` \\~ \\<z"
    );
    assert_eq!(to_rustdoc("C:\\x &amp;lt; & b"), "C:\\\\x \\&lt; & b");
    assert_eq!(to_rustdoc("{{base_url}}/:x $y a|b"), "{{base_url}}/:x $y a|b");
}

#[test]
fn marks_at_the_start_of_a_line_are_escaped() {
    for line in
        ["#a", "\\# a", "\\> a", "\\- a", "\\+ a", "1986\\. A", "2\\) b", "\\=", "\\| a", ": a"]
    {
        let output = to_rustdoc(&format!("x\\\n{line}"));
        assert!(
            output.starts_with("x\\\n\\")
                || output.starts_with("x\\\n1986\\.")
                || output == "x\\\n2\\) b",
            "{output}"
        );
    }
    assert_eq!(to_rustdoc(":id"), ":id");
    assert_eq!(to_rustdoc("-1"), "-1");
}

#[test]
fn styles_hold_where_they_touch_words() {
    assert_eq!(to_rustdoc("<b>Code:</b>5"), "**Code:** 5");
    assert_eq!(to_rustdoc("<b> a </b>b"), "**a** b");
    assert_eq!(to_rustdoc("a<b>(b)</b>c"), "a **(b)** c");
    assert_eq!(to_rustdoc("<b>a</b><b>b</b>"), "**a** **b**");
    assert_eq!(to_rustdoc("<b>a <b>b</b></b>"), "**a b**");
    assert_eq!(to_rustdoc("***a***"), "***a***");
    assert_eq!(to_rustdoc("<b></b><i> </i>"), "");
}

#[test]
fn code_spans_hold_any_code() {
    assert_eq!(to_rustdoc("`` a`b ``"), "``a`b``");
    assert_eq!(to_rustdoc("`` ` ``"), "`` ` ``");
    assert_eq!(to_rustdoc("<code>a</code><code>b</code>"), "`a` `b`");
    assert_eq!(to_rustdoc("`[x]` `*/*`"), "`[x]` `*/*`");
}

#[test]
fn hard_line_ends_are_kept() {
    assert_eq!(to_rustdoc("a  \nb\\\nc"), "a\\\nb\\\nc");
    assert_eq!(to_rustdoc("a<br>b<br><br>c<br>"), "a\\\nb\n\nc");
}
