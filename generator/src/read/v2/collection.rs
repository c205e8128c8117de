//! The collection itself, folders and items.

use rayon::prelude::*;

use crate::diagnostics::Diagnostic;
use crate::json::Json;
use crate::postman::{Behavior, Collection, Folder, Item, Place, RequestItem};
use crate::read::error::ReadError;
use crate::read::members::{Members, Reader, text_of, truthy};

/// Fewer items than this are read on one thread.
const FEW: usize = 8;

impl Reader {
    pub(in crate::read) fn collection(
        &mut self,
        mut members: Members,
    ) -> Result<Collection, ReadError> {
        let (place, items) = self.take_items(&mut members);
        let items = items.ok_or(ReadError::NoItems)?;
        // without `info` Postman takes name and description from the collection itself
        let mut info = match members.take_truthy("info") {
            Some(Json::Object(inner)) => Some(Members::new(members.place_of("info"), inner)),
            _ => None,
        };
        let info = info.as_mut().unwrap_or(&mut members);
        let (name, description, version) =
            (self.name(info), self.description(info), self.version(info));
        Ok(Collection {
            name,
            description,
            version,
            variables: self.variables(&mut members),
            auth: self.auth(&mut members),
            behavior: self.behavior(&mut members),
            scripts: self.scripts(&mut members),
            items: self.items(place, items),
        })
    }

    /// The value of `item`, or of `items`, which some tools write, if it is truthy. Null counts as an empty list, but only
    /// for the collection itself: an item with null is a request.
    fn take_items<'a>(&mut self, members: &mut Members<'a>) -> (Place, Option<Json<'a>>) {
        let (item, items) = (members.take("item"), members.take("items"));
        match (item, items) {
            (Some(item), _) if truthy(&item) => (members.place_of("item"), Some(item)),
            (_, Some(items @ (Json::List(_) | Json::Object(_)))) => {
                (members.place_of("items"), Some(items))
            }
            (item, _) => (members.place_of("item"), item),
        }
    }

    fn version(&mut self, info: &mut Members) -> Option<String> {
        let parts = match info.take("version")? {
            Json::Object(parts) => parts,
            Json::Text(version) => return Some(version.into_owned()),
            value => return truthy(&value).then(|| text_of(&value)),
        };
        let mut version = Members::new(info.place_of("version"), parts);
        let numbers = ["major", "minor", "patch"]
            .map(|part| self.text(&mut version, part).unwrap_or_else(|| "0".to_owned()));
        let identifier = self.text(&mut version, "identifier").filter(|text| !text.is_empty());
        Some(numbers.join(".") + &identifier.map(|text| format!("-{text}")).unwrap_or_default())
    }

    fn name(&mut self, members: &mut Members) -> String {
        self.text(members, "name").unwrap_or_default()
    }

    /// The entries of `item`. A lone object counts as a list of one, as in Postman.
    fn items(&mut self, place: Place, items: Json) -> Vec<Item> {
        let list = match items {
            Json::List(list) => list,
            entry => return self.item(place, entry).into_iter().collect(),
        };
        let entries = list.into_par_iter().enumerate().with_min_len(FEW);
        let read = entries.map(|(index, entry)| {
            let mut reader = self.beside();
            (reader.item(place.element(index), entry), reader.diagnostics)
        });
        let (items, diagnostics): (Vec<Option<Item>>, Vec<Vec<Diagnostic>>) = read.unzip();
        self.diagnostics.extend(diagnostics.into_iter().flatten());
        items.into_iter().flatten().collect()
    }

    fn item(&mut self, place: Place, entry: Json) -> Option<Item> {
        let mut members = self.object(place, "item", entry)?;
        let name = self.name(&mut members);
        self.trail.push(name.clone());
        let item = match self.take_items(&mut members) {
            (place, Some(items)) if truthy(&items) => {
                Item::Folder(Box::new(self.folder(name, members, place, items)))
            }
            _ => Item::Request(Box::new(self.request_item(name, members))),
        };
        self.trail.pop();
        Some(item)
    }

    fn folder(
        &mut self,
        name: String,
        mut members: Members,
        items_place: Place,
        items: Json,
    ) -> Folder {
        // Postman ignores both in a folder
        self.without_meaning(&mut members, &["request", "variable"]);
        Folder {
            name,
            description: self.description(&mut members),
            auth: self.auth(&mut members),
            behavior: self.behavior(&mut members),
            scripts: self.scripts(&mut members),
            items: self.items(items_place, items),
            place: members.place,
        }
    }

    fn request_item(&mut self, name: String, mut members: Members) -> RequestItem {
        // Postman ignores both in an item: auth belongs to its request
        self.without_meaning(&mut members, &["auth", "variable"]);
        let request = members.take("request");
        RequestItem {
            name,
            description: self.description(&mut members),
            request: request
                .and_then(|value| self.request(members.place_of("request"), "request", value)),
            responses: self.responses(&mut members),
            behavior: self.behavior(&mut members),
            scripts: self.scripts(&mut members),
            place: members.place,
        }
    }

    /// Reports those of the members that are not empty, since Postman ignores them there.
    fn without_meaning(&mut self, members: &mut Members, keys: &[&str]) {
        for key in keys {
            match members.take_truthy(key) {
                None => {}
                Some(Json::List(list)) if list.is_empty() => {}
                Some(value) => self.ignored(members.place_of(key), key, &value),
            }
        }
    }

    /// `protocolProfileBehavior`.
    pub(in crate::read) fn behavior(&mut self, members: &mut Members) -> Behavior {
        const KEY: &str = "protocolProfileBehavior";
        let place = members.place_of(KEY);
        let Some(value) = members.take_truthy(KEY) else {
            return Behavior::default();
        };
        let members = self.object(place, KEY, value).map(Members::into_all).unwrap_or_default();
        members.into_iter().map(|(key, value)| (key.into_owned(), value.into())).collect()
    }
}
