use super::*;
use crate::api::{
    Body, FilePart, Header, HeaderRole, JsonBody, Language, Multipart, Part, PathPiece, TextBody,
};

fn types(inferences: &[Inference]) -> Vec<String> {
    inferences.iter().map(|inference| word(&inference.shape)).collect()
}

fn evidence(inferences: &[Inference]) -> Vec<(bool, Evidence)> {
    inferences
        .iter()
        .map(|inference| (inference.presence.required, inference.presence.evidence))
        .collect()
}

#[test]
fn a_path_variable_is_one_argument_however_often_it_stands() {
    let variable = |name: &str, samples: &[&str]| PathPiece::Parameter(sent(name, samples));
    let path = vec![
        variable("depth", &["1"]),
        PathPiece::Text("/x/".into()),
        variable("b", &["y"]),
        variable("depth", &["z"]),
    ];
    let types = inferred(Endpoint { path, ..Endpoint::default() });
    let arguments: Vec<(&str, String)> = types
        .path
        .iter()
        .map(|argument| (argument.name.as_str(), word(&argument.inference.shape)))
        .collect();
    assert_eq!(arguments, [("depth", "text".to_owned()), ("b", "text".to_owned())]);
    assert!(
        types.path.iter().all(|argument| argument.inference.presence.evidence == Evidence::InPath)
    );
}

#[test]
fn a_path_variable_without_a_value_is_text() {
    let path = vec![PathPiece::Parameter(seen("depth", &["1"]))];
    let types = inferred(Endpoint { path, ..Endpoint::default() });
    assert_eq!(word(&types.path[0].inference.shape), "text");
}

#[test]
fn marks_decide_on_presence() {
    let query = || {
        vec![
            described(sent("a", &["1"]), "(Required)"),
            sent("b", &["1"]),
            described(seen("c", &["1"]), "(Required)"),
        ]
    };
    let marked = Api { marked: true, ..api(Endpoint { query: query(), ..Endpoint::default() }) };
    let expected =
        [(true, Evidence::Marked), (false, Evidence::Unmarked), (false, Evidence::Disabled)];
    assert_eq!(evidence(&infer(&marked).endpoints[0].query), expected);
    let unmarked = inferred(Endpoint { query: vec![sent("b", &["1"])], ..Endpoint::default() });
    assert_eq!(evidence(&unmarked.query), [(false, Evidence::NoMarks)]);
}

#[test]
fn repeated_keys_are_lists() {
    let saved = ["1", "2"].map(|text| Saved::Text(Template(text.into()))).to_vec();
    let repeated = Parameter { saved, ..seen("page", &["1", "2"]) };
    let types = inferred(Endpoint {
        query: vec![repeated, sent("x[]", &["a"]), seen("z", &["<array>"]), sent("y", &["a"])],
        ..Endpoint::default()
    });
    let arity: Vec<Arity> = types.query.iter().map(|inference| inference.arity).collect();
    assert_eq!(arity, [Arity::Many, Arity::Many, Arity::Many, Arity::One]);
}

#[test]
fn headers_that_the_client_sets_are_optional() {
    let header = |role| Header { parameter: described(sent("X-A", &["1"]), "(Required)"), role };
    let headers = vec![header(HeaderRole::Fixed), header(HeaderRole::Argument)];
    let types = inferred(Endpoint { headers, ..Endpoint::default() });
    assert_eq!(evidence(&types.headers), [(false, Evidence::Preset), (true, Evidence::Marked)]);
}

fn json_of(saved: Option<&str>, samples: &[&str], open: &[&str]) -> Inference {
    let json = JsonBody {
        saved: saved.map(|text| Template(text.into())),
        samples: samples.iter().map(|text| text.to_string()).collect(),
        open: open.iter().map(|place| place.to_string()).collect(),
        ..JsonBody::default()
    };
    match inferred(Endpoint { body: Body::Json(json), ..Endpoint::default() }).body {
        BodyTypes::Json(inference) => inference,
        other => panic!("{other:?}"),
    }
}

#[test]
fn json_bodies_are_the_join_of_their_samples() {
    let body = json_of(Some("x"), &[r#"{"a": 1, "b": null}"#, r#"{"a": 1.5}"#, "broken"], &["/b"]);
    assert_eq!(word(&body.shape), "{a:Float,b?:any}");
    assert_eq!((body.samples, body.rule, body.presence.required), (2, Rule::JsonSamples, true));
    let shown = json_of(None, &[r#"[{"x/y": [null, 1]}]"#], &["/0/x~1y/0"]);
    assert_eq!(
        (word(&shown.shape).as_str(), shown.presence.evidence),
        ("[{x/y:[Signed]}]", Evidence::OnlyInExamples)
    );
    assert_eq!(json_of(Some("x"), &["broken"], &[]).rule, Rule::NotJson);
    assert_eq!(json_of(Some("x"), &[], &[]).rule, Rule::NoSample);
}

#[test]
fn type_words_count_where_every_text_is_one() {
    let body = |text: &str| word(&json_of(Some("x"), &[text], &[]).shape);
    assert_eq!(
        body(r#"{"id": "integer", "on": ["boolean"], "name": "string"}"#),
        "{id:Signed,on:[boolean],name:text}"
    );
    assert_eq!(body(r#"{"id": "integer", "name": "Ada"}"#), "{id:text,name:text}");
    assert_eq!(body(r#"{"type": "integer"}"#), "{type:Signed}");
    assert_eq!(body("5"), "Signed");
}

#[test]
fn parts_of_forms() {
    let text = Part::Text { parameter: sent("user", &[r#"{"type": 1}"#]), content_type: None };
    let file = |disabled| Part::File {
        parameter: seen("file", &[]),
        files: vec![FilePart::default(); 2],
        disabled,
    };
    let multipart = Multipart { boundary: None, parts: vec![text, file(false), file(true)] };
    match inferred(Endpoint { body: Body::Multipart(multipart), ..Endpoint::default() }).body {
        BodyTypes::Multipart(parts) => {
            assert_eq!(types(&parts), ["{type:Signed}", "any", "any"]);
            assert_eq!(parts[0].encoding, Encoding::Json);
            assert_eq!((parts[1].encoding, parts[1].arity), (Encoding::File, Arity::Many));
            assert_eq!(parts[2].presence.evidence, Evidence::Disabled);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn holes_of_texts_are_required() {
    let holes = vec![sent("count", &["5"]), sent("name", &["a<b"])];
    let text = TextBody { language: Language::Xml, holes, ..TextBody::default() };
    match inferred(Endpoint { body: Body::Text(text), ..Endpoint::default() }).body {
        BodyTypes::Text(holes) => {
            assert_eq!(types(&holes), ["Signed", "text"]);
            assert_eq!(evidence(&holes), [(true, Evidence::Sent); 2]);
        }
        other => panic!("{other:?}"),
    }
}
