//! Curl commands send the same bytes as the client.

use std::process::Command;

use crate::server::Server;
use crate::{DATA, file, run_lines, to};

/// The requests that can be sent.
const SENT: &str = "0,1,3,4,5,6,7,8,9,10,13";

#[test]
fn secrets_are_not_printed() {
    let secrets = file("curl.secrets.json", r#"{"password": "hush-hush", "apiKey": "k-123"}"#);
    let text = run_lines(DATA, "", &["--curl", "--secrets", &secrets]).unwrap().join("\n");
    assert!(!text.contains("hush-hush") && !text.contains("k-123"), "{text}");
    assert!(
        text.contains("--user \"ada:$password\"") && text.contains("-H \"x-api-key: $apiKey\""),
        "{text}"
    );
    assert!(text.contains("# 12: Faulty\n# not possible: the request has no URL"), "{text}");
    assert!(text.contains("curl --globoff --path-as-is \\\n  -X DELETE \\\n"), "{text}");
    assert_eq!(
        text.lines().filter(|line| line.starts_with("# ") && !line.starts_with("# not")).count(),
        14
    );
}

#[test]
fn curl_sends_what_the_client_sends() {
    if Command::new("curl").arg("--version").output().is_err() {
        println!("skipped: there is no curl here");
        return;
    }
    let server = Server::start(|_| (200, "application/json", "{}"));
    let secrets = file("both.secrets.json", r#"{"password": "p 'w$", "apiKey": "k\"1`2"}"#);
    let variables = to(&server);
    let mut arguments =
        vec!["--only", SENT, "--secrets", &secrets, "--var=id=fixed", "--var=manifest=Cargo"];
    arguments.extend(variables.iter().map(String::as_str));
    run_lines(DATA, "", &arguments).unwrap();
    let mut ours = server.take();
    // With the feature `gzip` the transport adds `Accept-Encoding`, which no curl command has.
    ours.iter_mut().for_each(|sent| sent.headers.retain(|(name, _)| name != "accept-encoding"));
    arguments.push("--curl");
    let mut theirs = Vec::new();
    for command in run_lines(DATA, "", &arguments).unwrap() {
        let mut shell = Command::new("sh");
        shell.args(["-c", &command]).env("password", "p 'w$").env("apiKey", "k\"1`2");
        for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
            shell.env_remove(name);
        }
        let result = shell.output().unwrap();
        assert!(result.status.success(), "{command}\n{}", String::from_utf8_lossy(&result.stderr));
        theirs.extend(server.take());
    }
    assert_eq!(ours.len(), SENT.split(',').count());
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(ours.len(), theirs.len());
}
