//! Tolerated oddities of collections, items and the parts of a request, one each.

use generator::diagnostics::Kind;
use generator::postman::{Item, Path, Url};
use generator::read;
use serde_json::json;

use crate::support::{collection, ignored, item, pairs, request, url};

#[test]
fn a_wrapped_collection_with_a_byte_order_mark() {
    let text = "\u{feff}{\"collection\": {\"info\": {\"name\": \"w\"}, \"item\": [{\"name\": \"r\", \"request\": \"http://h.test\"}]}}";
    let read = read::collection(text.as_bytes()).unwrap().value;
    assert_eq!(read.name, "w");
    let Item::Request(item) = &read.items[0] else { panic!("a request") };
    assert_eq!(item.place.pointer, "/collection/item/0");
}

#[test]
fn items_and_variables_count_as_item_and_variable() {
    let (read, notes) = collection(
        json!({"items": [{"items": [{"name": "a"}]}], "variables": [{"key": "x", "value": 1}], "name": "n"}),
    );
    let Item::Folder(folder) = &read.items[0] else { panic!("a folder") };
    let Item::Request(inner) = &folder.items[0] else { panic!("a request") };
    assert_eq!(inner.place.pointer, "/items/0/items/0");
    assert_eq!(
        (read.variables[0].key.as_deref(), &read.variables[0].value),
        (Some("x"), &Some(json!(1)))
    );
    assert_eq!(read.name, "n");
    assert!(notes.is_empty());
}

#[test]
fn an_empty_list_makes_a_folder_and_entries_that_are_no_objects_are_left_out() {
    let (read, notes) = collection(
        json!({"info": {}, "item": [{"item": []}, null, "x", {"item": null}, {"item": {"name": "lone"}}, 5]}),
    );
    let shape: Vec<String> = read
        .items
        .iter()
        .map(|item| match item {
            Item::Folder(folder) => format!("folder {}", folder.items.len()),
            Item::Request(_) => "request".to_owned(),
        })
        .collect();
    assert_eq!(shape, ["folder 0", "request", "folder 1"]);
    assert_eq!(ignored(&notes), ["/item/1 null", "/item/2 a string", "/item/5 a number"]);
}

#[test]
fn notes_name_the_folders_and_the_request() {
    let (_, notes) = collection(
        json!({"info": {}, "item": [{"name": "F", "item": [{"name": "R", "request": {"url": 5}}]}]}),
    );
    assert_eq!(notes[0].trail, ["F", "R"]);
    assert_eq!(notes[0].place.pointer, "/item/0/item/0/request/url");
}

#[test]
fn notes_stand_in_the_order_of_the_file() {
    let requests = |count: usize| vec![json!({"name": "R", "request": {"url": 5}}); count];
    let folders: Vec<_> = (0..40)
        .map(|count| json!({"name": format!("F{count}"), "item": requests(count)}))
        .collect();
    let (read, notes) = collection(json!({"info": {}, "item": folders}));
    let places = (0..40).flat_map(|folder| {
        (0..folder).map(move |request| format!("/item/{folder}/item/{request}/request/url"))
    });
    assert_eq!(
        notes.iter().map(|note| note.place.pointer.clone()).collect::<Vec<_>>(),
        places.collect::<Vec<_>>()
    );
    assert_eq!(notes.last().unwrap().trail, ["F39", "R"]);
    assert!(
        (0..).zip(&read.items).all(
            |(count, item)| matches!(item, Item::Folder(folder) if folder.items.len() == count)
        )
    );
}

#[test]
fn of_two_members_with_one_key_the_last_one_counts_where_the_first_one_stands() {
    let text = r#"{"info": {"name": "x", "name": "c"}, "item": [{"name": "r", "request": {"url": "http://h.test",
        "header": {"A": "x", "B": "b", "A": "a"}, "auth": {"type": "basic", "basic": {"u": 1, "p": 2, "u": 3}}}}]}"#;
    let read = read::collection(text.as_bytes()).unwrap().value;
    assert_eq!(read.name, "c");
    let Item::Request(item) = &read.items[0] else { panic!("a request") };
    let request = item.request.as_ref().unwrap();
    assert_eq!(
        pairs(&request.headers),
        [(Some("A"), Some(json!("a"))), (Some("B"), Some(json!("b")))]
    );
    assert_eq!(
        request.auth.as_ref().unwrap().parameters,
        [("u".to_owned(), json!(3)), ("p".to_owned(), json!(2))]
    );
}

