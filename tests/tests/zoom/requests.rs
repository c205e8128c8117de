//! What is sent.

use generated_client::im_groups::CreateImDirectoryGroup;
use generated_client::im_groups::create_im_directory_group::CreateImDirectoryGroupType;
use generated_client::pac::ListUserPacAccounts;
use generated_client::runtime::{ErrorKind, Raw};
use generated_client::tsp::AddUserTspAccount;
use generated_client::tsp::add_user_tsp_account::{DialInNumber, TspBridge};
use generated_client::users::CreateUsers;
use generated_client::users::create_users::{Action, UserInfo};
use generated_client::{Client, Endpoint};
use tests::{Reply, Server};

use super::{client, part, parts};

#[tokio::test]
async fn a_path_variable_stands_in_its_place() {
    let server = Server::replying([]);
    ListUserPacAccounts::new("me").send(&client(&server)).await.expect("a success");
    let received = server.one();
    assert_eq!((received.method.as_str(), received.target.as_str()), ("GET", "/users/me/pac"));
    assert_eq!(received.text(), "");
    assert_eq!(received.header("content-type"), None);
}

#[tokio::test]
async fn an_argument_stays_one_path_segment() {
    let server = Server::replying([]);
    let zoom = client(&server);
    for user in ["../x?y#z", "quis officia", "100%", "a/b", "ü"] {
        ListUserPacAccounts::new(user).send(&zoom).await.expect("a success");
    }
    let targets: Vec<String> =
        server.received().into_iter().map(|received| received.target).collect();
    let wanted = ["..%2Fx%3Fy%23z", "quis%20officia", "100%25", "a%2Fb", "%C3%BC"];
    assert_eq!(targets, wanted.map(|user| format!("/users/{user}/pac")));
}

#[tokio::test]
async fn a_raw_argument_may_be_several_segments() {
    let server = Server::replying([]);
    ListUserPacAccounts::new(Raw::new("a/b c")).send(&client(&server)).await.expect("a success");
    assert_eq!(server.one().target, "/users/a/b%20c/pac");
}

#[tokio::test]
async fn an_argument_that_transports_would_drop_is_refused() {
    let server = Server::replying([]);
    let zoom = client(&server);
    for user in ["", ".", "..", "%2e%2E"] {
        let endpoint = ListUserPacAccounts::new(user);
        let error = match endpoint.send(&zoom).await {
            // An escape is data: it is escaped once more, and means nothing.
            Ok(_) if user == "%2e%2E" => continue,
            outcome => outcome.expect_err("refused"),
        };
        assert!(matches!(error.kind(), ErrorKind::Build(_)), "{error:?}");
        assert!(error.to_string().contains("userId"), "{error}");
        assert!(endpoint.request().is_err());
    }
    let targets: Vec<String> =
        server.received().into_iter().map(|received| received.target).collect();
    assert_eq!(targets, ["/users/%252e%252E/pac"]);
}

#[tokio::test]
async fn a_form_is_sent_field_by_field() {
    let server = Server::replying([Reply::json(201, "{}")]);
    let group = CreateImDirectoryGroup::new()
        .name("Excepteur & proident=in")
        .r#type(CreateImDirectoryGroupType::Normal)
        .search_by_domain(false)
        .search_by_account(true)
        .search_by_ma_account(false);
    group.send(&client(&server)).await.expect("a success");
    let received = server.one();
    assert_eq!((received.method.as_str(), received.target.as_str()), ("POST", "/im/groups"));
    let wanted = [
        part("name", "Excepteur & proident=in"),
        part("type", "normal"),
        part("search_by_domain", "false"),
        part("search_by_account", "true"),
        part("search_by_ma_account", "false"),
    ];
    assert_eq!(parts(&received), wanted);
}

