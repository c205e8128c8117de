//! Overrides as people write them: found beside the collection, followed, or refused with their place.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, lines, place};

fn collection() -> String {
    let answer = json!({"id": 7, "name": "Tom", "tail": {"colour": "black"}}).to_string();
    let url = json!({"host": ["https://h.test"], "path": ["cats", ":id"], "query": [{"key": "page", "value": "1"}]});
    let request =
        json!({"method": "GET", "url": url, "header": [{"key": "X-Zoo", "value": "{{zoo}}"}]});
    let get = json!({"name": "Get cat", "request": request, "response": [{"name": "OK", "code": 200, "body": answer}]});
    let post = json!({"name": "Add cat", "request": {"method": "POST", "url": "https://h.test/cats", "body":
        {"mode": "raw", "raw": "{\"name\": \"Tom\", \"pin\": \"0815-x\"}", "options": {"raw": {"language": "json"}}}}});
    let folder = json!({"name": "Cats", "item": [get, post]});
    json!({"info": {"name": "Zoo"}, "item": [folder], "variable": [{"key": "zoo", "value": "Bergen"}]}).to_string()
}

fn zoo(overrides: &str) -> Place {
    place(&[("zoo.postman_collection.json", &collection()), ("zoo.toml", overrides)])
}

const ZOO: &str = "zoo.postman_collection.json";

fn file(place: &Place, path: &str) -> String {
    fs::read_to_string(place.dir.path().join("generated-client").join(path))
        .expect("an emitted file")
}

/// What cannot be followed, and what is said about it.
const REFUSED: [(&str, &[&str]); 21] = [
    (
        "[requests.\"Cats/Get cats\"]\nskip = true",
        &["error[override-without-match]", "zoo.toml:1:11", "`Cats/Get cat`", "--explain"],
    ),
    ("[requests.\"get cat\"]", &["no request `get cat`", "did you mean `Cats/Get cat`?"]),
    ("[requests.2]", &["no request `2`"]),
    ("[folders.Cat]\nrename = \"x\"", &["no folder `Cat`", "did you mean `Cats`?"]),
    ("[variables.zo]\nsecret = true", &["no variable `zo`", "did you mean `zoo`?"]),
    ("[client.bearer]\nrename = \"x\"", &["no setting of the client `bearer`"]),
    (
        "[requests.\"Cats/Get cat\"]\nquery.pages.type = \"string\"",
        &["no place `pages`", "did you mean `/page`?", "zoo.toml:2:7"],
    ),
    (
        "[requests.\"Cats/Get cat\".response.200.\"/tail/color\"]",
        &["no place `/tail/color`", "`/tail/colour`"],
    ),
    (
        "[requests.\"Cats/Get cat\".response.201.id]",
        &["no response with the status `201`", "did you mean `200`?"],
    ),
    (
        "[requests.1]\nrename = \"addCat\"",
        &["error[bad-name]", "`addCat` cannot be the name", "did you mean `AddCat`?"],
    ),
    ("[requests.0.query.page]\nrename = \"Page\"", &["error[bad-name]", "did you mean `page`?"]),
    (
        "[requests.0]\nrename = \"Cat\"\n[requests.1]\nrename = \"Cat\"",
        &["error[name-taken]", "zoo.toml:4:10"],
    ),
    (
        "[requests.0.response.200.\"\"]\ntype-name = \"Cat\"\n[requests.1.body.\"\"]\ntype-name = \"Cat\"",
        &["error[type-conflict]", "`Cat` cannot be one type", "zoo.toml:2:13"],
    ),
    (
        "[requests.0.path.id]\nrequired = false",
        &["error[meaningless-override]", "a part of the path cannot be left out"],
    ),
    (
        "[requests.0.response.200.id]\nrequired = true",
        &["a response is what the server makes of it"],
    ),
    ("[requests.1.body.pin]\nrequired = false", &["members of JSON are optional"]),
    (
        "[requests.0.query.page]\ntype = \"int\"",
        &["error[broken-overrides]", "unknown variant `int`", "zoo.toml:2:8"],
    ),
    (
        "[requests.0.query.page]\ntipe = \"integer\"",
        &["error[broken-overrides]", "unknown field `tipe`", "`type`", "zoo.toml:2:1"],
    ),
    ("[requests.0.query.page]\ntype = \"enum\"", &["say its values"]),
    ("[crate]\nversion = \"1\"", &["error[bad-version]", "zoo.toml:2:11"]),
    ("[crate]\nname = \"a b\"", &["error[bad-name]", "`a b` cannot be the name of a crate"]),
];

#[test]
fn what_cannot_be_followed_is_named_with_its_place_and_nothing_is_written() {
    for (overrides, said) in REFUSED {
        let place = zoo(overrides);
        let (out, err) = place.ends(1, &[ZOO]);
        assert_eq!(out, "");
        for expected in said {
            assert!(err.contains(expected), "{overrides}: {expected}\n{err}");
        }
        assert!(!place.has("generated-client"));
    }
}

