//! Locations of a collection that hold a text, chosen at random.

use serde_json::{Value, json};

use crate::random::{Random, base64};
use crate::texts::{self, HEADERS, KEYS, PLAIN};

/// A secret and where it is.
pub(crate) struct Seed {
    pub(crate) marker: String,
    pub(crate) location: String,
}

/// A collection with its environment, and what was hidden in them.
pub(crate) struct Seeded {
    pub(crate) collection: Value,
    pub(crate) environment: Value,
    pub(crate) seeds: Vec<Seed>,
}

/// A collection with a secret in each of `count` locations.
pub(crate) fn seeded(random: &mut Random, count: usize) -> Seeded {
    let mut grow =
        Grow { random, seeds: Vec::new(), index: 0, variables: Vec::new(), values: Vec::new() };
    let mut items = Vec::new();
    while grow.seeds.len() < count {
        let item = grow.item();
        match grow.random.below(4) {
            0 => items.push(grow.folder(item)),
            _ => items.push(item),
        }
    }
    let description = grow.prose("description of the collection");
    let auth = grow.auth("auth of the collection");
    let Grow { seeds, variables, values, .. } = grow;
    let collection = json!({
        "info": {"name": "Seeded", "description": description,
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": items, "auth": auth, "variable": variables
    });
    let environment = json!({"name": "Test", "values": values});
    Seeded { collection, environment, seeds }
}

struct Grow<'a> {
    random: &'a mut Random,
    seeds: Vec<Seed>,
    index: usize,
    variables: Vec<Value>,
    values: Vec<Value>,
}

