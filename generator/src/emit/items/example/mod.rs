//! The example of an endpoint's documentation: a call with the collection's own values, which compiles as a doc test.
//!
//! ````text
//! ```rust,no_run
//! use client::users::create_users::{Action, CreateUsers};
//! use client::Endpoint;
//!
//! let response = CreateUsers::new(Action::SsoCreate).send(&client).await?;
//! println!("{response:#?}");
//! ```
//! ````

mod layout;
mod sensible;
mod value;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use crate::emit::home;
use crate::json::Json;
use crate::rust::{Collection, Crate, Endpoint, Field, Model, Origin, Output, Paging, Type};
use layout::Expr;
use value::{Place, Values, chain};

/// What the examples of a collection share.
pub struct Examples<'a> {
    /// The path of the collection's items from outside: the library, or a module of it.
    path: String,
    library: &'a str,
    shared_path: String,
    shared: HashMap<&'a str, &'a Model>,
}

impl<'a> Examples<'a> {
    /// For the endpoints of a collection.
    pub fn new(krate: &'a Crate, collection: &'a Collection) -> Examples<'a> {
        let shared = collection.models.iter().map(|model| (model.name.as_str(), model)).collect();
        Examples {
            path: home::path(&krate.library, collection),
            library: &krate.library,
            shared_path: format!("{}::models", home::path(&krate.library, collection)),
            shared,
        }
    }

    /// The example, as Markdown; `folder` is the path of the endpoint's module within the collection.
    pub fn of(&self, folder: &[&str], endpoint: &Endpoint) -> String {
        let (mut uses, request) = self.request(folder, endpoint, Shown::Saved);
        uses.add(self.library, "Endpoint");
        let call = sent(request, "client");
        let body = match endpoint.output {
            Output::Empty => format!("{};\n", call.layout(0, 1)),
            Output::Stream(_) => format!(
                "let mut items = {};\nwhile let Some(item) = items.next().await {{\n    \
                 println!(\"{{:#?}}\", item?);\n}}\n",
                call.layout(0, "let mut items = ;".len())
            ),
            _ => format!(
                "let response = {};\nprintln!(\"{{response:#?}}\");\n",
                call.layout(0, "let response = ;".len())
            ),
        };
        let signature = format!("client: &{}::Client", self.path);
        format!(
            "# Example\n\n{}",
            test(&[], &signature, &format!("{}::Error", self.library), &format!("{uses}\n{body}"))
        )
    }

    /// What the front page needs to show a call; `feature` is that of the endpoint's folder.
    pub fn tour(&self, folder: &[&str], feature: Option<&str>, endpoint: &Endpoint) -> Tour {
        self.tour_but(folder, feature, endpoint, None)
    }

    /// The same from the first page on: a saved page or cursor would start in the middle.
    pub fn tour_of_pages(
        &self,
        folder: &[&str],
        feature: Option<&str>,
        endpoint: &Endpoint,
    ) -> Tour {
        let field = endpoint.paging.as_ref().and_then(Paging::field);
        self.tour_but(folder, feature, endpoint, field)
    }

    fn tour_but(
        &self,
        folder: &[&str],
        feature: Option<&str>,
        endpoint: &Endpoint,
        unset: Option<&str>,
    ) -> Tour {
        let (uses, request) = self.request(folder, endpoint, Shown::Sensible { unset });
        Tour {
            uses,
            request,
            path: self.path.clone(),
            library: self.library.to_owned(),
            feature: feature.map(str::to_owned),
        }
    }

    /// The endpoint with the values that the collection has for it, but for one field, and what has to be imported for that.
    fn request(&self, folder: &[&str], endpoint: &Endpoint, shown: Shown<'_>) -> (Uses, Expr) {
        let own: HashMap<&str, &Model> =
            endpoint.models.iter().map(|model| (model.name.as_str(), model)).collect();
        let models = |name: &str| own.get(name).or_else(|| self.shared.get(name)).copied();
        let mut values = Values::new(&models);
        let request = request(endpoint, shown, &mut values);
        let mut uses = Uses::default();
        let module =
            [&[self.path.as_str()], folder, &[endpoint.module.as_str()]].concat().join("::");
        let folder = [&[self.path.as_str()], folder].concat().join("::");
        uses.add(&folder, &endpoint.name);
        endpoint.required.iter().for_each(|required| uses.add(&module, required));
        for name in &values.named {
            let here = own.contains_key(name.as_str()) || endpoint.imports.contains(name);
            uses.add(if here { &module } else { &self.shared_path }, name);
        }
        for name in &values.runtime {
            uses.add(&format!("{}::runtime", self.library), name);
        }
        (uses, request)
    }
}

/// A request with the call that sends it.
fn sent(request: Expr, client: &str) -> Expr {
    chain(
        request,
        vec![("send".to_owned(), vec![Expr::text(client)]), (".await?".to_owned(), Vec::new())],
    )
}

/// A request for the front page.
pub struct Tour {
    uses: Uses,
    request: Expr,
    path: String,
    library: String,
    feature: Option<String>,
}

/// What an example of the front page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// A call of a given client that fails.
    Failure,
    /// Going through pages.
    Pages,
}

impl Tour {
    /// The expression of the answer.
    pub fn sent(&self) -> String {
        sent(self.request.clone(), "&client").layout(0, "let response = ;".len())
    }

    /// The expression of the items of all pages.
    pub fn items(&self) -> String {
        chain(self.request.clone(), vec![("items".to_owned(), vec![Expr::text("&client")])])
            .layout(0, "let mut items = ;".len())
    }

