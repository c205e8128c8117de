//! The program as people and scripts see it: exit codes, what goes where, and that nothing is written when it fails.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const COLLECTION: &str = r#"{
  "info": {"name": "Zoo", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
  "item": [
    {"name": "Cats", "item": [{"name": "List", "request": {"method": "GET", "url": {"host": ["h.test"], "path": ["cats"], "query": 5}}}]}
  ]
}"#;
const ENVIRONMENT: &str =
    r#"{"name": "E", "values": [{"key": "a", "value": "1", "enabled": true}]}"#;

struct Place {
    dir: TempDir,
}

fn place(files: &[(&str, &str)]) -> Place {
    let dir = tempfile::tempdir().expect("a directory");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    }
    Place { dir }
}

impl Place {
    fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_generator"));
        program
            .args(arguments)
            .current_dir(self.dir.path())
            .output()
            .expect("the program runs")
    }

    /// Runs, expects an exit code, and gives standard output and standard error.
    fn ends(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        let (out, err) = (text(output.stdout), text(output.stderr));
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arguments:?}\n{out}\n{err}"
        );
        (out, err)
    }

    fn has(&self, path: &str) -> bool {
        self.dir.path().join(path).exists()
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.dir.path().join(path)).expect("a file to remove");
    }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a JSON object a line"))
        .collect()
}

const MANIFEST: &str = "generated-client/.postman-generated";

#[test]
fn without_arguments_every_collection_of_the_directory_is_used() {
    let place = place(&[
        ("collections/a.json", COLLECTION),
        ("collections/b.json", COLLECTION),
        ("collections/e.json", ENVIRONMENT),
        ("collections/a.toml", ""),
        ("collections/notes.txt", "no collection"),
    ]);
    let (out, err) = place.ends(0, &[]);
    assert!(out.starts_with("generated-client: "), "{out}");
    assert!(
        err.contains("collections/a.json") && err.contains("collections/b.json"),
        "{err}"
    );
    assert!(!err.contains("error"), "{err}");
    assert!(place.has(MANIFEST));
}

#[test]
fn a_second_run_changes_nothing_and_check_agrees() {
    let place = place(&[("zoo.json", COLLECTION)]);
    place.ends(0, &["zoo.json"]);
    let (out, _) = place.ends(0, &["zoo.json"]);
    assert!(out.contains(": 0 files written, 0 removed"), "{out}");
    assert_eq!(place.ends(0, &["zoo.json", "--check"]).0, "");
}

#[test]
fn check_lists_what_differs_and_writes_nothing() {
    let place = place(&[("zoo.json", COLLECTION)]);
    place.ends(0, &["zoo.json"]);
    place.remove(MANIFEST);
    let (out, err) = place.ends(1, &["zoo.json", "--check"]);
    assert!(out.contains(&format!("missing: {MANIFEST}")), "{out}");
    assert!(
        err.contains("error[stale-crate]") && err.contains("without `--check`"),
        "{err}"
    );
    let (out, _) = place.ends(1, &["zoo.json", "--check", "--message-format", "json"]);
    assert!(
        lines(&out)
            .iter()
            .any(|line| line["file"] == MANIFEST && line["state"] == "missing"),
        "{out}"
    );
    assert!(!place.has(MANIFEST));
}

#[test]
fn a_crate_that_was_never_written_is_stale() {
    let place = place(&[("zoo.json", COLLECTION)]);
    place.ends(1, &["zoo.json", "--check"]);
    assert!(!place.has("generated-client"));
}

#[test]
fn bad_inputs_are_all_named_and_nothing_is_written() {
    let place = place(&[
        ("zoo.json", COLLECTION),
        ("broken.json", "{\n  \"info\": {},\n  \"item\": [nope]\n}"),
        ("empty.json", ""),
        ("api.yaml", "openapi: 3.0.0\n"),
        ("old.json", r#"{"requests": [], "order": []}"#),
        ("e.json", ENVIRONMENT),
        ("v3/.resources/definition.yaml", "$kind: collection\n"),
        ("folder/x.txt", ""),
    ]);
    let inputs = [
        "zoo.json",
        "broken.json",
        "empty.json",
        "api.yaml",
        "old.json",
        "e.json",
        "v3",
        "folder",
        "missing.json",
    ];
    let (out, err) = place.ends(1, &[inputs.as_slice(), &["-e", "zoo.json"]].concat());
    assert_eq!(out, "");
    for expected in [
        "error[broken-json]",
        "broken.json:3:13",
        "error[empty-file]",
        "an OpenAPI (Swagger) description",
        "the old format v1",
        "a Postman environment, not a Postman collection",
        "a Postman collection, not a Postman environment",
        "a folder of YAML files",
        "error[is-a-directory]",
        "error[no-such-file]",
        "Collection v2.1",
    ] {
        assert!(err.contains(expected), "{expected}\n{err}");
    }
    assert!(!place.has("generated-client"));
}

#[test]
fn messages_for_programs_are_one_object_a_line() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (out, err) = place.ends(0, &["zoo.json", "--message-format", "json"]);
    let found = lines(&err);
    let note = found
        .iter()
        .find(|line| line["code"] == "ignored-member")
        .expect("the note");
    let expected = serde_json::json!({
        "severity": "note",
        "code": "ignored-member",
        "message": "`query` is a number, which means nothing there: it is ignored",
        "pointer": "/item/0/item/0/request/url/query",
        "trail": ["Cats", "List"],
        "line": 4,
        "column": 132,
        "help": null,
        "file": "zoo.json"
    });
    assert_eq!(*note, expected);
    assert_eq!(lines(&out)[0]["out"], "generated-client");
    fs::write(place.dir.path().join("zoo.json"), "{").unwrap();
    let (_, err) = place.ends(1, &["zoo.json", "--message-format", "json"]);
    let found = lines(&err);
    assert_eq!(
        (&found[0]["severity"], &found[0]["code"], &found[0]["line"]),
        (&"error".into(), &"broken-json".into(), &1.into())
    );
}

