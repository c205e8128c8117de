//! What a GraphQL document says: the variables that its operation declares, and the fields that it selects.
//!
//! The document is parsed by `apollo-parser`, which goes on after an error, so that one fault costs no more than itself.

use std::collections::HashMap;

use apollo_parser::Parser;
use apollo_parser::cst::{
    Definition, Document, Field, OperationDefinition, Selection, SelectionSet, Type,
};

use crate::api::{Declared, Need, Selected};
use crate::template::{self, Piece};

/// Selection sets within each other: more are left out. Fragments may contain themselves.
const DEEPEST: usize = 24;

/// The most selections of a document, fragments resolved.
const MOST: usize = 20_000;

/// What is known of an operation.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Operation {
    /// Its variables, in order.
    pub(super) declared: Vec<Declared>,
    /// The fields of its selection set, fragments resolved.
    pub(super) selection: Vec<Selected>,
    /// The first fault of the document, with line and column.
    pub(super) fault: Option<String>,
}

/// The operation of this name in a document; without a name (or where none is called so), the first one.
pub(super) fn operation(text: &str, name: Option<&str>) -> Operation {
    let text = without_variables(text);
    let tree = Parser::new(&text).parse();
    let fault = tree.errors().next().map(|error| {
        let before = text.get(..error.index()).unwrap_or(&text);
        let line = 1 + before.matches('\n').count();
        let column = 1 + before[before.rfind('\n').map_or(0, |at| at + 1)..].chars().count();
        format!("{} at line {line} column {column}", error.message())
    });
    let document = tree.document();
    let operations = || {
        document.definitions().filter_map(|definition| match definition {
            Definition::OperationDefinition(operation) => Some(operation),
            _ => None,
        })
    };
    let is_named = |operation: &OperationDefinition| {
        let own = operation.name();
        name.is_some_and(|name| own.is_some_and(|own| own.text() == name))
    };
    let Some(chosen) = operations().find(is_named).or_else(|| operations().next()) else {
        return Operation { fault, ..Operation::default() };
    };
    let mut selecting = Selecting { fragments: fragments(&document), left: MOST };
    let mut selection = Vec::new();
    if let Some(set) = chosen.selection_set() {
        selecting.select(&set, 0, &mut selection);
    }
    Operation { declared: declared(&chosen), selection, fault }
}

/// The text with a name for each of Postman's variables.
fn without_variables(text: &str) -> String {
    let pieces = template::pieces(text).into_iter().map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Variable(_) => "variable",
    });
    pieces.collect()
}

fn declared(operation: &OperationDefinition) -> Vec<Declared> {
    let definitions = operation.variable_definitions();
    let definitions = definitions.iter().flat_map(|all| all.variable_definitions());
    let declared = definitions.filter_map(|definition| {
        let name = definition.variable()?.name()?.text().to_string();
        let ty = written(&definition.ty()?)?;
        let optional = !ty.ends_with('!') || definition.default_value().is_some();
        let need = if optional { Need::Optional } else { Need::Required };
        Some(Declared { name, ty, need })
    });
    declared.collect()
}

/// A type as it is written: `[ID!]!`.
fn written(ty: &Type) -> Option<String> {
    Some(match ty {
        Type::NamedType(named) => named.name()?.text().to_string(),
        Type::ListType(list) => format!("[{}]", written(&list.ty()?)?),
        Type::NonNullType(inner) => match (inner.named_type(), inner.list_type()) {
            (Some(named), _) => format!("{}!", named.name()?.text()),
            (None, Some(list)) => format!("[{}]!", written(&list.ty()?)?),
            (None, None) => return None,
        },
    })
}

/// The selection sets of fragments by name.
fn fragments(document: &Document) -> HashMap<String, SelectionSet> {
    let fragments = document.definitions().filter_map(|definition| match definition {
        Definition::FragmentDefinition(fragment) => {
            let name = fragment.fragment_name()?.name()?.text().to_string();
            Some((name, fragment.selection_set()?))
        }
        _ => None,
    });
    fragments.collect()
}

/// The walk over selection sets.
struct Selecting {
    fragments: HashMap<String, SelectionSet>,
    /// How many more selections are looked at: fragments that contain themselves twice would double at each depth.
    left: usize,
}

impl Selecting {
    /// Adds the fields of a selection set, each key once.
    fn select(&mut self, set: &SelectionSet, depth: usize, found: &mut Vec<Selected>) {
        if depth > DEEPEST {
            return;
        }
        for selection in set.selections() {
            let Some(left) = self.left.checked_sub(1) else { return };
            self.left = left;
            match selection {
                Selection::Field(field) => self.field(&field, depth, found),
                Selection::FragmentSpread(spread) => {
                    let name = spread.fragment_name().and_then(|name| name.name());
                    let set = name.and_then(|name| self.fragments.get(name.text().as_str()));
                    if let Some(set) = set.cloned() {
                        self.select(&set, depth + 1, found);
                    }
                }
                Selection::InlineFragment(fragment) => {
                    if let Some(set) = fragment.selection_set() {
                        self.select(&set, depth + 1, found);
                    }
                }
            }
        }
    }

    fn field(&mut self, field: &Field, depth: usize, found: &mut Vec<Selected>) {
        let key = field.alias().and_then(|alias| alias.name()).or_else(|| field.name());
        let Some(key) = key.map(|key| key.text().to_string()) else { return };
        let at = found.iter().position(|known| known.key == key).unwrap_or_else(|| {
            found.push(Selected { key, inner: Vec::new() });
            found.len() - 1
        });
        if let Some(inner) = field.selection_set() {
            self.select(&inner, depth + 1, &mut found[at].inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(selection: &[Selected]) -> String {
        let key = |field: &Selected| match field.inner.is_empty() {
            true => field.key.clone(),
            false => format!("{}{{{}}}", field.key, keys(&field.inner)),
        };
        selection.iter().map(key).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn variables_have_types_and_needs() {
        let text =
            "query Search($term: String, $first: Int! = 10, $ids: [ID!]!, $filter: Filter!) { a }";
        let declared: Vec<String> = operation(text, None)
            .declared
            .into_iter()
            .map(|one| format!("{} {} {:?}", one.name, one.ty, one.need))
            .collect();
        assert_eq!(
            declared,
            [
                "term String Optional",
                "first Int! Optional",
                "ids [ID!]! Required",
                "filter Filter! Required"
            ]
        );
    }

    #[test]
    fn fields_have_their_aliases_and_those_of_fragments() {
        let text = "query { user(id: {{id}}) { name ...on Admin { level } ...rest } other: x }
            fragment rest on User { name friends { ...rest } }";
        let found = operation(text, None).selection;
        assert!(keys(&found).starts_with("user{name level friends{name friends{"), "{found:?}");
        assert!(keys(&found).ends_with("} other"));
    }

    #[test]
    fn one_of_several_operations_is_sent() {
        let text = "query A { a } mutation B($x: Int) { b }";
        assert_eq!(keys(&operation(text, Some("B")).selection), "b");
        assert_eq!(keys(&operation(text, None).selection), "a");
        assert_eq!(operation(text, None).fault, None);
    }

    #[test]
    fn faults_have_a_position() {
        let broken = operation("query A($x: ) {\n  a(", None);
        assert!(broken.fault.is_some_and(|fault| fault.contains(" at line ")));
        assert_eq!(operation("", None).selection, []);
        let deep = "{a".repeat(5_000);
        let _ = operation(&deep, None);
        let twice = operation("{ ...a } fragment a on A { x { ...a } y { ...a } }", None);
        assert_eq!(twice.selection.len(), 2);
    }
}
