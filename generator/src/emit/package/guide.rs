//! How to use a crate: its front page, and the same in short for the README.

use std::fmt::Write as _;

use crate::api::Scheme;
use crate::emit::home;
use crate::emit::items::example::{Examples, Scene, Tour};
use crate::emit::items::index;
use crate::markdown::code_in_cell;
use crate::rust::{Auth, Chain, Collection, Crate, Endpoint, Home, Module, Output};

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
    let first = first(krate);
    let first = first.as_ref();
    let sections = [
        Some(introduction(krate)),
        first.map(|first| first.call(krate)),
        Some(settings(krate)),
        first.and_then(First::pages),
        first.map(First::errors),
        workflows(krate),
        testing(krate),
        Some(FEATURES.to_owned()),
    ];
    sections.into_iter().flatten().collect()
}

const FEATURES: &str = "\
# Features

| Feature | What it adds |
|---|---|
| `rustls`, `aws-lc`, `native-tls` | the transport with TLS by rustls and ring (the default), rustls and aws-lc, or the operating system |
| `light-idna` | international host names with the tables of unicode-rs instead of ICU4X, which compiles a third faster; on by default |
| `files` | files are read while they are sent; it is on |
| `gzip`, `brotli` | answers may be compressed |
| `blocking` | a client for code that is not async |
| `mock`, `mock-server` | a function, or a server on this machine, answers in place of the API |
| `tracing` | a span for each call |
| `chrono`, `jiff`, `time`, `uuid` | dates, times and UUIDs as types of these crates |

Without any, requests are made and answers are read, for whatever carries them.
";

const USE: &str = "\
# More

* `exchange` in the place of `send` gives the status and the headers too.
* `send_blocking` in the place of `send` does without async (with the feature `blocking`).
* For any other transport, [`Endpoint::request`] makes an `http::Request`, and [`Endpoint::decode`] reads an `http::Response`.
* `cargo run --example replay -- --list` lists every request of the collection; `--only 0` sends the first with its saved values.
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
        let path = [call.modules.as_slice(), &[call.name.clone()]].concat().join("::");
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

With the feature `mock-server`, a server on this machine answers with the saved responses, over HTTP. It picks by method, path and query,
or as the header `x-mock-response-code`, `x-mock-response-name` or `x-mock-response-id` of a request says.

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
fn settings(krate: &Crate) -> String {
    let mut text = String::from("# Settings of the client\n\n");
    for collection in &krate.collections {
        if krate.collections.len() > 1 {
            let _ = write!(text, "`{}`:\n\n", collection.module);
        }
        text.push_str("| Setting | Meaning |\n|---|---|\n");
        for server in &collection.servers {
            let default = server.address.as_ref().map_or("has to be set".to_owned(), |address| {
                format!("{} unless set", code_in_cell(address))
            });
            let _ = writeln!(text, "| `{}` | where requests go; {default} |", server.method);
        }
        for auth in &collection.auths {
            let _ = writeln!(text, "| `{}` | {} |", auth.method, credential(auth));
            if let Some(provider) = &auth.provider {
                let _ = writeln!(
                    text,
                    "| `{provider}` | what fetches and refreshes that token (with the feature `oauth2`) |"
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
                "| `environment` | addresses and headers of an environment: {} |",
                environments.join(", ")
            );
        }
        for header in &collection.headers {
            let _ = writeln!(
                text,
                "| `{}` | the header {} of every request |",
                header.method,
                code_in_cell(&header.header)
            );
        }
        text.push('\n');
    }
    text + "Credentials are never part of this crate, and neither errors nor `Debug` show them.\n"
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
    text + "\n`cargo doc --open` shows each of them with an example, the request for curl and saved answers.\n"
}

/// The request that shows how to call one.
struct First<'a> {
    tour: Tour,
    /// One whose answers are pages.
    pages: Option<Tour>,
    collection: &'a Collection,
}