#[test]
fn messages_for_people_show_the_place() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (_, err) = place.ends(0, &["zoo.json"]);
    for expected in [
        "note[ignored-member]",
        "zoo.json:4:132",
        "\"query\": 5",
        "in: Cats > List",
        "at: /item/0/item/0/request/url/query",
    ] {
        assert!(err.contains(expected), "{expected}\n{err}");
    }
}

#[test]
fn many_messages_of_one_kind_are_summed_up() {
    let headers: Vec<u32> = (0..42).collect();
    let collection = serde_json::json!({"info": {}, "item": [{"name": "r", "request": {"url": "http://h.test", "header": headers}}]});
    let place = place(&[("many.json", &collection.to_string())]);
    let (_, err) = place.ends(0, &["many.json"]);
    assert_eq!(err.matches("note[ignored-member]").count(), 5);
    assert!(
        err.contains("and 37 more of the kind `ignored-member`"),
        "{err}"
    );
}

#[test]
fn without_a_collection_there_is_nothing_to_do() {
    let empty = place(&[]);
    let (_, err) = empty.ends(1, &[]);
    assert!(
        err.contains("error[no-collections]") && err.contains("generator COLLECTION"),
        "{err}"
    );
    let only_environment = place(&[("collections/e.json", ENVIRONMENT)]);
    only_environment.ends(1, &[]);
    let v3 = place(&[("collections/api/get.request.yaml", "$kind: http-request\n")]);
    let (_, err) = v3.ends(1, &[]);
    assert!(
        err.contains("collections/api") && err.contains("YAML"),
        "{err}"
    );
}

#[test]
fn files_in_the_way_are_not_overwritten() {
    let place = place(&[("zoo.json", COLLECTION), (MANIFEST, "not a manifest")]);
    let target = place.dir.path().join("file");
    fs::write(&target, "").unwrap();
    let (_, err) = place.ends(1, &["zoo.json", "--out", "file"]);
    assert!(
        err.contains("error[not-a-directory]") && err.contains("--out DIR"),
        "{err}"
    );
    assert!(Path::new(&target).is_file());
}

#[test]
fn wrong_usage_ends_with_two() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let wrong: [&[&str]; 8] = [
        &["--nonsense"],
        &["zoo.json", "--message-format", "xml"],
        &["zoo.json", "--check", "--force"],
        &["zoo.json", "--check", "--explain"],
        &["zoo.json", "--name", "a b"],
        &["zoo.json", "--name", "fn"],
        &["--explain", "zoo.json"],
        &["zoo.json", "--out"],
    ];
    for arguments in wrong {
        let (out, err) = place.ends(2, arguments);
        assert!(out.is_empty() && !err.is_empty());
    }
    assert!(!place.has("generated-client"));
    assert!(place.ends(0, &["--help"]).0.contains("COLLECTION"));
}

#[test]
fn a_directory_whose_name_is_no_crate_name_needs_one() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (_, err) = place.ends(1, &["zoo.json", "--out", "my client"]);
    assert!(
        err.contains("error[bad-crate-name]") && err.contains("--name NAME"),
        "{err}"
    );
    place.ends(
        0,
        &["zoo.json", "--out", "my client", "--name", "my-client"],
    );
}

#[test]
fn overrides_are_for_one_collection() {
    let place = place(&[
        ("a.json", COLLECTION),
        ("b.json", COLLECTION),
        ("o.toml", ""),
    ]);
    place.ends(0, &["a.json", "--config", "o.toml"]);
    let (_, err) = place.ends(1, &["a.json", "b.json", "--config", "o.toml"]);
    assert!(err.contains("error[shared-overrides]"), "{err}");
    place.ends(1, &["a.json", "--config", "missing.toml"]);
}

#[test]
fn explaining_writes_nothing() {
    let place = place(&[("zoo.json", COLLECTION)]);
    place.ends(0, &["zoo.json", "--explain"]);
    place.ends(0, &["zoo.json", "--explain", "Cats/List"]);
    let (out, _) = place.ends(0, &["zoo.json", "--explain", "--message-format", "json"]);
    lines(&out);
    assert!(!place.has("generated-client"));
}

#[test]
fn the_library_does_the_same() {
    let place = place(&[("zoo.json", COLLECTION), ("e.json", ENVIRONMENT)]);
    let path = |name: &str| place.dir.path().join(name);
    let generator = generator::Generator::new()
        .collection(path("zoo.json"))
        .environment(path("e.json"))
        .name("zoo");
    assert!(!generator.check(path("zoo-client")).unwrap().is_empty());
    generator.write(path("zoo-client")).unwrap();
    assert!(generator.check(path("zoo-client")).unwrap().is_empty());
    let error = generator
        .collection(path("e.json"))
        .write(path("zoo-client"))
        .unwrap_err();
    assert_eq!(error.code(), "wrong-format");
}
