//! What the names of saved error responses say, for the client to say it again when the error comes.

use crate::api::{Answer, AnswerClass, Endpoint};
use crate::hints;
use crate::markdown;
use crate::rust::DocumentedError;

/// A longer text is cut: it is to be read in one line of a log.
const LONGEST: usize = 300;

/// The documented errors of an endpoint: for each status the vendor's codes, and what is said of the status itself.
pub fn errors(endpoint: &Endpoint) -> Vec<DocumentedError> {
    let mut all: Vec<DocumentedError> = Vec::new();
    for answer in endpoint.answers.iter().filter(|answer| answer.class == AnswerClass::Error) {
        let Some(status) = answer.status else { continue };
        let codes = hints::vendor_codes(&answer.name).into_iter();
        let codes = codes
            .map(|found| (Some(found.code), found.meaning))
            .filter(|(_, meaning)| !meaning.is_empty());
        let mut said: Vec<(Option<String>, String)> =
            codes.chain(general(answer, status).map(|text| (None, text))).collect();
        if said.is_empty() && !all.iter().any(|known| known.status == status) {
            said.extend(reason(status).map(|reason| (None, reason.to_owned())));
        }
        for (code, text) in said {
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
    let text = unrepeated(text[..before].trim(), status);
    let reason = reason(status).unwrap_or_default();
    let told = text.trim_end_matches('.').eq_ignore_ascii_case(reason)
        || answer.reason.as_deref().is_some_and(|own| own == text);
    (!told && text.contains(char::is_alphabetic)).then(|| text.to_owned())
}

/// The words that HTTP has for a status.
fn reason(status: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(status).ok()?.canonical_reason()
}

/// The text without the status that it begins with.
pub fn unrepeated(text: &str, status: u16) -> &str {
    let text = strip(text, "http status code").unwrap_or(text);
    strip(text, &status.to_string()).unwrap_or(text)
}

/// A row of the table of errors: the status, the vendor's code, and what they mean.
type Row = (String, Option<String>, String);

/// The table of errors in the documentation; the codes of vendors have a column where there are any.
pub fn table<'a>(answers: impl Iterator<Item = &'a Answer>) -> Option<String> {
    let mut rows: Vec<Row> = Vec::new();
    for row in answers.flat_map(rows_of) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let coded = rows.iter().any(|(_, code, _)| code.is_some());
    let mut table = String::from(if coded { CODED } else { PLAIN });
    for (status, code, meaning) in &rows {
        let code = code.as_deref().map(markdown::code_in_cell).unwrap_or_default();
        let cells: Vec<&str> =
            if coded { vec![status, &code, meaning] } else { vec![status, &meaning] };
        table.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    (!rows.is_empty()).then_some(table)
}

const CODED: &str = "# Errors\n\n| Status | Code | Meaning |\n|---|---|---|\n";
const PLAIN: &str = "# Errors\n\n| Status | Meaning |\n|---|---|\n";

fn rows_of(answer: &Answer) -> Vec<Row> {
    let status = answer.status.map_or("any other".to_owned(), |status| status.to_string());
    let codes = hints::vendor_codes(&answer.name).into_iter();
    let mut rows: Vec<Row> = codes
        .map(|found| (status.clone(), Some(found.code), markdown::inline(&found.meaning)))
        .collect();
    let said = answer
        .status
        .and_then(|status| general(answer, status))
        .map(|text| markdown::inline(&text));
    if rows.is_empty() {
        let plain = hints::plain_text(&answer.name);
        let whole =
            answer.status.map_or(plain.as_str(), |status| unrepeated(&plain, status)).to_owned();
        // a name that says nothing else keeps its own marks
        let text =
            if whole == plain { markdown::inline(&answer.name) } else { markdown::inline(&whole) };
        rows.push((status, None, text));
    } else if let Some(said) = said {
        rows.insert(0, (status, None, said));
    }
    rows
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
        let endpoint =
            Endpoint { answers: names.iter().map(answer).collect(), ..Endpoint::default() };
        errors(&endpoint).into_iter().map(|error| (error.status, error.code, error.text)).collect()
    }

    #[test]
    fn codes_and_what_is_said_before_them() {
        let name = "**HTTP Status Code:** `409`<br>The user exists.<br>**Error Code:** `1005`<br>Email is used.<br>**Error Code:** `1005`<br>Or blocked.";
        let coded = (409, Some("1005".to_owned()), "Email is used. / Or blocked.".to_owned());
        assert_eq!(of(&[(409, name)]), [coded, (409, None, "The user exists.".to_owned())]);
    }

    #[test]
    fn codes_have_a_column() {
        let answer = |status: u16, name: &str| Answer {
            status: Some(status),
            name: name.to_owned(),
            ..Answer::default()
        };
        let coded = answer(
            409,
            "**HTTP Status Code:** `409`<br>The user exists.<br>**Error Code:** `1005`<br>Email is used.",
        );
        let plain = answer(404, "HTTP Status Code: 404 Not Found");
        assert_eq!(
            table([&coded, &plain, &plain].into_iter()).as_deref(),
            Some(&*format!(
                "{CODED}| 409 |  | The user exists. |\n| 409 | `1005` | Email is used. |\n| 404 |  | Not Found |\n"
            ))
        );
        assert_eq!(
            table([&plain].into_iter()).as_deref(),
            Some(&*format!("{PLAIN}| 404 | Not Found |\n"))
        );
        assert_eq!(table([].into_iter()), None);
    }

    #[test]
    fn a_status_that_only_repeats_itself_is_documented_by_its_reason() {
        assert_eq!(
            of(&[(404, "Not Found"), (400, "HTTP Status Code: 400 Bad Request."), (500, "500")]),
            [
                (404, None, "Not Found".to_owned()),
                (400, None, "Bad Request".to_owned()),
                (500, None, "Internal Server Error".to_owned()),
            ]
        );
        assert_eq!(
            of(&[(404, "User gone"), (404, "Not Found")]),
            [(404, None, "User gone".to_owned())]
        );
        assert_eq!(
            of(&[(404, "User gone"), (404, "User gone")]),
            [(404, None, "User gone".to_owned())]
        );
    }

    #[test]
    fn long_texts_are_cut() {
        let (_, _, text) = of(&[(400, &"ä ".repeat(400))]).remove(0);
        assert_eq!((text.chars().count(), text.ends_with('…')), (301, true));
    }
}