#[test]
fn all_faults_are_told_at_once_and_to_programs_too() {
    let place = zoo(
        "[folders.Dogs]\nrename = \"dogs\"\n[requests.\"Cats/Get cat\"]\nquery.pages.type = \"string\"\n",
    );
    let (_, err) = place.ends(1, &[ZOO, "--message-format", "json"]);
    let found: Vec<Value> = lines(&err)
        .iter()
        .map(|line| json!([line["code"], line["file"], line["line"], line["column"]]))
        .collect();
    assert_eq!(
        found,
        [
            json!(["override-without-match", "zoo.toml", 1, 10]),
            json!(["override-without-match", "zoo.toml", 4, 7])
        ]
    );
}

#[test]
fn the_crate_is_called_as_the_command_line_says_then_as_the_overrides_do() {
    let place = zoo(
        "[crate]\nname = \"zoo-client\"\nversion = \"2.0.1\"\nlicense = \"MIT\"\nauthors = [\"Ada\"]\npublish = true",
    );
    place.ends(0, &[ZOO]);
    let manifest = file(&place, "Cargo.toml");
    for expected in
        ["name = \"zoo-client\"", "version = \"2.0.1\"", "license = \"MIT\"", "authors = [\"Ada\"]"]
    {
        assert!(manifest.contains(expected), "{expected}\n{manifest}");
    }
    assert!(!manifest.contains("publish = false"), "{manifest}");
    place.ends(0, &[ZOO, "--name", "other"]);
    assert!(file(&place, "Cargo.toml").contains("name = \"other\""));
}

#[test]
fn one_file_describes_the_crate() {
    let texts = [("a.json", collection()), ("b.json", collection())];
    let place = place(&[
        ("a.json", &texts[0].1),
        ("b.json", &texts[1].1),
        ("a.toml", "[crate]\n"),
        ("b.toml", "# b\n[crate]\n"),
    ]);
    let (_, err) = place.ends(1, &["a.json", "b.json"]);
    assert!(err.contains("error[second-crate]") && err.contains("b.toml:2:1"), "{err}");
}

#[test]
fn a_skipped_request_keeps_its_index_and_has_no_endpoint() {
    let place = zoo("[requests.\"Cats/Get cat\"]\nskip = true");
    place.ends(0, &[ZOO]);
    let data: Value = serde_json::from_str(&file(&place, "examples/replay.json")).expect("JSON");
    let requests = data["collections"][0]["requests"].as_array().expect("requests");
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0]["fault"], "skipped by the overrides");
    assert_eq!(requests[0]["url"], "https://h.test/cats/:id?page=1");
    assert!(
        !place.has("generated-client/src/zoo/cats/get_cat.rs")
            && place.has("generated-client/src/zoo/cats/add_cat.rs")
    );
    let (out, _) = place.ends(0, &[ZOO, "--explain", "0", "--message-format", "json"]);
    assert_eq!(out, "");
}

#[test]
fn secrets_are_what_the_overrides_say() {
    let place =
        zoo("[requests.\"Cats/Add cat\"]\nbody.pin.secret = true\n[variables.zoo]\nsecret = true");
    place.ends(0, &[ZOO]);
    assert!(file(&place, "src/zoo/cats/add_cat.rs").contains("pin: Option<Secret>"));
    let data = file(&place, "examples/replay.json");
    assert!(!data.contains("0815-x") && !data.contains("Bergen"), "{data}");
    let secrets = file(&place, "replay.secrets.json");
    assert!(secrets.contains("0815-x") && secrets.contains("Bergen"), "{secrets}");
}

#[test]
fn keys_that_explain_prints_can_be_copied() {
    let place = zoo("");
    let (out, _) = place.ends(0, &[ZOO, "--explain"]);
    let keys: Vec<&str> =
        out.lines().filter_map(|line| line.trim().strip_prefix("override: ")).collect();
    assert_eq!(keys.len(), 11, "{out}");
    let all: String = keys.iter().map(|key| format!("[{key}]\nown-type = true\n")).collect();
    fs::write(place.dir.path().join("zoo.toml"), all).expect("written");
    place.ends(0, &[ZOO, "--explain"]);
}

#[test]
fn a_type_that_saved_values_do_not_fit_is_told() {
    let place =
        zoo("[requests.0]\nquery.page.type = \"boolean\"\nresponse.200.name.type = \"integer\"\n");
    let (_, err) = place.ends(0, &[ZOO]);
    assert_eq!(err.matches("warning[override-misfit]").count(), 2, "{err}");
    assert!(err.contains("`query /page`") && err.contains("`response /name`"), "{err}");
}
