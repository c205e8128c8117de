//! Files → collection.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use super::auth::{Auths, Choice};
use super::definition::Definition;
use super::document::{Content, Document};
use super::layout::{Layout, joined};
use super::request::RequestFile;
use crate::diagnostics::{Diagnostic, Kind};
use crate::postman::{Auth, Collection, DocumentId, Folder, Item, Place, RequestItem, Response};
use crate::read::Read;
use crate::source::Tree;

/// How many items of other protocols are named.
const NAMED: usize = 10;

/// Puts the files of a collection together. A directory's documents are in the order of the tree's entries.
pub(super) fn collection(tree: &Tree, documents: Vec<Option<Document>>) -> Read<Collection> {
    let layout = Layout::new(tree);
    let mut assembler = Assembler {
        layout: &layout,
        tree,
        documents,
        diagnostics: Vec::new(),
        trail: Vec::new(),
        auths: Vec::new(),
        used: BTreeSet::new(),
        others: Vec::new(),
    };
    let value = assembler.collection();
    assembler.report();
    Read { value, diagnostics: assembler.diagnostics }
}

struct Assembler<'a> {
    layout: &'a Layout<'a>,
    tree: &'a Tree,
    documents: Vec<Option<Document>>,
    diagnostics: Vec<Diagnostic>,
    /// The names of the folders and of the request around.
    trail: Vec<String>,
    /// The lists of auth around, the nearest last.
    auths: Vec<Vec<(String, Auth)>>,
    /// The saved responses that belong to a request.
    used: BTreeSet<DocumentId>,
    /// The names of items of other protocols.
    others: Vec<String>,
}

/// A folder or a request, before the order of its directory is known.
struct Placed<'a> {
    order: f64,
    /// The name of its file or directory without endings.
    name: &'a str,
    member: Member,
}

enum Member {
    Folder(usize, Box<Definition>),
    Request(Box<RequestFile>, Vec<Diagnostic>),
    Nothing(Option<String>, Option<&'static str>, Vec<Diagnostic>),
}

impl<'a> Assembler<'a> {
    fn collection(&mut self) -> Collection {
        let definition = self.definition(0);
        let auth = self.enter(&definition);
        let items = self.items(0);
        self.auths.pop();
        Collection {
            name: definition.name.unwrap_or_else(|| self.tree.name.clone()),
            description: definition.description,
            version: definition.version,
            variables: definition.variables,
            auth,
            behavior: definition.behavior,
            items,
            scripts: definition.scripts,
        }
    }

    fn take(&mut self, id: DocumentId) -> (Content, Vec<Diagnostic>) {
        let document = self.documents.get_mut(id.0).and_then(Option::take);
        document.map_or((Content::Nothing, Vec::new()), |found| (found.content, found.diagnostics))
    }

    fn note(&mut self, place: Place, kind: Kind) {
        self.diagnostics.push(Diagnostic { kind, place, trail: self.trail.clone() });
    }

    /// Adds what was found in a file, now that it is known what is around it.
    fn found(&mut self, diagnostics: Vec<Diagnostic>) {
        let trail = self.trail.clone();
        self.diagnostics.extend(
            diagnostics.into_iter().map(|found| Diagnostic { trail: trail.clone(), ..found }),
        );
    }

    /// The definition of a directory; one that has none is called as the directory.
    fn definition(&mut self, position: usize) -> Definition {
        let directory = &self.layout.directories[position];
        let without =
            Definition { place: Place::root(directory.document), ..Definition::default() };
        let Some(id) = directory.definition else { return without };
        match self.take(id) {
            (Content::Definition(definition), diagnostics) => {
                self.found(diagnostics);
                *definition
            }
            (_, diagnostics) => {
                self.found(diagnostics);
                Definition { place: Place::root(id), ..without }
            }
        }
    }

    /// Remembers the list of auth for what is inside, and chooses.
    fn enter(&mut self, definition: &Definition) -> Option<Auth> {
        self.auths.push(definition.auths.listed.clone());
        self.choose(&definition.auths)
    }

    fn choose(&mut self, auths: &Auths) -> Option<Auth> {
        match &auths.choice {
            Choice::Around => None,
            Choice::Own(auth) => Some(auth.clone()),
            Choice::Listed(place, id) => {
                let mut around = self.auths.iter().rev().flatten();
                let listed = around.find(|(known, _)| known == id).map(|(_, auth)| auth.clone());
                if listed.is_none() {
                    let reason = "no list around it has an entry with the `id` that it inherits";
                    self.note(place.clone(), Kind::UnusedAuth { reason });
                }
                let kind = "noauth".to_owned();
                let none = Auth { place: place.clone(), kind, parameters: Vec::new() };
                Some(listed.unwrap_or(none))
            }
        }
    }

    /// The folders and requests of a directory, in Postman's order.
    fn items(&mut self, position: usize) -> Vec<Item> {
        let layout = self.layout;
        let directory = &layout.directories[position];
        self.same_but_case(directory.requests.iter().map(|(stem, id)| (*stem, *id)));
        let inner = directory.directories.iter().map(|inner| &layout.directories[*inner]);
        self.same_but_case(inner.map(|inner| (inner.name(), inner.document)));
        let mut placed: Vec<Placed<'a>> = Vec::new();
        for inner in &directory.directories {
            if layout.is_folder(*inner) {
                let name = layout.directories[*inner].name();
                self.trail.push(name.to_owned());
                let definition = self.definition(*inner);
                self.trail.pop();
                let order = definition.order;
                placed.push(Placed {
                    order,
                    name,
                    member: Member::Folder(*inner, definition.into()),
                });
            }
        }
        for (stem, id) in &directory.requests {
            let (order, member) = match self.take(*id) {
                (Content::Request(file), found) => (file.order, Member::Request(file, found)),
                (Content::Other(name, protocol), found) => {
                    (0.0, Member::Nothing(name, Some(protocol), found))
                }
                (_, found) => (0.0, Member::Nothing(None, None, found)),
            };
            placed.push(Placed { order, name: stem, member });
        }
        // stable: a folder comes before the request of its name
        placed.sort_by(by_order);
        placed.into_iter().filter_map(|placed| self.item(position, placed)).collect()
    }

