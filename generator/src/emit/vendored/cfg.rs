//! Features that are settled when the code is made: what `#[cfg(feature = "…")]` leaves of Rust text in rustfmt's format.

use std::borrow::Cow;

use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Meta, Token};

use crate::emit::vendored::code::Code;

/// What is known of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is on.
    On,
    /// It is off, and nobody can switch it on.
    Off,
    /// Whoever compiles the code decides.
    Open,
}

/// The text that is left.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// The file.
    pub text: String,
    /// The modules that are gone: their files are not needed.
    pub gone: Vec<String>,
}

/// Settles all conditions of a file.
pub fn settle(text: &str, state: &dyn Fn(&str) -> State) -> Settled {
    let text = conditions_on_one_line(text);
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<Cow<'_, str>> = Vec::with_capacity(lines.len());
    let mut gone = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        match condition(line).map(|meta| evaluate(&meta, state)) {
            None => kept.push(Cow::Borrowed(line)),
            Some(Condition::True) => {}
            Some(Condition::Open(rest)) => {
                kept.push(Cow::Owned(format!("{}#[cfg({rest})]", indent(line))))
            }
            Some(Condition::False) => {
                while kept
                    .last()
                    .is_some_and(|before| is_about_next(before) && indent(before) == indent(line))
                {
                    kept.pop();
                }
                let item = &lines[at..at + length(&lines[at..])];
                gone.extend(module(item));
                at += item.len();
            }
        }
    }
    Settled { text: join(&kept), gone }
}

/// The text with each `#[cfg(…)]` that rustfmt broke across lines on a single line.
fn conditions_on_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = false;
    for line in text.lines() {
        open |= line.trim_start().starts_with("#[cfg(") && !line.ends_with(")]");
        if open {
            let code = if line.trim_start().starts_with('#') { line } else { line.trim_start() };
            out.push_str(code);
            let ends = code.ends_with(")]");
            out.push_str(if ends {
                "\n"
            } else if code.ends_with(',') {
                " "
            } else {
                ""
            });
            open = !ends;
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.replace(", ))]", "))]")
}

/// Lines as a text, without two blank lines in a row, or one behind an opening brace.
fn join(lines: &[Cow<'_, str>]) -> String {
    let mut out = String::new();
    let mut before = "{";
    for line in lines {
        if !(line.is_empty() && (before.is_empty() || before.ends_with('{'))) {
            out.extend([line, "\n"]);
            before = line;
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Documentation and attributes belong to what follows them.
fn is_about_next(line: &str) -> bool {
    let code = line.trim_start();
    code.starts_with("///") || code.starts_with("#[")
}

/// The condition of a line that holds nothing else.
fn condition(line: &str) -> Option<Meta> {
    syn::parse_str(line.trim_start().strip_prefix("#[cfg(")?.strip_suffix(")]")?).ok()
}

/// The words that items and statements start with; what starts otherwise is one of a list.
const ITEMS: &[&str] = &[
    "async", "const", "enum", "fn", "impl", "let", "mod", "pub", "static", "struct", "trait",
    "type", "use",
];

/// Whether the line starts a field of a struct.
fn is_field(line: &str) -> bool {
    let name = line
        .strip_prefix("pub")
        .map_or(line, |rest| rest.trim_start_matches("(crate)").trim_start());
    name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').starts_with(": ")
}

/// How many lines the item takes that starts here, with what stands before it.
fn length(lines: &[&str]) -> usize {
    let about = lines.iter().take_while(|line| is_about_next(line)).count();
    let first = lines.get(about).map_or("", |line| line.trim_start());
    // a clause of `where` ends with a comma too, and does not end its item
    let by_comma = is_field(first)
        || !ITEMS.iter().any(|word| {
            first.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '(', '<']))
        });
    let mut code = Code::default();
    for (index, line) in lines.iter().enumerate().skip(about) {
        let end = code.read(line);
        let ends = matches!(end, Some(';' | '}')) || (by_comma && end == Some(','));
        if code.depth() == 0 && ends {
            return index + 1;
        }
    }
    lines.len()
}

/// The name of a module that stands in a file of its own.
fn module(item: &[&str]) -> Option<String> {
    let [line] = item else { return None };
    let (_, name) = line.trim_start().strip_suffix(';')?.split_once("mod ")?;
    Some(name.to_owned())
}

enum Condition {
    True,
    False,
    Open(String),
}

fn evaluate(meta: &Meta, state: &dyn Fn(&str) -> State) -> Condition {
    match meta {
        Meta::NameValue(pair) if pair.path.is_ident("feature") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(name), .. }) => match state(&name.value()) {
                State::On => Condition::True,
                State::Off => Condition::False,
                State::Open => Condition::Open(format!("feature = \"{}\"", name.value())),
            },
            _ => open(meta),
        },
        Meta::List(list) => {
            let Ok(inner) = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            else {
                return open(meta);
            };
            let inner: Vec<Condition> = inner.iter().map(|meta| evaluate(meta, state)).collect();
            if list.path.is_ident("not") {
                negate(inner)
            } else if list.path.is_ident("any") {
                combine("any", inner)
            } else if list.path.is_ident("all") {
                combine("all", inner)
            } else {
                open(meta)
            }
        }
        _ => open(meta),
    }
}

