use serde_json::{Value, json};

use super::{api_of, endpoint, path_parameters, resolve_all, saved, url, wire};

/// What is sent for a URL.
fn sent(url: Value) -> String {
    let api = api_of(json!({"url": url}));
    wire::target(&api, &api.endpoints[0])
}

#[test]
fn raw_counts_only_without_a_host_in_the_parts() {
    assert_eq!(
        sent(url(json!({"raw": "http://raw.test/raw", "path": ["parts"]}))),
        "http://h.test/parts"
    );
    assert_eq!(sent(json!({"raw": "http://h.test/only?a=b"})), "http://h.test/only?a=b");
    let parts = json!({"raw": "https://{{root}}/raw", "protocol": "https", "path": ["parts"]});
    assert_eq!(sent(parts), "https://{{root}}/parts");
}

#[test]
fn path_variables() {
    let one = |segment: &str, entry: Value| {
        sent(url(json!({"path": ["u", segment, "z"], "variable": [entry]})))
    };
    assert_eq!(one(":id", json!({"key": "id", "value": "a b"})), "http://h.test/u/a%20b/z");
    assert_eq!(one(":id", json!({"key": "id", "value": "a?b=c d"})), "http://h.test/u/a?b=c%20d/z");
    assert_eq!(one(":id", json!({"key": "id", "value": "a#b"})), "http://h.test/u/a");
    assert_eq!(one(":id.json", json!({"key": "id", "value": "v"})), "http://h.test/u/v.json/z");
    assert_eq!(one(":id:cancel", json!({"key": "id:cancel", "value": "w"})), "http://h.test/u/w/z");
    for entry in [
        json!({"key": "id", "value": ""}),
        json!({"key": "id", "value": 5}),
        json!({"key": "id", "value": "5", "type": "number"}),
        json!({}),
    ] {
        assert_eq!(one(":id", entry), "http://h.test/u/:id/z");
    }
    assert_eq!(
        one(":id", json!({"key": "id", "value": 5, "type": "string"})),
        "http://h.test/u/5/z"
    );
    assert_eq!(one("x:id", json!({"key": "id", "value": "v"})), "http://h.test/u/x:id/z");
}

#[test]
fn an_unset_path_variable_is_open() {
    let endpoint = endpoint(json!({"url": "http://h.test/a/:id/b?c=:id"}));
    let [id] = path_parameters(&endpoint)[..] else { panic!("one parameter") };
    assert_eq!(saved(id), [Some(":id")]);
    assert!(id.open && id.samples.is_empty());
    assert_eq!(endpoint.url, "http://h.test/a/:id/b?c=:id");
}

#[test]
fn variables_in_the_path_are_parameters() {
    let endpoint =
        endpoint(json!({"url": "{{base}}/Users('{{word}}')/{{odd}}-{{nope}}/{{$guid}}"}));
    let names: Vec<&str> =
        path_parameters(&endpoint).iter().map(|parameter| parameter.name.as_str()).collect();
    assert_eq!(names, ["word", "odd", "nope", "guid"]);
    let samples: Vec<bool> =
        path_parameters(&endpoint).iter().map(|parameter| parameter.open).collect();
    assert_eq!(samples, [false, false, true, false]);
    assert_eq!(path_parameters(&endpoint)[0].samples, ["dv"]);
}

#[test]
fn path_texts_stay_as_they_are() {
    let path = |segments: Value| sent(url(json!({"path": segments})));
    assert_eq!(path(json!(["a", "", "", "b", ""])), "http://h.test/a///b/");
    assert_eq!(path(json!(["a", ".", "b", "..", "50%", "ä"])), "http://h.test/a/./b/../50%/%C3%A4");
    assert_eq!(path(json!(["a?b=1&c", "d"])), "http://h.test/a?b=1&c/d");
    assert_eq!(path(json!(["a#b", "c"])), "http://h.test/a");
    assert_eq!(path(json!("/a b/c")), "http://h.test/a%20b/c");
    assert_eq!(path(json!([])), "http://h.test/");
    assert_eq!(sent(json!("http:\\\\h.test\\a\\b")), "http://h.test/a/b");
}

#[test]
fn servers_are_what_stands_before_the_path() {
    let urls = [
        "{{base}}/a",
        "https://{{host}}.test:8080/a?b=1",
        "H.test/b",
        "{{base}}/c",
        "http://u:p@h.test",
        "{{base}}{{word}}/x",
    ];
    let items: Vec<Value> = urls.iter().map(|url| json!({"name": "r", "request": url})).collect();
    let (api, _) = resolve_all(json!({"item": items, "variable": super::variables()}));
    let servers: Vec<(&str, Option<&str>)> = api
        .servers
        .iter()
        .filter(|server| server.role != crate::api::ServerRole::Part)
        .map(|server| (server.template.0.as_str(), server.address.as_deref()))
        .collect();
    let expected = [
        ("{{base}}", Some("http://h.test/v1")),
        ("https://{{host}}.test:8080", None),
        ("http://h.test", Some("http://h.test")),
        ("{{base}}{{word}}", Some("http://h.test/v1dv")),
    ];
    assert_eq!(servers, expected);
    let positions: Vec<usize> = api.endpoints.iter().map(|endpoint| endpoint.server).collect();
    assert_eq!(positions, [0, 1, 2, 0, 2, 3]);
}

