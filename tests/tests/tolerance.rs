//! Answers that differ from the saved ones: what has to decode all the same, and whether the generator knows what does.
//!
//! Every place of every saved success of `features` is changed in every way, one at a time.

use features_client::Endpoint;
use features_client::answers::{
    Dates, ListAtTop, Maps, Names, NullsAndAbsences, Numbers, Recursion, TextAtTop, Unions,
};
use features_client::bodies::{JsonList, UploadPhotographs};
use features_client::lighthouses::{GetLighthouse, ListLighthouses, lamps::ListLamps};
use features_client::runtime::Bytes;
use generator::json::Json;
use generator::shape::Shape;
use generator::{infer, presets, read, resolve};
use serde_json::{Value, json};

/// Whether an endpoint reads an answer.
type Probe = fn(String) -> Result<(), String>;

/// Endpoints by the names of their requests.
const PROBES: [(&str, Probe); 14] = [
    ("Dates", decode::<Dates>),
    ("List at the top", decode::<ListAtTop>),
    ("Maps", decode::<Maps>),
    ("Names", decode::<Names>),
    ("Nulls and absences", decode::<NullsAndAbsences>),
    ("Numbers", decode::<Numbers>),
    ("Recursion", decode::<Recursion>),
    ("Text at the top", decode::<TextAtTop>),
    ("Unions", decode::<Unions>),
    ("JSON list", decode::<JsonList>),
    ("Upload photographs", decode::<UploadPhotographs>),
    ("Get a lighthouse", decode::<GetLighthouse>),
    ("List lighthouses", decode::<ListLighthouses>),
    ("List lamps", decode::<ListLamps>),
];

fn decode<E: Endpoint>(body: String) -> Result<(), String> {
    let response = http::Response::builder().body(Bytes::from(body)).expect("a response");
    E::decode(response).map(drop).map_err(|error| error.to_string())
}

/// A saved success with the shape that its type is made of.
struct Sample {
    name: &'static str,
    decode: Probe,
    body: Value,
    shape: Shape,
}

fn samples() -> Vec<Sample> {
    let read = read::collection(include_bytes!("../collections/features.postman_collection.json"))
        .expect("a collection");
    let mut api =
        resolve::resolve(&read.value, &[], &resolve::Overrides::default(), &mut Vec::new());
    presets::unite(&mut api, &Default::default(), &mut Vec::new());
    let inferred = infer::infer(&api);
    let mut samples = Vec::new();
    for (name, decode) in PROBES {
        let index =
            api.endpoints.iter().position(|endpoint| endpoint.name == name).expect("the request");
        let found = inferred.endpoints[index]
            .responses
            .iter()
            .find(|found| matches!(found.status, Some(200 | 201)));
        let shape = found.and_then(|found| found.body.json.clone()).expect("an answer in JSON");
        let bodies = api.endpoints[index]
            .answers
            .iter()
            .filter(|answer| matches!(answer.status, Some(200 | 201)));
        let bodies = bodies.map(|answer| {
            serde_json::from_str(answer.body.as_deref().expect("a body")).expect("JSON")
        });
        samples.extend(bodies.map(|body| Sample { name, decode, body, shape: shape.clone() }));
    }
    samples
}

/// The pointers of all values in a document.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| places(item, &format!("{place}/{index}"), found)),
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| places(value, &format!("{place}/{key}"), found))
        }
        _ => {}
    }
}