    /// A doc test that is a whole program, with these statements in `main`.
    pub fn program(&self, body: &str) -> String {
        let mut uses = self.uses.clone();
        uses.add(&self.path, "Client");
        uses.add(&self.library, "Endpoint");
        let body: String = body
            .lines()
            .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") })
            .collect();
        let features: Vec<&str> = self.feature.as_deref().into_iter().collect();
        let condition = condition(&features);
        format!(
            "```rust,no_run\n# #[cfg(not({condition}))]\n# fn main() {{}}\n{uses}\n# #[cfg({condition})]\n\
             #[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{body}    \
             Ok(())\n}}\n```"
        )
    }

    /// The doc test with these statements.
    pub fn test(&self, scene: Scene, body: &str) -> String {
        let mut uses = self.uses.clone();
        let given = format!("client: {}::Client", self.path);
        match scene {
            Scene::Failure => {
                uses.add(&format!("{}::runtime", self.library), "StatusCode");
            }
            Scene::Pages => {}
        }
        uses.add(&self.library, if scene == Scene::Pages { "Paginate" } else { "Endpoint" });
        let features: Vec<&str> = self.feature.as_deref().into_iter().collect();
        test(&features, &given, "Box<dyn std::error::Error>", &format!("{uses}\n{body}"))
    }
}

/// A doc test that is compiled and not run. Without a transport there is nothing to be sent.
fn test(features: &[&str], parameters: &str, error: &str, body: &str) -> String {
    let condition = condition(features);
    format!(
        "```rust,no_run\n# #[cfg({condition})]\n# async fn example({parameters}) -> Result<(), {error}> {{\n{body}# Ok(())\n# }}\n```"
    )
}

/// What has to be on for a call.
fn condition(features: &[&str]) -> String {
    let features = ["reqwest"].iter().chain(features);
    let features: Vec<String> =
        features.map(|feature| format!("feature = \"{feature}\"")).collect();
    match features.as_slice() {
        [one] => one.clone(),
        several => format!("all({})", several.join(", ")),
    }
}

/// What an example imports.
#[derive(Default, Clone)]
struct Uses(BTreeMap<String, BTreeSet<String>>);

impl Uses {
    fn add(&mut self, path: &str, name: &str) {
        self.0.entry(path.to_owned()).or_default().insert(name.to_owned());
    }
}

impl fmt::Display for Uses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, names) in &self.0 {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            match names.as_slice() {
                [name] => writeln!(f, "use {path}::{name};")?,
                names => writeln!(f, "use {path}::{{{}}};", names.join(", "))?,
            }
        }
        Ok(())
    }
}

/// Which values an example shows.
#[derive(Debug, Clone, Copy)]
enum Shown<'a> {
    /// Those of the collection: the request is the one that curl and `replay` send.
    Saved,
    /// What a person would write in a first call, without this field.
    Sensible { unset: Option<&'a str> },
}

/// The endpoint with its values.
fn request(endpoint: &Endpoint, shown: Shown<'_>, values: &mut Values) -> Expr {
    let slots = endpoint.fields.iter().zip(&endpoint.saved);
    let place = if endpoint.required.is_some() { Place::Exact } else { Place::Into };
    let required = slots.clone().filter(|(field, _)| field.origin == Origin::Required);
    let arguments = required.map(|(field, slot)| {
        let exact = match shown {
            Shown::Saved => values.of_shown(&field.ty, &slot.shown, place),
            Shown::Sensible { .. } => None,
        };
        let sample = slot.sample.as_deref().filter(|sample| match shown {
            Shown::Saved => true,
            Shown::Sensible { .. } => field.is_json || sensible::is_argument(sample),
        });
        let known = exact.or_else(|| expression(field, &field.ty, sample?, place, values));
        let value = known.unwrap_or_else(|| values.stand_in(&field.ty, &slot.name, place));
        (field.name.clone(), value)
    });
    let arguments: Vec<(String, Expr)> = arguments.collect();
    let new = format!("{}::new", endpoint.name);
    let head = match &endpoint.required {
        Some(required) => Expr::Call(new, vec![Expr::Struct(required.clone(), arguments)]),
        None => Expr::Call(new, arguments.into_iter().map(|(_, value)| value).collect()),
    };
    chain(head, setters(endpoint, shown, values))
}

/// The calls that set optional values.
fn setters(endpoint: &Endpoint, shown: Shown<'_>, values: &mut Values) -> Vec<(String, Vec<Expr>)> {
    let slots = endpoint.fields.iter().zip(&endpoint.saved);
    // The client sets shared values.
    let is_sent = |field: &Field| field.origin == Origin::Setter && field.shared.is_none();
    let sent = slots.filter(|(field, slot)| is_sent(field) && !slot.values.is_empty());
    let setters = sent.filter_map(|(field, slot)| {
        let sample = slot.sample.as_deref();
        let sample = match shown {
            Shown::Saved => sample,
            Shown::Sensible { unset } if unset == Some(&field.name) => return None,
            Shown::Sensible { .. } => Some(sensible::setter(slot, sample?)?),
        };
        let ty = match &field.ty {
            Type::Option(inner) => inner,
            ty => ty,
        };
        let exact = match shown {
            Shown::Saved => values.of_shown(ty, &slot.shown, Place::Into),
            Shown::Sensible { .. } => None,
        };
        let value = exact.or_else(|| expression(field, ty, sample?, Place::Into, values))?;
        Some((field.name.clone(), vec![value]))
    });
    match shown {
        Shown::Saved => setters.collect(),
        Shown::Sensible { .. } => setters.take(sensible::MOST_SETTERS).collect(),
    }
}

fn expression(
    field: &Field,
    ty: &Type,
    sample: &str,
    place: Place,
    values: &mut Values,
) -> Option<Expr> {
    match field.is_json {
        true => values.of_json(ty, &Json::parse(sample).ok()?, place),
        false => values.of_text(ty, sample, place),
    }
}