#[tokio::test]
async fn fields_that_are_not_set_are_not_sent() {
    let server = Server::replying([]);
    let zoom = client(&server);
    CreateImDirectoryGroup::new()
        .r#type("secret")
        .search_by_account(false)
        .send(&zoom)
        .await
        .expect("a success");
    CreateImDirectoryGroup::new().send(&zoom).await.expect("a success");
    let received = server.received();
    assert_eq!(parts(&received[0]), [part("type", "secret"), part("search_by_account", "false")]);
    assert_eq!((received[1].text(), received[1].header("content-type")), ("", None));
}

#[tokio::test]
async fn json_in_a_form_field_is_a_struct() {
    let server = Server::replying([Reply::json(201, "{}")]);
    let info = UserInfo::new()
        .email("ada@example.org")
        .r#type(1)
        .first_name("Ada")
        .last_name("\"L\" & co");
    CreateUsers::new(Action::SsoCreate)
        .user_info(info)
        .send(&client(&server))
        .await
        .expect("a success");
    let json =
        r#"{"email":"ada@example.org","type":1,"first_name":"Ada","last_name":"\"L\" & co"}"#;
    assert_eq!(parts(&server.one()), [part("action", "ssoCreate"), part("user_info", json)]);
}

#[tokio::test]
async fn blanks_at_the_end_and_lists_of_structs_are_kept() {
    let server = Server::replying([Reply::json(201, "{}")]);
    let account = AddUserTspAccount::new("me", "dolore elit ", "ipsu")
        .dial_in_numbers(vec![DialInNumber::new().code("sin").r#type("toll").country_label("")])
        .tsp_bridge(TspBridge::EuTspTb);
    account.send(&client(&server)).await.expect("a success");
    let received = server.one();
    assert_eq!(received.target, "/users/me/tsp");
    let wanted = [
        part("conference_code", "dolore elit "),
        part("leader_pin", "ipsu"),
        part("dial_in_numbers", r#"[{"code":"sin","type":"toll","country_label":""}]"#),
        part("tsp_bridge", "EU_TSP_TB"),
    ];
    assert_eq!(parts(&received), wanted);
}

#[test]
fn enums_keep_what_they_do_not_know() {
    assert_eq!(Action::from("custCreate"), Action::CustCreate);
    assert_eq!(Action::from("teleport"), Action::Other("teleport".into()));
    assert_eq!(Action::from("teleport").as_str(), "teleport");
    assert_eq!(
        [TspBridge::UsTspTb, TspBridge::EuTspTb].map(|bridge| bridge.to_string()),
        ["US_TSP_TB", "EU_TSP_TB"]
    );
    assert_eq!(
        CreateImDirectoryGroupType::from("restricted"),
        CreateImDirectoryGroupType::Restricted
    );
}

#[tokio::test]
async fn the_token_is_sent_and_never_shown() {
    let server = Server::replying([Reply::status(404)]);
    let zoom = client(&server);
    let error = ListUserPacAccounts::new("me").send(&zoom).await.expect_err("not found");
    assert_eq!(server.one().header("authorization"), Some("Bearer a-secret-token"));
    let builder = Client::builder().bearer_token("a-secret-token");
    for shown in
        [format!("{zoom:?}"), format!("{builder:?}"), format!("{error:?}"), error.to_string()]
    {
        assert!(!shown.contains("a-secret-token"), "{shown}");
    }
}

#[tokio::test]
async fn without_a_token_none_is_sent() {
    let server = Server::replying([]);
    let zoom = Client::builder().base_url(server.url()).build().expect("a client");
    ListUserPacAccounts::new("me").send(&zoom).await.expect("a success");
    assert_eq!(server.one().header("authorization"), None);
}

#[tokio::test]
async fn the_base_url_is_that_of_the_collection_unless_another_is_set() {
    let request = ListUserPacAccounts::new("me").request().expect("a request");
    assert_eq!(request.uri(), "https://api.zoom.us/v2/users/me/pac");
    let server = Server::replying([]);
    let zoom = Client::builder().base_url(server.url() + "/eu/v3/").build().expect("a client");
    ListUserPacAccounts::new("me").send(&zoom).await.expect("a success");
    assert_eq!(server.one().target, "/eu/v3/users/me/pac");
}
