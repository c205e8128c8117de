//! What the files of a v3 collection mean.

use generator::postman::{Auth, Item};
use serde_json::{Value, json};

use crate::support::{codes, files, outline, parts, query, request, shown};

#[test]
fn a_request_in_full() {
    let (item, diagnostics) = request(
        "name: \"Get: one\"\ndescription: |-\n  Gets it.\nurl: \"https://{{host}}:8080/a/:id?x=1#f\"\n\
         method: PATCH\nheaders:\n  A: b\n  N:\nqueryParams:\n  - key: y\n    value: \"2\"\n    disabled: true\n    description: Why.\n\
         pathVariables:\n  id: \"7\"\nsettings:\n  followRedirects: false\n  disabledSystemHeaders:\n    - accept\n\
         scripts:\n  - type: afterResponse\n    code: pm.environment.set('token', 1)\n    language: text/javascript\norder: 1000\n",
    );
    assert_eq!(codes(&diagnostics), Vec::<String>::new());
    assert_eq!(item.name, "Get: one");
    assert!(item.scripts[0].source.contains("token"));
    let disabled = item.behavior.get("disabledSystemHeaders");
    assert_eq!(disabled, Some(&json!({"accept": true})));
    let request = item.request.expect("a request");
    assert_eq!(request.method.as_deref(), Some("PATCH"));
    assert_eq!(request.description.as_deref(), Some("Gets it."));
    assert_eq!(request.headers.iter().map(shown).collect::<Vec<_>>(), ["A=b", "N"]);
    assert_eq!(query(&request), "x=1&[y=2]");
    let url = parts(&request);
    assert_eq!(
        (url.host.as_slice(), url.port.as_deref()),
        (["{{host}}".to_owned()].as_slice(), Some("8080"))
    );
    assert_eq!(url.variables[0].value, Some(json!("7")));
}

#[test]
fn a_file_with_nothing_but_a_url_is_a_get_request_named_after_it() {
    let (item, _) = request("url: h.test\n");
    assert_eq!(item.name, "One");
    assert_eq!(item.request.expect("a request").method.as_deref(), Some("GET"));
    let yml = files(&[("api/Two.request.yml", "\u{feff}$kind: http-request\r\nurl: h.test\r\n")]);
    assert_eq!(outline(&yml.read("api").value.items), "Two");
}

/// The body of a request: mode, then what is in it.
fn body(lines: &str) -> (String, Value) {
    let body = request(&format!("url: h.test\nbody:\n{lines}")).0.request.and_then(|it| it.body);
    let body = body.expect("a body");
    let mode = body.mode.clone().unwrap_or_default();
    let fields = [&body.urlencoded, &body.formdata].into_iter().flatten();
    let fields: Vec<String> = fields.map(shown).collect();
    let value = match mode.as_str() {
        "raw" => json!([body.raw, body.language]),
        "file" => json!(body.file.and_then(|file| file.src)),
        "graphql" => body.graphql.unwrap_or_default(),
        _ => json!(fields),
    };
    (mode, value)
}

#[test]
fn bodies_of_every_type() {
    let case = |lines: &str, mode: &str, value: Value| {
        assert_eq!(body(lines), (mode.to_owned(), value), "{lines}");
    };
    case("  type: json\n  content: |-\n    {\"a\": 1}\n", "raw", json!(["{\"a\": 1}", "json"]));
    case("  type: text\n  content: hello\n", "raw", json!(["hello", null]));
    case("  type: xml\n  content: <a/>\n", "raw", json!(["<a/>", "xml"]));
    case(
        "  type: urlencoded\n  content:\n    a: \"1\"\n    b: \"2\"\n",
        "urlencoded",
        json!(["a=1", "b=2"]),
    );
    let list = "  type: urlencoded\n  content:\n    - key: a\n      value: \"1\"\n      disabled: true\n    - key: a\n      value: \"2\"\n";
    case(list, "urlencoded", json!(["[a=1]", "a=2"]));
    let form = "  type: formdata\n  content:\n    - type: text\n      key: a\n      value: b\n    - type: file\n      key: f\n      src: x.png\n";
    case(form, "formdata", json!(["a=b", "f"]));
    case("  type: file\n  content:\n    src: a.bin\n", "file", json!("a.bin"));
    case("  type: file\n  content: {}\n", "file", json!(null));
    case("  type: file\n  content: a.bin\n", "file", json!("a.bin"));
    let graphql = "  type: graphql\n  content:\n    query: \"{ a }\"\n    variables: \"{}\"\n";
    case(graphql, "graphql", json!({"query": "{ a }", "variables": "{}"}));
    assert!(
        request("url: h.test\nbody:\n  type: none\n").0.request.and_then(|it| it.body).is_none()
    );
}

