//! Conditions that are known when the code is made: what `#[cfg(feature = "…")]` leaves of a Rust file.
//!
//! A file is parsed to find what a condition is about, and then edited as text, so that comments and
//! layout stay.

use std::ops::Range;

use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Arm, Attribute, Expr, ExprLit, Field, FieldValue, Item, Lit, Meta, Stmt, Token, Variant,
};

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

/// Settles all conditions of a file. A file that is not Rust stays as it is.
pub fn settle(text: &str, state: &dyn Fn(&str) -> State) -> Settled {
    let unchanged = || Settled { text: text.to_owned(), gone: Vec::new() };
    if !text.contains("#[cfg(") {
        return unchanged();
    }
    let Ok(file) = syn::parse_file(text) else { return unchanged() };
    let mut edits = Edits { text, state, replaced: Vec::new(), gone: Vec::new() };
    edits.visit_file(&file);
    Settled { text: edits.apply(), gone: edits.gone }
}

/// The edits of a file, in the order of the text.
struct Edits<'a> {
    text: &'a str,
    state: &'a dyn Fn(&str) -> State,
    replaced: Vec<(Range<usize>, String)>,
    gone: Vec<String>,
}

impl Edits<'_> {
    /// Settles the conditions of one node; `true` when the node stays.
    fn stays(&mut self, attributes: &[Attribute], node: &dyn Spanned) -> bool {
        let start = self.replaced.len();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")) {
            let Ok(meta) = attribute.parse_args::<Meta>() else { continue };
            let lines = self.lines(attribute.span().byte_range());
            match evaluate(&meta, self.state) {
                Condition::True => self.replaced.push((lines, String::new())),
                Condition::Open(rest) => {
                    let condition = format!("{}#[cfg({rest})]\n", self.indent(lines.start));
                    self.replaced.push((lines, condition));
                }
                Condition::False => {
                    self.replaced.truncate(start);
                    let node = self.lines(self.with_comma(node.span().byte_range()));
                    self.replaced.push((node, String::new()));
                    return false;
                }
            }
        }
        true
    }

    /// The range with the comma that follows it, if one does.
    fn with_comma(&self, range: Range<usize>) -> Range<usize> {
        let comma = usize::from(self.text[range.end..].starts_with(','));
        range.start..range.end + comma
    }

    /// The whole lines that a range stands on.
    fn lines(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let rest = &self.text[range.end..];
        start..range.end + rest.find('\n').map_or(rest.len(), |newline| newline + 1)
    }

    fn indent(&self, start: usize) -> &str {
        let line = &self.text[start..];
        &line[..line.len() - line.trim_start_matches(' ').len()]
    }

    /// The text with all edits, without two blank lines in a row or one after an opening brace.
    fn apply(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut rest = 0;
        for (range, text) in &self.replaced {
            out.extend([&self.text[rest..range.start], text]);
            rest = range.end;
            if text.is_empty() && (out.ends_with("\n\n") || out.ends_with("{\n")) {
                rest += self.text[rest..].len() - self.text[rest..].trim_start_matches('\n').len();
            }
        }
        out.push_str(&self.text[rest..]);
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }
}

/// The attributes of a node: `attributes!(node, Enum: Variant Variant …)`.
macro_rules! attributes {
    ($node:expr, $of:ident: $($variant:ident)*) => {
        match $node {
            $($of::$variant(node) => node.attrs.as_slice(),)*
            _ => &[],
        }
    };
}

impl<'ast> Visit<'ast> for Edits<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = attributes!(
            item, Item: Const Enum ExternCrate Fn Impl Macro Mod Static Struct Trait Type Use
        );
        if self.stays(attributes, item) {
            visit::visit_item(self, item);
        } else if let Item::Mod(module) = item
            && module.content.is_none()
        {
            self.gone.push(module.ident.to_string());
        }
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        use syn::ImplItem;
        if self.stays(attributes!(item, ImplItem: Const Fn Macro Type), item) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &'ast syn::TraitItem) {
        use syn::TraitItem;
        if self.stays(attributes!(item, TraitItem: Const Fn Macro Type), item) {
            visit::visit_trait_item(self, item);
        }
    }

    fn visit_field(&mut self, field: &'ast Field) {
        if self.stays(&field.attrs, field) {
            visit::visit_field(self, field);
        }
    }

    fn visit_variant(&mut self, variant: &'ast Variant) {
        if self.stays(&variant.attrs, variant) {
            visit::visit_variant(self, variant);
        }
    }

    fn visit_field_value(&mut self, field: &'ast FieldValue) {
        if self.stays(&field.attrs, field) {
            visit::visit_field_value(self, field);
        }
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        if self.stays(&arm.attrs, arm) {
            visit::visit_arm(self, arm);
        }
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        let attributes = match statement {
            Stmt::Local(local) => local.attrs.as_slice(),
            Stmt::Macro(call) => call.attrs.as_slice(),
            Stmt::Item(_) => &[],
            Stmt::Expr(expression, _) => of_expression(expression),
        };
        if self.stays(attributes, statement) {
            match statement {
                // its attributes are settled already
                Stmt::Expr(expression, _) => visit::visit_expr(self, expression),
                statement => visit::visit_stmt(self, statement),
            }
        }
    }

    fn visit_expr(&mut self, expression: &'ast Expr) {
        if self.stays(of_expression(expression), expression) {
            visit::visit_expr(self, expression);
        }
    }
}

fn of_expression(expression: &Expr) -> &[Attribute] {
    attributes!(
        expression, Expr: Array Assign Block Call If Lit Macro Match MethodCall Path Return Struct Tuple
    )
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