fn first(krate: &Crate) -> Option<First<'_>> {
    let collection = krate
        .collections
        .iter()
        .find(|collection| count(&collection.modules) + collection.endpoints.len() > 0)?;
    let mut all = Vec::new();
    walk(&collection.modules, &collection.endpoints, &mut Vec::new(), None, &mut all);
    // one that reads something, has a type, and needs little
    let rank = |(_, _, endpoint): &&Found<'_>| {
        let reads = endpoint.operation.method == "GET";
        let typed = matches!(endpoint.output, Output::Json(_));
        (!(reads && typed), !reads, endpoint.fields.len() > 4, endpoint.index)
    };
    let examples = Examples::new(krate, collection);
    let tour = |(path, feature, endpoint): &Found<'_>| examples.tour(path, *feature, endpoint);
    let paged = all.iter().filter(|(_, _, endpoint)| endpoint.paging.is_some()).min_by_key(rank);
    let pages =
        paged.map(|(path, feature, endpoint)| examples.tour_of_pages(path, *feature, endpoint));
    Some(First { tour: tour(all.iter().min_by_key(rank)?), pages, collection })
}

type Found<'a> = (Vec<&'a str>, Option<&'a str>, &'a Endpoint);

fn walk<'a>(
    modules: &'a [Module],
    endpoints: &'a [Endpoint],
    path: &mut Vec<&'a str>,
    feature: Option<&'a str>,
    found: &mut Vec<Found<'a>>,
) {
    found.extend(endpoints.iter().map(|endpoint| (path.clone(), feature, endpoint)));
    for module in modules {
        path.push(&module.name);
        walk(
            &module.modules,
            &module.endpoints,
            path,
            feature.or(module.feature.as_deref()),
            found,
        );
        path.pop();
    }
}

impl First<'_> {
    fn call(&self, krate: &Crate) -> String {
        let mut client = String::from("let client = Client::builder()");
        for server in
            self.collection.servers.iter().filter(|server| server.address.is_none()).take(1)
        {
            let _ = write!(client, "\n    .{}(\"https://api.example.com\")", server.method);
        }
        let simple = |auth: &&Auth| {
            matches!(auth.scheme, Scheme::Bearer | Scheme::OAuth2 | Scheme::ApiKey | Scheme::Basic)
        };
        if let Some(auth) = self.collection.auths.iter().find(simple) {
            let arguments = if auth.scheme == Scheme::Basic {
                "\"user\", std::env::var(\"PASSWORD\")?"
            } else {
                "std::env::var(\"TOKEN\")?"
            };
            let _ = write!(client, "\n    .{}({arguments})", auth.method);
        }
        client.push_str(if client.contains('\n') { "\n    .build()?;\n" } else { ".build()?;\n" });
        let body =
            format!("{client}\nlet answer = {};\nprintln!(\"{{answer:#?}}\");\n", self.tour.sent());
        format!(
            "# A first call\n\n```toml\n[dependencies]\n{} = {{ path = \"…\" }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n```\n\n{}\n\nAn endpoint is a plain value. What it always needs are the arguments of `new`; all else has a setter.\n",
            krate.package,
            self.tour.test(Scene::Start, &body)
        )
    }

    fn pages(&self) -> Option<String> {
        let tour = self.pages.as_ref()?;
        let body = format!(
            "let mut items = {};\nwhile let Some(item) = items.next().await {{\n    println!(\"{{:#?}}\", item?);\n}}\n",
            tour.items()
        );
        Some(format!(
            "# Pages\n\nWhere an answer is one page of a list, the endpoint is [`Paginate`]: its `items` go through all pages, and so do its \
             `pages`. Both are streams.\n\n{}\n",
            tour.test(Scene::Pages, &body)
        ))
    }

    fn errors(&self) -> String {
        let body = format!(
            "let result = {};\nmatch result {{\n    Ok(answer) => println!(\"{{answer:#?}}\"),\n    Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => {{\n        println!(\"{{}}\", error.text());\n    }}\n    Err(error) => return Err(error.into()),\n}}\n",
            self.tour.sent().trim_end_matches('?')
        );
        format!(
            "# Errors\n\nThere is one type, [`Error`], for all endpoints. Nothing that the server said is lost in it: status, headers and body \
             stay at hand, and when an answer could not be read, the place in its JSON.\n\n{}\n",
            self.tour.test(Scene::Failure, &body)
        )
    }
}
