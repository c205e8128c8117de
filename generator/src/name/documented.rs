//! What the names of saved error responses say, for the client to say it again when the error comes.

use crate::api::{Answer, AnswerClass, Endpoint};
use crate::hints;
use crate::rust::DocumentedError;

/// A longer text is cut: it is to be read in one line of a log.
const LONGEST: usize = 300;

/// The documented errors of an endpoint: for each status the vendor's codes, and what is said of the status itself.
pub fn errors(endpoint: &Endpoint) -> Vec<DocumentedError> {
    let mut all: Vec<DocumentedError> = Vec::new();
    for answer in endpoint.answers.iter().filter(|answer| answer.class == AnswerClass::Error) {
        let Some(status) = answer.status else { continue };
        let codes = hints::vendor_codes(&answer.name).into_iter();
        let codes = codes.map(|found| (Some(found.code), found.meaning)).filter(|(_, meaning)| !meaning.is_empty());
        for (code, text) in codes.chain(general(answer, status).map(|text| (None, text))) {
            add(&mut all, DocumentedError { status, code, text: cut(text) });
        }
    }
    all
}

/// What is said twice of one code is one entry.
fn add(all: &mut Vec<DocumentedError>, error: DocumentedError) {
    match all.iter_mut().find(|known| (known.status, &known.code) == (error.status, &error.code)) {
        None => all.push(error),
        Some(known) if known.text.contains(&error.text) || known.text.len() > LONGEST => {}
        Some(known) => known.text = format!("{} / {}", known.text, error.text),
    }
}

/// What is said before any code. What only repeats the status says nothing.
fn general(answer: &Answer, status: u16) -> Option<String> {
    let text = hints::plain_text(&answer.name);
    let before = text.to_ascii_lowercase().find("error code").unwrap_or(text.len());
    let text = text[..before].trim();
    let text = strip(text, "http status code").unwrap_or(text);
    let text = strip(text, &status.to_string()).unwrap_or(text);
    let reason = http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or_default();
    let told = text.trim_end_matches('.').eq_ignore_ascii_case(reason) || answer.reason.as_deref().is_some_and(|own| own == text);
    (!told && text.contains(char::is_alphabetic)).then(|| text.to_owned())
}

/// The text without a beginning, whatever its case, and without the marks that follow it.
fn strip<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let head = text.get(..beginning.len()).filter(|head| head.eq_ignore_ascii_case(beginning))?;
    Some(text[head.len()..].trim_start_matches(|c: char| c.is_whitespace() || ":.,;-–".contains(c)))
}

fn cut(text: String) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[(u16, &str)]) -> Vec<(u16, Option<String>, String)> {
        let answer = |(status, name): &(u16, &str)| Answer {
            status: Some(*status),
            name: (*name).into(),
            class: AnswerClass::Error,
            ..Answer::default()
        };
        let endpoint = Endpoint { answers: names.iter().map(answer).collect(), ..Endpoint::default() };
        errors(&endpoint).into_iter().map(|error| (error.status, error.code, error.text)).collect()
    }

    #[test]
    fn codes_and_what_is_said_before_them() {
        let name = "**HTTP Status Code:** `409`<br>The user exists.<br>**Error Code:** `1005`<br>Email is used.<br>**Error Code:** `1005`<br>Or blocked.";
        let coded = (409, Some("1005".to_owned()), "Email is used. / Or blocked.".to_owned());
        assert_eq!(of(&[(409, name)]), [coded, (409, None, "The user exists.".to_owned())]);
    }

    #[test]
    fn a_repeated_status_says_nothing() {
        assert_eq!(of(&[(404, "Not Found"), (400, "HTTP Status Code: 400 Bad Request."), (500, "500"), (422, "")]), []);
        assert_eq!(of(&[(404, "User gone"), (404, "User gone")]), [(404, None, "User gone".to_owned())]);
    }

    #[test]
    fn long_texts_are_cut() {
        let (_, _, text) = of(&[(400, &"ä ".repeat(400))]).remove(0);
        assert_eq!((text.chars().count(), text.ends_with('…')), (301, true));
    }
}
