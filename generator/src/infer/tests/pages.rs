use super::*;
use crate::api::PathPiece;

fn pages_of(query: &[Parameter], link: &str, body: &str) -> Option<Pages> {
    let mut page = answer(AnswerClass::Success, Some(200), "application/json", body);
    page.headers.push(("Link".to_owned(), link.to_owned(), None));
    inferred(Endpoint {
        method: "GET".to_owned(),
        query: query.to_vec(),
        answers: vec![page],
        ..Endpoint::default()
    })
    .pages?
    .ok()
}

fn reason(query: &[Parameter], body: &str) -> Option<NoPages> {
    let answers = vec![answer(AnswerClass::Success, Some(200), "application/json", body)];
    inferred(Endpoint {
        method: "GET".to_owned(),
        query: query.to_vec(),
        answers,
        ..Endpoint::default()
    })
    .pages?
    .err()
}

fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn tokens_come_back() {
    let found =
        pages_of(&[seen("page_token", &[])], "", r#"{"files": [{"id": 1}], "nextPageToken": "x"}"#);
    let next =
        NextPage::Token { parameter: "page_token".to_owned(), token: keys(&["nextPageToken"]) };
    assert_eq!(found, Some(Pages { list: keys(&["files"]), next }));
    let found = pages_of(
        &[seen("after", &[])],
        "",
        r#"{"data": [{}], "a": [{}], "paging": {"cursors": {"after": "x"}}}"#,
    );
    let next = NextPage::Token {
        parameter: "after".to_owned(),
        token: keys(&["paging", "cursors", "after"]),
    };
    assert_eq!(found, Some(Pages { list: keys(&["data"]), next }));
    assert_eq!(
        pages_of(
            &[seen("cursor", &[])],
            "",
            r#"{"data": [{}], "next_cursor": "https://example.com/?cursor=x"}"#
        ),
        None,
        "an address"
    );
    assert_eq!(
        pages_of(&[seen("cursor", &[])], "", r#"{"data": [{}], "total": 3}"#),
        None,
        "no next one"
    );
}

#[test]
fn links_count_when_they_say_the_parameter() {
    let query = [sent("page", &["1"])];
    let found = pages_of(&query, "<https://h/x?page=2&q=1>; rel=\"next\"", "[{}]");
    assert_eq!(
        found,
        Some(Pages { list: Vec::new(), next: NextPage::Link { parameter: "page".to_owned() } })
    );
    let found = pages_of(&query, "<https://h/x?p=2>; rel=\"next\"", "[{}]");
    assert_eq!(
        found,
        Some(Pages { list: Vec::new(), next: NextPage::LinkAddress }),
        "it may be another one"
    );
    assert_eq!(pages_of(&query, "<https://h/x?page=0>; rel=\"prev\"", "[{}]"), None);
}

#[test]
fn numbers_need_a_size_or_a_total() {
    let page = |first, size: Option<&str>| NextPage::Page {
        parameter: "page".to_owned(),
        first,
        size: size.map(str::to_owned),
    };
    let found = pages_of(
        &[sent("page", &["0"]), sent("pageSize", &["20"])],
        "",
        r#"{"content": [], "x": 1}"#,
    );
    assert_eq!(found, Some(Pages { list: keys(&["content"]), next: page(0, Some("pageSize")) }));
    let found = pages_of(&[sent("page", &["1"])], "", r#"{"result": {"users": [{}]}, "total": 9}"#);
    assert_eq!(found, Some(Pages { list: keys(&["result", "users"]), next: page(1, None) }));
    assert_eq!(pages_of(&[sent("page", &["1"])], "", r#"{"users": [{}]}"#), None);
    assert_eq!(
        pages_of(&[sent("page", &["home"]), sent("limit", &["20"])], "", "[{}]"),
        None,
        "a text"
    );
    let next = NextPage::Offset { parameter: "offset".to_owned(), size: "limit".to_owned() };
    assert_eq!(
        pages_of(&[sent("offset", &["0"]), sent("limit", &["20"])], "", "[{}]"),
        Some(Pages { list: Vec::new(), next })
    );
}

#[test]
fn which_list_has_to_be_clear() {
    let query = [sent("page", &["1"]), sent("limit", &["20"])];
    assert_eq!(pages_of(&query, "", r#"{"users": [{}], "groups": [{}]}"#), None);
    assert_eq!(
        pages_of(&query, "", r#"{"users": [{}], "tags": ["a"]}"#).map(|pages| pages.list),
        Some(keys(&["users"]))
    );
    assert_eq!(pages_of(&query, "", r#"{"name": "x"}"#), None);
}

fn address_of(body: &str) -> Option<Vec<String>> {
    let path = vec![PathPiece::Text("/v1/users".to_owned())];
    let answers = vec![answer(AnswerClass::Success, Some(200), "application/json", body)];
    let found =
        inferred(Endpoint { method: "GET".to_owned(), path, answers, ..Endpoint::default() })
            .pages?
            .ok()?;
    match found.next {
        NextPage::Address { keys } => Some(keys),
        _ => None,
    }
}

#[test]
fn answers_say_where_the_next_page_is() {
    let found = |keys: &[&str]| Some(keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>());
    assert_eq!(
        address_of(r#"{"users": [{}], "next_page_uri": "/v1/users?page=2"}"#),
        found(&["next_page_uri"])
    );
    assert_eq!(
        address_of(r#"{"users": [{}], "next_page_uri": null}"#),
        found(&["next_page_uri"]),
        "its name is enough"
    );
    assert_eq!(
        address_of(r#"{"value": [{}], "@odata.nextLink": "https://h/x?$skiptoken=1"}"#),
        found(&["@odata.nextLink"])
    );
    assert_eq!(
        address_of(r#"{"data": [{}], "links": {"next": {"href": "https://h/x?p=2"}}}"#),
        found(&["links", "next", "href"])
    );
    assert_eq!(
        address_of(r#"{"data": [{}], "_links": {"next": "https://h/x?p=2"}}"#),
        found(&["_links", "next"])
    );
    assert_eq!(
        address_of(r#"{"data": [{}], "paging": {"next": "https://h/x?after=2"}}"#),
        found(&["paging", "next"])
    );
    assert_eq!(
        address_of(r#"{"data": [{}], "nextUri": "<string>"}"#),
        found(&["nextUri"]),
        "for want of a better way"
    );
    assert_eq!(address_of(r#"{"data": [{}], "next": null}"#), None, "it may be a token");
    assert_eq!(address_of(r#"{"data": [{}], "next": "b2"}"#), None, "a token");
    assert_eq!(
        address_of(r#"{"data": [{}], "nextUri": "/users?start=2"}"#),
        None,
        "a path that begins elsewhere"
    );
}

#[test]
fn a_link_to_any_address_will_do() {
    let found = pages_of(&[], "<https://h/x?since=2>; rel=\"next\"", "[{}]");
    assert_eq!(found, Some(Pages { list: Vec::new(), next: NextPage::LinkAddress }));
    assert_eq!(pages_of(&[], "<https://h/x?since=2>; rel=\"prev\"", "[{}]"), None);
}

#[test]
fn answers_name_the_next_offset() {
    let found = pages_of(
        &[sent("start", &["0"])],
        "",
        r#"{"data": [{}], "additional": {"pagination": {"next_start": 100}}}"#,
    );
    let next = NextPage::Token {
        parameter: "start".to_owned(),
        token: keys(&["additional", "pagination", "next_start"]),
    };
    assert_eq!(found, Some(Pages { list: keys(&["data"]), next }));
    let found = pages_of(
        &[sent("start_position", &["0"]), sent("count", &["10"])],
        "",
        r#"{"users": [{}], "nextUri": "x"}"#,
    );
    let next =
        NextPage::Offset { parameter: "start_position".to_owned(), size: "count".to_owned() };
    assert_eq!(found, Some(Pages { list: keys(&["users"]), next }));
}

#[test]
fn what_is_missing_is_said() {
    assert_eq!(
        reason(&[seen("cursor", &[])], r#"{"data": [{}], "total": 3}"#),
        Some(NoPages::NoNext)
    );
    assert_eq!(
        reason(
            &[sent("page", &["1"]), sent("limit", &["9"])],
            r#"{"users": [{}], "groups": [{}]}"#
        ),
        Some(NoPages::NoList)
    );
    assert_eq!(reason(&[sent("page", &["1"])], "down"), Some(NoPages::NoAnswer));
    assert_eq!(reason(&[sent("q", &["1"])], r#"{"users": [{}]}"#), None, "nothing asks for a page");
}
