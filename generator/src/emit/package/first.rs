//! The first calls that the front page and the README show: a program that runs as it stands.

use std::fmt::Write as _;

use crate::api::{Scheme, ServerRole};
use crate::emit::items::example::{Examples, Scene, Tour};
use crate::rust::{Auth, Collection, Crate, Endpoint, Module, Origin, Output, Server, Step};

/// The endpoints that show how to make calls.
pub struct First<'a> {
    tour: Tour,
    /// One whose responses are pages.
    pages: Option<Tour>,
    collection: &'a Collection,
    endpoint: &'a Endpoint,
}

/// An endpoint with the modules that lead to it, and the feature of its folder.
type Found<'a> = (Vec<&'a str>, Option<&'a str>, &'a Endpoint);

/// The endpoint of the first call: one that a person would try first.
pub fn first(krate: &Crate) -> Option<First<'_>> {
    krate.collections.iter().find_map(|collection| {
        let mut all = Vec::new();
        walk(&collection.modules, &collection.endpoints, &mut Vec::new(), None, &mut all);
        let examples = Examples::new(krate, collection);
        let (path, feature, endpoint) =
            all.iter().min_by_key(|(_, _, endpoint)| rank(collection, endpoint))?;
        let paged = all.iter().filter(|(_, _, endpoint)| endpoint.paging.is_some());
        let paged = paged.min_by_key(|(_, _, endpoint)| rank(collection, endpoint));
        let pages =
            paged.map(|(path, feature, endpoint)| examples.tour_of_pages(path, *feature, endpoint));
        let tour = examples.tour(path, *feature, endpoint);
        Some(First { tour, pages, collection, endpoint })
    })
}

/// The lower, the better: it reads something, has a type and a saved response, and needs neither another server nor arguments nor
/// unusual credentials.
fn rank(collection: &Collection, endpoint: &Endpoint) -> impl Ord + use<> {
    let reads = endpoint.operation.method == "GET";
    let typed = matches!(endpoint.output, Output::Json(_));
    let auth = endpoint.operation.auth.and_then(|index| collection.auths.get(index));
    let needed = endpoint.fields.iter().filter(|field| field.origin == Origin::Required).count();
    (
        !(reads && typed),
        !has_success(collection, endpoint),
        !reads,
        auth.is_some_and(|auth| !is_simple(auth)),
        endpoint.operation.server != 0,
        needed > 0,
        needed,
        endpoint.index,
    )
}

/// Whether the mock server has a success for it.
fn has_success(collection: &Collection, endpoint: &Endpoint) -> bool {
    let saved = collection.saved_responses.iter().find(|saved| saved.index == endpoint.index);
    saved.is_some_and(|saved| {
        saved.responses.iter().any(|response| (200..300).contains(&response.status))
    })
}

fn is_simple(auth: &Auth) -> bool {
    matches!(auth.scheme, Scheme::Bearer | Scheme::OAuth2 | Scheme::ApiKey | Scheme::Basic)
}

fn walk<'a>(
    modules: &'a [Module],
    endpoints: &'a [Endpoint],
    path: &mut Vec<&'a str>,
    feature: Option<&'a str>,
    found: &mut Vec<Found<'a>>,
) {
    found.extend(endpoints.iter().map(|endpoint| (path.clone(), feature, endpoint)));
    for module in modules {
        let feature = feature.or(module.feature.as_deref());
        path.push(&module.name);
        walk(&module.modules, &module.endpoints, path, feature, found);
        path.pop();
    }
}

/// The settings without which nothing can be sent to a server: those of its address, and of the
/// main one.
fn needed(collection: &Collection, server: usize) -> Vec<&Server> {
    let mut found: Vec<&Server> = Vec::new();
    let mut next: Vec<&Server> =
        [0, server].iter().filter_map(|&at| collection.servers.get(at)).collect();
    let mut seen: Vec<&str> = Vec::new();
    while let Some(server) = next.pop() {
        if seen.contains(&server.method.as_str()) {
            continue;
        }
        seen.push(&server.method);
        match &server.default {
            None => found.insert(0, server),
            Some(default) => next.extend(collection.servers.iter().filter(|other| {
                default.contains(&format!("{{{}}}", other.method.trim_start_matches("r#")))
            })),
        }
    }
    found
}