impl Grow<'_> {
    fn seed(&mut self, location: &str) -> String {
        let marker = self.random.marker();
        self.plant(location, marker)
    }

    fn token(&mut self, location: &str) -> String {
        let marker = self.random.token();
        self.plant(location, marker)
    }

    fn plant(&mut self, location: &str, marker: String) -> String {
        let location = format!("{} {location}", self.index);
        self.seeds.push(Seed { marker: marker.clone(), location });
        marker
    }

    /// A nested text with a secret. Its form or the name next to it announces the secret.
    fn text(&mut self, location: &str) -> String {
        if self.random.below(6) == 0 {
            let token = self.token(&format!("{location} (token)"));
            return match self.random.below(3) {
                0 => token,
                1 => json!({"note": token}).to_string(),
                _ => format!("use {token} for it"),
            };
        }
        let marker = self.random.marker();
        let depth = self.random.below(4);
        let text = texts::text(self.random, &marker, depth);
        self.plant(&format!("{location}: {text}"), marker);
        text
    }

    fn prose(&mut self, location: &str) -> String {
        let marker = self.random.marker();
        let text = texts::prose(self.random, &marker);
        self.plant(&format!("{location}: {text}"), marker);
        text
    }

    /// A parameter: its own name announces the secret, or its value holds one.
    fn parameter(&mut self, names: &[&str], location: &str) -> Value {
        let disabled = self.random.below(4) == 0;
        if self.random.below(2) == 0 {
            let key = self.random.pick(names);
            let value = self.seed(&format!("{location} {key}"));
            return json!({"key": key, "value": value, "disabled": disabled});
        }
        let key = self.random.pick(&PLAIN);
        let value = self.text(&format!("{location} {key}"));
        json!({"key": key, "value": value, "disabled": disabled})
    }

    fn header(&mut self, location: &str) -> Value {
        match self.random.below(6) {
            0 => {
                let value = self.seed(&format!("{location} Authorization"));
                let scheme = self.random.pick(&["Bearer ", "Token ", "Basic ", "", "SSWS "]);
                json!({"key": "Authorization", "value": format!("{scheme}{value}")})
            }
            1 => {
                let value = self.seed(&format!("{location} Cookie"));
                json!({"key": "Cookie", "value": format!("sid={value}; theme=dark")})
            }
            _ => {
                let header = self.parameter(&HEADERS, location);
                let value = header["value"].as_str().unwrap_or_default().replace('\n', " ");
                json!({"key": header["key"], "value": value, "disabled": header["disabled"]})
            }
        }
    }

    fn url(&mut self, location: &str) -> Value {
        let path = format!("p{}", self.index);
        match self.random.below(6) {
            0 => {
                let key = self.random.pick(&KEYS);
                let value = self.seed(&format!("{location} text"));
                json!(format!("https://h.test/{path}?{key}={value}&n=1"))
            }
            1 => {
                let value = self.seed(&format!("{location} user-info"));
                json!(format!("https://ada:{value}@h.test/{path}"))
            }
            2 => {
                let value = self.seed(&format!("{location} webhook"));
                let host = json!(["hooks", "slack", "com"]);
                json!({"protocol": "https", "host": host, "path": ["services", "T01", "B01", value],
                    "raw": format!("https://hooks.slack.com/services/T01/B01/{value}")})
            }
            3 => {
                let key = self.random.pick(&KEYS);
                let value = self.seed(&format!("{location} path variable {key}"));
                json!({"host": ["https://h.test"], "path": [path, format!(":{key}")],
                    "variable": [{"key": key, "value": value}]})
            }
            _ => {
                let entry = self.parameter(&KEYS, &format!("{location} query"));
                json!({"host": ["https://h.test"], "path": [path], "query": [entry, {"key": "n", "value": "1"}]})
            }
        }
    }

    fn body(&mut self, location: &str) -> Value {
        match self.random.below(7) {
            0 | 1 => {
                let language = self.random.pick(&["json", "xml", "text", "html", "javascript"]);
                let raw = self.text(&format!("{location} raw {language}"));
                json!({"mode": "raw", "raw": raw, "options": {"raw": {"language": language}}})
            }
            2 => {
                let field = self.parameter(&KEYS, &format!("{location} urlencoded"));
                json!({"mode": "urlencoded", "urlencoded": [field, {"key": "n", "value": "1"}]})
            }
            3 => {
                let mut field = self.parameter(&KEYS, &format!("{location} form"));
                if self.random.below(4) == 0 {
                    field["fileName"] = json!("a.txt");
                }
                json!({"mode": "formdata", "formdata": [field, {"key": "n", "value": "1", "type": "text"}]})
            }
            4 => {
                let content = self.text(&format!("{location} file"));
                json!({"mode": "file", "file": {"content": base64(&content)}})
            }
            5 => {
                let marker = self.random.marker();
                let query = texts::graphql(self.random, &marker);
                self.plant(&format!("{location} GraphQL {query}"), marker);
                json!({"mode": "graphql", "graphql": {"query": query}})
            }
            _ => {
                let variables =
                    json!({self.random.pick(&KEYS): self.seed(&format!("{location} variables"))});
                let text = self.random.below(2) == 0;
                let variables = if text { json!(variables.to_string()) } else { variables };
                json!({"mode": "graphql", "graphql": {"query": "query($x: String) { a }", "variables": variables}})
            }
        }
    }

    fn auth(&mut self, location: &str) -> Value {
        let secret = self.seed(location);
        let (kind, parameters) = match self.random.below(9) {
            0 => ("bearer", json!({"token": secret})),
            1 => ("basic", json!({"username": "ada", "password": secret})),
            2 => ("apikey", json!({"key": "X-Light", "value": secret, "in": "header"})),
            3 => ("oauth2", json!({"accessToken": secret, "addTokenTo": "header"})),
            4 => (
                "oauth2",
                json!({"clientId": "a", "clientSecret": secret, "grant_type": "client_credentials"}),
            ),
            5 => (
                "oauth1",
                json!({"consumerKey": "a", "consumerSecret": secret, "token": "", "tokenSecret": ""}),
            ),
            6 => (
                "awsv4",
                json!({"accessKey": "a", "secretKey": secret, "region": "r", "service": "s"}),
            ),
            7 => ("jwt", json!({"algorithm": "HS256", "secret": secret, "payload": "{}"})),
            _ => (
                "digest",
                json!({"username": "ada", "password": secret, "realm": "r", "nonce": "n"}),
            ),
        };
        let list: Vec<Value> = parameters
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, value)| json!({"key": key, "value": value, "type": "string"}))
            .collect();
        json!({"type": kind, kind: list})
    }

    /// A variable whose name or type announces a secret, or that is used as one.
    fn variable(&mut self, used: &mut Vec<Value>) {
        let name = format!("v{}", self.index);
        let location = self.random.below(3);
        let value = self.seed(&format!("variable {location}"));
        let (key, kind) = match location {
            0 => (name, "secret"),
            1 => (format!("{}_{name}", self.random.pick(&KEYS)), "default"),
            _ => {
                let header = self.random.pick(&HEADERS);
                used.push(json!({"key": header, "value": format!("{{{{{name}}}}}")}));
                (name, "default")
            }
        };
        match self.random.below(2) {
            0 => self.variables.push(json!({"key": key, "value": value, "type": kind})),
            _ => {
                self.values.push(json!({"key": key, "value": value, "type": kind, "enabled": true}))
            }
        }
    }

    fn request(&mut self, what: &str) -> Value {
        let mut request = json!({"method": "POST", "url": self.url(&format!("{what} URL"))});
        let mut headers = Vec::new();
        for _ in 0..self.random.below(3) {
            let header = self.header(&format!("{what} header"));
            headers.push(header);
        }
        if self.random.below(4) == 0 {
            self.variable(&mut headers);
        }
        request["header"] = json!(headers);
        if self.random.below(3) > 0 {
            request["body"] = self.body(&format!("{what} body"));
        }
        if self.random.below(3) == 0 {
            request["description"] = json!(self.prose(&format!("{what} description")));
        }
        if self.random.below(4) == 0 {
            request["auth"] = self.auth(&format!("{what} auth"));
        }
        request
    }

    fn response(&mut self) -> Value {
        let body = self.text("response body");
        let mut response = json!({"name": "OK", "code": 200, "body": body});
        let media = if body.starts_with(['{', '[']) { "application/json" } else { "text/plain" };
        let mut headers = vec![json!({"key": "Content-Type", "value": media})];
        match self.random.below(4) {
            0 => {
                let value = self.seed("response Set-Cookie");
                headers.push(
                    json!({"key": "Set-Cookie", "value": format!("session={value}; Path=/")}),
                );
            }
            1 => headers.push(self.header("response header")),
            _ => {}
        }
        response["header"] = json!(headers);
        if self.random.below(2) == 0 {
            response["originalRequest"] = self.request("original request");
        }
        response
    }

    fn item(&mut self) -> Value {
        self.index += 1;
        let name = format!("Request {}", self.index);
        let request = self.request("request");
        let responses: Vec<Value> = (0..self.random.below(3)).map(|_| self.response()).collect();
        json!({"name": name, "request": request, "response": responses})
    }

    fn folder(&mut self, item: Value) -> Value {
        let name = format!("Folder {}", self.index);
        let description = self.prose("folder description");
        let mut folder = json!({"name": name, "item": [item], "description": description});
        if self.random.below(3) == 0 {
            folder["auth"] = self.auth("folder auth");
        }
        folder
    }
}
