//! What a path stands for.

use std::process::Command;

use generator::load::Origin;
use generator::{Error, Generator};

use crate::support::files;

const REQUEST: &str = "$kind: http-request\nurl: https://h.test/a\n";
const EXPORT: &str = r#"{"info": {"name": "Export"}, "item": []}"#;

#[test]
fn a_directory_is_a_collection_when_it_holds_requests_at_any_depth() {
    let all = files(&[
        ("marked/.resources/definition.yaml", "$kind: collection\n"),
        ("deep/a/b/c.request.yaml", REQUEST),
        ("empty/readme.md", ""),
    ]);
    assert_eq!(all.names("marked"), ["marked"]);
    assert_eq!(all.names("deep"), ["deep"]);
    let error = all.inputs("empty").expect_err("an error");
    assert_eq!(error.code(), "is-a-directory");
}

#[test]
fn a_repository_stands_for_its_collections() {
    let all = files(&[
        ("repo/.postman/resources.yaml", "localResources:\n  collections:\n    - ../tests/E2E\n"),
        ("repo/postman/collections/B/x.request.yaml", REQUEST),
        ("repo/postman/collections/A/x.request.yaml", REQUEST),
        ("repo/postman/collections/C.postman_collection.json", EXPORT),
        ("repo/postman/environments/Dev.environment.yaml", "values: []\n"),
        ("repo/postman/globals/workspace.globals.yaml", "values: []\n"),
        ("repo/tests/E2E/x.request.yaml", REQUEST),
        ("bare/.postman/config.json", "{}"),
    ]);
    for path in ["repo", "repo/postman"] {
        assert_eq!(all.names(path), ["A", "B", "C", "E2E"], "{path}");
    }
    assert_eq!(all.names("repo/postman/collections"), ["A", "B", "C"]);
    // environments have to be named, since only one of them may be meant
    let inputs = all.inputs("repo").expect("inputs");
    assert!(inputs.environments.iter().all(|found| found.origin == Origin::Unused));
    assert_eq!(inputs.environments.len(), 2);
    assert_eq!(all.inputs("bare").expect_err("an error").code(), "no-collections");
}

/// Runs the program in a directory.
fn run(dir: &std::path::Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_generator"));
    let output = program.args(arguments).current_dir(dir).output().expect("the program runs");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), text + &String::from_utf8_lossy(&output.stdout))
}

#[test]
fn without_a_collection_directories_and_environments_of_collections_are_used() {
    let all = files(&[
        ("collections/Orders/x.request.yaml", REQUEST),
        ("collections/plain.json", EXPORT),
        ("collections/Dev.environment.yaml", "values:\n  - key: a\n    value: b\n"),
        ("collections/notes.txt", ""),
    ]);
    let (code, text) = run(&all.path(""), &["--explain"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("note[environment-used]") && text.contains("Dev.environment.yaml"),
        "{text}"
    );
}

#[test]
fn a_point_stands_for_the_directory_that_the_program_runs_in() {
    let all = files(&[
        ("Orders/x.request.yaml", REQUEST),
        ("Orders/f/y.request.yaml", REQUEST),
        ("Orders.toml", "[requests.x]\nrename = \"GetIt\"\n"),
    ]);
    let (code, text) = run(&all.path("Orders"), &[".", "--out", "../client"]);
    assert_eq!(code, Some(0), "{text}");
    let (code, text) = run(&all.path(""), &["Orders", "--out", "client", "--check"]);
    assert_eq!(code, Some(0), "{text}");
    let emitted = std::fs::read_to_string(all.path("client/README.md")).expect("the README");
    assert!(emitted.contains("GetIt"), "{emitted}");
}

#[test]
fn one_file_of_overrides_is_for_one_collection() {
    let all = files(&[
        ("postman/collections/A/x.request.yaml", REQUEST),
        ("postman/collections/B/x.request.yaml", REQUEST),
        ("o.toml", ""),
    ]);
    let generator = Generator::new().collection(all.path("postman")).overrides(all.path("o.toml"));
    let error = generator.inputs("client".as_ref()).expect_err("an error");
    assert!(matches!(error, Error::SharedOverrides { collections: 2, .. }));
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_not_followed() {
    let all = files(&[("api/f/x.request.yaml", REQUEST)]);
    std::os::unix::fs::symlink(all.path("api"), all.path("api/f/again")).expect("a link");
    let read = all.read("api");
    assert_eq!(crate::support::outline(&read.value.items), "f(x)");
}
