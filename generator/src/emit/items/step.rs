//! The steps that write a request.

use crate::emit::print::format::{INDENT, WIDTH, literal};
use crate::rust::{Part, PartKind, Piece, Step, Value};

/// One thing to do.
enum Statement {
    /// It cannot fail.
    Plain(String),
    /// The call of a method that gives a `Result`: what it is called on, its name, and its arguments.
    Fallible(&'static str, &'static str, Vec<String>),
}

use Statement::{Fallible, Plain};

/// Writes the statements of all steps, with what they give. An argument of the path and the texts around it are one.
pub fn write(steps: &[Step], values: &[Value], item: &mut String) {
    let mut statements = Vec::with_capacity(steps.len());
    let mut rest = steps;
    loop {
        rest = match rest {
            [] => return block(&statements, item),
            [
                Step::Path(before),
                Step::Argument { name, field, shared },
                Step::Path(end),
                after @ ..,
            ] if !is_argument(after.first()) => {
                statements.push(request(
                    "inner",
                    vec![
                        literal(before),
                        literal(name),
                        argument(field, *shared, values),
                        literal(end),
                    ],
                ));
                after
            }
            [Step::Path(text), Step::Argument { name, field, shared }, after @ ..] => {
                let field = argument(field, *shared, values);
                statements.push(request("segment", vec![literal(text), literal(name), field]));
                after
            }
            [step, after @ ..] => {
                emit(step, values, &mut statements);
                after
            }
        };
    }
}

fn is_argument(step: Option<&Step>) -> bool {
    matches!(step, Some(Step::Argument { .. }))
}

/// What the last one gives is what all give.
fn block(statements: &[Statement], item: &mut String) {
    for (position, statement) in statements.iter().enumerate() {
        match statement {
            Plain(statement) => item.extend(["        ", statement, ";\n"]),
            Fallible(on, method, arguments) => {
                let end = if position + 1 == statements.len() { "\n" } else { "?;\n" };
                call_on(on, method, arguments, end, item);
            }
        }
    }
    if !matches!(statements.last(), Some(Fallible(..))) {
        *item += "        Ok(())\n";
    }
}

/// A call on one line; or with its method on a line of its own; or with each argument on one.
fn call_on(on: &str, method: &str, arguments: &[String], end: &str, item: &mut String) {
    let flat = arguments.join(", ");
    let rest = ".()".len() + method.len() + flat.len() + end.trim_end().len();
    let is_short = 2 * INDENT + on.len() + rest <= WIDTH;
    // what has a short name keeps the method on its line
    let (line, indent) = if is_short || on.len() <= INDENT {
        ("", 2 * INDENT)
    } else {
        ("\n            ", 3 * INDENT)
    };
    item.extend(["        ", on, line, ".", method, "("]);
    if is_short || (!line.is_empty() && indent + rest <= WIDTH) {
        *item += &flat;
    } else {
        let outside = " ".repeat(indent);
        arguments.iter().for_each(|argument| item.extend(["\n    ", &outside, argument, ","]));
        item.extend(["\n", &outside]);
    }
    item.extend([")", end]);
}

/// The statements of a step.
fn emit(step: &Step, values: &[Value], statements: &mut Vec<Statement>) {
    let statement = match step {
        Step::Path(text) => request("path", vec![literal(text)]),
        Step::Argument { name, field, shared } => {
            request("argument", vec![literal(name), argument(field, *shared, values)])
        }
        Step::Location { name, field } => call("location", name, field),
        Step::Query { key, field, shared } => {
            request("query", vec![literal(key), optional(field, *shared)])
        }
        Step::BareQuery => Plain("request.bare_query()".to_owned()),
        Step::Header { name, field, shared } => {
            request("header", vec![literal(name), optional(field, *shared)])
        }
        Step::FixedHeader { name, value } => {
            request("header", vec![literal(name), format!("&{}", literal(value))])
        }
        Step::Json { content_type, field, optional: false } => body("json", content_type, field),
        Step::Json { content_type, field, optional: true } => {
            body("optional_json", content_type, field)
        }
        Step::TextBody { content_type, field } => body("text", content_type, field),
        Step::File { content_type, field } => body("file", content_type, field),
        Step::Literal { content_type, text } => {
            request("text", vec![text_option(content_type), format!("&{}", literal(text))])
        }
        Step::Template { content_type, language, pieces } => {
            let pieces: Vec<String> = pieces.iter().map(piece).collect();
            let (language, pieces) =
                (format!("Language::{}", language.name()), format!("&[{}]", pieces.join(", ")));
            request("template", vec![text_option(content_type), language, pieces])
        }
        Step::Urlencoded { content_type, pairs } => {
            return urlencoded(content_type, pairs, statements);
        }
        Step::Multipart { boundary, parts } => return multipart(boundary, parts, statements),
        Step::Graphql { content_type, query, operation, variables } => {
            let field = |field: &Option<String>| option(field.as_deref().map(own));
            let given =
                if variables.is_some() { field(variables) } else { "None::<&()>".to_owned() };
            request(
                "graphql",
                vec![text_option(content_type), field(query), field(operation), given],
            )
        }
    };
    statements.push(statement);
}

fn request(method: &'static str, arguments: Vec<String>) -> Statement {
    Fallible("request", method, arguments)
}

/// A field of the endpoint.
fn own(field: &str) -> String {
    format!("&self.{field}")
}

/// An argument of the path: a field of the endpoint, or else the client's value, one of which there must be.
fn argument(field: &str, shared: Option<usize>, values: &[Value]) -> String {
    match shared.and_then(|at| Some((at, values.get(at)?))) {
        Some((at, value)) => {
            let setting = literal(value.method.trim_start_matches("r#"));
            format!("&request.needed_value({at}, {setting}, &self.{field})?")
        }
        None => own(field),
    }
}

/// A field of the endpoint, or else the client's value, if there is any.
fn optional(field: &str, shared: Option<usize>) -> String {
    match shared {
        Some(at) => format!("&request.value({at}, &self.{field})"),
        None => own(field),
    }
}

/// `Some(…)` or `None`.
fn option(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

fn text_option(text: &Option<String>) -> String {
    option(text.as_deref().map(literal))
}

fn call(method: &'static str, name: &str, field: &str) -> Statement {
    request(method, vec![literal(name), own(field)])
}

fn body(method: &'static str, content_type: &Option<String>, field: &str) -> Statement {
    request(method, vec![text_option(content_type), own(field)])
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => format!("Piece::Text({})", literal(text)),
        Piece::Field(field) => format!("Piece::Hole({})", own(field)),
    }
}

fn urlencoded(
    content_type: &Option<String>,
    pairs: &[(String, String)],
    statements: &mut Vec<Statement>,
) {
    if pairs.is_empty() {
        return;
    }
    statements
        .push(Plain(format!("let mut form = request.urlencoded({})", text_option(content_type))));
    statements.extend(
        pairs.iter().map(|(key, field)| Fallible("form", "field", vec![literal(key), own(field)])),
    );
}

fn multipart(boundary: &Option<String>, parts: &[Part], statements: &mut Vec<Statement>) {
    if parts.is_empty() {
        return;
    }
    statements.push(Plain(format!("let mut form = request.multipart({})", text_option(boundary))));
    statements.extend(parts.iter().map(|part| {
        let (name, field) = (literal(&part.name), own(&part.field));
        match part.kind {
            PartKind::Text => {
                Fallible("form", "text", vec![name, text_option(&part.content_type), field])
            }
            PartKind::File => Fallible("form", "file", vec![name, field]),
        }
    }));
}
