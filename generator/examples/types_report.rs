//! How good the inferred types of collections are, without compiling a client.
//!
//! `cargo run -p generator --example types_report -- COLLECTION…` prints for each collection
//!
//! * the share of the leaves of its saved JSON that are reached through `serde_json::Value`, and
//! * for each request with several saved successes of a status, whether the type that is inferred from all but one of them
//!   decodes the one left out, and gives it back whole (members that no other sample has aside).
//!
//! The exit code is 1 when a left-out sample does not decode.

use std::collections::BTreeSet;
use std::process::ExitCode;

use generator::api::{AnswerClass, Api, Body, Endpoint};
use generator::json::Json;
use generator::shape::Shape;
use generator::{infer, presets, read, resolve};

fn main() -> ExitCode {
    let mut total = Report::default();
    for path in std::env::args().skip(1) {
        let Some(api) = load(&path) else {
            println!("{path}: not a collection");
            continue;
        };
        let report = report(&api, &path);
        println!("{path}: {report}");
        total.add(&report);
    }
    println!("all: {total}");
    if total.refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn load(path: &str) -> Option<Api> {
    let read = read::collection(&std::fs::read(path).ok()?).ok()?;
    let mut api =
        resolve::resolve(&read.value, &[], &resolve::Overrides::default(), &mut Vec::new());
    presets::unite(&mut api, &BTreeSet::new(), &mut Vec::new());
    Some(api)
}

/// What was counted.
#[derive(Debug, Default)]
struct Report {
    /// Leaves of saved JSON.
    leaves: usize,
    /// Those that are reached through any JSON.
    any: usize,
    /// Samples that were left out once.
    left_out: usize,
    /// Those that did not decode.
    refused: usize,
    /// Those that decode, but not to the letter.
    changed: usize,
}

impl Report {
    fn add(&mut self, other: &Report) {
        self.leaves += other.leaves;
        self.any += other.any;
        self.left_out += other.left_out;
        self.refused += other.refused;
        self.changed += other.changed;
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = 100.0 * self.any as f64 / self.leaves.max(1) as f64;
        let Report { leaves, any, left_out, refused, changed } = self;
        write!(
            f,
            "{leaves} leaves, {any} ({share:.2} %) as Value; {left_out} left out, {refused} refused, {changed} changed"
        )
    }
}

fn report(api: &Api, path: &str) -> Report {
    let inferred = infer::infer(api);
    let mut report = Report::default();
    for (request, found) in api.endpoints.iter().zip(&inferred.endpoints) {
        let bodies = match (&request.body, &found.body) {
            (Body::Json(body), infer::BodyTypes::Json(inference)) => {
                Some((&body.samples, &inference.shape))
            }
            _ => None,
        };
        if let Some((samples, shape)) = bodies {
            samples
                .iter()
                .filter_map(|sample| Json::parse(sample).ok())
                .for_each(|json| count(shape, &json, &mut report));
        }
        for response in found.responses.iter().filter(|_| request.preset_of.is_none()) {
            let texts = response.answers.iter().filter_map(|at| {
                api.endpoints.get(at.request)?.answers.get(at.position)?.body.as_deref()
            });
            let samples: Vec<Json> = texts
                .filter_map(|text| Json::parse(text.trim_start_matches('\u{feff}').trim()).ok())
                .collect();
            let Some(shape) = &response.body.json else { continue };
            samples.iter().for_each(|json| count(shape, json, &mut report));
            if response.class == AnswerClass::Success {
                leave_out(&samples, request, path, &mut report);
            }
        }
    }
    report
}

/// Counts the leaves of a value that has this shape.
fn count(shape: &Shape, json: &Json, report: &mut Report) {
    let is_any = shape.kinds() == 0 || shape.object.is_some() && shape.map.is_some();
    match json {
        _ if is_any => {
            let leaves = leaves(json);
            report.leaves += leaves;
            report.any += leaves;
        }
        Json::List(items) => {
            let inner = shape.array.as_deref();
            items.iter().for_each(|item| count(inner.unwrap_or(&Shape::default()), item, report));
        }
        Json::Object(members) => {
            for (key, value) in members {
                let member = shape
                    .object
                    .as_ref()
                    .and_then(|object| object.members.get(&**key))
                    .map(|member| &member.shape);
                count(member.or(shape.map.as_deref()).unwrap_or(&Shape::default()), value, report);
            }
        }
        Json::Null | Json::Boolean(_) | Json::Number(_) | Json::Text(_) => report.leaves += 1,
    }
}

fn leaves(json: &Json) -> usize {
    let mut leaves = 0;
    json.visit(&mut |value| {
        leaves += usize::from(!matches!(value, Json::List(_) | Json::Object(_)))
    });
    leaves
}

fn leave_out(samples: &[Json], request: &Endpoint, path: &str, report: &mut Report) {
    if samples.len() < 2 {
        return;
    }
    for (position, sample) in samples.iter().enumerate() {
        let mut shape = Shape::default();
        let others = samples.iter().enumerate().filter(|(other, _)| *other != position);
        others.for_each(|(_, other)| shape.absorb(other, &[]));
        shape.settle("");
        report.left_out += 1;
        if let Some(place) = shape.refuses(sample) {
            report.refused += 1;
            println!(
                "{path}: {}: sample {position} is refused at {place}",
                request.trail.join(" > ")
            );
        } else if !shape.gives_back(sample) {
            report.changed += 1;
            println!("{path}: {}: sample {position} is changed", request.trail.join(" > "));
        }
    }
}
