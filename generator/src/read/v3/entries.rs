//! Lists of `{key, value, …}`, or maps of keys and values: Postman writes whichever is shorter.

use serde_json::Value;

use crate::json::Json;
use crate::postman::{Parameter, Place, Variable};
use crate::read::members::{Members, Reader};

/// An entry of a list or a map.
pub(super) struct Entry<'a> {
    /// Its name.
    pub(super) key: Option<String>,
    /// All else.
    pub(super) members: Members<'a>,
}

/// What the entries are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// What one of them is called in diagnostics.
    pub(super) what: &'static str,
    /// The members that one of them can have.
    pub(super) known: &'static [&'static str],
}

const PARAMETER: &[&str] = &["key", "value", "description", "disabled", "type"];

pub(super) const HEADER: Named = Named { what: "header", known: PARAMETER };
pub(super) const QUERY: Named = Named { what: "query parameter", known: PARAMETER };
pub(super) const FIELD: Named = Named {
    what: "form field",
    known: &["key", "value", "description", "disabled", "type", "src", "contentType", "fileName"],
};
pub(super) const VARIABLE: Named = Named {
    what: "variable",
    known: &["id", "key", "name", "value", "description", "disabled", "enabled", "secret", "type"],
};
pub(super) const CREDENTIAL: Named =
    Named { what: "credential", known: &["key", "value", "type", "description", "disabled"] };

impl Reader {
    /// The entries of a member that is a list or a map.
    pub(super) fn entries<'a>(
        &mut self,
        place: Place,
        member: &str,
        value: Json<'a>,
        named: Named,
    ) -> Vec<Entry<'a>> {
        match value {
            Json::Null => Vec::new(),
            Json::List(list) => {
                let elements = list.into_iter().enumerate();
                let entries = elements
                    .filter_map(|(index, value)| self.object(place.element(index), member, value));
                let entries: Vec<Members<'a>> = entries.collect();
                entries.into_iter().map(|members| self.entry(members, named)).collect()
            }
            Json::Object(members) => members
                .into_iter()
                .map(|(key, value)| self.pair(place.member(&key), key.into_owned(), value, named))
                .collect(),
            value => {
                self.ignored(place, member, &value);
                Vec::new()
            }
        }
    }

    fn entry<'a>(&mut self, mut members: Members<'a>, named: Named) -> Entry<'a> {
        self.unknown(&members, named.what, named.known);
        Entry { key: self.string(&mut members, "key"), members }
    }

    /// A member of a map: a plain value, or `{value, description, …}`.
    fn pair<'a>(&mut self, place: Place, key: String, value: Json<'a>, named: Named) -> Entry<'a> {
        match value {
            Json::Object(members) if members.iter().any(|(name, _)| name == "value") => {
                let members = Members::new(place, members);
                self.unknown(&members, named.what, named.known);
                Entry { key: Some(key), members }
            }
            value => {
                let members = Members::new(place, vec![("value".into(), value)]);
                Entry { key: Some(key), members }
            }
        }
    }

    /// The value of an entry, as a string or null.
    pub(super) fn entry_value(&mut self, entry: &mut Entry) -> Option<Value> {
        let value = entry.members.take("value")?;
        let place = entry.members.place_of("value");
        let name = entry.key.clone().unwrap_or_else(|| "value".to_owned());
        Some(self.text_value(place, &name, value).map_or(Value::Null, Value::from))
    }

    /// The parameters of a member that is a list or a map.
    pub(super) fn parameter_entries(
        &mut self,
        members: &mut Members,
        member: &str,
        named: Named,
    ) -> Vec<Parameter> {
        let place = members.place_of(member);
        let Some(value) = members.take(member) else { return Vec::new() };
        self.parameters_of(place, member, value, named)
    }

    /// The parameters of a list or a map.
    pub(super) fn parameters_of(
        &mut self,
        place: Place,
        member: &str,
        value: Json,
        named: Named,
    ) -> Vec<Parameter> {
        let entries = self.entries(place, member, value, named);
        entries.into_iter().map(|entry| self.parameter_entry(entry)).collect()
    }

    fn parameter_entry(&mut self, mut entry: Entry) -> Parameter {
        Parameter {
            value: self.entry_value(&mut entry),
            disabled: entry.members.is_truthy("disabled"),
            description: self.description(&mut entry.members),
            kind: self.string(&mut entry.members, "type"),
            src: entry.members.take("src").map(Value::from),
            content_type: self.string(&mut entry.members, "contentType"),
            file_name: self.string(&mut entry.members, "fileName"),
            place: entry.members.place,
            key: entry.key,
        }
    }

    /// The variables of a member that is a list or a map.
    pub(super) fn variable_entries(
        &mut self,
        members: &mut Members,
        member: &str,
    ) -> Vec<Variable> {
        let place = members.place_of(member);
        let Some(value) = members.take(member) else { return Vec::new() };
        let entries = self.entries(place, member, value, VARIABLE);
        entries.into_iter().map(|entry| self.variable_entry(entry)).collect()
    }

    fn variable_entry(&mut self, mut entry: Entry) -> Variable {
        let value = self.entry_value(&mut entry);
        let members = &mut entry.members;
        let kind = self.string(members, "type");
        Variable {
            key: entry.key.filter(|key| !key.is_empty()),
            value,
            disabled: members.is_truthy("disabled")
                || members.take("enabled") == Some(Json::Boolean(false)),
            secret: members.is_truthy("secret") || kind.as_deref() == Some("secret"),
            description: self.description(members),
            kind,
            place: entry.members.place,
        }
    }
}
