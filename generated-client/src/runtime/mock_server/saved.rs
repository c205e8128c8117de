// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The saved responses of a collection: what stands in its `saved_responses.json`.
//!
//! ```json
//! [{"index": 0, "method": "GET", "paths": ["/users/{}"], "responses": [
//!   {"id": "0.0", "name": "A user", "status": 200, "class": "success", "headers": [["Content-Type", "application/json"]],
//!    "query": [["fields", "name"], ["all", null]], "body": "{}"}
//! ]}]
//! ```
//!
//! `paths` are escaped as on the wire; `{}` is an argument. `query` is that of the request which got the response. `class` is
//! `success`, `redirect`, `error`, `mislabelled` (an error text whose status says success), `unreadable` (declared as JSON and
//! not JSON), `default` or `odd`.

use serde_json::Value;
use std::io;

/// The saved responses of a collection, by request.
pub(super) struct Saved(pub(super) Vec<SavedRequest>);

/// A request and its saved responses.
pub(super) struct SavedRequest {
    pub(super) method: String,
    pub(super) paths: Vec<String>,
    pub(super) responses: Vec<SavedResponse>,
}

/// A saved response.
pub(super) struct SavedResponse {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) status: u16,
    pub(super) class: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, Option<String>)>,
    pub(super) body: String,
}

impl Saved {
    pub(super) fn read(json: &str) -> io::Result<Self> {
        let value: Value = serde_json::from_str(json)?;
        let requests = value.as_array().and_then(|requests| requests.iter().map(request).collect());
        requests.map(Saved).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "these are no saved responses")
        })
    }
}

fn request(value: &Value) -> Option<SavedRequest> {
    Some(SavedRequest {
        method: text(&value["method"])?,
        paths: value["paths"].as_array()?.iter().filter_map(text).collect(),
        responses: value["responses"].as_array()?.iter().map(response).collect::<Option<_>>()?,
    })
}

fn response(value: &Value) -> Option<SavedResponse> {
    let headers = pairs(&value["headers"])?
        .into_iter()
        .map(|(name, value)| (name, value.unwrap_or_default()));
    Some(SavedResponse {
        id: text(&value["id"])?,
        name: text(&value["name"])?,
        status: value["status"].as_u64()?.try_into().ok()?,
        class: text(&value["class"])?,
        headers: headers.collect(),
        query: pairs(&value["query"])?,
        body: text(&value["body"])?,
    })
}

fn pairs(value: &Value) -> Option<Vec<(String, Option<String>)>> {
    value.as_array()?.iter().map(|pair| Some((text(&pair[0])?, text(&pair[1])))).collect()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
