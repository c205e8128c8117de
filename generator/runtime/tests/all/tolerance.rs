//! Responses that no sample showed, and how models read them.

use crate::runtime::{
    Bytes, Date, DecodeError, Map, Number, RawResponse, Slot, Value, fields, text_enum,
};
use http::{HeaderMap, StatusCode};

#[derive(Debug, Clone, PartialEq)]
pub enum Size {
    Small,
    Other(String),
}
text_enum!(Size { Small = "small" });

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Boat {
    pub name: Option<String>,
    pub masts: Option<i64>,
    pub length: Option<f64>,
    pub weight: Option<Number>,
    pub afloat: Option<bool>,
    pub size: Option<Size>,
    pub built: Option<Date>,
    pub owner: Option<Box<Boat>>,
    pub crew: Vec<Boat>,
    pub tags: Option<Vec<String>>,
    pub depths: Vec<f64>,
    pub ports: Option<Map<i64>>,
    pub notes: Option<Map<String>>,
    pub extra: Option<Vec<Value>>,
}
fields!(Boat {
    name,
    masts,
    length,
    weight,
    afloat,
    size,
    built,
    owner,
    crew,
    tags,
    depths,
    ports,
    notes,
    extra
});

fn read<T: Slot>(json: &str) -> Result<T, DecodeError> {
    RawResponse::new(StatusCode::OK, HeaderMap::new(), Bytes::copy_from_slice(json.as_bytes()))
        .json()
}