#[test]
fn a_request_may_be_a_text_or_missing_or_nonsense() {
    assert!(
        matches!(request(json!("http://h.test")).0.url, Url::Text(text) if text == "http://h.test")
    );
    assert!(item(json!({"name": "r"})).0.request.is_none());
    let (nonsense, notes) = item(json!({"request": [1]}));
    assert!(nonsense.request.is_none());
    assert_eq!(ignored(&notes), ["/item/0/request a list"]);
}

#[test]
fn names_and_descriptions_in_all_forms() {
    let (read, _) = collection(
        json!({"info": {"name": 5, "description": {"content": "d"}, "version": {"major": 1, "minor": 2, "patch": "3", "identifier": "rc"}}, "item": []}),
    );
    assert_eq!(
        (read.name.as_str(), read.description.as_deref(), read.version.as_deref()),
        ("5", Some("d"), Some("1.2.3-rc"))
    );
    let (read, _) =
        collection(json!({"info": {"version": "v7", "description": null}, "item": null}));
    assert_eq!(
        (read.name.as_str(), read.description, read.version.as_deref()),
        ("", None, Some("v7"))
    );
}

#[test]
fn path_segments_are_the_texts_that_postman_sends() {
    let (parts, notes) = url(json!({"path": ["a", null, 5, {"type": "string", "value": "v"}]}));
    let Some(Path::Segments(segments)) = parts.path else { panic!("segments") };
    assert_eq!(segments, ["a", "", "5", "[object Object]"]);
    let odd: Vec<&str> = notes.iter().map(|note| note.place.pointer.as_str()).collect();
    assert_eq!(odd, ["/item/0/request/url/path/2", "/item/0/request/url/path/3"]);
}

#[test]
fn path_variables_by_id() {
    let (parts, _) = url(
        json!({"variable": [{"id": "a", "value": "1"}, {"key": "", "id": "b"}, {"key": "c", "type": "secret"}]}),
    );
    let keys: Vec<_> = parts.variables.iter().map(|v| (v.key.as_deref(), v.secret)).collect();
    assert_eq!(keys, [(Some("a"), false), (Some("b"), false), (Some("c"), true)]);
}

#[test]
fn scripts_are_strings_or_lines() {
    let (item, _) = item(
        json!({"event": [{"listen": "test", "script": {"exec": ["pm.environment", ".set('a', 1)"]}},
        {"script": "pm.globals.set('b', 1)"}, {"script": ["pm.globals.set('a', 1)"]}, {"script": {"exec": "postman.setGlobalVariable('c')"}}, {}]}),
    );
    let sources: Vec<_> = item.scripts.iter().map(|script| script.source.lines().count()).collect();
    assert_eq!(sources, [2, 1, 1, 1]);
    let (read, _) = collection(json!({"info": {}, "item": [], "event": null}));
    assert!(read.scripts.is_empty());
}

#[test]
fn transport_settings_are_told() {
    let (_, notes) = request(json!({"url": "", "proxy": {"host": "p"}, "certificate": null}));
    assert_eq!(notes[0].kind, Kind::TransportSetting { member: "proxy".to_owned() });
    assert_eq!(notes.len(), 1);
}

#[test]
fn environments() {
    let text = json!({"name": "E", "_postman_variable_scope": "globals", "values": [{"key": "a", "value": "1", "enabled": false}, {"key": "b", "type": "secret", "enabled": true}]});
    let read = read::environment(text.to_string().as_bytes()).unwrap().value;
    assert!(read.globals && read.name == "E");
    let flags: Vec<_> = read.variables.iter().map(|v| (v.disabled, v.secret)).collect();
    assert_eq!(flags, [(true, false), (false, true)]);
}
