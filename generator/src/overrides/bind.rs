//! What the keys of overrides name in a collection: folders and requests by their paths, and the words for each stage.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;

use super::document::{Module, Place, Request, Table};
use super::error::{Found, Problem, What};
use super::keys::{self, nearest};
use super::{Document, Overrides};
use crate::infer::Part;
use crate::name::{self, ident, spoken, title};
use crate::pointer;
use crate::postman::{Collection, Item};
use crate::resolve;

/// The module of every crate that is not a collection's.
const RUNTIME: &str = "runtime";

/// Overrides with what they name.
#[derive(Debug, Default)]
pub struct Bound<'d> {
    /// What `resolve` is told.
    pub resolve: resolve::Overrides,
    /// What `name` is told.
    pub name: name::Renames,
    /// What is said of places.
    pub(super) places: Vec<Said<'d>>,
    /// The types that are named, and where.
    pub(super) types: Vec<(String, Range<usize>)>,
    pub(super) document: Option<&'d Document>,
    /// What cannot be followed.
    pub(crate) faults: Vec<Found>,
}

/// What is said of one place.
#[derive(Debug)]
pub(super) struct Said<'d> {
    /// The request.
    pub(super) request: usize,
    /// The part of the request.
    pub(super) part: Part,
    /// The status, as written, for a response.
    pub(super) status: Option<&'d Spanned<String>>,
    /// The key: a JSON pointer, or the name of a parameter.
    pub(super) key: &'d Spanned<String>,
    pub(super) place: &'d Place,
}

impl Said<'_> {
    /// The pointer: a plain name is a place right below.
    pub(super) fn pointer(&self) -> String {
        match self.key.get_ref() {
            key if key.is_empty() || key.starts_with('/') => key.clone(),
            key => format!("/{}", pointer::token(key)),
        }
    }
}

/// Finds what overrides name.
pub fn bind<'d>(overrides: &'d Overrides, collection: &Collection) -> Bound<'d> {
    let document = &overrides.document;
    let mut bound = Bound { document: Some(document), ..Bound::default() };
    let mut paths = Paths::default();
    paths.collect(&collection.items, &mut Vec::new());
    let folders = keys::keys(paths.folders.iter().map(Vec::as_slice));
    let requests = keys::keys(paths.requests.iter().map(Vec::as_slice));
    bound.collection(&document.collection);
    let mut given = Given::default();
    given.take_defaults(&paths, document, &folders, &requests);
    for (key, renamed) in &document.folders {
        match folders.iter().position(|other| other == key.get_ref()) {
            Some(index) => {
                bound.folder(index, &renamed.rename, &mut given.around(&paths.folders[index]))
            }
            None => bound.no_match(What::Folder, key, &folders),
        }
    }
    for (key, request) in &document.requests {
        match find(key, &requests) {
            Some(index) => bound.request(index, request, &mut given.around(&paths.requests[index])),
            None => bound.no_match(What::Request, key, &requests),
        }
    }
    for (name, renamed) in &document.client {
        if let Some(rename) = bound.field_name(&renamed.rename) {
            bound.name.settings.insert(name.get_ref().clone(), rename);
        }
    }
    bound.resolve.variables = document
        .variables
        .iter()
        .map(|(name, variable)| (name.get_ref().clone(), variable.secret))
        .collect();
    bound
}

/// The folders and requests of a collection, by the names around each and its own.
#[derive(Default)]
struct Paths {
    folders: Vec<Vec<String>>,
    requests: Vec<Vec<String>>,
}

impl Paths {
    fn collect(&mut self, items: &[Item], around: &mut Vec<String>) {
        for item in items {
            match item {
                Item::Folder(folder) => {
                    around.push(folder.name.clone());
                    self.folders.push(around.clone());
                    self.collect(&folder.items, around);
                    around.pop();
                }
                Item::Request(request) => {
                    self.requests.push(around.iter().chain([&request.name]).cloned().collect());
                }
            }
        }
    }
}

/// The names that were given within each folder: two things of one folder cannot have one.
#[derive(Default)]
struct Given(HashSet<(Vec<String>, String)>);

impl Given {
    /// Takes the names that folders and requests without an override have.
    fn take_defaults(
        &mut self,
        paths: &Paths,
        document: &Document,
        folders: &[String],
        requests: &[String],
    ) {
        let mut take = |path: &[String], name: String| {
            self.around(path)(&name);
        };
        for (path, key) in paths.folders.iter().zip(folders) {
            let renamed = document.folders.keys().any(|other| other.get_ref() == key);
            if let Some(name) = path.last().filter(|_| !renamed) {
                take(path, title::folder(name));
            }
        }
        for ((index, path), key) in paths.requests.iter().enumerate().zip(requests) {
            let is_it = |other: &str| other == key || other.parse() == Ok(index);
            let renamed = document
                .requests
                .iter()
                .any(|(other, request)| is_it(other.get_ref()) && request.rename.is_some());
            if let Some(name) = path.last().filter(|_| !renamed) {
                take(path, ident::type_name(&spoken::words(name), ""));
            }
        }
    }

