//! Requests.

use crate::diagnostics::Kind;
use crate::json::Json;
use crate::postman::{Place, Request, Url};
use crate::read::members::{Members, Reader};

impl Reader {
    /// A request. A string is its URL.
    pub(in crate::read) fn request(
        &mut self,
        place: Place,
        member: &str,
        value: Json,
    ) -> Option<Request> {
        match value {
            Json::Null => None,
            Json::Text(text) => {
                Some(Request { place, url: Url::Text(text.into_owned()), ..Request::default() })
            }
            value => {
                let members = self.object(place, member, value)?;
                Some(self.request_object(members))
            }
        }
    }

    fn request_object(&mut self, mut members: Members) -> Request {
        for setting in ["proxy", "certificate"] {
            if members.is_truthy(setting) {
                self.note(
                    members.place_of(setting),
                    Kind::TransportSetting { member: setting.to_owned() },
                );
            }
        }
        let headers = members.take("header");
        Request {
            method: self.text(&mut members, "method"),
            url: self.url(&mut members),
            headers: headers
                .map(|value| self.headers(members.place_of("header"), value))
                .unwrap_or_default(),
            body: self.body(&mut members),
            auth: self.auth(&mut members),
            description: self.description(&mut members),
            place: members.place,
        }
    }
}
