//! The rooms of the generator: no cycle, and no import against the pipeline.
//!
//! `cargo test -p generator --test house -- --nocapture` prints the map: each room with the rooms it
//! imports.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use quote::ToTokens as _;
use syn::visit::{self, Visit};

/// The stages in order. A stage may import only itself and earlier ones.
const PIPELINE: &[&str] =
    &["load", "read", "resolve", "presets", "infer", "name", "docs", "lower", "emit", "write"];

/// Plain data between the stages, with the rooms that each may import.
const DATA: &[(&str, &[&str])] = &[
    ("postman", &["location", "pointer"]),
    ("api", &["diagnostics", "json_path", "location", "masks", "postman"]),
    ("rust", &["api"]),
    ("hints", &[]),
    ("diagnostics", &["location", "postman"]),
    ("output", &[]),
];

/// The room that imports, the room that is imported, and one file that does so.
type Imports = BTreeMap<&'static str, BTreeMap<&'static str, PathBuf>>;

fn sources() -> Vec<(PathBuf, syn::File)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    let parse = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a source file");
        let file = syn::parse_file(&text).expect("Rust");
        (path.strip_prefix(&root).expect("a path below the root").to_owned(), file)
    };
    found.into_iter().map(parse).collect()
}

/// The room of a file: its first folder, or its name.
fn room(path: &Path) -> String {
    let first = path.iter().next().expect("a file").to_string_lossy().into_owned();
    first.strip_suffix(".rs").map_or(first.clone(), str::to_owned)
}

/// Collects the first names behind `crate::`, tests aside.
#[derive(Default)]
struct Crates(BTreeSet<String>);

impl Crates {
    fn tree(&mut self, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => self.add(&path.ident),
            syn::UseTree::Name(name) => self.add(&name.ident),
            syn::UseTree::Rename(name) => self.add(&name.ident),
            syn::UseTree::Glob(_) => {}
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item)),
        }
    }

    fn add(&mut self, name: &syn::Ident) {
        self.0.insert(name.to_string());
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.to_token_stream().to_string().contains("test")
    })
}

impl<'ast> Visit<'ast> for Crates {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_use_tree(&mut self, tree: &'ast syn::UseTree) {
        if let syn::UseTree::Path(path) = tree
            && path.ident == "crate"
        {
            self.tree(&path.tree);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments = path.segments.iter();
        if segments.next().is_some_and(|first| first.ident == "crate")
            && let Some(second) = segments.next()
        {
            self.add(&second.ident);
        }
        visit::visit_path(self, path);
    }
}

fn imports() -> Imports {
    let sources = sources();
    let names: BTreeSet<String> = sources.iter().map(|(path, _)| room(path)).collect();
    let names: BTreeMap<String, &'static str> =
        names.into_iter().map(|name| (name.clone(), &*name.leak())).collect();
    let mut imports = Imports::new();
    for (path, file) in &sources {
        let own = names[&room(path)];
        let is_test = path.iter().any(|part| part.to_string_lossy().starts_with("tests"));
        if is_test || matches!(own, "lib" | "main" | "bin") {
            continue;
        }
        let mut found = Crates::default();
        found.visit_file(file);
        let rooms = found.0.iter().filter_map(|name| names.get(name)).filter(|room| **room != own);
        for room in rooms {
            imports.entry(own).or_default().entry(room).or_insert_with(|| path.clone());
        }
    }
    imports
}

/// A way from a room back to itself.
fn cycle(imports: &Imports) -> Option<Vec<&'static str>> {
    fn visit(
        room: &'static str,
        imports: &Imports,
        way: &mut Vec<&'static str>,
        done: &mut BTreeSet<&'static str>,
    ) -> Option<Vec<&'static str>> {
        if let Some(start) = way.iter().position(|earlier| *earlier == room) {
            return Some(way[start..].to_vec());
        }
        if !done.insert(room) {
            return None;
        }
        way.push(room);
        let found = imports
            .get(room)
            .and_then(|rooms| rooms.keys().find_map(|next| visit(next, imports, way, done)));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    imports.keys().find_map(|room| visit(room, imports, &mut Vec::new(), &mut done))
}

#[test]
fn rooms_have_no_cycle() {
    let imports = imports();
    for (room, others) in &imports {
        println!("{room} → {}", others.keys().copied().collect::<Vec<_>>().join(", "));
    }
    assert!(imports.len() > 15, "the walk finds the rooms");
    assert_eq!(cycle(&imports), None, "these rooms import each other");
}

#[test]
fn a_cycle_is_found() {
    let edge = |to| BTreeMap::from([(to, PathBuf::new())]);
    let imports = Imports::from([("a", edge("b")), ("b", edge("c")), ("c", edge("b"))]);
    assert_eq!(cycle(&imports), Some(vec!["b", "c"]));
}

#[test]
fn no_stage_imports_a_later_one() {
    let imports = imports();
    let stage = |room: &str| PIPELINE.iter().position(|stage| *stage == room);
    for (room, others) in &imports {
        for (other, file) in others {
            if let (Some(own), Some(other_stage)) = (stage(room), stage(other)) {
                assert!(other_stage <= own, "{}: {room} imports {other}", file.display());
            }
        }
    }
    for (room, allowed) in DATA {
        for (other, file) in imports.get(room).into_iter().flatten() {
            assert!(allowed.contains(other), "{}: {room} imports {other}", file.display());
        }
    }
    for (other, file) in imports.get("emit").into_iter().flatten() {
        let is_input = matches!(*other, "postman" | "resolve" | "infer" | "overrides" | "lower");
        assert!(!is_input, "{}: emit imports {other}", file.display());
    }
}
