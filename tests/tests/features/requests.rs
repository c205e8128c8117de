//! What is sent.

use features_client::bodies::graphql_query::GraphqlQueryVariables;
use features_client::bodies::upload_chart::{ChartMeta, UploadChartKind};
use features_client::bodies::{
    EmptyForm, GraphqlQuery, LogIn, SendFile, UploadChart, UploadPhotographs, XmlWithVariables,
};
use features_client::hosts::{HostInPieces, LiteralHost, UrlAsText};
use features_client::lighthouses::create_lighthouse::CreateLighthouseBody;
use features_client::lighthouses::{CreateLighthouse, GetLighthouseCard, ListLighthouses};
use features_client::models::LatLon;
use features_client::queries_and_paths::QueryValues;
use features_client::{Client, Endpoint, Environment, File, Raw, Text};
use serde_json::{Value, json};
use tests::{Received, Server};

use super::client;

/// What is sent for an endpoint, whatever comes back.
async fn sent(endpoint: impl Endpoint<Api = features_client::Features>) -> Received {
    let server = Server::replying([]);
    // That `{}` may not be what is documented does not matter here.
    let _ = endpoint.send(&client(&server)).await;
    server.one()
}

#[tokio::test]
async fn a_query_holds_what_is_set() {
    assert_eq!(sent(ListLighthouses::new()).await.target, "/lighthouses");
    let some = ListLighthouses::new().page(2).status("dark").min_height(1.5).historic(false);
    assert_eq!(
        sent(some).await.target,
        "/lighthouses?page=2&status=dark&min_height=1.5&historic=false"
    );
}

#[tokio::test]
async fn query_values_of_every_kind() {
    let position = LatLon::new().lat(58.1);
    let query = QueryValues::new()
        .plain("a b&c=d#e+f")
        .twice([1, 2, 3])
        .empty_value("")
        .bare(Text::bare())
        .filter_height_gt(20);
    let target = sent(query.json(position)).await.target;
    let (path, query) = target.split_once('?').expect("a query");
    let wanted = [
        "plain=a%20b%26c%3Dd%23e%2Bf",
        "twice=1",
        "twice=2",
        "twice=3",
        "empty=",
        "bare",
        "filter[height][gt]=20",
    ];
    let pairs: Vec<&str> = query.split('&').collect();
    assert_eq!((path, &pairs[..7]), ("/query", &wanted[..]));
    assert_eq!(pairs[7..], ["json={%22lat%22:58.1}"]);
}

#[tokio::test]
async fn brackets_and_partial_segments() {
    let card =
        GetLighthouseCard::new("17/8").fields(["name", "height"]).expand_keeper(Raw::new("a=b"));
    let target = "/lighthouses/17%2F8.json?fields[]=name&fields[]=height&expand[keeper]=a=b";
    assert_eq!(sent(card).await.target, target);
}

#[tokio::test]
async fn a_urlencoded_form_keeps_its_order() {
    let received = sent(
        LogIn::new().note("").scope(["write & more", "read=1"]).grant_type("pass word").user("ü+"),
    )
    .await;
    assert_eq!(
        received.text(),
        "grant%20type=pass%20word&user=%C3%BC%2B&scope=write%20%26%20more&scope=read%3D1&note="
    );
    assert_eq!(received.header("content-type"), Some("application/x-www-form-urlencoded"));
}

#[tokio::test]
async fn an_empty_form_is_no_body() {
    let received = sent(EmptyForm::new()).await;
    assert_eq!((received.text(), received.header("content-type")), ("", None));
}

#[tokio::test]
async fn a_json_body_is_a_struct_and_a_header_may_be_repeated() {
    let position = LatLon::new().lat(58.1234).lon(-6.25);
    let body = CreateLighthouseBody::new()
        .name("Skerry \"Point\"")
        .height(32.0)
        .built("1871-06-02")
        .position(position);
    let received =
        sent(CreateLighthouse::new(body).idempotency_key("k-1").x_trace(["a", "b"])).await;
    let wanted = json!({"name": "Skerry \"Point\"", "height": 32.0, "built": "1871-06-02", "position": {"lat": 58.1234, "lon": -6.25}});
    assert_eq!(serde_json::from_str::<Value>(received.text()).expect("JSON"), wanted);
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(received.header_values("x-trace"), ["a", "b"]);
    assert_eq!(
        (received.header("idempotency-key"), received.header("x-debug")),
        (Some("k-1"), None)
    );
}