#[test]
fn a_graphql_request_is_a_post() {
    let text = "$kind: graphql-request\nurl: h.test/graphql\nquery: \"{ me }\"\nvariables: '{\"a\": 1}'\nschema: {}\n";
    let example = "$kind: graphql-example\nrequest:\n  url: \"\"\n  query: \"\"\nresponse:\n  events: []\n  http:\n    \
                   status: 404 Not Found\n    headers:\n      A: b\n    body: gone\n";
    let path = "api/.resources/Me.resources/examples/Gone.example.yaml";
    let read = files(&[("api/Me.request.yaml", text), (path, example)]).read("api");
    let Item::Request(item) = &read.value.items[0] else { panic!("a request") };
    let request = item.request.as_ref().expect("a request");
    assert_eq!(request.method.as_deref(), Some("POST"));
    let graphql = request.body.as_ref().and_then(|body| body.graphql.clone());
    assert_eq!(graphql, Some(json!({"query": "{ me }", "variables": "{\"a\": 1}"})));
    let response = &item.responses[0];
    assert_eq!((response.name.as_deref(), response.code), (Some("Gone"), Some(404)));
    assert_eq!(
        (response.status.as_deref(), response.body.as_deref()),
        (Some("Not Found"), Some("gone"))
    );
    assert!(response.headers.len() == 1 && response.original.is_none());
    assert!(codes(&read.diagnostics).is_empty());
}

/// Order: by `order`, where none is 0; then by the name of file or folder in code points; a folder before the request of its name.
#[test]
fn folders_and_requests_share_one_order() {
    let at = |order: &str| format!("$kind: http-request\nurl: h.test\n{order}");
    let read = files(&[
        ("api/a.request.yaml", &at("")),
        ("api/a b.request.yaml", &at("")),
        ("api/B.request.yaml", &at("")),
        ("api/10.request.yaml", &at("")),
        ("api/9.request.yaml", &at("")),
        ("api/é.request.yaml", &at("order: 0\n")),
        ("api/late.request.yaml", &at("order: 1000\n")),
        ("api/first.request.yaml", &at("order: -1.5\n")),
        ("api/a/x.request.yaml", &at("")),
        ("api/last/x.request.yaml", &at("")),
        ("api/last/.resources/definition.yaml", "$kind: collection\norder: 2000\nname: The last\n"),
    ])
    .read("api");
    let expected = "first 10 9 B a(x) a a b é late The last(x)";
    assert_eq!(outline(&read.value.items), expected);
}

#[test]
fn the_collection_has_the_name_of_its_definition_or_directory() {
    let request = ("My Api/x.request.yaml", "url: h.test\n");
    assert_eq!(files(&[request]).read("My Api").value.name, "My Api");
    let definition = "$kind: collection\nid: x\nname: Other\ndescription: Text.\nvariables:\n  baseUrl: https://h.test\n";
    let read = files(&[request, ("My Api/.resources/definition.yaml", definition)]).read("My Api");
    assert_eq!(
        (read.value.name.as_str(), read.value.description.as_deref()),
        ("Other", Some("Text."))
    );
    assert_eq!(read.value.variables[0].value, Some(json!("https://h.test")));
}