/// Reads a boat with one member.
fn boat(key: &str, value: &str) -> Result<Boat, DecodeError> {
    read(&format!(r#"{{"{key}": {value}}}"#))
}

fn written(key: &str, value: &str) -> String {
    let boat = boat(key, value).unwrap_or_else(|error| panic!("{key}: {value}: {error}"));
    let mut json = serde_json::to_value(&boat).unwrap();
    json[key].take().to_string()
}

#[test]
fn what_stands_for_nothing_is_absent() {
    let nothing = ["null", "\"\"", "false"];
    for key in ["masts", "length", "weight"] {
        assert!(
            nothing[..2].iter().all(|value| boat(key, value).unwrap() == Boat::default()),
            "{key}"
        );
    }
    for key in ["owner", "crew", "tags", "depths", "ports", "notes", "extra"] {
        assert!(nothing.iter().all(|value| boat(key, value).unwrap() == Boat::default()), "{key}");
    }
    assert!(nothing[..2].iter().all(|value| boat("afloat", value).unwrap() == Boat::default()));
    for key in ["name", "size", "built"] {
        assert_eq!(
            (written(key, "null"), written(key, "\"\"")),
            ("null".into(), "\"\"".into()),
            "{key}"
        );
    }
}

#[test]
fn an_empty_body_is_one_without_members() {
    assert_eq!(read::<Boat>("").unwrap(), Boat::default());
    assert_eq!(read::<Vec<Boat>>(" \r\n").unwrap(), []);
    assert_eq!(read::<Boat>("\u{feff}{\"masts\":2}").unwrap().masts, Some(2));
    assert!(read::<Boat>("<html>").is_err());
}

#[test]
fn scalars_in_each_others_clothes() {
    let cases = [
        ("masts", "\"3\"", "3"),
        ("masts", "\" 3 \"", "3"),
        ("masts", "3.0", "3"),
        ("masts", "3e0", "3"),
        ("masts", "true", "1"),
        ("length", "3", "3.0"),
        ("length", "\"3.5\"", "3.5"),
        ("length", "false", "0.0"),
        ("weight", "\"2.5\"", "2.5"),
        ("weight", "true", "1"),
        ("afloat", "0", "false"),
        ("afloat", "\"1\"", "true"),
        ("afloat", "\"True\"", "true"),
        ("afloat", "\"no\"", "false"),
        ("name", "1.50", "\"1.50\""),
        ("name", "false", "\"false\""),
        ("size", "\"vast\"", "\"vast\""),
        ("size", "7", "\"7\""),
        ("built", "20240501", "\"20240501\""),
    ];
    for (key, value, wanted) in cases {
        assert_eq!(written(key, value), wanted, "{key}: {value}");
    }
}

#[test]
fn a_text_keeps_what_is_none() {
    assert_eq!(boat("name", r#"{"en": [1.0]}"#).unwrap().name.as_deref(), Some(r#"{"en": [1.0]}"#));
    assert_eq!(boat("tags", r#"["a", {"b": 1}]"#).unwrap().tags.unwrap(), ["a", r#"{"b": 1}"#]);
}

#[test]
fn lists_that_are_written_otherwise() {
    let crew = |value: &str| {
        boat("crew", value).unwrap().crew.into_iter().map(|boat| boat.masts).collect::<Vec<_>>()
    };
    assert_eq!(crew(r#"{"masts": 1, "new": 2}"#), [Some(1)], "the only item stands alone");
    assert_eq!(
        crew(r#"{"0": {"masts": 1}, "2": {"masts": 3}}"#),
        [Some(1), Some(3)],
        "a list with gaps"
    );
    assert_eq!(crew("{}"), []);
    assert!(boat("depths", "5").is_err(), "a number changes its depth");
    type Area = Vec<Vec<Vec<f64>>>;
    for point in ["[13.4, 52.5]", "[[13.4, 52.5]]"] {
        assert!(read::<Area>(point).is_err(), "{point}");
    }
    assert_eq!(read::<Vec<Vec<String>>>("[\"x\"]").unwrap(), [["x"]], "one level");
    assert!(read::<Vec<Vec<String>>>("\"x\"").is_err(), "two levels");
    assert_eq!(crew("[null]"), [None]);
    assert_eq!(boat("tags", "\"a\"").unwrap().tags.unwrap(), ["a"]);
    assert_eq!(
        written("extra", r#"{"7": {"id": 7}}"#),
        r#"[{"7":{"id":7}}]"#,
        "any JSON keeps its keys"
    );
    assert_eq!(written("depths", "[1, null, \"2.5\"]"), "[1.0,null,2.5]");
    assert!(boat("crew", r#"{"error": "none"}"#).is_err(), "another answer");
    assert!(boat("crew", "5").is_err());
}

#[test]
fn objects_that_are_written_as_lists() {
    assert_eq!(boat("owner", "[]").unwrap().owner, Some(Box::default()));
    assert_eq!(boat("ports", "[ ]").unwrap().ports, Some(Map::new()));
    assert_eq!(read::<Boat>("[]").unwrap(), Boat::default());
    assert!(boat("owner", "[1]").is_err());
    assert!(boat("owner", "\"ada\"").is_err());
}

#[test]
fn maps_keep_null_and_what_is_no_text_aside() {
    let json = r#"{"a":1,"b":null,"c":{"d":[]},"e":"5"}"#;
    let ports = boat("ports", json).unwrap().ports.unwrap();
    assert_eq!(ports.iter().collect::<Vec<_>>(), [("a", &1), ("e", &5)]);
    assert_eq!(ports.misfits().map(|(key, _)| key).collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(
        written("notes", r#"{"a":"x","b":null,"c":{"d":[]}}"#),
        r#"{"a":"x","b":null,"c":{"d":[]}}"#
    );
    let options: Map<Option<i64>> = read(r#"{"a":null,"b":2}"#).unwrap();
    assert_eq!((options.get("a"), options.get("b")), (Some(&None), Some(&Some(2))));
    assert_eq!(read::<Map<Value>>(r#"{"a":null}"#).unwrap().get("a"), Some(&Value::Null));
}

#[test]
fn what_would_lose_something_is_an_error() {
    for (key, value) in [
        ("masts", "1.5"),
        ("masts", "\"many\""),
        ("masts", "18446744073709551615"),
        ("afloat", "2"),
        ("owner", "5"),
    ] {
        assert_eq!(boat(key, value).unwrap_err().path(), Some(key), "{value}");
    }
}

fn declared(content_type: &str, body: &[u8]) -> RawResponse {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", content_type.parse().unwrap());
    RawResponse::new(StatusCode::OK, headers, Bytes::copy_from_slice(body))
}

#[test]
fn the_declared_character_set_is_read() {
    let latin = declared("application/json; charset=ISO-8859-1", b"{\"name\": \"Ren\xe9\"}");
    assert_eq!(latin.json::<Boat>().unwrap().name.as_deref(), Some("René"));
    let body = "{\"name\": \"René\"}";
    let utf8 = declared("application/json; charset=ISO-8859-1", body.as_bytes());
    assert_eq!(utf8.json::<Boat>().unwrap().name.as_deref(), Some("René"), "not what it declares");
    assert_eq!(utf8.untyped().bytes(), body.as_bytes());
}

#[cfg(feature = "charset")]
#[test]
fn any_declared_character_set_is_read() {
    let cyrillic = declared("text/plain; charset=windows-1251", b"\xcf\xf0\xe8\xe2\xe5\xf2");
    assert_eq!(cyrillic.text().unwrap(), "Привет");
    assert_eq!(cyrillic.untyped().text(), "Привет");
    let wide: Vec<u8> = "{\"name\": \"é\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = declared("application/json; charset=utf-16le", &wide);
    assert_eq!(wide.json::<Boat>().unwrap().name.as_deref(), Some("é"));
}
