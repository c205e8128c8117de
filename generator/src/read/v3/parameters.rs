//! URLs with their query parameters and path variables.

use super::entries::QUERY;
use crate::postman::Url;
use crate::read::address::{self, Beside};
use crate::read::members::{Members, Reader};

impl Reader {
    /// `url`, `queryParams` and `pathVariables`.
    pub(super) fn address(&mut self, members: &mut Members) -> Url {
        let place = members.place_of("url");
        let text = self.string(members, "url");
        let beside = Beside {
            query: self.parameter_entries(members, "queryParams", QUERY),
            variables: self.variable_entries(members, "pathVariables"),
        };
        match text {
            None if beside.query.is_empty() => Url::Missing,
            text => {
                let text = text.unwrap_or_default();
                Url::Parts(Box::new(address::parts(place, &text, beside)))
            }
        }
    }
}