#[test]
fn saved_responses_are_found_by_convention_and_by_path() {
    let example = |name: &str, order: u32| {
        format!(
            "$kind: http-example\nname: {name}\nrequest:\n  url: h.test/a\n  method: GET\nresponse:\n  statusCode: 201\n  statusText: Created\n  \
             headers:\n    Content-Type: application/json\n  body:\n    type: json\n    content: '{{\"a\": 1}}'\norder: {order}\n"
        )
    };
    let read = files(&[
        ("api/One.request.yaml", "url: h.test/a\nexamples: saved/\n"),
        ("api/.resources/One.resources/examples/b.example.yaml", &example("second", 2)),
        ("api/.resources/One.resources/examples/a.example.yaml", &example("first", 1)),
        ("api/saved/c.example.yml", &example("third", 3)),
        ("api/.resources/Gone.resources/examples/d.example.yaml", &example("stray", 3)),
    ])
    .read("api");
    let Item::Request(item) = &read.value.items[0] else { panic!("a request") };
    let names: Vec<&str> = item.responses.iter().filter_map(|it| it.name.as_deref()).collect();
    assert_eq!(names, ["first", "second", "third"]);
    let first = &item.responses[0];
    assert_eq!((first.code, first.status.as_deref()), (Some(201), Some("Created")));
    assert_eq!(first.body.as_deref(), Some("{\"a\": 1}"));
    assert_eq!(first.language.as_deref(), Some("json"));
    assert!(first.original.is_some());
    assert_eq!(codes(&read.diagnostics), ["stray-example"]);
}

/// The auth of the request in the folder `f`.
fn auth(collection: &str, folder: &str, own: &str) -> Option<Auth> {
    let read = files(&[
        ("api/.resources/definition.yaml", collection),
        ("api/f/.resources/definition.yaml", folder),
        ("api/f/One.request.yaml", &format!("url: h.test\n{own}")),
    ])
    .read("api");
    let Item::Folder(inner) = &read.value.items[0] else { panic!("a folder") };
    let Item::Request(item) = &inner.items[0] else { panic!("a request") };
    let own = item.request.as_ref().and_then(|request| request.auth.clone());
    own.or_else(|| inner.auth.clone()).or(read.value.auth)
}

fn described(auth: Option<Auth>) -> String {
    auth.map_or("none".to_owned(), |auth| {
        let parameters = auth.parameters.iter().map(|(key, value)| format!(" {key}={value}"));
        auth.kind + &parameters.collect::<String>()
    })
}

#[test]
fn auth_of_requests_folders_and_collections() {
    let bearer = "auth:\n  type: bearer\n  credentials:\n    token: a\n";
    let list = "auth:\n  - id: x\n    name: X\n    type: apikey\n    credentials:\n      - key: value\n        value: k\n  - id: y\n    \
                name: Y\n    type: basic\n    credentials:\n      username: u\n  - id: z\n    type: digest\n";
    let case = |collection: &str, folder: &str, own: &str, expected: &str| {
        assert_eq!(described(auth(collection, folder, own)), expected, "{collection}{folder}{own}");
    };
    case("", "", "", "none");
    case(bearer, "", "", "bearer token=\"a\"");
    case(bearer, "", "auth:\n  type: noauth\n", "noauth");
    // of a list, the last entry with a name counts
    case(list, "", "", "basic username=\"u\"");
    case(list, "", "auth:\n  type: inherit\n  credentials:\n    id: x\n", "apikey value=\"k\"");
    case(list, "", "auth:\n  type: inherit\n", "noauth");
    case(list, bearer, "auth:\n  type: inherit\n  credentials:\n    id: x\n", "apikey value=\"k\"");
    case(bearer, "auth: []\n", "", "noauth");
    case(bearer, list, "", "basic username=\"u\"");
}

#[test]
fn environments_in_yaml() {
    let text = "name: Test\nvalues:\n  - key: baseUrl\n    value: https://h.test\n  - key: token\n    value: no\n    type: secret\n  \
                - key: off\n    value: \"1\"\n    enabled: false\ncolor: null\n";
    let api = ("api/x.request.yaml", "url: \"{{baseUrl}}/a\"\n");
    let all =
        files(&[api, ("Test.environment.yaml", text), ("workspace.globals.yaml", "values: []\n")]);
    let read = |name: &str| {
        let bytes = std::fs::read(all.path(name)).expect("a file");
        let source = generator::Source { name: name.to_owned(), bytes };
        generator::read::environment_file(&source).expect("an environment")
    };
    let environment = read("Test.environment.yaml").value;
    let values = environment.variables.iter().map(|it| (it.value.clone(), it.secret, it.disabled));
    let expected = [
        (Some(json!("https://h.test")), false, false),
        (Some(json!("no")), true, false),
        (Some(json!("1")), false, true),
    ];
    assert_eq!(values.collect::<Vec<_>>(), expected);
    assert!(!environment.globals && read("workspace.globals.yaml").value.globals);
    assert_eq!(read("workspace.globals.yaml").value.name, "workspace");
}
