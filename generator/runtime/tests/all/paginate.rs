//! Pages of a list, served on loopback.

use crate::runtime::paginate::{following_offset, following_page, linked, next_link};
use crate::runtime::{
    Api, AuthSpec, BuildError, Client, Credential, DecodeError, Endpoint, Error, ErrorKind,
    HeaderMap, Paginate, RawResponse, RequestBuilder, Scheme, ServerSpec, StatusCode, Text, fields,
    operation, paged,
};
use crate::server::{Seen, Server, answer};

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] =
        &[AuthSpec { name: "bearer_token", scheme: Scheme::Bearer, settings: &[] }];
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Page {
    names: Vec<String>,
    next: Option<String>,
}
fields!(Page { names, next });

#[derive(Debug, Clone, Default)]
struct List {
    cursor: Option<Text>,
}

impl Endpoint for List {
    type Api = Demo;
    type Output = Page;
    operation!(GET "/names", "List");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/names")?;
        request.query("cursor", &self.cursor)
    }

    fn read(response: &RawResponse) -> Result<Page, DecodeError> {
        response.json()
    }
}

paged!(List, String, list(.names), mark(cursor into Text, .next?));

fn client(server: &Server) -> Client<Demo> {
    Client::builder().base_url(server.url()).build().unwrap()
}

/// The same list, with the address of the next page in its responses.
#[derive(Debug, Clone, Default)]
struct Linked;

impl Endpoint for Linked {
    type Api = Demo;
    type Output = Page;
    operation!(GET "/names", "Linked"; auth(0));

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/names")?;
        request.header("X-Private", &"hush")
    }
}

paged!(Linked, String, list(.names), address(.next?));

/// Collects the items of all pages from a server with this path.
async fn linked_names(server: &Server, path: &str) -> Result<Vec<String>, Error> {
    let client = Client::builder()
        .base_url(format!("{}{path}", server.url()))
        .credential(0, Credential::bearer("hush"))
        .build()?;
    let mut items = Linked.items(&client);
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        names.push(item?);
    }
    Ok(names)
}

