//! What is emitted for the fixtures, each a collection that shows one concept.
//!
//! To accept a change after a look at it: `INSTA_UPDATE=always cargo test -p tests --test emitted`, then `git diff`.

use std::path::PathBuf;
use std::process::Command;

use generator::{Generator, Output};
use tests::golden::folder;

fn fixture(name: &str) -> PathBuf {
    folder().join(format!("fixtures/{name}.postman_collection.json"))
}

fn output(name: &str) -> Output {
    Generator::new()
        .collection(fixture(name))
        .name("fixture")
        .output("fixture")
        .expect("the fixture can be read")
}

/// The code that is the fixture's own, without what is in every crate.
fn code(name: &str) -> String {
    let output = output(name);
    let own = output.files.iter().filter(|file| {
        let of_the_fixture = file.path.starts_with("src/")
            && !file.path.starts_with("src/runtime/")
            && file.path != "src/lib.rs";
        of_the_fixture && !file.path.ends_with(".json")
    });
    let mut text = String::new();
    for file in own {
        let contents = std::str::from_utf8(&file.contents).expect("UTF-8");
        let body = contents.split_once("\n\n").map_or(contents, |(_header, body)| body);
        text += &format!("// {}\n\n{body}\n", file.path);
    }
    text
}

/// A test for each fixture: its code is the snapshot's.
macro_rules! fixtures {
    ($($name:ident)*) => {
        $(#[test] fn $name() { insta::assert_snapshot!(stringify!($name), code(stringify!($name))); })*

        const FIXTURES: &[&str] = &[$(stringify!($name)),*];
    };
}

fixtures! {
    almost_json auth_inheritance broken_request conventions dates dynamic_variables envelopes enum_from_description file_upload form_fields graphql headers json_body
    json_in_form json_with_holes maps numbers optional_and_null overrides pagination path_variables placeholders presets query_values recursion
    responses_by_status secrets settings several_hosts streams unions v20_form workflow wrapped
    xml_template
}

/// The one fixture that is no concept, but an obstacle course.
const HOSTILE: &str = "hostile_names";

#[test]
fn no_fixture_is_left_out() {
    let files = std::fs::read_dir(folder().join("fixtures")).expect("the fixtures");
    let names =
        files.map(|file| file.expect("a fixture").file_name().to_string_lossy().into_owned());
    for name in
        names.filter_map(|name| name.strip_suffix(".postman_collection.json").map(str::to_owned))
    {
        assert!(FIXTURES.contains(&name.as_str()) || name == HOSTILE, "{name} has no snapshot");
    }
}

/// That it compiles is for `scripts/corpus.sh`; here it has to be Rust, and no secret of a fixture may be in it.
#[test]
fn everything_emitted_is_rust() {
    for name in FIXTURES.iter().copied().chain([HOSTILE]) {
        for file in output(name).files.iter().filter(|file| file.path.ends_with(".rs")) {
            let text = std::str::from_utf8(&file.contents).expect("UTF-8");
            if let Err(error) = syn::parse_file(text) {
                panic!("{name}: {}:{}: {error}", file.path, error.span().start().line);
            }
        }
    }
}

#[test]
fn hostile_names_are_all_there() {
    let output = output(HOSTILE);
    let endpoints = output
        .files
        .iter()
        .filter(|file| file.path.starts_with("src/") && !file.path.starts_with("src/runtime/"));
    let implementations = endpoints.map(|file| {
        String::from_utf8_lossy(&file.contents).matches("\nimpl Endpoint for ").count()
    });
    let collection = std::fs::read_to_string(fixture(HOSTILE)).expect("the fixture");
    assert_eq!(implementations.sum::<usize>(), collection.matches("\"request\":").count());
}

#[test]
fn secrets_are_in_the_private_file_alone() {
    for file in output("secrets").files.iter().filter(|file| !file.private) {
        let text = String::from_utf8_lossy(&file.contents);
        for secret in ["7f3a9c51e2d84b60", "sk_live_0123456789abcdef", "c2VjcmV0", "open sesame"] {
            assert!(!text.contains(secret), "{} has {secret}", file.path);
        }
    }
}

#[test]
fn saved_responses() {
    let output = output("responses_by_status");
    let file = output
        .files
        .iter()
        .find(|file| file.path.ends_with("/saved_responses.json"))
        .expect("saved responses");
    insta::assert_snapshot!("saved_responses", String::from_utf8_lossy(&file.contents));
}

/// What the program prints for the fixture, in its folder.
fn printed(arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["run", "--quiet", "--package", "generator", "--manifest-path"])
        .arg(folder().join("../Cargo.toml"))
        .arg("--");
    let run = command
        .args(arguments)
        .current_dir(folder().join("fixtures"))
        .env("NO_COLOR", "1")
        .output()
        .expect("cargo runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(run.stdout), text(run.stderr))
}

#[test]
fn diagnostics_for_people() {
    let (_, errors) = printed(&["broken_request.postman_collection.json", "--explain"]);
    insta::assert_snapshot!("diagnostics", errors);
}

#[test]
fn explanations_for_people() {
    let (lines, _) = printed(&["json_in_form.postman_collection.json", "--explain"]);
    insta::assert_snapshot!("explanations", lines);
}
