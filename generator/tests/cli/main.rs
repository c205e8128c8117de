//! The program as people and scripts see it: exit codes, what goes where, and that nothing is written when it fails.

mod messages;
mod overrides;
mod program;
mod support;
mod workspace;

use std::fs;
use std::path::Path;

use support::{COLLECTION, ENVIRONMENT, MANIFEST, Place, lines, place};

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
    assert!(err.contains("collections/a.json") && err.contains("collections/b.json"), "{err}");
    assert!(!err.contains("error"), "{err}");
    assert!(place.has(MANIFEST));
}

#[test]
fn a_second_collection_moves_nothing() {
    let place = place(&[("collections/zoo.json", COLLECTION)]);
    let library = "generated-client/src/lib.rs";
    let declarations = |place: &Place| {
        let text = fs::read_to_string(place.dir.path().join(library)).unwrap();
        let lines = text.lines().filter(|line| line.contains("mod ") || line.contains("::*"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    place.ends(0, &[]);
    let before = declarations(&place);
    assert_eq!(before, ["pub mod runtime;", "pub mod zoo;"]);
    let other = COLLECTION.replace("\"Zoo\"", "\"Aviary\"");
    fs::write(place.dir.path().join("collections/aviary.json"), other).unwrap();
    place.ends(0, &[]);
    assert!(before.iter().all(|line| declarations(&place).contains(line)));
}

#[test]
fn a_module_is_named_after_its_collection() {
    let titled = |title: &str| COLLECTION.replace("\"Zoo\"", &format!("{title:?}"));
    let place = place(&[
        ("Task Board API.postman_collection (1).json", &titled("Task Board API v2")),
        ("b.json", &titled("Task Board API")),
    ]);
    let files = ["Task Board API.postman_collection (1).json", "b.json"];
    let (_, err) = place.ends(0, &files);
    assert!(err.contains("note[module-name]") && err.contains("`task_board_api`"), "{err}");
    assert!(place.has("generated-client/src/task_board_api/mod.rs"));
    assert!(place.has("generated-client/src/b/mod.rs"));
}

#[test]
fn a_crate_named_after_its_collection_has_it_at_the_root() {
    let place = place(&[("zoo.json", COLLECTION), ("o.toml", "[collection]\nroot = false\n")]);
    let (_, err) = place.ends(0, &["zoo.json", "--out", "zoo"]);
    assert!(err.contains("note[crate-root]"), "{err}");
    let library = || fs::read_to_string(place.dir.path().join("zoo/src/lib.rs")).unwrap();
    assert!(library().contains("\nmod zoo;\n") && library().contains("pub use self::zoo::*;"));
    place.ends(0, &["zoo.json", "--out", "zoo", "--config", "o.toml"]);
    assert!(library().contains("\npub mod zoo_api;\n") && !library().contains("::*;"));
}

#[test]
fn one_collection_is_at_the_root() {
    let root = "[collection]\nroot = true\n";
    let place = place(&[("a.json", COLLECTION), ("a.toml", root)]);
    place.ends(0, &["a.json"]);
    fs::write(place.dir.path().join("b.json"), COLLECTION).unwrap();
    fs::write(place.dir.path().join("b.toml"), root).unwrap();
    let (_, err) = place.ends(1, &["a.json", "b.json"]);
    assert!(err.contains("error[second-root]") && err.contains("b.toml:2"), "{err}");
}

#[test]
fn a_second_run_changes_nothing_and_check_agrees() {
    let place = place(&[("zoo.json", COLLECTION)]);
    place.ends(0, &["zoo.json"]);
    let (out, _) = place.ends(0, &["zoo.json"]);
    assert!(out.contains("(0 files written, 0 removed"), "{out}");
    assert_eq!(place.ends(0, &["zoo.json", "--check"]).0, "");
}

#[test]
fn check_lists_what_differs_and_writes_nothing() {
    let place = place(&[("zoo.json", COLLECTION)]);
    place.ends(0, &["zoo.json"]);
    place.remove(MANIFEST);
    let (out, err) = place.ends(1, &["zoo.json", "--check"]);
    assert!(out.contains(&format!("missing: {MANIFEST}")), "{out}");
    assert!(err.contains("error[stale-crate]") && err.contains("without `--check`"), "{err}");
    let (out, _) = place.ends(1, &["zoo.json", "--check", "--message-format", "json"]);
    assert!(
        lines(&out).iter().any(|line| line["file"] == MANIFEST && line["state"] == "missing"),
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
fn without_a_collection_there_is_nothing_to_do() {
    let empty = place(&[]);
    let (_, err) = empty.ends(1, &[]);
    assert!(err.contains("error[no-collections]") && err.contains("or name them"), "{err}");
    let only_environment = place(&[("collections/e.json", ENVIRONMENT)]);
    only_environment.ends(1, &[]);
}

#[test]
fn files_in_the_way_are_not_overwritten() {
    let place = place(&[("zoo.json", COLLECTION), (MANIFEST, "not a manifest")]);
    let target = place.dir.path().join("file");
    fs::write(&target, "").unwrap();
    let (_, err) = place.ends(1, &["zoo.json", "--out", "file"]);
    assert!(err.contains("error[not-a-directory]") && err.contains("--out DIR"), "{err}");
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
    for arguments in wrong.iter().filter(|arguments| !arguments.contains(&"--message-format")) {
        let (_, err) =
            place.ends(2, &[arguments, ["--message-format", "json"].as_slice()].concat());
        let found = lines(&err);
        assert_eq!(
            (&found[0]["severity"], &found[0]["code"]),
            (&"error".into(), &"usage".into()),
            "{err}"
        );
    }
    assert!(!place.has("generated-client"));
    assert!(place.ends(0, &["--help"]).0.contains("COLLECTION"));
}

#[test]
fn a_directory_whose_name_is_no_crate_name_needs_one() {
    let place = place(&[("zoo.json", COLLECTION)]);
    let (_, err) = place.ends(1, &["zoo.json", "--out", "my client"]);
    assert!(err.contains("error[bad-crate-name]") && err.contains("--name NAME"), "{err}");
    place.ends(0, &["zoo.json", "--out", "my client", "--name", "my-client"]);
}

#[test]
fn overrides_are_for_one_collection() {
    let place = place(&[("a.json", COLLECTION), ("b.json", COLLECTION), ("o.toml", "")]);
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
    assert!(
        place.ends(0, &["zoo.json", "--explain", "Dogs"]).1.contains("warning[nothing-explained]")
    );
    let titled = COLLECTION.replace(r#""query": 5"#, r#""query": [{"key": "page", "value": "1"}]"#);
    fs::write(place.dir.path().join("zoo.json"), titled).unwrap();
    for (asked, meant) in
        [("List", "Cats/List"), ("list/query", "Cats/List/query"), ("Cat/Lst", "Cats/List")]
    {
        let (_, err) = place.ends(0, &["zoo.json", "--explain", asked]);
        assert!(err.contains(&format!("did you mean `{meant}`?")), "{err}");
    }
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
    let error = generator.collection(path("e.json")).write(path("zoo-client")).unwrap_err();
    assert_eq!(error.code(), "wrong-format");
}
