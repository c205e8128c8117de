//! `protocolProfileBehavior`: the item's own member wins over that of its folders, that over the collection's.

use serde_json::Value;

use crate::api::Settings;
use crate::postman::Behavior;
use crate::resolve::text::truth_of;

/// The members around a request, the nearest last.
#[derive(Debug, Clone, Default)]
pub(crate) struct Behaviors<'a>(pub(crate) Vec<&'a Behavior>);

impl<'a> Behaviors<'a> {
    /// A member.
    fn get(&self, name: &str) -> Option<&'a Value> {
        self.0.iter().rev().find_map(|behavior| behavior.get(name))
    }

    /// Whether a member is set.
    fn is_set(&self, name: &str) -> bool {
        truth_of(self.get(name))
    }

    /// Whether GET and the like send their bodies.
    pub(crate) fn keeps_body(&self) -> bool {
        self.is_set("disableBodyPruning")
    }

    /// What changes the request or how redirects are followed.
    pub(crate) fn settings(&self) -> Settings {
        let without = self.get("disabledSystemHeaders").and_then(Value::as_object);
        Settings {
            follow_redirects: self.get("followRedirects").and_then(Value::as_bool),
            max_redirects: self
                .get("maxRedirects")
                .and_then(Value::as_u64)
                .and_then(|count| u32::try_from(count).ok()),
            keep_method: self.is_set("followOriginalHttpMethod"),
            keep_authorization: self.is_set("followAuthorizationHeader"),
            raw_url: self.is_set("disableUrlEncoding"),
            signed_type: false,
            without_headers: without
                .into_iter()
                .flatten()
                // Postman knows them by these names only.
                .filter(|(name, value)| {
                    truth_of(Some(value))
                        && !name.contains(|letter: char| letter.is_ascii_uppercase())
                })
                .map(|(name, _)| name.clone())
                .collect(),
            insecure_tls: self.get("strictSSL") == Some(&Value::Bool(false)),
        }
    }
}
