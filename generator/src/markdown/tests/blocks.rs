use super::to_rustdoc;

#[test]
fn headings_come_below_that_of_the_item() {
    assert_eq!(to_rustdoc("# A\n\n## B\n\ntext"), "### A\n\n#### B\n\ntext");
    assert_eq!(to_rustdoc("A\n===\n\nB\n---\n"), "### A\n\n#### B");
    assert_eq!(to_rustdoc("<h3>A</h3>\n\n<h6>B</h6>"), "### A\n\n###### B");
    assert_eq!(to_rustdoc("# A\n\n###### B"), "### A\n\n###### B");
    assert_eq!(to_rustdoc("# C\\#"), "### C\\#");
    assert_eq!(to_rustdoc("#"), "");
}

#[test]
fn code_is_never_a_doctest() {
    assert_eq!(to_rustdoc("```rust\nfn main() {}\n```"), "```text\nfn main() {}\n```");
    assert_eq!(to_rustdoc("```should_panic\nx\n```"), "```text\nx\n```");
    assert_eq!(
        to_rustdoc("    fn main() {}"),
        "```text\n    fn main() {}\n```".replace("    ", "")
    );
    assert_eq!(to_rustdoc("```\nunclosed"), "```text\nunclosed\n```");
    assert_eq!(to_rustdoc("```\n```"), "");
}

#[test]
fn code_keeps_or_gets_its_language() {
    assert_eq!(to_rustdoc("``` JSON\n{}\n```"), "```json\n{}\n```");
    assert_eq!(to_rustdoc("```\n{\"a\": [1]}\n```"), "```json\n{\"a\": [1]}\n```");
    assert_eq!(to_rustdoc("```\n{a}\n```"), "```text\n{a}\n```");
    assert_eq!(to_rustdoc("```\ncurl -X GET x\n```"), "```sh\ncurl -X GET x\n```");
    assert_eq!(to_rustdoc("```\n<a/>\n```"), "```xml\n<a/>\n```");
    assert_eq!(to_rustdoc("```\nGET / HTTP/1.1\n```"), "```http\nGET / HTTP/1.1\n```");
}

#[test]
fn fences_are_longer_than_those_inside() {
    assert_eq!(to_rustdoc("~~~\n```\n~~~"), "````text\n```\n````");
}

#[test]
fn lists_keep_their_nesting_and_numbers() {
    assert_eq!(to_rustdoc("* a\n    * b\n        * c\n* d"), "- a\n  - b\n    - c\n- d");
    assert_eq!(to_rustdoc("3. a\n4. b\n\n   c"), "3. a\n\n4. b\n\n   c");
    assert_eq!(to_rustdoc("- a\nlazy"), "- a\n  lazy");
    assert_eq!(
        to_rustdoc("- a\n\n  ```\n  x\n\n  y\n  ```"),
        "- a\n\n  ```text\n  x\n\n  y\n  ```"
    );
    assert_eq!(to_rustdoc("-\n- a\n-"), "- a");
}

#[test]
fn lists_that_follow_each_other_stay_apart() {
    assert_eq!(to_rustdoc("- a\n\n* b"), "- a\n\n* b");
    assert_eq!(to_rustdoc("1. a\n\n7) b"), "1. a\n\n7) b");
}

#[test]
fn a_list_in_an_item_is_no_part_of_its_text() {
    assert_eq!(to_rustdoc("- a\n\n  7. b"), "- a\n\n  7. b");
}

#[test]
fn tasks_have_boxes() {
    assert_eq!(to_rustdoc("- [ ] a\n- [x] b"), "- ☐ a\n- ☑ b");
}

#[test]
fn quotes_are_marked_on_each_line() {
    assert_eq!(to_rustdoc("> a\nlazy\n>\n> b"), "> a\n> lazy\n>\n> b");
}

#[test]
fn tables_stay_tables() {
    let table = "| a | b |\n| :--- | ---: |\n| 1 | `x\\|y` |";
    assert_eq!(to_rustdoc("a|b\n:-|-:\n1|`x\\|y`"), table);
    assert_eq!(to_rustdoc(table), table);
    assert_eq!(to_rustdoc("|a|\n|-|\n| b \\| c |"), "| a |\n| --- |\n| b \\| c |");
}

#[test]
fn rules_are_no_part_of_what_is_around_them() {
    assert_eq!(to_rustdoc("a\n\n---\n\nb"), "a\n\n___\n\nb");
    assert_eq!(to_rustdoc("- ***"), "- ___");
}

#[test]
fn footnotes_become_text() {
    assert_eq!(to_rustdoc("a[^1]\n\n[^1]: b"), "a\\[1\\]\n\n\\[1\\]: b");
    assert_eq!(to_rustdoc("a[^1]"), "a\\[^1\\]");
}

#[test]
fn long_lines_are_broken_where_nothing_changes() {
    let words = "a 1. - # word".repeat(40);
    let output = to_rustdoc(&words);
    assert!(output.lines().all(|line| line.chars().count() <= 110), "{output}");
    assert!(
        output.lines().skip(1).all(|line| line.starts_with('a') || line.starts_with("word")),
        "{output}"
    );
    let code = format!("`{}`", "a b ".repeat(60));
    assert_eq!(to_rustdoc(&code).lines().count(), 1);
}

#[test]
fn a_long_first_paragraph_gives_its_first_sentence_away() {
    let rest = "More of it. ".repeat(30);
    let output = to_rustdoc(&format!("Lists *all* users, e.g. Bob. {rest}"));
    assert!(output.starts_with("Lists *all* users, e.g. Bob.\n\nMore of it."), "{output}");
    assert_eq!(to_rustdoc("One. Two."), "One. Two.");
}