#[tokio::test]
async fn an_argument_cannot_end_a_header() {
    let server = Server::replying([]);
    let endpoint = UrlAsText::new("north").x_unit("m\r\nX-Evil: 1");
    let error = endpoint.send(&client(&server)).await.expect_err("refused");
    assert!(error.to_string().contains("X-Unit"), "{error}");
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn what_fills_a_hole_in_xml_is_escaped() {
    let received = sent(XmlWithVariables::new("\"/><evil", "NW & 7 <8>")).await;
    let wanted = "<report station=\"&quot;/&gt;&lt;evil\"><wind>NW &amp; 7 &lt;8&gt;</wind><note>calm &amp; clear</note></report>";
    assert_eq!(received.text().lines().nth(1), Some(wanted));
    assert_eq!(received.header("content-type"), Some("application/xml"));
}

#[tokio::test]
async fn graphql_variables_are_a_struct() {
    let received = sent(GraphqlQuery::new(GraphqlQueryVariables::new("DARK").first(3))).await;
    let body: Value = serde_json::from_str(received.text()).expect("JSON");
    assert_eq!(
        (&body["operationName"], &body["variables"]),
        (&json!("Lit"), &json!({"status": "DARK", "first": 3}))
    );
    assert!(
        body["query"].as_str().is_some_and(|query| query.starts_with("query Lit($status")),
        "{body}"
    );
}

#[tokio::test]
async fn files_stand_in_forms() {
    let chart = File::bytes("a \"b\".svg", b"<svg/>".to_vec());
    let meta = ChartMeta::new().scale(25000).depths([3.5]);
    let upload =
        UploadChart::new().title("North").meta(meta).kind(UploadChartKind::Aerial).chart(chart);
    let received = sent(upload).await;
    for wanted in [
        "name=\"title\"\r\n\r\nNorth\r\n",
        "name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"scale\":25000,\"depths\":[3.5]}\r\n",
        "name=\"kind\"\r\n\r\naerial\r\n",
        "name=\"chart\"; filename=\"a %22b%22.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n<svg/>\r\n",
    ] {
        assert!(received.text().contains(wanted), "{wanted:?} in {:?}", received.text());
    }
    let photographs = ["a", "b"].map(|name| File::bytes(name, name.as_bytes().to_vec()));
    let received = sent(UploadPhotographs::new().photo(photographs)).await;
    assert_eq!(received.text().matches("name=\"photo\"").count(), 2);
}

#[tokio::test]
async fn a_file_is_a_body() {
    let path = tests::golden::folder().join("collections/files/chart.svg");
    let received = sent(SendFile::new(9007199254740993, File::path(path.clone()))).await;
    assert_eq!(received.body, std::fs::read(path).expect("the chart"));
    assert_eq!(received.target, "/charts/9007199254740993/image");
    assert_eq!(received.header("content-type"), Some("image/svg+xml"));
}

#[tokio::test]
async fn each_host_has_its_own_setting() {
    let (main, status, tides) = (Server::replying([]), Server::replying([]), Server::replying([]));
    let builder = Client::builder().base_url(main.url()).status_url(status.url());
    let client = builder.lighthouse_url(tides.url()).build().expect("a client");
    LiteralHost::new().send(&client).await.expect("a success");
    let _ = HostInPieces::new().send(&client).await;
    assert_eq!(status.one().target, "/status");
    assert_eq!(tides.one().target, "/tides//today/");
    assert!(main.received().is_empty());
}

#[test]
fn an_environment_sets_every_address() {
    let client = Client::builder()
        .environment(Environment::LighthouseInvented)
        .base_url("http://localhost:1")
        .build()
        .expect("a client");
    let pieces = client.request(&HostInPieces::new()).expect("a request");
    assert_eq!(pieces.uri(), "http://north.lighthouse.example:8080/tides//today/");
    let list = client.request(&ListLighthouses::new()).expect("a request");
    assert_eq!(list.uri(), "http://localhost:1/lighthouses", "what is set later counts");
}
