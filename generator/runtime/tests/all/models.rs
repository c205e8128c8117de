use crate::runtime::{Date, Map, Number, RawResponse, Value, fields, text_enum, union};

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
    List(Vec<String>),
    Object(User),
    Other(Value),
}
union!(Id { Null, Integer: i64, Text: String, List: Vec<String>, Object: User, Other: Value });

#[derive(Debug, Clone, PartialEq)]
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
}
fields!(User {
    id: "id",
    age: "age",
    r#type: "type",
    tags: "tags",
    friends: "friends",
    nick: "nick",
    born: "born",
    big: "big",
    extra: "extra",
    any: "any",
});

fn answer(body: &'static str) -> RawResponse {
    RawResponse::new(http::StatusCode::OK, http::HeaderMap::new(), bytes::Bytes::from_static(body.as_bytes()))
}

#[test]
fn reads_and_writes() {
    let text = r#"{"id":"a","age":3,"type":"create","tags":["x"],"friends":[],"nick":null,"born":"2024-01-01","big":1e400,"extra":{"b":1,"a":2},"any":[1]}"#;
    let user: User = answer(text).json().unwrap();
    assert_eq!(user.r#type, Some(Action::Create));
    assert_eq!(serde_json::to_string(&user).unwrap(), text);
}