/// A condition that has nothing to do with features.
fn open(meta: &Meta) -> Condition {
    Condition::Open(meta.to_token_stream().to_string())
}

fn negate(inner: Vec<Condition>) -> Condition {
    match inner.into_iter().next() {
        Some(Condition::True) | None => Condition::False,
        Some(Condition::False) => Condition::True,
        Some(Condition::Open(text)) => Condition::Open(format!("not({text})")),
    }
}

/// `any` or `all` of conditions.
fn combine(word: &str, conditions: Vec<Condition>) -> Condition {
    let is_any = word == "any";
    let mut rest = Vec::new();
    for condition in conditions {
        match condition {
            Condition::True if is_any => return Condition::True,
            Condition::False if !is_any => return Condition::False,
            Condition::True | Condition::False => {}
            Condition::Open(text) => rest.push(text),
        }
    }
    match rest.as_slice() {
        [] if is_any => Condition::False,
        [] => Condition::True,
        [one] => Condition::Open(one.clone()),
        several => Condition::Open(format!("{word}({})", several.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"//! A file.

#[cfg(feature = "on")]
pub mod on;
/// Off.
#[cfg(feature = "off")]
pub mod off;
#[cfg(any(feature = "off", feature = "open"))]
mod open;
#[cfg(all(feature = "on", not(feature = "off")))]
use std::fmt;

/// A thing.
pub struct Thing {
    /// Gone; its brace `}` is text.
    #[cfg(feature = "off")]
    pub gone: Vec<&'static str>,
    /// Kept.
    pub kept: char,
}

#[cfg(not(feature = "on"))]
impl<T> Clone for Other<T>
where
    T: Clone,
{
    fn clone(&self) -> Self {
        let brace = ("{", '{', b'{', r"\"); // {
        panic!("{brace:?} \" {{");
    }
}

fn choose(scheme: Scheme) -> u8 {
    match scheme {
        #[cfg(feature = "off")]
        Scheme::Off => {
            1
        }
        #[cfg(feature = "on")]
        Scheme::On => 2,
        #[cfg(feature = "off")]
        Scheme::Other { .. } => call(3, |x| {
            x
        }),
        _ => 4,
    }
}
"#;

    const LEFT: &str = r#"//! A file.

pub mod on;
#[cfg(feature = "open")]
mod open;
use std::fmt;

/// A thing.
pub struct Thing {
    /// Kept.
    pub kept: char,
}

fn choose(scheme: Scheme) -> u8 {
    match scheme {
        Scheme::On => 2,
        _ => 4,
    }
}
"#;

    fn state(feature: &str) -> State {
        match feature {
            "on" => State::On,
            "off" => State::Off,
            _ => State::Open,
        }
    }

    #[test]
    fn what_is_settled_leaves_no_trace() {
        assert_eq!(
            settle(TEXT, &state),
            Settled { text: LEFT.to_owned(), gone: vec!["off".to_owned()] }
        );
        assert_eq!(settle(TEXT, &|_| State::Open).text, TEXT);
    }
}
