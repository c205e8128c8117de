//! How to use a crate: its front page, and the same in short for the README.

use std::fmt::Write as _;

use crate::api::{Scheme, ServerRole};
use crate::emit::home;
use crate::emit::items::index;
use crate::emit::package::features;
use crate::emit::package::first::{self, First};
use crate::emit::vendored::cfg::State;
use crate::markdown::code_in_cell;
use crate::rust::{Auth, Chain, Crate, Endpoint, Home, Module};

/// The front page, but for the tables of endpoints.
pub fn front_page(krate: &Crate) -> String {
    [sections(krate), vec![USE.to_owned()], description(krate)].concat().join("\n")
}

/// What a collection at the root says of itself: its own module has no page.
fn description(krate: &Crate) -> Vec<String> {
    let root = krate.collections.iter().find(|collection| collection.home == Home::Root);
    let about = root.and_then(|collection| collection.docs.trim().split_once("\n\n"));
    about.map(|(title, text)| format!("# About {title}\n\n{text}\n")).into_iter().collect()
}

/// The README's body: without links, and without the lines that only a doc test needs.
pub fn readme(krate: &Crate) -> String {
    let text = [sections(krate), vec![folders(krate)]].concat().join("\n");
    let lines = text.lines().filter(|line| {
        !line.starts_with("# #")
            && !line.starts_with("# async")
            && !line.starts_with("# fn main")
            && !matches!(*line, "# Ok(())" | "# }")
    });
    let lines = lines.map(|line| match line {
        "```rust,no_run" => "```rust".to_owned(),
        line if line.starts_with("# ") => format!("#{line}"),
        line => line.replace("[`", "`").replace("`]", "`"),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// What both of them say.
fn sections(krate: &Crate) -> Vec<String> {
    let first = first::first(krate);
    let first = first.as_ref();
    let sections = [
        Some(introduction(krate)),
        first.map(|first| first.call(krate)),
        Some(settings_table(krate)),
        first.and_then(First::pages),
        first.map(First::errors),
        workflows(krate),
        testing(krate),
        Some(feature_table(krate)),
    ];
    sections.into_iter().flatten().collect()
}

/// Features that every crate has, and what they add.
const FEATURES: &[(&str, &str)] = &[
    (
        "`rustls`, `aws-lc`, `native-tls`",
        "the HTTP client, with TLS by rustls and ring (the default), rustls and aws-lc, or the system",
    ),
    (
        "`light-idna`",
        "smaller tables for international host names, which compile a third faster; on by default",
    ),
    ("`files`", "reads files while they are uploaded; on by default"),
    ("`gzip`, `brotli`", "accepts compressed responses"),
    ("`charset`", "reads responses in character sets other than UTF-8 and ISO-8859-1"),
    ("`blocking`", "`send_blocking`, for synchronous code"),
    ("`mock`, `mock-server`", "a function or a local server that answers instead of the API"),
    ("`tracing`", "a span for each call"),
    (
        "`chrono`, `jiff`, `time`, `uuid`",
        "converts dates, times and UUIDs to the types of these crates",
    ),
];

/// Features of credentials, of which a crate has those that its collections use.
const CREDENTIALS: &[&str] =
    &["asap", "awsv4", "digest", "edgegrid", "hawk", "jwt", "ntlm", "oauth1", "oauth2"];

fn feature_table(krate: &Crate) -> String {
    let mut text = String::from("# Features\n\n| Feature | What it adds |\n|---|---|\n");
    for (names, meaning) in FEATURES {
        let _ = writeln!(text, "| {names} | {meaning} |");
    }
    let own = CREDENTIALS.iter().filter(|name| features::of_crate(krate, name) != State::Off);
    for name in own {
        let default = if krate.features.contains(name) { "; on by default" } else { "" };
        let _ = writeln!(text, "| `{name}` | {}{default} |", scheme_of(name));
    }
    text + "\nWith no features enabled, the crate only builds requests and decodes responses; bring your own HTTP client.\n"
}

fn scheme_of(feature: &str) -> &'static str {
    match feature {
        "asap" => "signs requests with ASAP tokens",
        "awsv4" => "signs requests with AWS signatures, version 4",
        "digest" => "HTTP digest authentication",
        "edgegrid" => "signs requests for Akamai EdgeGrid",
        "hawk" => "signs requests with Hawk",
        "jwt" => "signs JSON web tokens",
        "ntlm" => "NTLM authentication",
        "oauth1" => "signs requests with OAuth 1.0",
        _ => "fetches and refreshes OAuth 2.0 access tokens",
    }
}

const USE: &str = "\
# More

* [`Endpoint::exchange`] returns the status and the headers along with the body.
* With the feature `blocking`, `send_blocking` replaces `send` in synchronous code.
* To use another HTTP client, build an `http::Request` with [`Endpoint::request`] and decode an `http::Response` with [`Endpoint::decode`].
* `cargo run --example replay -- --list` lists every request of the collection; `--only 0` sends the first one with its saved
  values, `--all` sends all of them. Without either, it says what it would send, and where to.
";

/// As many chains are shown.
const MOST_CHAINS: usize = 12;

/// Which calls supply values to later ones, in order.
fn workflows(krate: &Crate) -> Option<String> {
    let chains = krate.collections.iter().flat_map(|collection| &collection.chains);
    let chains: Vec<String> = chains.take(MOST_CHAINS).map(chain).collect();
    (!chains.is_empty()).then(|| {
        format!(
            "# Workflows\n\nThese calls need values that earlier responses supply, as the scripts of the collection pass \
             them on. `replay` passes them on too.\n\n{}\n",
            chains.join("\n")
        )
    })
}

fn chain(chain: &Chain) -> String {
    let calls = chain.0.iter().map(|call| {
        let path = [call.modules.as_slice(), std::slice::from_ref(&call.name)].concat().join("::");
        match &call.supplies {
            Some(supplies) => format!("`{path}` ({supplies})"),
            None => format!("`{path}`"),
        }
    });
    format!("* {}", calls.collect::<Vec<_>>().join(", then "))
}

/// How to test without the API, when there are saved responses.
fn testing(krate: &Crate) -> Option<String> {
    let collection =
        krate.collections.iter().find(|collection| !collection.saved_responses.is_empty())?;
    let path = home::path(&krate.library, collection);
    Some(format!(
        "\
# Tests without the API

The feature `mock-server` adds a local HTTP server that answers with the collection's saved responses. It chooses one by method, path and
query, or by the request's header `x-mock-response-code`, `x-mock-response-name` or `x-mock-response-id`.

```rust,no_run
# async fn example() -> Result<(), Box<dyn std::error::Error>> {{
let server = {path}::mock_server()?;
let client = server.client_builder().build()?;
# Ok(())
# }}
```
"
    ))
}

fn introduction(krate: &Crate) -> String {
    let mut text = format!("{}\n", krate.summary);
    for collection in &krate.collections {
        let requests = count(&collection.modules) + requests(&collection.endpoints);
        let plural = if requests == 1 { "" } else { "s" };
        let title = index::heading(&collection.title, &collection.module);
        let _ = write!(text, "\n{title}: {requests} request{plural}");
        let _ = match collection.home {
            Home::Root => writeln!(text, "."),
            Home::Module => writeln!(text, ", in the module `{}`.", collection.module),
        };
    }
    text
}

fn count(modules: &[Module]) -> usize {
    modules.iter().map(|module| requests(&module.endpoints) + count(&module.modules)).sum()
}

/// Each endpoint stands for its later requests too.
fn requests(endpoints: &[Endpoint]) -> usize {
    endpoints.iter().map(|endpoint| 1 + endpoint.later.len()).sum()
}

/// What a client is set up with.
fn settings_table(krate: &Crate) -> String {
    let mut text = String::from("# Settings of the client\n\n");
    for collection in &krate.collections {
        if krate.collections.len() > 1 {
            let _ = write!(text, "`{}`:\n\n", collection.module);
        }
        text.push_str("| Setting | Meaning |\n|---|---|\n");
        for (index, server) in collection.servers.iter().enumerate() {
            let default =
                match server.default.as_deref().filter(|_| server.role != ServerRole::Whole) {
                    Some("") => "default: empty".to_owned(),
                    Some(default) => format!("default: {}", code_in_cell(default)),
                    None if server.role == ServerRole::Whole => "made of other settings".to_owned(),
                    None => "required".to_owned(),
                };
            let meaning = match server.role {
                ServerRole::Part => format!("{} in addresses", code_in_cell(&server.template)),
                _ if index == 0 => "the base URL of requests".to_owned(),
                _ => format!("the base URL of requests to {}", code_in_cell(&server.template)),
            };
            let _ = writeln!(text, "| `{}` | {meaning}; {default} |", server.method);
        }
        for auth in &collection.auths {
            let _ = writeln!(text, "| `{}` | {} |", auth.method, credential(auth));
            if let Some(provider) = &auth.provider {
                let _ = writeln!(
                    text,
                    "| `{provider}` | fetches and refreshes that token (feature `oauth2`) |"
                );
            }
        }
        let environments = collection
            .environments
            .iter()
            .map(|environment| format!("`Environment::{}`", environment.variant));
        let environments: Vec<String> = environments.collect();
        if !environments.is_empty() {
            let _ = writeln!(
                text,
                "| `environment` | the base URLs and other values of an environment: {} |",
                environments.join(", ")
            );
        }
        for value in &collection.values {
            let default = match &value.default {
                Some(default) => format!("{} unless set", code_in_cell(default)),
                None => "not set".to_owned(),
            };
            let _ = writeln!(
                text,
                "| `{}` | what requests send {}; {default} |",
                value.method, value.places
            );
        }
        text.push('\n');
    }
    text + "The crate contains no credentials. Errors and `Debug` output never show them.\n"
}

/// Credentials in words.
pub fn credential(auth: &Auth) -> &'static str {
    match auth.scheme {
        Scheme::Bearer => "a bearer token",
        Scheme::Basic => "a user name and a password",
        Scheme::ApiKey => "an API key",
        Scheme::OAuth2 => "an OAuth 2.0 access token",
        Scheme::OAuth1 => "OAuth 1.0 signatures",
        Scheme::Digest => "a user name and a password (HTTP digest)",
        Scheme::Hawk => "Hawk signatures",
        Scheme::AwsV4 => "AWS signatures, version 4",
        Scheme::Jwt => "a signed JSON web token",
        Scheme::Asap => "ASAP tokens",
        Scheme::EdgeGrid => "EdgeGrid signatures",
        Scheme::Ntlm => "a Windows user name and a password (NTLM)",
    }
}

/// The folders with the number of their requests.
fn folders(krate: &Crate) -> String {
    let mut text = String::from("# Endpoints\n\n");
    for collection in &krate.collections {
        for module in &collection.modules {
            let requests = requests(&module.endpoints) + count(&module.modules);
            let _ = writeln!(
                text,
                "* {} (`{}`): {requests}",
                index::heading(&module.title, &module.name),
                module.name
            );
        }
        for endpoint in &collection.endpoints {
            let _ = writeln!(
                text,
                "* {} (`{}`)",
                index::heading(&endpoint.operation.title, &endpoint.name),
                endpoint.name
            );
        }
    }
    text + "\n`cargo doc --open` shows each endpoint with an example call, a curl command and its saved responses.\n"
}