    /// Takes names within the folder around something: whether a name is new there.
    fn around<'g>(&'g mut self, path: &'g [String]) -> impl FnMut(&str) -> bool + 'g {
        let folder = path.split_last().map_or(&[][..], |(_, folder)| folder);
        move |name| self.0.insert((folder.to_vec(), name.to_owned()))
    }
}

/// The position that a key names: by its path, else by its number.
fn find(key: &Spanned<String>, keys: &[String]) -> Option<usize> {
    let by_path = keys.iter().position(|other| other == key.get_ref());
    by_path.or_else(|| key.get_ref().parse().ok().filter(|&index| index < keys.len()))
}

impl<'d> Bound<'d> {
    fn collection(&mut self, module: &Module) {
        let Some(rename) = &module.rename else { return };
        let written = ident::module(rename.get_ref(), "");
        if written != *rename.get_ref() || written == RUNTIME {
            let nearest = if written == RUNTIME { "api".to_owned() } else { written };
            self.bad_name(What::Collection, rename, nearest);
        }
    }

    fn folder(
        &mut self,
        index: usize,
        rename: &Spanned<String>,
        is_new: &mut impl FnMut(&str) -> bool,
    ) {
        let name = rename.get_ref();
        let written = ident::module(name, "");
        if written != *name {
            self.bad_name(What::Folder, rename, written);
        } else if is_new(name) {
            self.name.modules.insert(index, written);
        } else {
            self.fault(Problem::Taken { name: written }, rename);
        }
    }

    fn request(
        &mut self,
        index: usize,
        request: &'d Request,
        is_new: &mut impl FnMut(&str) -> bool,
    ) {
        let wishes = self.resolve.requests.entry(index).or_default();
        wishes.skip |= request.skip;
        if let Some(rename) = &request.rename
            && let Some(name) = self.type_name(What::Request, rename)
        {
            match is_new(&name) {
                true => drop(self.name.endpoints.insert(index, name)),
                false => self.fault(Problem::Taken { name }, rename),
            }
        }
        let parts = [
            (Part::Path, &request.path),
            (Part::Query, &request.query),
            (Part::Header, &request.header),
            (Part::Urlencoded, &request.urlencoded),
            (Part::Form, &request.form),
            (Part::Body, &request.body),
        ];
        for (part, places) in parts {
            self.places(index, part, None, places);
        }
        for (status, places) in &request.response {
            self.places(index, Part::Response, Some(status), places);
        }
    }

    fn places(
        &mut self,
        request: usize,
        part: Part,
        status: Option<&'d Spanned<String>>,
        places: &'d Table<Place>,
    ) {
        for (key, place) in places {
            let said = Said { request, part, status, key, place };
            if let Some(secret) = &place.secret {
                let pointer = said.pointer();
                let last =
                    pointer::key(pointer.rsplit('/').next().unwrap_or_default()).into_owned();
                self.resolve
                    .requests
                    .entry(request)
                    .or_default()
                    .secrets
                    .0
                    .insert(last, *secret.get_ref());
            }
            self.places.push(said);
        }
    }

    /// A name for a type; none, and a fault, when it is written otherwise.
    pub(super) fn type_name(&mut self, what: What, name: &Spanned<String>) -> Option<String> {
        let written = ident::type_name(name.get_ref(), "");
        if written == *name.get_ref() {
            return Some(written);
        }
        self.bad_name(what, name, written);
        None
    }

    /// A name for a field or a method.
    pub(super) fn field_name(&mut self, name: &Spanned<String>) -> Option<String> {
        let written = ident::setter(name.get_ref(), "");
        if written.trim_start_matches("r#") == name.get_ref() {
            return Some(name.get_ref().clone());
        }
        self.bad_name(What::Field, name, written);
        None
    }

    fn bad_name(&mut self, what: What, name: &Spanned<String>, written: String) {
        let nearest = Some(written).filter(|written| !written.is_empty());
        self.fault(Problem::BadName { what, name: name.get_ref().clone(), nearest }, name);
    }

    pub(super) fn no_match(&mut self, what: What, key: &Spanned<String>, keys: &[String]) {
        let nearest = nearest(key.get_ref(), keys.iter().map(String::as_str));
        self.fault(Problem::NoMatch { what, key: key.get_ref().clone(), nearest }, key);
    }

    pub(super) fn fault<T>(&mut self, problem: Problem, at: &Spanned<T>) {
        self.faults.push(Found { problem, span: at.span() });
    }
}
