//! What is wrong in a file: an error when it is not YAML, else a diagnostic that costs only what it is about.

use generator::diagnostics::{Diagnostic, Kind, Severity};
use generator::error::{Fault, InputError};
use generator::read::ReadError;
use generator::{Error, Generator};

use crate::support::{codes, files, outline, query, request, shown};

fn messages(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|found| found.kind.to_string()).collect()
}

#[test]
fn unknown_keys_are_reported_with_what_was_meant() {
    let (item, found) = request("url: h.test\nheader:\n  A: b\nparams:\n  q: r\nevent: []\n");
    assert!(item.request.expect("a request").headers.is_empty());
    assert_eq!(
        codes(&found),
        ["unknown-member /header", "unknown-member /params", "unknown-member /event"]
    );
    let texts = messages(&found);
    assert!(texts[0].contains("did you mean `headers`?"), "{texts:?}");
    assert!(texts[1].contains("did you mean `queryParams`?"), "{texts:?}");
    assert!(!texts[2].contains("did you mean"), "{texts:?}");
    assert!(found.iter().all(|found| found.kind.severity() == Severity::Warning));
}

#[test]
fn numbers_where_strings_are_required_are_their_text() {
    let (item, found) =
        request("url: h.test\nheaders:\n  X: 1.50\n  Y: true\nqueryParams:\n  q: 0x1F\n");
    let request = item.request.expect("a request");
    assert_eq!(request.headers.iter().map(shown).collect::<Vec<_>>(), ["X=1.50", "Y=true"]);
    assert_eq!(query(&request), "q=0x1F");
    let expected = [
        "not-a-string /queryParams/q/value",
        "not-a-string /headers/X/value",
        "not-a-string /headers/Y/value",
    ];
    assert_eq!(codes(&found), expected);
}

#[test]
fn a_variable_without_quotes_is_what_was_meant() {
    let (item, found) = request("url: {{url}}\n");
    assert_eq!(crate::support::parts(&item.request.expect("a request")).host, ["{{url}}"]);
    assert_eq!(codes(&found), ["not-a-string /url"]);
}

#[test]
fn files_that_are_not_requests_cost_only_themselves() {
    let read = files(&[
        ("api/good.request.yaml", "$kind: http-request\nurl: h.test\n"),
        ("api/empty.request.yaml", ""),
        ("api/list.request.yaml", "- a\n"),
        ("api/other.request.yaml", "$kind: collection\n"),
        ("api/nothing.request.yaml", "name: x\n"),
        ("api/notes.yaml", "a: b\n"),
    ])
    .read("api");
    assert_eq!(outline(&read.value.items), "good");
    let texts = messages(&read.diagnostics);
    assert_eq!(codes(&read.diagnostics)[..4], ["not-a-request"; 4]);
    for expected in
        ["empty", "a list instead of a map", "of the kind `collection`", "without `$kind`"]
    {
        assert!(texts.iter().any(|text| text.contains(expected)), "{expected}: {texts:?}");
    }
    assert!(texts.iter().any(|text| text.contains("api/notes.yaml")), "{texts:?}");
    assert_eq!(read.diagnostics[0].trail, ["empty"]);
}

#[test]
fn other_protocols_are_counted_and_named() {
    let read = files(&[
        ("api/a.request.yaml", "$kind: grpc-request\nname: Stream\n"),
        ("api/b.request.yaml", "$kind: websocket-request\n"),
        ("api/c.request.yaml", "$kind: mqtt-request\n"),
        ("api/d.request.yaml", "$kind: socket.io-request\n"),
        ("api/e.request.yaml", "$kind: mcp-request\n"),
        ("api/f.request.yaml", "$kind: llm-request\n"),
        ("api/g.request.yaml", "$kind: http-request\nurl: h.test\n"),
    ])
    .read("api");
    assert_eq!(codes(&read.diagnostics), ["other-protocols"]);
    let text = read.diagnostics[0].kind.to_string();
    let names =
        "`Stream` (gRPC), `b` (WebSocket), `c` (MQTT), `d` (Socket.IO), `e` (MCP), `f` (LLM)";
    assert!(text.starts_with("6 items") && text.ends_with(names), "{text}");
}