#[tokio::test]
async fn addresses_are_followed() {
    let server = Server::start(|seen: &Seen| match seen.line.as_str() {
        "GET /v1/names HTTP/1.1" => page(r#""a""#, r#""/names?p=2&q=a%2Fb""#),
        "GET /v1/names?p=2&q=a%2Fb HTTP/1.1" => page(r#""b""#, r#""/v1/names?p=3""#),
        "GET /v1/names?p=3 HTTP/1.1" => page(r#""c""#, r#""?p=4""#),
        "GET /v1/names?p=4 HTTP/1.1" => page(r#""d""#, r#""names?p=2&q=a%2Fb""#),
        other => answer("404 Not Found", "", other),
    });
    let names = linked_names(&server, "/v1").await.unwrap();
    assert_eq!(names, ["a", "b", "c", "d", "b"], "an address that came before is the end");
    assert!(server.seen().iter().all(|seen| seen.header("authorization") == Some("Bearer hush")
        && seen.header("x-private").is_some()));
}

#[tokio::test]
async fn credentials_do_not_go_where_an_address_leads() {
    let other = Server::start(|_: &Seen| page(r#""b""#, "null"));
    let elsewhere = format!(r#""{}/names?p=2""#, other.url());
    let server = Server::start(move |_: &Seen| page(r#""a""#, &elsewhere));
    assert_eq!(linked_names(&server, "").await.unwrap(), ["a", "b"]);
    let seen = &other.seen()[0];
    assert_eq!(
        (seen.line.as_str(), seen.header("authorization"), seen.header("x-private")),
        ("GET /names?p=2 HTTP/1.1", None, None)
    );
    assert!(seen.headers.iter().all(|(_, value)| !value.contains("hush")));
}

#[tokio::test]
async fn addresses_that_are_none_are_errors() {
    for address in ["ftp://h.test/x", "http://:0:0/"] {
        let server = Server::start(move |_: &Seen| page(r#""a""#, &format!("\"{address}\"")));
        let error = linked_names(&server, "").await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Build(BuildError::Url { .. })), "{error}");
        assert_eq!(server.seen().len(), 1);
    }
}

/// Collects all items, and the error that ended them.
async fn all(server: &Server) -> (Vec<String>, Option<Error>) {
    let mut items = List::default().items(&client(server));
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(name) => names.push(name),
            Err(error) => {
                assert!(items.next().await.is_none(), "an error is the end");
                return (names, Some(error));
            }
        }
    }
    (names, None)
}

fn page(names: &str, next: &str) -> String {
    answer(
        "200 OK",
        "Content-Type: application/json\r\n",
        &format!(r#"{{"names":[{names}],"next":{next}}}"#),
    )
}

#[tokio::test]
async fn items_go_on_until_the_token_is_empty() {
    let server = Server::start(|seen: &Seen| match seen.line.as_str() {
        "GET /names HTTP/1.1" => page(r#""a","b""#, r#""t 1""#),
        "GET /names?cursor=t%201 HTTP/1.1" => page("", r#""t2""#),
        _ => page(r#""c""#, r#""""#),
    });
    let (names, error) = all(&server).await;
    assert_eq!(
        (names, error.is_none()),
        (vec!["a".to_owned(), "b".to_owned(), "c".to_owned()], true)
    );
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn a_token_that_comes_again_is_the_end() {
    let server = Server::start(|seen: &Seen| {
        page(r#""x""#, if seen.line.contains("=one ") { r#""two""# } else { r#""one""# })
    });
    let (names, error) = all(&server).await;
    assert_eq!(
        (names.len(), error.is_none()),
        (3, true),
        "the first page, `one`, `two`, and not `one` again"
    );
}

#[tokio::test]
async fn an_error_is_the_end() {
    let server = Server::start(|seen: &Seen| match seen.line.contains("cursor") {
        false => page(r#""a""#, r#""t""#),
        true => answer("403 Forbidden", "", ""),
    });
    let (names, error) = all(&server).await;
    assert_eq!(names, ["a"]);
    assert_eq!(error.and_then(|error| error.status()), Some(StatusCode::FORBIDDEN));
}

#[cfg(feature = "blocking")]
#[test]
fn pages_without_async() {
    let server = Server::start(|seen: &Seen| {
        page(r#""a""#, if seen.line.contains("cursor") { "null" } else { r#""t""# })
    });
    let client = Client::<Demo>::builder().base_url(server.url()).build_blocking().unwrap();
    let pages: Vec<Page> = client.pages(&List::default()).collect::<Result<_, _>>().unwrap();
    assert_eq!(
        pages.iter().map(|page| page.next.as_deref()).collect::<Vec<_>>(),
        [Some("t"), None]
    );
    assert_eq!(client.items(&List::default()).count(), 2);
}

#[test]
fn counted_pages_end_with_a_short_one() {
    assert_eq!(following_page(None, 1, 20, None), Some(2));
    assert_eq!(following_page(Some(0), 1, 20, Some(20)), Some(1));
    assert_eq!(following_page(Some(2), 1, 19, Some(20)), None);
    assert_eq!(following_page(Some(2), 1, 0, None), None);
    assert_eq!(following_page(Some(i64::MAX), 1, 1, None), None);
    assert_eq!(following_offset(None, 25, Some(25)), Some(25));
    assert_eq!(following_offset(Some(25), 5, Some(25)), None);
    assert_eq!(following_offset(Some(25), 5, None), Some(30));
}

#[test]
fn links_lead_to_the_next_page() {
    let headers = |values: &[&'static str]| {
        let values =
            values.iter().map(|value| (http::header::LINK, http::HeaderValue::from_static(value)));
        values.collect::<HeaderMap>()
    };
    let both = headers(&[
        "<https://h/x?page=1>; rel=\"prev\", <https://h/x?a=1,2&page=3#f>; title=x; rel=\"last next\", </y>; rel=first",
    ]);
    assert_eq!(linked(&both, "page").as_deref(), Some("3"));
    assert_eq!(next_link(&both).as_deref(), Some("https://h/x?a=1,2&page=3#f"));
    assert_eq!(linked(&both, "cursor"), None);
    assert_eq!(
        linked(&headers(&["<?page=1>; rel=prev", "<?after=a%2Bb+c>; rel=next"]), "after")
            .as_deref(),
        Some("a+b c")
    );
    assert_eq!(linked(&headers(&["<?page=1>; rel=prev"]), "page"), None);
    assert_eq!(linked(&HeaderMap::new(), "page"), None);
}