/// The client's values without which a request has no path: positions in [`Collection::values`].
fn shared(endpoint: &Endpoint) -> impl Iterator<Item = usize> {
    endpoint.steps.iter().filter_map(|step| match step {
        Step::Argument { shared, .. } => *shared,
        _ => None,
    })
}

impl First<'_> {
    /// A program from the client to the response.
    pub fn call(&self, krate: &Crate) -> String {
        let builder = match self.settings() {
            settings if settings.is_empty() => "Client::builder().build()?".to_owned(),
            settings => format!("Client::builder(){settings}\n    .build()?"),
        };
        let call = self.tour.sent();
        let body = match self.endpoint.output {
            Output::Empty => format!("let client = {builder};\n\n{call};\n"),
            _ => format!(
                "let client = {builder};\n\nlet response = {call};\nprintln!(\"{{response:#?}}\");\n"
            ),
        };
        format!(
            "# A first call\n\n```toml\n[dependencies]\n{package} = {{ path = \"../{package}\" }}\n\
             tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n```\n\n{}\n\n\
             An endpoint is a plain value: `new` takes what is always needed, setters take the rest.\n",
            self.tour.program(&body),
            package = krate.package,
        )
    }

    /// The settings that the call needs: addresses that the collection does not have, and credentials.
    fn settings(&self) -> String {
        let mut settings = String::new();
        let operation = &self.endpoint.operation;
        for server in needed(self.collection, operation.server) {
            let value = match server.role {
                ServerRole::Part => "…",
                ServerRole::Address | ServerRole::Whole => "https://api.example.com",
            };
            let _ = write!(settings, "\n    .{}(\"{value}\")", server.method);
        }
        let values = shared(self.endpoint).filter_map(|at| self.collection.values.get(at));
        for value in values.filter(|value| value.default.is_none()) {
            let _ = write!(settings, "\n    .{}(\"…\")", value.method);
        }
        let auth = operation.auth.and_then(|index| self.collection.auths.get(index));
        if let Some(auth) = auth.filter(|auth| is_simple(auth)) {
            let arguments = match auth.scheme {
                Scheme::Basic => "\"user\", std::env::var(\"PASSWORD\")?",
                Scheme::ApiKey => "std::env::var(\"API_KEY\")?",
                _ => "std::env::var(\"TOKEN\")?",
            };
            let _ = write!(settings, "\n    .{}({arguments})", auth.method);
        }
        settings
    }

    /// Going through the pages of a list.
    pub fn pages(&self) -> Option<String> {
        let tour = self.pages.as_ref()?;
        let body = format!(
            "let mut items = {};\nwhile let Some(item) = items.next().await {{\n    println!(\"{{:#?}}\", item?);\n}}\n",
            tour.items()
        );
        Some(format!(
            "# Pages\n\nEndpoints whose response is one page of a list implement [`Paginate`]. `items` streams the items of all pages, \
             `pages` streams the pages.\n\n{}\n",
            tour.test(Scene::Pages, &body)
        ))
    }

    /// A call that may fail.
    pub fn errors(&self) -> String {
        let body = format!(
            "match {} {{\n    Ok(response) => println!(\"{{response:#?}}\"),\n    Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => {{\n        println!(\"{{}}\", error.text());\n    }}\n    Err(error) => return Err(error.into()),\n}}\n",
            self.tour.sent().trim_end_matches('?')
        );
        format!(
            "# Errors\n\nAll endpoints have one error type, [`Error`]. It keeps everything the server said: status, headers and body. If the \
             body could not be decoded, it names the JSON path.\n\n{}\n",
            self.tour.test(Scene::Failure, &body)
        )
    }
}
