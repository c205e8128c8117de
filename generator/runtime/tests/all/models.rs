//! Models tolerate what examples cannot prove, and lose nothing.

use crate::runtime::{
    Bytes, Date, DecodeError, Map, Number, RawResponse, Secret, Slot, Untyped, Value, fields,
    text_enum, union,
};
use http::{HeaderMap, StatusCode};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Action {
    Create,
    AutoCreate,
    Other(String),
}
text_enum!(Action { Create = "create", AutoCreate = "autoCreate" });

#[derive(Debug, Clone, PartialEq)]
pub enum Id {
    Null,
    Integer(i64),
    Text(String),
    List(Vec<Id>),
    Object(Box<User>),
    Other(Value),
}
union!(Id { Null, Integer: i64, Text: String, List: Vec<Id>, Object: Box<User>, Other: Value });

#[derive(Clone, Default, PartialEq)]
pub struct User {
    pub id: Option<String>,
    pub age: Option<i64>,
    pub r#type: Option<Action>,
    pub tags: Vec<String>,
    pub friends: Vec<User>,
    pub nick: Option<Option<String>>,
    pub born: Option<Date>,
    pub big: Option<Number>,
    pub extra: Option<Map<i64>>,
    pub any: Option<Value>,
    pub ok: bool,
}
fields!(User: Debug { id, age, r#type = "type", tags, friends, nick, born, big, extra, any, ok });

fn read<T: Slot>(json: &str) -> Result<T, DecodeError> {
    RawResponse::new(StatusCode::OK, HeaderMap::new(), Bytes::copy_from_slice(json.as_bytes()))
        .json()
}

fn write(value: &impl serde_core::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn user(json: &str) -> User {
    read(json).unwrap()
}

#[test]
fn whole_objects_come_back() {
    let json = concat!(
        r#"{"id":"a","age":3,"type":"create","tags":["x"],"friends":[{"tags":[],"friends":[],"ok":false}],"nick":null,"#,
        r#""born":"2024-01-01","big":1e400,"extra":{"b":1,"a":2},"any":[1],"ok":true}"#,
    );
    assert_eq!(write(&user(json)), json);
}

#[test]
fn absent_null_and_unknown() {
    let blank = User::blank();
    assert_eq!(user("{}"), blank);
    assert_eq!(user("null"), blank);
    assert_eq!(
        user(r#"{"id":null,"tags":null,"ok":null,"friends":null,"new":{"deep":[1e999]}}"#),
        blank
    );
    assert_eq!(user("{}").nick, None);
    assert_eq!(user(r#"{"nick":null}"#).nick, Some(None));
    assert_eq!(user(r#"{"nick":"n"}"#).nick, Some(Some("n".into())));
    assert_eq!(write(&blank), r#"{"tags":[],"friends":[],"ok":false}"#);
}

#[test]
fn scalars_read_each_other() {
    assert_eq!(user(r#"{"id":5}"#).id.as_deref(), Some("5"));
    assert_eq!(user(r#"{"id":1.0}"#).id.as_deref(), Some("1.0"));
    assert_eq!(user(r#"{"id":true}"#).id.as_deref(), Some("true"));
    assert_eq!(user(r#"{"age":"5"}"#).age, Some(5));
    assert_eq!(user(r#"{"age":5.0}"#).age, Some(5));
    assert!(read::<User>(r#"{"age":5.5}"#).is_err());
    assert!(read::<User>(r#"{"age":18446744073709551615}"#).is_err());
    assert!(user(r#"{"ok":"true"}"#).ok);
    assert!(user(r#"{"\u006fk":1}"#).ok);
}

#[test]
fn unknown_enum_values_are_kept() {
    for (json, action) in
        [("\"autoCreate\"", Action::AutoCreate), ("\"new\"", Action::Other("new".into()))]
    {
        assert_eq!(read::<Action>(json).unwrap(), action);
        assert_eq!(write(&action), json);
    }
    assert_eq!(Action::from("create").to_string(), "create");
}

#[test]
fn numbers_are_lossless() {
    for text in [
        "18446744073709551615",
        "1.0",
        "0.1000000000000000055",
        "1e400",
        "-0",
        "123456789012345678901234567890",
    ] {
        assert_eq!(write(&read::<Number>(text).unwrap()), text);
        assert_eq!(text.parse::<Number>().unwrap().as_str(), text);
    }
    for text in ["", "01", "1.", ".5", "+1", "1e", "0x1", "NaN", "--1", "1 "] {
        assert!(text.parse::<Number>().is_err(), "{text:?}");
    }
    assert_eq!(read::<Number>("\"5\"").unwrap().as_i64(), Some(5));
    assert!(read::<Number>("[]").is_err());
}

#[test]
fn unions_choose_by_kind() {
    let cases = [
        ("null", Id::Null),
        ("5", Id::Integer(5)),
        ("\"5\"", Id::Text("5".into())),
        ("[1,\"a\"]", Id::List(vec![Id::Integer(1), Id::Text("a".into())])),
        ("1.5", Id::Other(1.5.into())),
        ("true", Id::Other(true.into())),
    ];
    for (json, id) in cases {
        assert_eq!(read::<Id>(json).unwrap(), id);
        assert_eq!(write(&id), json);
    }
    assert!(matches!(read::<Id>(r#"{"id":"x"}"#).unwrap(), Id::Object(user) if user.id.is_some()));
    assert!(matches!(read::<Id>(r#"{"age":{}}"#).unwrap(), Id::Other(Value::Object(_))));
    assert!(matches!(read::<Id>("1e400").unwrap(), Id::Other(Value::String(_))));
}

#[test]
fn maps_keep_their_order_and_their_misfits() {
    let json = r#"{"z":1,"y":"no","x":[],"b":2,"a":{"c":1}}"#;
    let map: Map<i64> = read(json).unwrap();
    assert_eq!(map.iter().collect::<Vec<_>>(), [("z", &1), ("b", &2)]);
    assert_eq!(map.misfits().map(|(key, _)| key).collect::<Vec<_>>(), ["y", "x", "a"]);
    assert_eq!(write(&map), json);
    assert_eq!(map.get("b"), Some(&2));
}

#[test]
fn errors_name_their_place() {
    let place = |json: &str| read::<User>(json).unwrap_err().path().map(str::to_owned);
    assert_eq!(place(r#"{"friends":[{},{"age":[]}]}"#).as_deref(), Some("friends[1].age"));
    assert_eq!(
        place(r#"{"friends":[{"friends":[{},{"friends":5}]}]}"#).as_deref(),
        Some("friends[0].friends[1].friends")
    );
    assert_eq!(place("[1]"), None);
    assert_eq!(place(r#"{"extra":{"a":{"b":1}},"age":{}}"#).as_deref(), Some("age"));
    assert_eq!(place("{\"age\":1").as_deref(), None);
}

#[test]
fn hostile_documents_do_not_panic() {
    for open in ["[", "{\"friends\":[", "{\"extra\":", "{\"any\":[", "{\"big\":["] {
        let deep = open.repeat(200_000);
        let _ = read::<User>(&deep);
        let _ = read::<Id>(&deep);
        let _ = read::<Map<Value>>(&deep);
        let _ = read::<Vec<Value>>(&deep);
    }
    let nested = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let _ = read::<Id>(&nested);
    let _ = read::<Map<Id>>(&format!("{{\"a\":{nested}}}"));
}

#[test]
fn untyped_answers() {
    let untyped = |body: &'static [u8]| -> Untyped {
        RawResponse::new(StatusCode::OK, HeaderMap::new(), Bytes::from_static(body)).untyped()
    };
    assert_eq!(write(&untyped(b" {\"b\": 1.0,\"a\":1e400} ")), "{\"b\": 1.0,\"a\":1e400}");
    assert_eq!(write(&untyped(b"<a/>")), "\"<a/>\"");
    assert_eq!(write(&untyped(b"\xff\x00")), "\"/wA=\"");
    assert_eq!(write(&untyped(b"")), "null");
    assert_eq!(untyped(b"caf\xe9").text(), "café");
}

#[test]
fn other_readers_of_serde_work_too() {
    let value = serde_json::json!({"id": "a", "age": 3, "big": 7, "extra": {"a": 1}});
    let user: User = serde_json::from_value(value.clone()).unwrap();
    assert_eq!((user.id.as_deref(), user.age), (Some("a"), Some(3)));
    assert_eq!(serde_json::to_value(&user).unwrap()["extra"], value["extra"]);
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,4}".prop_map(Value::from),
    ];
    let key = prop_oneof![
        Just("id"),
        Just("age"),
        Just("tags"),
        Just("friends"),
        Just("extra"),
        Just("new")
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..4).prop_map(|members| members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #[test]
    fn unions_and_maps_take_anything(value in json()) {
        let text = write(&value);
        prop_assert!(read::<Id>(&text).is_ok());
        if value.is_object() {
            let map: Map<User> = read(&text).unwrap();
            prop_assert_eq!(map.len() + map.misfits().count(), value.as_object().unwrap().len());
        }
        let _ = read::<User>(&text);
    }

    #[test]
    fn what_is_written_is_read(value in json()) {
        if let Ok(user) = read::<User>(&write(&value)) {
            prop_assert_eq!(read::<User>(&write(&user)).unwrap(), user);
        }
    }
}

#[test]
fn shown_without_what_is_left_out() {
    let user =
        user(r#"{"id":"a","age":1,"friends":[{"ok":true}],"extra":{"k":2},"type":"create"}"#);
    let shown = r#"User { id: "a", age: 1, type: "create", tags: [], friends: [User { tags: [], friends: [], ok: true }], "#;
    assert_eq!(format!("{user:?}"), format!("{shown}extra: {{\"k\": 2}}, ok: false }}"));
    assert_eq!(format!("{:?}", Secret::new("hunter2").node()), "Secret(…)");
}

#[test]
fn blanks() {
    assert_eq!(<Option<i64> as Slot>::blank(), None);
    assert_eq!(Id::blank(), Id::Other(Value::Null));
}
