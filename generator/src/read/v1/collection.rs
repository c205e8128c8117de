//! The collection, its folders and their order.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::Kind;
use crate::json::Json;
use crate::postman::{Collection, Folder, Item};
use crate::read::members::{Members, Reader, text_of};

/// Folders and requests by their ids.
struct Parts<'a> {
    folders: Vec<Option<Members<'a>>>,
    requests: Vec<Option<Members<'a>>>,
    folder_ids: HashMap<String, usize>,
    request_ids: HashMap<String, usize>,
    /// The folders that another one lists.
    inner: HashSet<usize>,
    /// The ids of the requests that some `order` lists.
    ordered: HashSet<String>,
}

impl Reader {
    /// A collection in the format v1.
    pub(in crate::read) fn collection_v1(&mut self, mut members: Members) -> Collection {
        let mut parts = self.parts(&mut members);
        let mut items = Vec::new();
        for id in root_folders(&mut members, &parts) {
            items.extend(self.folder_v1(&mut parts, id));
        }
        for id in ids(members.take("order")) {
            items.extend(
                parts.request_ids.get(&id).copied().and_then(|at| self.listed(&mut parts, at)),
            );
        }
        for position in 0..parts.requests.len() {
            items.extend(self.unlisted(&mut parts, position));
        }
        Collection {
            name: self.text(&mut members, "name").unwrap_or_default(),
            description: self.description(&mut members),
            version: None,
            variables: self.variables(&mut members),
            auth: self.auth_v1(&mut members),
            behavior: self.behavior(&mut members),
            scripts: self.scripts_v1(&mut members),
            items,
        }
    }

    fn parts<'a>(&mut self, members: &mut Members<'a>) -> Parts<'a> {
        let requests = self.objects(members, "requests");
        let folders = self.objects(members, "folders");
        let positions = |all: &[Members]| {
            let ids = all.iter().enumerate();
            ids.filter_map(|(at, part)| Some((text_of(part.get("id")?), at))).collect()
        };
        let folder_ids: HashMap<String, usize> = positions(&folders);
        let listed = folders.iter().flat_map(|folder| ids(folder.get("folders_order").cloned()));
        let inner = listed.filter_map(|id| folder_ids.get(&id).copied()).collect();
        let orders = folders.iter().chain([&*members]);
        let ordered = orders.flat_map(|owner| ids(owner.get("order").cloned())).collect();
        Parts {
            ordered,
            request_ids: positions(&requests),
            folders: folders.into_iter().map(Some).collect(),
            requests: requests.into_iter().map(Some).collect(),
            folder_ids,
            inner,
        }
    }

    /// A folder with its folders, then its requests.
    fn folder_v1(&mut self, parts: &mut Parts, position: usize) -> Option<Item> {
        let mut members = parts.folders.get_mut(position)?.take()?;
        let name = self.text(&mut members, "name").unwrap_or_default();
        self.trail.push(name.clone());
        let mut items = Vec::new();
        for id in ids(members.take("folders_order")) {
            let inner = parts.folder_ids.get(&id).copied();
            items.extend(inner.and_then(|inner| self.folder_v1(parts, inner)));
        }
        for id in ids(members.take("order")) {
            items.extend(parts.request_ids.get(&id).copied().and_then(|at| self.listed(parts, at)));
        }
        let id = members.take("id").map(|id| text_of(&id));
        for position in parts.unlisted_in(id.as_deref()) {
            items.extend(self.unlisted(parts, position));
        }
        let folder = Folder {
            name,
            description: self.description(&mut members),
            auth: self.auth_v1(&mut members),
            behavior: self.behavior(&mut members),
            scripts: self.scripts_v1(&mut members),
            items,
            place: members.place,
        };
        self.trail.pop();
        Some(Item::Folder(Box::new(folder)))
    }

    fn listed(&mut self, parts: &mut Parts, position: usize) -> Option<Item> {
        let members = parts.requests.get_mut(position)?.take()?;
        Some(Item::Request(Box::new(self.request_item_v1(members))))
    }

    /// A request that no `order` lists.
    fn unlisted(&mut self, parts: &mut Parts, position: usize) -> Option<Item> {
        let place = parts.requests.get(position)?.as_ref()?.place.clone();
        let item = self.listed(parts, position)?;
        if let Item::Request(request) = &item {
            self.trail.push(request.name.clone());
            self.note(place, Kind::Unlisted);
            self.trail.pop();
        }
        Some(item)
    }
}

impl Parts<'_> {
    /// The positions of the requests that no `order` lists and that say they are in a folder.
    fn unlisted_in(&self, folder: Option<&str>) -> Vec<usize> {
        let id = |members: &Members, key: &str| members.get(key).map(text_of);
        let is_in = |members: &Members| {
            let is_listed = id(members, "id").is_some_and(|id| self.ordered.contains(&id));
            let owner = id(members, "folder").or_else(|| id(members, "folderId"));
            !is_listed && folder.is_some() && owner.as_deref() == folder
        };
        let requests = self.requests.iter().enumerate();
        let found = requests.filter(|(_, request)| request.as_ref().is_some_and(is_in));
        found.map(|(position, _)| position).collect()
    }
}

/// The positions of the folders at the top: those that `folders_order` lists, then those that no folder lists.
fn root_folders(members: &mut Members, parts: &Parts) -> Vec<usize> {
    let listed = ids(members.take("folders_order"));
    let listed = listed.iter().filter_map(|id| parts.folder_ids.get(id).copied());
    let all = listed.chain(0..parts.folders.len());
    let mut seen = HashSet::new();
    all.filter(|at| !parts.inner.contains(at) && seen.insert(*at)).collect()
}

/// The ids of a list.
fn ids(value: Option<Json>) -> Vec<String> {
    match value {
        Some(Json::List(ids)) => ids.iter().map(text_of).collect(),
        _ => Vec::new(),
    }
}
