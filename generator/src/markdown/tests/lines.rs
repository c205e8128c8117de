use super::{
    super::{inline, summary},
    assert_safe,
};

#[test]
fn names_of_saved_responses() {
    let name = "**HTTP Status Code:** `404` **Not Found**<br><br>\n**Error Code:** `4130`<br>\nGroup does not exist: $groupId<br>";
    assert_eq!(
        inline(name),
        "HTTP Status Code: 404 Not Found; Error Code: 4130; Group does not exist: $groupId"
    );
    assert_eq!(summary(name).as_deref(), Some("HTTP Status Code: 404 Not Found."));
}

#[test]
fn one_line_holds_everything() {
    assert_eq!(inline("# A\n\nb.\n\n- c\n- d|e"), "A; b. • c; • d\\|e");
    assert_eq!(inline("- a"), "• a");
    assert_eq!(inline("\\# a [x] <y>"), "\\# a \\[x\\] \\<y\\>");
    assert_eq!(inline("1\\. a"), "1\\. a");
    assert_eq!(inline("see [a](https://x.com) or https://y.com"), "see a or <https://y.com>");
    assert_eq!(inline(" <br> "), "");
}

#[test]
fn the_first_sentence() {
    let cases = [
        ("Lists users. And more.", "Lists users."),
        ("Lists users", "Lists users."),
        ("Lists users:\n\n- a", "Lists users."),
        ("Lists e.g. Bob and A. Smith. More", "Lists e.g. Bob and A. Smith."),
        ("Version 1.2 of x.y. See", "Version 1.2 of x.y."),
        ("Why? Because", "Why?"),
        ("Wait... no", "Wait... no."),
        ("Wait...", "Wait…"),
        ("See https://x.com.", "See <https://x.com>."),
        ("# Users\n\nLists **all**\nusers", "Lists all users."),
        ("# Users", "Users."),
        ("a<br>b", "a."),
        ("用户。列表", "用户。"),
        ("The `id`. It is", "The id."),
    ];
    for (description, expected) in cases {
        assert_eq!(summary(description).as_deref(), Some(expected), "{description}");
    }
}

#[test]
fn nothing_has_no_summary() {
    for description in ["", " \n ", "<br>", "***", "<script>x</script>", "..."] {
        assert_eq!(summary(description), None, "{description}");
    }
}

#[test]
fn long_sentences_are_cut_at_a_word() {
    let summary = summary(&"word ".repeat(100)).unwrap_or_default();
    assert!(summary.ends_with("word…") && summary.chars().count() <= 121, "{summary}");
    assert_safe(&summary);
}