    fn item(&mut self, position: usize, placed: Placed<'_>) -> Option<Item> {
        match placed.member {
            Member::Folder(inner, definition) => {
                Some(Item::Folder(Box::new(self.folder(inner, *definition))))
            }
            Member::Request(file, diagnostics) => {
                let item = self.request(position, placed.name, *file, diagnostics);
                Some(Item::Request(Box::new(item)))
            }
            Member::Nothing(name, protocol, diagnostics) => {
                let name = name.unwrap_or_else(|| placed.name.to_owned());
                if let Some(protocol) = protocol {
                    self.others.push(format!("`{name}` ({protocol})"));
                }
                self.trail.push(name);
                self.found(diagnostics);
                self.trail.pop();
                None
            }
        }
    }

    fn folder(&mut self, position: usize, definition: Definition) -> Folder {
        let name = self.layout.directories[position].name();
        let name = definition.name.clone().unwrap_or_else(|| name.to_owned());
        self.trail.push(name.clone());
        let auth = self.enter(&definition);
        let items = self.items(position);
        if items.is_empty() {
            self.note(definition.place.clone(), Kind::EmptyFolder);
        }
        self.auths.pop();
        self.trail.pop();
        Folder {
            place: definition.place,
            name,
            description: definition.description,
            auth,
            behavior: definition.behavior,
            items,
            scripts: definition.scripts,
        }
    }

    fn request(
        &mut self,
        position: usize,
        stem: &str,
        file: RequestFile,
        diagnostics: Vec<Diagnostic>,
    ) -> RequestItem {
        let name = file.name.clone().unwrap_or_else(|| stem.to_owned());
        self.trail.push(name.clone());
        self.found(diagnostics);
        let auth = self.choose(&file.auths);
        let responses = self.responses(position, stem, &file.examples);
        self.trail.pop();
        RequestItem {
            place: file.place,
            name,
            description: None,
            request: Some(crate::postman::Request { auth, ..file.request }),
            responses,
            behavior: file.behavior,
            scripts: file.scripts,
        }
    }

    /// The saved responses of a request: those at the place that Postman reads, and those where the file says.
    fn responses(
        &mut self,
        position: usize,
        stem: &str,
        paths: &[(Place, String)],
    ) -> Vec<Response> {
        let directory = &self.layout.directories[position];
        let mut ids = self.examples_at(&Layout::convention(directory, stem));
        for (place, path) in paths {
            let found = self.examples_at(&joined(directory.path, path));
            if found.is_empty() {
                self.note(place.clone(), Kind::MissingExamples { path: path.clone() });
            }
            ids.extend(found.into_iter().filter(|id| !self.used.contains(id)));
        }
        ids.retain(|id| self.used.insert(*id));
        let mut found = Vec::new();
        for id in ids {
            let (content, diagnostics) = self.take(id);
            self.found(diagnostics);
            if let Content::Example(mut example) = content {
                let name = self.stem_of(id);
                example.response.name.get_or_insert_with(|| name.to_owned());
                found.push((example.order, name, example.response));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        found.into_iter().map(|(_, _, response)| response).collect()
    }

    /// The saved responses in a directory, or the one at that path.
    fn examples_at(&self, path: &str) -> Vec<DocumentId> {
        if let Some(ids) = self.layout.examples.get(path) {
            return ids.clone();
        }
        let (directory, _) = path.rsplit_once('/').unwrap_or_default();
        let ids = self.layout.examples.get(directory).into_iter().flatten();
        ids.filter(|id| self.tree.entries[id.0].path == path).copied().collect()
    }

    /// The name of a saved response's file without its endings.
    fn stem_of(&self, id: DocumentId) -> &'a str {
        let name = self.tree.entries[id.0].path.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
        name.strip_suffix(".example").unwrap_or(name)
    }

    /// Reports names that differ only in case.
    fn same_but_case<'n>(&mut self, names: impl Iterator<Item = (&'n str, DocumentId)>) {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (name, id) in names {
            if let Some(other) = seen.insert(name.to_lowercase(), name) {
                let (name, other) = (name.to_owned(), other.to_owned());
                self.note(Place::root(id), Kind::SameButCase { name, other });
            }
        }
    }

    /// What concerns the collection as a whole: what belongs to none of its parts.
    fn report(&mut self) {
        if !self.others.is_empty() {
            let count = self.others.len();
            let mut names = self.others.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            if count > NAMED {
                names += &format!(" and {} more", count - NAMED);
            }
            self.note(Place::default(), Kind::OtherProtocols { count, names });
        }
        let examples = self.layout.examples.values().flatten();
        let stray: Vec<DocumentId> =
            examples.filter(|id| !self.used.contains(id)).copied().collect();
        for id in stray {
            self.note(Place::root(id), Kind::StrayExample);
        }
        for file in &self.tree.ignored {
            let file = file.name.clone();
            self.note(Place::default(), Kind::IgnoredFile { file });
        }
    }
}

fn by_order(a: &Placed<'_>, b: &Placed<'_>) -> Ordering {
    a.order.total_cmp(&b.order).then_with(|| a.name.cmp(b.name))
}
