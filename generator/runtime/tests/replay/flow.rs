//! Values that flow from responses to later requests, and responses that are recorded.

use serde_json::{Value, json};

use crate::server::{Answer, Recorded, Server};
use crate::{DATA, file, run_lines, to};

/// The demo, with a first request that saves a token and a later one that sends it.
fn data() -> String {
    let mut data: Value = serde_json::from_str(DATA).unwrap();
    let collection = &mut data["collections"][0];
    collection["source"] = json!("demo");
    collection["requests"][0]["saves"] = json!([
        {"variable": "flowed", "json": ["items", 0, "id"], "status": 200},
        {"variable": "secretToken", "json": ["token"], "secret": true},
        {"variable": "place", "header": "content-type"},
        {"variable": "never", "json": ["items", 0, "id"], "status": 201},
    ]);
    let slots = &mut collection["requests"][8]["slots"];
    slots[0]["values"] = json!(["{{flowed}} {{secretToken}} {{place}} {{never}}"]);
    data.to_string()
}

fn log_in(request: &Recorded) -> Answer {
    match request.target.starts_with("/users") {
        true => (200, "application/json", "{\"token\": \"t-12345\", \"items\": [{\"id\": 7}]}"),
        false => (200, "application/json", "{}"),
    }
}

fn send(server: &Server, arguments: &[&str]) -> Vec<Value> {
    let variables = to(server);
    let arguments: Vec<&str> =
        arguments.iter().copied().chain(variables.iter().map(String::as_str)).collect();
    let lines = run_lines(&data(), "/nowhere", &arguments).unwrap();
    lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn responses_supply_later_requests() {
    let server = Server::start(log_in);
    let lines = send(&server, &["--only", "0,8"]);
    let sent = server.take();
    assert_eq!(sent[1].target, "/things/7%20t-12345%20application/json%20%7B%7Bnever%7D%7D");
    assert_eq!(lines[0]["value"]["token"], "$secretToken");
    assert!(!lines.iter().any(|line| line.to_string().contains("t-12345")));
}

#[test]
fn variables_of_the_command_line_win() {
    let server = Server::start(log_in);
    send(&server, &["--only", "0,8", "--var", "flowed=mine", "--var", "secretToken=x"]);
    let target = &server.take()[1].target;
    assert!(target.starts_with("/things/mine%20x%20"), "{target}");
}

/// A collection with the requests of the demo, laid out as people and Postman do.
fn collection() -> String {
    let data: Value = serde_json::from_str(DATA).unwrap();
    let requests = data["collections"][0]["requests"].as_array().unwrap();
    let mut text =
        String::from("{\n\t\"info\": {\"name\": \"Demo\"},   \"odd\": 1.50,\n\t\"item\": [");
    for (position, request) in requests.iter().enumerate() {
        let name = request["path"].as_array().unwrap().last().unwrap();
        let response = match position {
            0 => "",
            8 => ",\n\t\t\t\"response\": []",
            _ => {
                ",\n\t\t\t\"response\": [\n\t\t\t\t{ \"name\": \"old\", \"code\": 418, \"body\": \"\" }\n\t\t\t]"
            }
        };
        let comma = if position > 0 { "," } else { "" };
        text += &format!(
            "{comma}\n\t\t{{\n\t\t\t\"name\": {name},\n\t\t\t\"request\": \"{{{{baseUrl}}}}/{position}\"{response}\n\t\t}}"
        );
    }
    text + "\n\t]\n}\n"
}

fn recorded(path: &str) -> (String, Value) {
    let text = std::fs::read_to_string(path).unwrap();
    let json = serde_json::from_str(&text).unwrap();
    (text, json)
}

#[test]
fn responses_are_recorded_and_nothing_else_changes() {
    let server = Server::start(|request| match request.target.starts_with("/users") {
        true => (
            200,
            "application/json",
            "{\"token\": \"t-12345\", \"big\": 12345678901234567890.50, \"items\": [{\"id\": 7}], \"mail\": \"t-12345\"}",
        ),
        false => (404, "text/plain", "no"),
    });
    let path = file("record.postman_collection.json", &collection());
    let before = collection();
    for _ in 0..2 {
        send(&server, &["--only", "0,8,10", "--record", &path, "--redact", "ID"]);
    }
    let (text, json) = recorded(&path);
    let saved = &json["item"][0]["response"];
    assert_eq!(saved.as_array().unwrap().len(), 1, "{saved}");
    assert_eq!((&saved[0]["code"], &saved[0]["name"]), (&json!(200), &json!("200 OK")));
    assert_eq!(
        saved[0]["body"],
        "{\"token\": \"redacted\", \"big\": 12345678901234567890.50, \"items\": [{\"id\": 0}], \"mail\": \"redacted\"}"
    );
    assert_eq!(saved[0]["originalRequest"], "{{baseUrl}}/0");
    assert_eq!(json["item"][8]["response"][0]["code"], 404);
    let two = json["item"][10]["response"].as_array().unwrap();
    assert_eq!(two.len(), 2);
    // Without what was added, it is the text from before.
    let mut rest = text.as_str();
    for line in before.lines().filter(|line| !line.contains("response") && line.len() > 6) {
        let line = line.trim_end_matches(',');
        let at = rest.find(line).unwrap_or_else(|| panic!("{line} is gone"));
        rest = &rest[at + line.len()..];
    }
    assert!(!text.contains("t-12345"));
    assert!(
        text.contains("\t\t\t\"response\": [\n\t\t\t\t{\n\t\t\t\t\t\"name\": \"200 OK\""),
        "{text}"
    );
}

#[test]
fn the_copy_is_made_of_the_collection() {
    let server = Server::start(log_in);
    let folder = format!("{}/record-copy", env!("CARGO_TARGET_TMPDIR"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let source = format!("{folder}/demo.postman_collection.json");
    std::fs::write(&source, collection()).unwrap();
    let copy = format!("{folder}/recorded.json");
    send(&server, &["--only", "13", "--record", &copy]);
    assert_eq!(std::fs::read_to_string(&source).unwrap(), collection());
    assert_eq!(recorded(&copy).1["item"][13]["response"][1]["code"], 200);
    let names = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(names, 2, "nothing else is left");
}

#[test]
fn other_collections_are_refused() {
    let path = file("other.json", "{\"item\": [{\"name\": \"x\", \"request\": \"y\"}]}");
    let refused = run_lines(&data(), "/nowhere", &["--only", "0", "--record", &path]);
    assert!(refused.unwrap_err().to_string().contains("does not have the requests"));
    let refused = run_lines(&data(), "/nowhere", &["--only", "0", "--record", "/nowhere/x.json"]);
    assert!(refused.unwrap_err().to_string().contains("copy it there first"));
}

#[test]
fn responses_become_examples_of_a_tree() {
    let server = Server::start(log_in);
    let folder = format!("{}/record-tree", env!("CARGO_TARGET_TMPDIR"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(format!("{folder}/.resources")).unwrap();
    std::fs::write(format!("{folder}/.resources/definition.yaml"), "$kind: collection\n").unwrap();
    std::fs::create_dir_all(format!("{folder}/Users")).unwrap();
    std::fs::write(format!("{folder}/Users/Get user.request.yaml"), "$kind: http-request\n")
        .unwrap();
    for _ in 0..2 {
        send(&server, &["--only", "0", "--record", &folder]);
    }
    let examples = format!("{folder}/Users/.resources/Get user.resources/examples");
    assert_eq!(std::fs::read_dir(&examples).unwrap().count(), 1);
    let text = std::fs::read_to_string(format!("{examples}/200 OK.example.yaml")).unwrap();
    assert!(text.starts_with("$kind: http-example\n"), "{text}");
    assert!(text.contains("  statusCode: 200\n"), "{text}");
    assert!(text.contains("content: \"{\\\"token\\\": \\\"redacted\\\""), "{text}");
}
