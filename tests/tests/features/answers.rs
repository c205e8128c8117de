//! What is made of answers.

use features_client::answers::several_successes::{SeveralSuccessesBody, SeveralSuccessesOutput};
use features_client::answers::unions::{UnionValue, UnionsValue};
use features_client::answers::{
    Maps, NullsAndAbsences, Numbers, Recursion, SeveralSuccesses, TextAtTop, Unions,
};
use features_client::bodies::PlainText;
use features_client::lighthouses::list_lighthouses::ListLighthousesStatus;
use features_client::lighthouses::{RemoveLighthouse, remove_lighthouse::RemoveLighthouseBody};
use features_client::runtime::Bytes;
use features_client::{Endpoint, Error};

/// Reads an answer without a transport.
fn read<E: Endpoint>(status: u16, body: &'static str) -> Result<E::Output, Error> {
    let response =
        http::Response::builder().status(status).body(Bytes::from_static(body.as_bytes()));
    E::decode(response.expect("a response"))
}

#[test]
fn each_documented_success_has_its_type() {
    let done = read::<SeveralSuccesses>(200, r#"{"result":{"lumen":7}}"#).expect("a success");
    assert!(
        matches!(&done, SeveralSuccessesOutput::Success(done) if done.result.as_ref().is_some_and(|r| r.lumen == Some(7)))
    );
    let later = read::<SeveralSuccesses>(202, r#"{"job":{"id":"j-1"}}"#).expect("a success");
    assert!(
        matches!(&later, SeveralSuccessesOutput::Accepted(later) if later.job.as_ref().is_some_and(|job| job.state.is_none()))
    );
    assert!(matches!(read::<SeveralSuccesses>(204, ""), Ok(SeveralSuccessesOutput::NoContent)));
    let other = read::<SeveralSuccesses>(207, "what").expect("a success");
    assert!(matches!(&other, SeveralSuccessesOutput::Other(other) if other.text() == "what"));
    assert_eq!(
        read::<SeveralSuccesses>(404, "{}").expect_err("an error").status().map(|s| s.as_u16()),
        Some(404)
    );
    assert_eq!(SeveralSuccesses::new(SeveralSuccessesBody::new().wait(true)).body.wait, Some(true));
}

#[test]
fn no_content_is_nothing() {
    read::<RemoveLighthouse>(204, "").expect("a success");
    assert_eq!(RemoveLighthouseBody::new().reason("storm").reason.as_deref(), Some("storm"));
}

#[test]
fn maps_are_maps_and_what_misfits_is_kept_aside() {
    let maps =
        read::<Maps>(200, r#"{"by_day":{"2030-01-01":3,"2030-01-02":"many"},"labels":{"a":"b"}}"#)
            .expect("a success");
    let by_day = maps.by_day.expect("there");
    assert_eq!(by_day.get("2030-01-01"), Some(&3));
    assert_eq!(
        serde_json::to_value(&by_day).expect("JSON"),
        serde_json::json!({"2030-01-01": 3, "2030-01-02": "many"})
    );
    assert_eq!((maps.by_id, maps.labels.expect("there").len()), (None, 1));
}

#[test]
fn unions_take_each_kind_and_keep_the_others() {
    let answer = read::<Unions>(200, r#"{"value":"x","list":[1,"two",{"three":3},[4],null]}"#)
        .expect("a success");
    assert_eq!(answer.value, Some(UnionsValue::Text("x".into())));
    let list = &answer.list;
    assert_eq!(list[0], Some(UnionValue::Integer(1)));
    assert!(matches!(&list[2], Some(UnionValue::Object(object)) if object.three == Some(3)));
    assert_eq!(list[3], Some(UnionValue::Other(serde_json::json!([4]))));
    assert_eq!((list[4].as_ref(), answer.events.len()), (None, 0));
}

#[test]
fn fields_may_be_missing_or_null() {
    for body in ["{}", r#"{"a":null,"b":null,"c":null,"e":null}"#] {
        let answer = read::<NullsAndAbsences>(200, body).expect("a success");
        assert_eq!((answer.a, answer.b, answer.c.len(), answer.e), (None, None, 0, None));
    }
}

#[test]
fn numbers_keep_their_digits() {
    let body = r#"{"huge":123456789012345678901234567890,"exact":9007199254740993,"float":0.1}"#;
    let answer = read::<Numbers>(200, body).expect("a success");
    assert_eq!((answer.exact, answer.float), (Some(9007199254740993), Some(0.1)));
    let written = serde_json::to_string(&answer).expect("JSON");
    assert!(written.contains("123456789012345678901234567890"), "{written}");
}

#[test]
fn a_tree_is_one_type() {
    let tree = read::<Recursion>(200, r#"{"name":"a","harbours":[{"name":"b","harbours":[{}]}]}"#)
        .expect("a success");
    let inner = &tree.harbours.expect("there")[0];
    assert_eq!(
        (inner.name.as_deref(), inner.harbours.as_ref().map(Vec::len)),
        (Some("b"), Some(1))
    );
}

#[test]
fn texts_are_texts() {
    assert_eq!(read::<PlainText>(200, "noted").expect("a success"), "noted");
    assert_eq!(read::<TextAtTop>(200, "\"noted\"").expect("a success"), "noted");
}

#[test]
fn an_unknown_value_of_an_enum_is_kept() {
    assert_eq!(ListLighthousesStatus::from("flickering").as_str(), "flickering");
    assert!(matches!(ListLighthousesStatus::from("flickering"), ListLighthousesStatus::Other(_)));
}
