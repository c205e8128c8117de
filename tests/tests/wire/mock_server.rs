//! The mock server of a client answers the client's own requests with what the collection has saved.

use std::collections::BTreeMap;

use features_client::lighthouses::{GetLighthouse, ListLighthouses};
use features_client::{Endpoint, mock_server};
use serde_json::Value;
use tests::golden::folder;
use tests::replay::{Outcome, run};

use super::{collection_file, secrets_of};

/// The statuses of the saved responses of each request, depth first.
fn saved(items: &Value, found: &mut Vec<Vec<u64>>) {
    for item in items.as_array().into_iter().flatten() {
        match item.get("item") {
            Some(children) => saved(children, found),
            None => {
                let responses = item["response"].as_array().into_iter().flatten();
                found.push(
                    responses.map(|response| response["code"].as_u64().unwrap_or(200)).collect(),
                );
            }
        }
    }
}

/// What is to come of a request: a success (a documented redirect is one), else an error that is saved, else that nothing is.
fn expected(statuses: &[u64]) -> (&'static str, Vec<u64>) {
    let successes: Vec<u64> =
        statuses.iter().copied().filter(|status| (200..400).contains(status)).collect();
    match (successes.is_empty(), statuses.is_empty()) {
        (false, _) => ("ok", successes),
        (true, false) => ("api_error", statuses.to_vec()),
        (true, true) => ("api_error", vec![404]),
    }
}

/// Sends all requests of a collection to the server. `exceptions` have another outcome, for a reason.
fn compare(collection: &str, program: &str, url: &str, exceptions: &[(usize, &str)]) {
    let text = std::fs::read_to_string(collection_file(collection)).expect("the collection");
    let mut statuses = Vec::new();
    saved(&serde_json::from_str::<Value>(&text).expect("JSON")["item"], &mut statuses);
    let environment = folder().join(format!("collections/{collection}.postman_environment.json"));
    let environment = environment.to_str().expect("a path in UTF-8");
    let secrets = secrets_of(collection);
    let arguments = ["--all", "--base-url", url, "--env", environment, "--secrets", &secrets];
    let lines = run(program, &folder().join("collections"), "", &arguments);
    assert_eq!(lines.len(), statuses.len());
    let mut faults = BTreeMap::new();
    for (line, statuses) in lines.iter().zip(&statuses) {
        let outcome: Outcome = serde_json::from_str(line).expect("an outcome");
        let (wanted, statuses) = expected(statuses);
        let fits = outcome.outcome == wanted
            && outcome.status.is_some_and(|status| statuses.contains(&status.into()));
        if !fits {
            faults.insert(outcome.index, format!("{wanted} {statuses:?} is wanted: {line}"));
        }
    }
    for (index, reason) in exceptions {
        assert!(
            faults.remove(index).is_some(),
            "request {index} is answered as saved, in spite of: {reason}"
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn zoom_is_answered_as_saved() {
    let server = generated_client::mock_server().expect("a server");
    compare("zoom", env!("CARGO_BIN_EXE_replay-zoom"), &server.url(), &[]);
}

#[test]
fn features_is_answered_as_saved() {
    let server = features_client::mock_server().expect("a server");
    compare("features", env!("CARGO_BIN_EXE_replay-features"), &server.url(), &[]);
}

#[tokio::test]
async fn a_client_is_made_in_one_step() {
    let server = mock_server().expect("a server");
    let client = server.client_builder().build().expect("a client");
    let all = ListLighthouses::new().send(&client).await.expect("a list");
    assert!(!all.lighthouses.is_empty());
    assert!(GetLighthouse::new("any").send(&client).await.is_ok());
}
