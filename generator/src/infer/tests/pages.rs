use super::*;

fn pages_of(query: &[Parameter], link: &str, body: &str) -> Option<Pages> {
    let mut page = answer(AnswerClass::Success, Some(200), "application/json", body);
    page.headers.push(("Link".to_owned(), link.to_owned(), None));
    inferred(Endpoint { method: "GET".to_owned(), query: query.to_vec(), answers: vec![page], ..Endpoint::default() }).pages
}

fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn tokens_come_back() {
    let found = pages_of(&[seen("page_token", &[])], "", r#"{"files": [{"id": 1}], "nextPageToken": "x"}"#);
    let next = NextPage::Token { parameter: "page_token".to_owned(), token: keys(&["nextPageToken"]) };
    assert_eq!(found, Some(Pages { list: keys(&["files"]), next }));
    let found = pages_of(&[seen("after", &[])], "", r#"{"data": [{}], "a": [{}], "paging": {"cursors": {"after": "x"}}}"#);
    let next = NextPage::Token { parameter: "after".to_owned(), token: keys(&["paging", "cursors", "after"]) };
    assert_eq!(found, Some(Pages { list: keys(&["data"]), next }));
    assert_eq!(
        pages_of(&[seen("cursor", &[])], "", r#"{"data": [{}], "next_cursor": "https://example.com/?cursor=x"}"#),
        None,
        "an address"
    );
    assert_eq!(pages_of(&[seen("cursor", &[])], "", r#"{"data": [{}], "total": 3}"#), None, "no next one");
}

#[test]
fn links_count_when_they_say_the_parameter() {
    let query = [sent("page", &["1"])];
    let found = pages_of(&query, "<https://h/x?page=2&q=1>; rel=\"next\"", "[{}]");
    assert_eq!(found, Some(Pages { list: Vec::new(), next: NextPage::Link { parameter: "page".to_owned() } }));
    assert_eq!(pages_of(&query, "<https://h/x?p=2>; rel=\"next\"", "[{}]"), None);
    assert_eq!(pages_of(&query, "<https://h/x?page=0>; rel=\"prev\"", "[{}]"), None);
}

#[test]
fn numbers_need_a_size_or_a_total() {
    let page = |first, size: Option<&str>| NextPage::Page { parameter: "page".to_owned(), first, size: size.map(str::to_owned) };
    let found = pages_of(&[sent("page", &["0"]), sent("pageSize", &["20"])], "", r#"{"content": [], "x": 1}"#);
    assert_eq!(found, Some(Pages { list: keys(&["content"]), next: page(0, Some("pageSize")) }));
    let found = pages_of(&[sent("page", &["1"])], "", r#"{"result": {"users": [{}]}, "total": 9}"#);
    assert_eq!(found, Some(Pages { list: keys(&["result", "users"]), next: page(1, None) }));
    assert_eq!(pages_of(&[sent("page", &["1"])], "", r#"{"users": [{}]}"#), None);
    assert_eq!(pages_of(&[sent("page", &["home"]), sent("limit", &["20"])], "", "[{}]"), None, "a text");
    let next = NextPage::Offset { parameter: "offset".to_owned(), size: "limit".to_owned() };
    assert_eq!(pages_of(&[sent("offset", &["0"]), sent("limit", &["20"])], "", "[{}]"), Some(Pages { list: Vec::new(), next }));
}

#[test]
fn which_list_has_to_be_clear() {
    let query = [sent("page", &["1"]), sent("limit", &["20"])];
    assert_eq!(pages_of(&query, "", r#"{"users": [{}], "groups": [{}]}"#), None);
    assert_eq!(pages_of(&query, "", r#"{"users": [{}], "tags": ["a"]}"#).map(|pages| pages.list), Some(keys(&["users"])));
    assert_eq!(pages_of(&query, "", r#"{"name": "x"}"#), None);
}