/// What a server may well write in the place of a value.
fn harmless(value: &Value) -> Vec<Value> {
    let mut others = vec![Value::Null];
    match value {
        Value::Null => {}
        Value::Bool(value) => {
            others.extend([
                json!(i32::from(*value)),
                json!(value.to_string()),
                json!("0"),
                json!("True"),
                json!("yes"),
                json!(""),
            ]);
        }
        Value::Number(number) => others.extend([
            json!(number.to_string()),
            json!(7),
            json!(7.0),
            json!("7"),
            json!(true),
            json!(""),
        ]),
        Value::String(_) => others.extend([
            json!("never seen"),
            json!(""),
            json!(7),
            json!(1.5),
            json!(true),
            json!({"a": [1]}),
            json!([]),
        ]),
        Value::Array(items) => {
            let numbered = items
                .iter()
                .enumerate()
                .map(|(index, item)| ((2 * index).to_string(), item.clone()));
            // a number or a list does not stand for a list of it: the depth of coordinates counts
            let alone = |item: &&Value| !item.is_array() && !item.is_null() && !item.is_number();
            others.extend(items.first().filter(|_| items.iter().all(|item| alone(&item))).cloned());
            others.extend([
                numbered.collect(),
                json!([]),
                json!({}),
                json!(""),
                json!(false),
                json!([null]),
            ]);
        }
        Value::Object(members) => {
            let mut more = members.clone();
            more.insert("never seen".to_owned(), json!({"deep": [1, {"x": null}]}));
            others.extend([more.into(), json!({}), json!([]), json!(""), json!(false)]);
            others.extend(members.keys().map(|key| {
                Value::from_iter(members.clone().into_iter().filter(|(other, _)| other != key))
            }));
        }
    }
    others
}

/// What else may stand in the place of a value, whether it decodes or not.
fn others(value: &Value) -> Vec<Value> {
    let numbers = [json!(0), json!(2), json!(-1), json!(1.5), json!(1e300), json!(u64::MAX)];
    let texts = [json!("x"), json!("5"), json!("1.5"), json!("true"), json!(" 1 ")];
    let lists = [json!([1]), json!(["x"]), json!([[]]), json!([{}]), json!([value])];
    let objects =
        [json!({"x": 1}), json!({"0": 1, "1": {}}), json!({"name": null}), json!({"value": value})];
    [numbers.to_vec(), texts.to_vec(), lists.to_vec(), objects.to_vec(), vec![json!(true)]].concat()
}

/// The document with another value at one place.
fn changed(body: &Value, place: &str, value: Value) -> Value {
    let mut body = body.clone();
    *body.pointer_mut(place).expect("the place") = value;
    body
}

/// Every changed document, and the place that is changed.
fn each_change(
    sample: &Sample,
    changes: fn(&Value) -> Vec<Value>,
    check: &mut impl FnMut(&str, Value),
) {
    let mut found = Vec::new();
    places(&sample.body, "", &mut found);
    for place in &found {
        let value = sample.body.pointer(place).expect("the place");
        changes(value)
            .into_iter()
            .for_each(|other| check(place, changed(&sample.body, place, other)));
    }
}

#[test]
fn what_servers_may_well_write_decodes() {
    let mut tried = 0;
    let mut refused = Vec::new();
    for sample in samples() {
        each_change(&sample, harmless, &mut |place, body| {
            tried += 1;
            if let Err(error) = (sample.decode)(body.to_string()) {
                refused.push(format!("{}, {place}: {body}: {error}", sample.name));
            }
        });
    }
    assert!(refused.is_empty(), "{} of {tried}:\n{}", refused.len(), refused.join("\n"));
    assert!(tried > 1000, "{tried}");
}

/// The types of these know more than the shape of the answer: other answers share them, or they hold themselves.
const SHARED: [&str; 3] = ["Get a lighthouse", "List at the top", "Recursion"];

/// The generator judges by shapes what the compiled types decode.
#[test]
fn the_generator_knows_what_decodes() {
    let (mut tried, mut wrong) = ([0, 0], Vec::new());
    for sample in samples().iter().filter(|sample| !SHARED.contains(&sample.name)) {
        for changes in [harmless, others] {
            each_change(sample, changes, &mut |place, body| {
                let text = body.to_string();
                let refused = sample.shape.refuses(&Json::parse(&text).expect("JSON"));
                let decoded = (sample.decode)(text);
                tried[usize::from(decoded.is_ok())] += 1;
                if refused.is_none() != decoded.is_ok() {
                    wrong.push(format!(
                        "{}, {place}: {body}: refused {refused:?}, {decoded:?}",
                        sample.name
                    ));
                }
            });
        }
    }
    assert!(wrong.is_empty(), "{} of {tried:?}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried.iter().all(|tried| *tried > 500), "{tried:?}");
}
