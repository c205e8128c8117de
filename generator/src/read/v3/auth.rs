//! Auth: a map `{type, credentials}`, or on a folder or collection a list of named ones.

use serde_json::Value;

use super::entries::CREDENTIAL;
use super::fields::value_of;
use crate::diagnostics::Kind;
use crate::json::Json;
use crate::postman::{Auth, Place};
use crate::read::members::{Members, Reader};

/// What a request, folder or collection says about auth.
#[derive(Debug, Clone, Default)]
pub(super) enum Choice {
    /// Nothing: that of the folder around it counts.
    #[default]
    Around,
    /// This one.
    Own(Auth),
    /// The one with this id, of a list around it.
    Listed(Place, String),
}

/// `auth` of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Auths {
    /// The one that counts.
    pub(super) choice: Choice,
    /// Those of a list, by their ids.
    pub(super) listed: Vec<(String, Auth)>,
}

/// No credentials.
fn none(place: Place) -> Choice {
    Choice::Own(Auth { place, kind: "noauth".to_owned(), parameters: Vec::new() })
}

impl Reader {
    /// `auth`. Of a list the last entry with a name counts; without one, no credentials are sent.
    pub(super) fn auths(&mut self, members: &mut Members) -> Auths {
        let place = members.place_of("auth");
        match members.take("auth") {
            None | Some(Json::Null) => Auths::default(),
            Some(Json::List(list)) => self.auth_list(place, list),
            Some(value) => match self.object(place, "auth", value) {
                Some(object) => Auths { choice: self.choice(object), listed: Vec::new() },
                None => Auths::default(),
            },
        }
    }

    fn auth_list(&mut self, place: Place, list: Vec<Json>) -> Auths {
        let mut auths = Auths { choice: none(place.clone()), listed: Vec::new() };
        for (index, entry) in list.into_iter().enumerate() {
            let Some(mut entry) = self.object(place.element(index), "auth", entry) else {
                continue;
            };
            let id = self.string(&mut entry, "id");
            let entry_place = entry.place.clone();
            let is_named = self.string(&mut entry, "name").is_some();
            let choice = self.choice(entry);
            if let (Some(id), Choice::Own(auth)) = (id, &choice) {
                auths.listed.push((id, auth.clone()));
            }
            if is_named {
                auths.choice = choice;
            } else {
                let reason = "an entry of a list needs a `name`";
                self.note(entry_place, Kind::UnusedAuth { reason });
            }
        }
        auths
    }

    fn choice(&mut self, mut members: Members) -> Choice {
        self.unknown(&members, "auth", &["id", "name", "type", "credentials", "description"]);
        let kind = self.string(&mut members, "type");
        let place = members.place.clone();
        let credentials = members.take("credentials").unwrap_or_default();
        let credentials_place = members.place_of("credentials");
        match kind.as_deref() {
            None => Choice::Around,
            Some("inherit") => {
                let id = match &credentials {
                    Json::Text(id) => Some(id.as_ref()),
                    credentials => credentials.get("id").and_then(|id| match id {
                        Json::Text(id) => Some(id.as_ref()),
                        _ => None,
                    }),
                };
                match id {
                    Some(id) => Choice::Listed(place, id.to_owned()),
                    None => {
                        let reason = "`inherit` without `credentials.id` sends none";
                        self.note(place.clone(), Kind::UnusedAuth { reason });
                        none(place)
                    }
                }
            }
            Some(kind) => {
                let parameters = self.credentials(credentials_place, credentials);
                Choice::Own(Auth { place, kind: kind.to_owned(), parameters })
            }
        }
    }

    fn credentials(&mut self, place: Place, value: Json) -> Vec<(String, Value)> {
        let pairs: Vec<(Option<String>, Json)> = match value {
            // the values of a map may be maps and lists themselves
            Json::Object(members) => {
                members.into_iter().map(|(key, value)| (Some(key.into_owned()), value)).collect()
            }
            value => self
                .entries(place, "credentials", value, CREDENTIAL)
                .into_iter()
                .map(|mut entry| (entry.key, entry.members.take("value").unwrap_or_default()))
                .collect(),
        };
        let mut parameters: Vec<(String, Value)> = Vec::new();
        for (key, value) in pairs {
            let Some(key) = key else { continue };
            parameters.retain(|(known, _)| *known != key);
            parameters.push((key, value_of(value)));
        }
        parameters
    }
}
