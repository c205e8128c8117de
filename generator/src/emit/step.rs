//! The steps that write a request.

use super::format::literal;
use crate::rust::{Part, PartKind, Piece, Step};

/// One thing to do.
enum Statement {
    /// It cannot fail.
    Plain(String),
    /// An expression that gives a `Result`.
    Fallible(String),
}

use Statement::{Fallible, Plain};

/// Writes the statements of all steps, with what they give. An argument of the path and the texts around it are one.
pub fn write(steps: &[Step], item: &mut String) {
    let mut statements = Vec::with_capacity(steps.len());
    let mut rest = steps;
    loop {
        rest = match rest {
            [] => return block(&statements, item),
            [Step::Path(before), Step::Argument { name, field }, Step::Path(end), after @ ..] if !is_argument(after.first()) => {
                let (before, name, end) = (literal(before), literal(name), literal(end));
                statements.push(Fallible(format!("request.inner({before}, {name}, &self.{field}, {end})")));
                after
            }
            [Step::Path(text), Step::Argument { name, field }, after @ ..] => {
                statements.push(Fallible(format!("request.segment({}, {}, &self.{field})", literal(text), literal(name))));
                after
            }
            [step, after @ ..] => {
                emit(step, &mut statements);
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
    let (last, before) = match statements {
        [before @ .., Fallible(last)] => (last.as_str(), before),
        all => ("Ok(())", all),
    };
    for statement in before {
        let (statement, end) = match statement {
            Plain(statement) => (statement, ";\n"),
            Fallible(expression) => (expression, "?;\n"),
        };
        item.extend(["        ", statement, end]);
    }
    item.extend(["        ", last, "\n"]);
}

/// The statements of a step.
fn emit(step: &Step, statements: &mut Vec<Statement>) {
    let statement = match step {
        Step::Path(text) => Fallible(format!("request.path({})", literal(text))),
        Step::Argument { name, field } => call("argument", name, field),
        Step::Query { key, field } => call("query", key, field),
        Step::BareQuery => Plain("request.bare_query()".to_owned()),
        Step::Header { name, field } => call("header", name, field),
        Step::FixedHeader { name, value } => Fallible(format!("request.header({}, &{})", literal(name), literal(value))),
        Step::Json { content_type, field, optional: false } => body("json", content_type, field),
        Step::Json { content_type, field, optional: true } => body("optional_json", content_type, field),
        Step::TextBody { content_type, field } => body("text", content_type, field),
        Step::File { content_type, field } => body("file", content_type, field),
        Step::Literal { content_type, text } => Fallible(format!("request.text({}, &{})", text_option(content_type), literal(text))),
        Step::Template { content_type, language, pieces } => {
            let (content_type, pieces) = (text_option(content_type), pieces.iter().map(piece).collect::<Vec<_>>().join(", "));
            Fallible(format!("request.template({content_type}, Language::{language:?}, &[{pieces}])"))
        }
        Step::Urlencoded { content_type, pairs } => return urlencoded(content_type, pairs, statements),
        Step::Multipart { boundary, parts } => return multipart(boundary, parts, statements),
        Step::Graphql { content_type, query, operation, variables } => {
            let field = |field: &Option<String>| option(field.as_ref().map(|field| format!("&self.{field}")));
            let (content_type, query, operation) = (text_option(content_type), field(query), field(operation));
            let variables = if variables.is_some() { field(variables) } else { "None::<&()>".to_owned() };
            Fallible(format!("request.graphql({content_type}, {query}, {operation}, {variables})"))
        }
    };
    statements.push(statement);
}

/// `Some(…)` or `None`.
fn option(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

fn text_option(text: &Option<String>) -> String {
    option(text.as_deref().map(literal))
}

fn call(method: &str, name: &str, field: &str) -> Statement {
    Fallible(format!("request.{method}({}, &self.{field})", literal(name)))
}

fn body(method: &str, content_type: &Option<String>, field: &str) -> Statement {
    Fallible(format!("request.{method}({}, &self.{field})", text_option(content_type)))
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => format!("Piece::Text({})", literal(text)),
        Piece::Field(field) => format!("Piece::Hole(&self.{field})"),
    }
}

fn urlencoded(content_type: &Option<String>, pairs: &[(String, String)], statements: &mut Vec<Statement>) {
    if pairs.is_empty() {
        return;
    }
    statements.push(Plain(format!("let mut form = request.urlencoded({})", text_option(content_type))));
    statements.extend(pairs.iter().map(|(key, field)| Fallible(format!("form.field({}, &self.{field})", literal(key)))));
}

fn multipart(boundary: &Option<String>, parts: &[Part], statements: &mut Vec<Statement>) {
    if parts.is_empty() {
        return;
    }
    statements.push(Plain(format!("let mut form = request.multipart({})", text_option(boundary))));
    statements.extend(parts.iter().map(|part| {
        let (name, field) = (literal(&part.name), &part.field);
        Fallible(match part.kind {
            PartKind::Text => format!("form.text({name}, {}, &self.{field})", text_option(&part.content_type)),
            PartKind::File => format!("form.file({name}, &self.{field})"),
        })
    }));
}