#[test]
fn missing_examples_empty_folders_and_names_that_differ_in_case() {
    let read = files(&[
        ("api/one.request.yaml", "url: h.test\nexamples: ./.resources/one.resources/examples\n"),
        ("api/One.request.yaml", "url: h.test\n"),
        ("api/empty/.resources/definition.yaml", "$kind: collection\n"),
    ])
    .read("api");
    assert_eq!(outline(&read.value.items), "One empty() one");
    assert_eq!(
        codes(&read.diagnostics),
        ["same-but-case", "empty-folder", "missing-examples /examples"]
    );
}

#[test]
fn auth_that_postman_does_not_use() {
    let list = "auth:\n  - type: bearer\n    credentials:\n      token: t\n";
    let read = files(&[
        ("api/.resources/definition.yaml", list),
        ("api/a.request.yaml", "url: h.test\nauth:\n  type: inherit\n"),
        (
            "api/b.request.yaml",
            "url: h.test\nauth:\n  type: inherit\n  credentials:\n    id: gone\n",
        ),
    ])
    .read("api");
    assert_eq!(
        codes(&read.diagnostics),
        ["unused-auth /auth/0", "unused-auth /auth", "unused-auth /auth"]
    );
}

fn errors(error: Error) -> Vec<InputError> {
    match error {
        Error::Inputs(errors) => errors,
        other => panic!("{other}"),
    }
}

#[test]
fn all_files_that_are_not_yaml_are_reported_at_once() {
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
                d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
    let deep = format!("url: {}", "[".repeat(1000));
    let broken: [(&str, &str, &str, usize); 7] = [
        ("api/.resources/definition.yaml", "name: \"open\n", "broken-yaml", 1),
        ("api/bomb.request.yaml", bomb, "broken-yaml", 1),
        ("api/deep.request.yaml", &deep, "broken-yaml", 1),
        ("api/tab.request.yaml", "url: h.test\nheaders:\n\tA: b\n", "broken-yaml", 3),
        ("api/twice.request.yaml", "url: h.test\nheaders:\n  A: b\n  A: c\n", "broken-yaml", 4),
        ("api/two.request.yaml", "url: h.test\n---\nurl: h.test\n", "broken-yaml", 2),
        ("api/wide.request.yaml", "\u{0}\u{0}", "broken-yaml", 1),
    ];
    let mut all: Vec<(&str, &str)> = broken.iter().map(|(path, text, ..)| (*path, *text)).collect();
    all.push(("api/good.request.yaml", "url: h.test\n"));
    let all = files(&all);
    let found = errors(all.output("api").expect_err("errors"));
    assert_eq!(found.len(), broken.len(), "{found:?}");
    for (path, _, code, line) in broken {
        let error = found.iter().find(|error| error.file.ends_with(path));
        let error = error.unwrap_or_else(|| panic!("{path} is missing"));
        assert_eq!(error.code(), code, "{error}");
        assert!(error.help().is_some(), "{error}");
        let Fault::Read(ReadError::BrokenYaml { position, .. }) = &error.fault else {
            panic!("{error}")
        };
        assert!(position.line >= line, "{error}");
    }
}

#[test]
fn a_large_file_is_refused_before_it_is_read() {
    let all = files(&[("api/a.request.yaml", "url: h.test\n"), ("e.environment.yaml", "")]);
    for path in ["api/a.request.yaml", "e.environment.yaml"] {
        let file = std::fs::OpenOptions::new().write(true).open(all.path(path)).expect("a file");
        file.set_len(100 << 20).expect("a large file");
    }
    let generator =
        Generator::new().collection(all.path("api")).environment(all.path("e.environment.yaml"));
    let found = errors(generator.output("client").expect_err("errors"));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|error| error.code() == "file-too-large" && error.help().is_some()));
}

#[test]
fn diagnostics_name_the_file_and_the_line() {
    let all = files(&[
        ("api/.resources/definition.yaml", "name: Api\n"),
        ("api/Users/Get.request.yaml", "url: h.test\nheaders:\n  X: 5\n"),
    ]);
    let inputs = all.inputs("api").expect("inputs");
    let output = all.output("api").expect("a crate");
    let (id, found) = output
        .diagnostics
        .iter()
        .find(|(_, found)| matches!(found.kind, Kind::NotText { .. }))
        .expect("the diagnostic");
    assert_eq!(found.trail, ["Users", "Get"]);
    let file = inputs.document(*id, found.place.document).expect("the file");
    assert!(file.name.ends_with("api/Users/Get.request.yaml"));
    let position = generator::read::Locator::new(file).locate(&found.place).expect("a position");
    assert_eq!((position.line, position.column, position.snippet.as_str()), (3, 6, "  X: 5"));
}
