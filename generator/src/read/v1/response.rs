//! Saved responses.

use std::collections::HashMap;

use serde_json::Value;

use crate::json::Json;
use crate::postman::{Place, Request, Response};
use crate::read::members::{Members, Reader, text_of};

impl Reader {
    /// `responses` in the order of `responses_order`; those that it does not list come last. Their ids are dropped, as by Postman's
    /// converter: no mock server ever knew them.
    pub(super) fn responses_v1(&mut self, members: &mut Members) -> Vec<Response> {
        let order = match members.take("responses_order") {
            Some(Json::List(ids)) => ids.iter().map(text_of).collect(),
            _ => Vec::new(),
        };
        let positions: HashMap<&str, usize> =
            order.iter().enumerate().map(|(at, id): (usize, &String)| (id.as_str(), at)).collect();
        let responses = self.objects(members, "responses");
        let mut found: Vec<Response> =
            responses.into_iter().map(|response| self.response_v1(response)).collect();
        found.sort_by_key(|response| {
            let id = response.id.as_deref().unwrap_or_default();
            positions.get(id).copied().unwrap_or(usize::MAX)
        });
        found.iter_mut().for_each(|response| response.id = None);
        found
    }

    fn response_v1(&mut self, mut members: Members) -> Response {
        let name = self.text(&mut members, "name").filter(|name| !name.is_empty());
        let mut response = Response {
            id: self.text(&mut members, "id"),
            name: Some(name.unwrap_or_else(|| "response".to_owned())),
            original: self.original_v1(&mut members),
            headers: self.headers_v1(&mut members),
            body: match members.take("text") {
                Some(Json::Text(text)) => Some(text.into()),
                Some(Json::Null) | None => None,
                Some(value) => Some(Value::from(value).to_string().into()),
            },
            language: self.text(&mut members, "language"),
            place: members.place.clone(),
            ..Response::default()
        };
        let place = members.place_of("responseCode");
        if let Some(Json::Object(code)) = members.take("responseCode") {
            let mut code = Members::new(place, code);
            response.status = self.text(&mut code, "name").filter(|name| !name.is_empty());
            response.code = self.code(&mut code).filter(|code| *code != 0);
        }
        response
    }

    /// The request that was saved with a response: a map, or JSON in a string. (A string may also be an id.)
    fn original_v1(&mut self, members: &mut Members) -> Option<Request> {
        for key in ["requestObject", "request"] {
            let place = members.place_of(key);
            match members.take(key) {
                Some(Json::Object(object)) => {
                    return Some(self.request_v1(Members::new(place, object)));
                }
                Some(Json::Text(text)) => {
                    if let Ok(Json::Object(object)) = Json::parse(&text) {
                        let mut request = self.within_text(&place, object);
                        request.place = place;
                        return Some(request);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// A request that is JSON in a string: everything in it is where the string is.
    fn within_text(
        &mut self,
        place: &Place,
        object: Vec<(std::borrow::Cow<'_, str>, Json<'_>)>,
    ) -> Request {
        let before = self.diagnostics.len();
        let request = self.request_v1(Members::new(place.clone(), object));
        for diagnostic in &mut self.diagnostics[before..] {
            diagnostic.place = place.clone();
        }
        request
    }
}
