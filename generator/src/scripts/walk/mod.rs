//! The walk over the syntax tree of a script. It evaluates expressions to what is known of their values, and notes facts
//! where values are used.

mod binding;
mod calls;
mod expect;
mod expressions;
mod lists;
mod members;
mod sandbox;
mod schema;
mod signing;
mod statements;
mod value;

use std::collections::HashMap;

use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{SourceType, Span};

use super::{Asserted, Assertion, Facts, JsonPath, Read, Status, Unreadable};
use value::Value;

/// The most expressions and statements that are visited in one script.
const MOST_STEPS: u32 = 200_000;

/// The deepest level of expressions, statements and calls of the script's own functions.
const MOST_DEPTH: u32 = 300;

/// Postman runs a script as the body of an asynchronous function: `return` and `await` may be outside of functions.
const BEFORE: &str = "async function script() {\n";

/// Parses a script and finds its facts.
pub(super) fn facts(source: &str) -> Result<Facts, Unreadable> {
    let text = format!("{BEFORE}{source}\n}}");
    let allocator = Allocator::default();
    let options = ParseOptions { preserve_parens: false, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, &text, SourceType::cjs()).with_options(options).parse();
    let lines = Lines::new(&text);
    if let Some(error) = parsed.errors.first() {
        let offset = error.labels.as_ref().and_then(|labels| labels.first());
        let line = offset.map(|label| lines.of(label.offset() as u32));
        let last = source.lines().count().max(1) as u32;
        let line = line.map(|line| line.min(last));
        return Err(Unreadable { reason: error.message.to_string(), line });
    }
    let mut walker = Walker::new(lines);
    walker.hoist(&parsed.program.body);
    walker.body_of(&parsed.program.body);
    Ok(walker.facts)
}

/// The starts of the lines of a text.
struct Lines(Vec<u32>);

impl Lines {
    fn new(text: &str) -> Lines {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines(ends.map(|(at, _)| at as u32).collect())
    }

    /// The line of the script at an offset of the wrapped text, from 1.
    fn of(&self, offset: u32) -> u32 {
        (self.0.partition_point(|end| *end < offset) as u32).max(1)
    }
}

/// What the script has checked for around the place at work.
#[derive(Debug, Clone, Copy, Default)]
struct Condition {
    /// The status that the response has.
    status: Option<u16>,
    /// Whether a variable was looked up.
    variable: bool,
}

struct Walker<'a> {
    facts: Facts,
    lines: Lines,
    scopes: Vec<HashMap<String, Value<'a>>>,
    conditions: Vec<Condition>,
    /// The values that the functions at work return.
    returned: Vec<Option<Value<'a>>>,
    steps: u32,
    depth: u32,
    /// The values at work are only tested, not used: members that are tested need not exist.
    testing: u32,
    /// A variable was looked up since this was last cleared.
    looked_up: bool,
}

impl<'a> Walker<'a> {
    fn new(lines: Lines) -> Walker<'a> {
        Walker {
            facts: Facts::default(),
            lines,
            scopes: vec![HashMap::new()],
            conditions: Vec::new(),
            returned: Vec::new(),
            steps: 0,
            depth: 0,
            testing: 0,
            looked_up: false,
        }
    }

    /// Goes one level down, unless that is too deep or the script too long.
    fn deeper<R: Default>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.depth >= MOST_DEPTH {
            return R::default();
        }
        self.depth += 1;
        let result = work(self);
        self.depth -= 1;
        result
    }

    fn line(&self, span: Span) -> u32 {
        self.lines.of(span.start)
    }

    /// The status that the script has checked for around the place at work.
    fn when(&self) -> Option<u16> {
        self.conditions.iter().rev().find_map(|condition| condition.status)
    }

    fn lookup(&self, name: &str) -> Option<&Value<'a>> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name))
    }

    fn declare(&mut self, name: &str, value: Value<'a>) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), value);
        }
    }

    /// Assigns to a variable. Within a condition, a fallback (`j = {}`) does not replace a value of the response.
    fn assign(&mut self, name: &str, value: Value<'a>) {
        let conditional = !self.conditions.is_empty();
        let known = self.scopes.iter_mut().rev().find_map(|scope| scope.get_mut(name));
        match known {
            Some(Value::Json(_)) if conditional && !matches!(value, Value::Json(_)) => {}
            Some(known) => *known = value,
            None => {
                if let Some(scope) = self.scopes.first_mut() {
                    scope.insert(name.to_owned(), value);
                }
            }
        }
    }

    /// Works in a scope of its own.
    fn scoped<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        self.scopes.push(HashMap::new());
        let result = work(self);
        self.scopes.pop();
        result
    }

    /// Works under a condition.
    fn under<R>(&mut self, condition: Condition, work: impl FnOnce(&mut Self) -> R) -> R {
        self.conditions.push(condition);
        let result = work(self);
        self.conditions.pop();
        result
    }

    /// Notes that a value is used.
    fn used(&mut self, value: &Value<'a>, span: Span) {
        match value {
            Value::Json(path) if self.testing == 0 => self.read(path, span),
            Value::Array(values) => {
                for value in values {
                    self.used(value, span);
                }
            }
            _ => {}
        }
    }

    fn read(&mut self, path: &JsonPath, span: Span) {
        let read = Read { path: path.clone(), when: self.when(), line: self.line(span) };
        let known = |other: &Read| other.path == read.path && other.when == read.when;
        if !path.0.is_empty() && !self.facts.reads.iter().any(known) {
            self.facts.reads.push(read);
        }
    }

    fn status(&mut self, code: f64, span: Span) {
        let line = self.line(span);
        if (100.0..600.0).contains(&code) && code.fract() == 0.0 {
            let status = Status { code: code as u16, line };
            if !self.facts.statuses.iter().any(|known| known.code == status.code) {
                self.facts.statuses.push(status);
            }
        }
    }

    fn assert(&mut self, path: &JsonPath, what: Asserted, span: Span) {
        self.read(path, span);
        let assertion =
            Assertion { path: path.clone(), what, when: self.when(), line: self.line(span) };
        let known =
            |other: &Assertion| other.path == assertion.path && other.what == assertion.what;
        if !self.facts.assertions.iter().any(known) {
            self.facts.assertions.push(assertion);
        }
    }
}
