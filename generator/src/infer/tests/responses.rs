use super::*;

const JSON: &str = "application/json; charset=utf-8";

fn success(media_type: &str, body: &str) -> Answer {
    answer(AnswerClass::Success, Some(200), media_type, body)
}

fn error(status: u16, body: &str) -> Answer {
    answer(AnswerClass::Error, Some(status), JSON, body)
}

fn with(answers: Vec<Answer>) -> Endpoint {
    Endpoint { answers, ..Endpoint::default() }
}

/// The type of the JSON, then what else the bodies are.
fn body(answers: Vec<Answer>) -> String {
    let body = inferred(with(answers)).responses.remove(0).body;
    let json = body.json.as_ref().map(word);
    let others = [(body.text, "text"), (body.binary, "binary"), (body.empty, "empty")];
    let others = others.into_iter().filter(|(is, _)| *is).map(|(_, name)| format!("+{name}"));
    json.into_iter().chain(others).collect()
}

#[test]
fn the_body_decides_what_it_is() {
    assert_eq!(body(vec![success("text/html", r#"{"a": 1}"#)]), "{a:Signed}");
    assert_eq!(body(vec![success(JSON, "\u{feff}[true]")]), "[boolean]");
    assert_eq!(body(vec![success("text/plain", "12")]), "+text");
    assert_eq!(body(vec![success(JSON, "12")]), "Signed");
    assert_eq!(body(vec![success(JSON, "{\"a\": 1}\n{\"a\": 2}")]), "+text");
    assert_eq!(body(vec![success(JSON, "OK")]), "+text");
    assert_eq!(body(vec![success("image/png", "\u{fffd}PNG")]), "+binary");
    assert_eq!(body(vec![success("text/csv", "<string>")]), "+text");
    assert_eq!(body(vec![success(JSON, "<object>")]), "<any>");
    assert_eq!(body(vec![success("application/octet-stream", "<binary>")]), "+binary");
}

#[test]
fn bodies_that_are_not_there() {
    assert_eq!(body(vec![success("", "")]), "+empty");
    assert_eq!(body(vec![success(JSON, "")]), "any+empty");
    assert_eq!(body(vec![success("application/pdf", "")]), "+binary+empty");
    assert_eq!(body(vec![answer(AnswerClass::Success, Some(204), JSON, "")]), "+empty");
    let guessed = Answer { headers: vec![], ..success(JSON, "") };
    assert_eq!(body(vec![guessed]), "+empty");
    assert_eq!(
        body(vec![success(JSON, "{}"), success("text/xml", "<a/>"), success("", "")]),
        "<any>+text+empty"
    );
}

#[test]
fn statuses_are_never_mixed() {
    let created = answer(AnswerClass::Success, Some(201), JSON, r#"{"id": 1}"#);
    let answers = vec![
        success(JSON, r#"{"a": 1}"#),
        created,
        success(JSON, r#"{"a": 2, "b": ""}"#),
        error(404, r#"{"code": 1}"#),
    ];
    let responses = inferred(with(answers)).responses;
    let positions =
        |response: &ResponseTypes| response.answers.iter().map(|answer| answer.position).collect();
    let found: Vec<(Option<u16>, Vec<usize>, String)> = responses
        .iter()
        .map(|response| {
            (response.status, positions(response), word(response.body.json.as_ref().unwrap()))
        })
        .collect();
    let expected: [(Option<u16>, &[usize], &str); 3] = [
        (Some(200), &[0, 2], "{a:Signed,b?:text}"),
        (Some(201), &[1], "{id:Signed}"),
        (Some(404), &[3], "{code:Signed}"),
    ];
    assert_eq!(
        found,
        expected.map(|(status, answers, word)| (status, answers.to_vec(), word.to_owned()))
    );
}

#[test]
fn errors_that_agree_are_one() {
    let endpoints = vec![
        with(vec![
            error(400, r#"{"code": 1, "message": "a"}"#),
            error(404, r#"{"code": 2, "message": "b"}"#),
        ]),
        with(vec![
            error(400, r#"{"code": 3, "message": "c", "errors": []}"#),
            error(500, r#"{"fault": true}"#),
        ]),
        with(vec![answer(AnswerClass::Default, None, JSON, r#"{"code": 4, "message": "d"}"#)]),
    ];
    let inferred = infer(&Api { endpoints, ..Api::default() });
    let shared = inferred.error.unwrap();
    assert_eq!(
        (word(&shared.shape).as_str(), shared.samples),
        ("{code:Signed,message:text,errors?:[any]}", 4)
    );
    let marks: Vec<bool> =
        inferred.endpoints.iter().flat_map(|e| &e.responses).map(|r| r.shared_error).collect();
    assert_eq!(marks, [true, true, true, false, true]);
}

#[test]
fn errors_that_differ_are_not_shared() {
    let bodies = [r#"{"a": 1}"#, r#"{"b": 1}"#, r#"{"c": 1}"#, r#"["d"]"#];
    let endpoints = bodies.map(|body| with(vec![error(400, body)])).to_vec();
    assert!(infer(&Api { endpoints, ..Api::default() }).error.is_none());
}
