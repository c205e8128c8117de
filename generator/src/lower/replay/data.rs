//! The data of `replay`. Its schema stands in `runtime/replay/mod.rs`.

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::api::{Api, Endpoint, FilePart, HeaderRole, Saved, Supply, Template};
use crate::hints::samples;
use crate::json_path::{JsonPath, Step};
use crate::lower::settings;
use crate::rust::{self, Slot, SlotPlace};

/// One collection of `replay.json`. Indices start at `offset`.
pub fn data(api: &Api, endpoints: &[rust::Endpoint], offset: usize) -> Value {
    let variables =
        api.variables.iter().filter(|variable| variable.secret || variable.value.is_some());
    let variables: Vec<Value> = variables
        .map(|variable| match variable.secret {
            true => json!({"name": variable.name, "secret": true}),
            false => json!({"name": variable.name, "value": variable.value}),
        })
        .collect();
    let servers: Vec<&str> = api.servers.iter().map(|server| server.template.0.as_str()).collect();
    let auths = api.auths.iter().zip(settings::slots(api)).map(|(auth, slot)| {
        let parameters: Vec<Value> =
            auth.parameters.iter().map(|(key, value)| json!([key, value.0])).collect();
        json!({"slot": slot, "parameters": parameters})
    });
    let auths: Vec<Value> = auths.collect();
    let saved = saved_slots(api, endpoints);
    let requests = api
        .endpoints
        .par_iter()
        .zip(saved)
        .map(|(endpoint, saved)| request(api, endpoint, saved, offset));
    let requests: Vec<Value> = requests.collect();
    json!({"variables": variables, "servers": servers, "headers": default_headers(api), "auths": auths, "requests": requests})
}

fn default_headers(api: &Api) -> Vec<Value> {
    let first = api
        .endpoints
        .iter()
        .find(|endpoint| endpoint.headers.iter().any(|header| header.role == HeaderRole::Default));
    let headers = first
        .into_iter()
        .flat_map(|endpoint| &endpoint.headers)
        .filter(|header| header.role == HeaderRole::Default);
    let value = |saved: &Saved| match saved {
        Saved::Text(Template(text)) => text.clone(),
        Saved::Bare => String::new(),
    };
    headers.map(|header| json!({"name": header.parameter.name, "value": header.parameter.saved.first().map(value)})).collect()
}

/// For each request, what is saved for the fields of its endpoint.
fn saved_slots<'a>(api: &Api, endpoints: &'a [rust::Endpoint]) -> Vec<&'a [Slot]> {
    let mut all: Vec<&[Slot]> = vec![&[]; api.endpoints.len()];
    for endpoint in endpoints {
        all[endpoint.index] = &endpoint.saved;
        endpoint.later.iter().for_each(|later| all[later.index] = &later.saved);
    }
    all
}

fn request(api: &Api, endpoint: &Endpoint, saved: &[Slot], offset: usize) -> Value {
    let values: Vec<Value> = saved.iter().map(slot).collect();
    let mut request = Map::new();
    request.insert("index".to_owned(), json!(endpoint.index + offset));
    request.insert("path".to_owned(), json!(endpoint.trail));
    request.insert("method".to_owned(), json!(endpoint.method));
    request.insert("url".to_owned(), json!(endpoint.url));
    request.insert("server".to_owned(), json!(endpoint.server));
    if let Some(auth) =
        endpoint.auth.filter(|&auth| api.auths.get(auth).is_some_and(|auth| !auth.silent))
    {
        request.insert("auth".to_owned(), json!(auth));
    }
    if endpoint.settings.raw_url {
        request.insert("raw_url".to_owned(), json!(true));
    }
    if let Some(fault) = &endpoint.fault {
        request.insert("fault".to_owned(), json!(fault));
    }
    request.insert("slots".to_owned(), Value::Array(values));
    let saves = saves(api, endpoint.index);
    if !saves.is_empty() {
        request.insert("saves".to_owned(), Value::Array(saves));
    }
    Value::Object(request)
}

/// What scripts save from the response to a request for later requests.
fn saves(api: &Api, index: usize) -> Vec<Value> {
    let mut saves = Vec::new();
    for variable in &api.flow.variables {
        let producers = variable.producers.iter().filter(|one| one.requests.contains(&index));
        for producer in producers {
            let (key, value) = match &producer.supply {
                Supply::Json(path) => ("json", json!(steps(path))),
                Supply::Header(name) => ("header", json!(name)),
                Supply::Cookie(name) => ("cookie", json!(name)),
                Supply::Body => ("body", json!(true)),
                Supply::Script(_) => continue,
            };
            let mut save = Map::new();
            save.insert("variable".to_owned(), json!(variable.name));
            save.insert(key.to_owned(), value);
            if let Some(status) = producer.when {
                save.insert("status".to_owned(), json!(status));
            }
            if variable.credential {
                save.insert("secret".to_owned(), json!(true));
            }
            saves.push(Value::Object(save));
        }
    }
    saves
}

fn steps(path: &JsonPath) -> Vec<Value> {
    let step = |step: &Step| match step {
        Step::Key(key) => json!(key),
        Step::Index(index) => json!(index),
        Step::Any => Value::Null,
    };
    path.0.iter().map(step).collect()
}

fn slot(slot: &Slot) -> Value {
    let place = match slot.place {
        SlotPlace::Path => "path",
        SlotPlace::Location => "location",
        SlotPlace::Query => "query",
        SlotPlace::Header => "header",
        SlotPlace::Urlencoded => "urlencoded",
        SlotPlace::Form => "form",
        SlotPlace::Json => "json",
        SlotPlace::PlainText => "text",
        SlotPlace::XmlText => "xml",
        SlotPlace::JsonText => "json_hole",
        SlotPlace::File => "file",
    };
    let values = slot.values.iter().map(|value| match (value, slot.place) {
        (None, _) => Value::Null,
        (Some(text), SlotPlace::Json) => json!(samples::json(text)),
        (Some(text), SlotPlace::PlainText) => json!(text),
        (Some(text), _) => json!(samples::parameter(text)),
    });
    let values: Vec<Value> = values.collect();
    let mut data = Map::new();
    data.insert("in".to_owned(), json!(place));
    data.insert("name".to_owned(), json!(slot.name));
    if !values.is_empty() {
        data.insert("values".to_owned(), Value::Array(values));
    }
    if !slot.files.is_empty() {
        data.insert("files".to_owned(), Value::Array(slot.files.iter().map(file).collect()));
        data.insert("list".to_owned(), json!(slot.files.len() > 1));
    }
    Value::Object(data)
}

fn file(file: &FilePart) -> Value {
    json!({
        "path": file.path.as_ref().map(|path| &path.0),
        "content": file.content.as_ref().map(|content| &content.0),
        "file_name": file.file_name,
        "content_type": file.content_type,
    })
}

/// The secrets of a collection: what `replay.secrets.json` holds.
pub fn secrets(api: &Api) -> Map<String, Value> {
    let secrets = api.variables.iter().filter(|variable| variable.secret);
    secrets
        .filter_map(|variable| Some((variable.name.clone(), json!(variable.value.as_ref()?))))
        .collect()
}
