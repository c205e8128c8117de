//! Bodies.

use serde_json::Value;

use crate::json::Json;
use crate::postman::{Body, FileBody, Place};
use crate::read::members::{Members, Reader, truthy};

const MODES: [&str; 5] = ["raw", "urlencoded", "formdata", "file", "graphql"];

impl Reader {
    /// `body` of a request. A string is a raw body; a falsy value is no body.
    pub(in crate::read) fn body(&mut self, members: &mut Members) -> Option<Body> {
        let place = members.place_of("body");
        match members.take_truthy("body")? {
            Json::Text(text) => {
                let raw = Some(Value::String(text.into_owned()));
                Some(Body { place, mode: Some("raw".to_owned()), raw, ..Body::default() })
            }
            value => {
                let object = self.object(place, "body", value)?;
                Some(self.body_object(object))
            }
        }
    }

    fn body_object(&mut self, mut members: Members) -> Body {
        let mode = self.text(&mut members, "mode");
        self.unknown_mode(&mut members, mode.as_deref());
        Body {
            mode,
            raw: members.take("raw").map(Value::from),
            language: self.raw_language(&mut members),
            urlencoded: self.form(&mut members, "urlencoded"),
            formdata: self.form(&mut members, "formdata"),
            file: self.file(&mut members),
            graphql: members.take("graphql").map(Value::from),
            disabled: members.is_truthy("disabled"),
            place: members.place,
        }
    }

    /// Postman treats an unknown mode as `raw` and ignores the member with that mode's name.
    fn unknown_mode(&mut self, members: &mut Members, mode: Option<&str>) {
        let Some(mode) = mode else { return };
        if MODES.contains(&mode.to_lowercase().as_str())
            || matches!(mode, "mode" | "options" | "disabled")
        {
            return;
        }
        if let Some(value) = members.take_truthy(mode) {
            self.ignored(members.place_of(mode), mode, &value);
        }
    }

    fn raw_language(&mut self, members: &mut Members) -> Option<String> {
        let options = inner(members.place_of("options"), members.take("options"));
        let mut raw =
            options.and_then(|mut options| inner(options.place_of("raw"), options.take("raw")))?;
        self.text(&mut raw, "language")
    }

    fn file(&mut self, members: &mut Members) -> Option<FileBody> {
        let place = members.place_of("file");
        match members.take("file").filter(truthy)? {
            Json::Text(src) => Some(FileBody { src: Some(src.into_owned()), content: None }),
            value => {
                let mut object = self.object(place, "file", value)?;
                let (src, content) =
                    (self.text(&mut object, "src"), self.text(&mut object, "content"));
                Some(FileBody { src, content })
            }
        }
    }
}

fn inner(place: Place, value: Option<Json>) -> Option<Members> {
    match value {
        Some(Json::Object(members)) => Some(Members::new(place, members)),
        _ => None,
    }
}