#[test]
fn the_server_of_most_requests_is_first() {
    let items: Vec<Value> = ["http://a.test/x", "{{u}}/x", "{{u}}/y", "http://b.test"]
        .iter()
        .map(|url| json!({"name": "r", "request": url}))
        .collect();
    let (api, _) = resolve_all(json!({"item": items}));
    let servers: Vec<&str> = api.servers.iter().map(|server| server.template.0.as_str()).collect();
    assert_eq!(servers, ["{{u}}", "http://a.test", "http://b.test"]);
    assert_eq!(
        api.endpoints.iter().map(|endpoint| endpoint.server).collect::<Vec<_>>(),
        [1, 0, 0, 2]
    );
}

#[test]
fn queries() {
    let query = |entries: Value| sent(url(json!({"path": ["q"], "query": entries})));
    assert_eq!(query(json!([{"key": "a b", "value": "c&d#e"}])), "http://h.test/q?a%20b=c%26d%23e");
    assert_eq!(
        query(json!([{"key": "a", "value": "{{odd}}"}, {"key": "b", "value": "2"}])),
        "http://h.test/q?a=a%20b/c?d=e&f"
    );
    assert_eq!(
        query(json!([{"key": "a"}, {"key": "b", "value": ""}, {"key": "c", "value": 5}])),
        "http://h.test/q?a&b=&c"
    );
    assert_eq!(
        query(json!([{"key": null, "value": null}, {"key": "b", "value": "1"}])),
        "http://h.test/q?&b=1"
    );
    assert_eq!(query(json!([{"key": "", "value": null}])), "http://h.test/q?");
    assert_eq!(query(json!([{"key": "a", "value": "1", "disabled": true}])), "http://h.test/q");
    assert_eq!(
        sent(json!("http://h.test/q?a b=c&e&f=&=g&&h=i#frag")),
        "http://h.test/q?a%20b=c&e&f=&=g&&h=i"
    );
    assert_eq!(sent(json!("http://h.test/q?")), "http://h.test/q?");
}

#[test]
fn query_parameters_keep_their_order() {
    let query = json!([{"key": "a", "value": "1"}, {"key": "x", "value": "8", "disabled": true}, {"key": "a", "value": "2"},
        {"key": "b", "value": "{{word}}"}, {"key": "a", "value": "3"}, {"key": "b", "value": "9", "disabled": true}]);
    let endpoint = endpoint(json!({"url": url(json!({"query": query}))}));
    let found: Vec<(&str, usize, Vec<&str>)> = endpoint
        .query
        .iter()
        .map(|parameter| {
            (
                parameter.name.as_str(),
                parameter.saved.len(),
                parameter.samples.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("a", 2, vec!["1", "2"]),
            ("x", 0, vec!["8"]),
            ("b", 1, vec!["dv", "9"]),
            ("a", 1, vec!["3"])
        ]
    );
}

#[test]
fn addresses_that_are_none_are_told() {
    let told = |value: &str| {
        let item =
            json!({"name": "r", "request": {"url": {"host": ["{{baseUrl}}"], "path": ["a"]}}});
        let (_, diagnostics) =
            resolve_all(json!({"item": [item], "variable": [{"key": "baseUrl", "value": value}]}));
        diagnostics.iter().any(|diagnostic| diagnostic.kind.code() == "bad-address")
    };
    assert!(told("http://https:://h.test") && told("http://h.test:port"));
    assert!(!told("http://h.test:80/v1") && !told("h.test") && !told("http://münchen.test"));
}

/// What a variable brings into a query keeps its meaning, in a key too.
#[test]
fn delimiters_in_a_key_come_from_variables() {
    let sent = |key: &str| {
        let url = json!({"host": ["h.test"], "query": [{"key": key, "value": null}]});
        let (api, _) = resolve_all(
            json!({"item": [{"name": "r", "request": {"url": url}}], "variable": [{"key": "all", "value": "a=1&b=x y"}]}),
        );
        wire::target(&api, &api.endpoints[0])
    };
    assert!(
        sent("{{all}}").ends_with("?a=1&b=x%20y")
            && sent("q&{{all}}").ends_with("?q%26a=1&b=x%20y")
            && sent("a=1").ends_with("?a%3D1")
    );
}
