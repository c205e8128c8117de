//! Auth: `auth` as in v2.1, or the older `currentHelper` with `helperAttributes`.

use serde_json::{Map, Value};

use crate::json::Json;
use crate::postman::Auth;
use crate::read::members::{Members, Reader};

/// The helpers, and the auth types that they became.
const HELPERS: [(&str, &str); 12] = [
    ("apikeyAuth", "apikey"),
    ("basicAuth", "basic"),
    ("bearerAuth", "bearer"),
    ("digestAuth", "digest"),
    ("hawkAuth", "hawk"),
    ("oAuth1", "oauth1"),
    ("oAuth2", "oauth2"),
    ("ntlmAuth", "ntlm"),
    ("awsSigV4", "awsv4"),
    ("jwtAuth", "jwt"),
    ("asapAuth", "asap"),
    ("edgegridAuth", "edgegrid"),
];

/// Helper attributes that changed their names.
const RENAMED: [(&str, &str, &str); 9] = [
    ("oAuth1", "header", "addParamsToHeader"),
    ("oAuth1", "auto", "autoAddParam"),
    ("oAuth1", "includeEmpty", "addEmptyParamsToSign"),
    ("hawkAuth", "hawk_id", "authId"),
    ("hawkAuth", "hawk_key", "authKey"),
    ("hawkAuth", "ext", "extraData"),
    ("hawkAuth", "app", "appId"),
    ("hawkAuth", "dlg", "delegation"),
    ("hawkAuth", "saveToRequest", "saveHelperData"),
];

impl Reader {
    /// The auth of a request, a folder or the collection.
    pub(super) fn auth_v1(&mut self, members: &mut Members) -> Option<Auth> {
        let has_helper = members.keys().any(|key| key == "currentHelper")
            || members.is_truthy("helperAttributes");
        if !has_helper {
            return self.auth(members);
        }
        let place = members.place_of("currentHelper");
        let helper = self.text(members, "currentHelper").filter(|helper| !helper.is_empty())?;
        if helper == "normal" {
            return None;
        }
        let kind = HELPERS.iter().find(|(known, _)| *known == helper).map(|(_, kind)| *kind);
        let attributes = self.attributes(members)?;
        let known = |(key, _): &(String, Value)| key != "id";
        let parameters = attributes.into_iter().filter(known).filter(|_| kind.is_some());
        let parameters = parameters.map(|(key, value)| (renamed(&helper, key), value)).collect();
        Some(Auth { place, kind: kind.unwrap_or(&helper).to_owned(), parameters })
    }

    /// `helperAttributes`: a map, or JSON in a string. `None` for a string that is not JSON.
    fn attributes(&mut self, members: &mut Members) -> Option<Map<String, Value>> {
        let place = members.place_of("helperAttributes");
        match members.take("helperAttributes") {
            None | Some(Json::Null) => Some(Map::new()),
            Some(Json::Text(text)) if text.trim().is_empty() => Some(Map::new()),
            Some(Json::Text(text)) => match serde_json::from_str(&text) {
                Ok(Value::Object(attributes)) => Some(attributes),
                Ok(_) => Some(Map::new()),
                Err(_) => {
                    self.ignored(place, "helperAttributes", &Json::Text(text));
                    None
                }
            },
            Some(value) => match Value::from(value) {
                Value::Object(attributes) => Some(attributes),
                _ => Some(Map::new()),
            },
        }
    }
}

fn renamed(helper: &str, key: String) -> String {
    let known = RENAMED.iter().find(|(of, old, _)| *of == helper && *old == key);
    known.map_or(key, |(_, _, new)| (*new).to_owned())
}
