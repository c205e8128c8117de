//! What a person says to this stage.

use std::collections::BTreeMap;

use super::settings;
use crate::api::Api;

/// What a person wants to be called otherwise.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Modules of folders, by the folder's position.
    pub modules: BTreeMap<usize, String>,
    /// Structs of requests, by the request's position.
    pub endpoints: BTreeMap<usize, String>,
    /// Settings of the client, by the name that they have without a wish.
    pub settings: BTreeMap<String, String>,
}

/// The names of the client's settings without any wish.
pub fn setting_names(api: &Api) -> Vec<String> {
    settings::name(api, &BTreeMap::new())
        .methods()
        .map(|method| settings::plain(method).to_owned())
        .collect()
}

impl Wishes {
    /// Whether one setting alone has this name when all wishes are followed.
    pub fn is_setting_free(&self, api: &Api, name: &str) -> bool {
        let mut settings = settings::name(api, &self.settings);
        let count = settings.methods().filter(|method| settings::plain(method) == name).count();
        count == 1 && !settings::is_every_builders(name)
    }
}
