//! A small client, written by hand in the form that the generator emits.

pub use runtime;
use runtime::{
    Api, AuthSpec, BuildError, DecodeError, Endpoint, File, Language, Map, Operation, Piece,
    RawResponse, RequestBuilder, Scheme, ServerSpec, Settings, Text, Untyped,
};
use serde_json::Value;
use std::collections::BTreeMap;

// it is found from the test of the runner too
#[path = "plain.rs"]
mod plain;

pub use plain::{Check, DeleteThing, EmptyPost, Panic, Ping};

/// The API.
#[derive(Debug)]
pub enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[
        ServerSpec { name: "base_url", default: Some("http://demo.invalid") },
        ServerSpec { name: "other_url", default: None },
    ];
    const AUTHS: &'static [AuthSpec] = &[
        AuthSpec { name: "basic", scheme: Scheme::Basic, settings: &[] },
        AuthSpec {
            name: "api_key",
            scheme: Scheme::ApiKey,
            settings: &[("key", "X-Api-Key"), ("in", "header")],
        },
    ];
}

const fn operation(name: &'static str, method: &'static str, path: &'static str) -> Operation {
    Operation::new(method, name, path)
}

/// `GET /users/:id`
#[derive(Debug, Clone)]
pub struct GetUser {
    pub id: Text,
    pub fields: Option<Text>,
    pub tag: Vec<Text>,
    pub limit: Option<i64>,
    pub trace: Option<Text>,
}

impl GetUser {
    pub fn new(id: impl Into<Text>) -> Self {
        Self { id: id.into(), fields: None, tag: Vec::new(), limit: None, trace: None }
    }
}

impl Endpoint for GetUser {
    type Api = Demo;
    type Output = Untyped;
    const OPERATION: Operation = Operation {
        settings: Settings { follow_redirects: Some(true), ..Settings::DEFAULT },
        ..operation("GetUser", "GET", "/users/:id")
    };

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/users/")?;
        request.argument("id", &self.id)?;
        request.query("fields", &self.fields)?;
        request.query("tag", &self.tag)?;
        request.query("limit", &self.limit)?;
        request.header("X-Trace", &self.trace)
    }

    fn read(response: &RawResponse) -> Result<Untyped, DecodeError> {
        Ok(response.untyped())
    }
}

/// `POST /users`
#[derive(Debug, Clone)]
pub struct CreateUser {
    pub body: BTreeMap<String, Value>,
}

impl CreateUser {
    pub fn new(body: impl Into<BTreeMap<String, Value>>) -> Self {
        Self { body: body.into() }
    }
}

impl Endpoint for CreateUser {
    type Api = Demo;
    type Output = Map<u64>;
    const OPERATION: Operation =
        Operation { auth: Some(1), ..operation("CreateUser", "POST", "/users") };

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/users")?;
        request.json(Some("application/json"), &self.body)
    }

    fn read(response: &RawResponse) -> Result<Self::Output, DecodeError> {
        response.json()
    }
}

/// `POST /login`
#[derive(Debug, Clone, Default)]
pub struct LogIn {
    pub user: Option<Text>,
    pub scope: Vec<Text>,
}

impl LogIn {
    pub fn new() -> Self {
        Self::default()
    }
}

impl Endpoint for LogIn {
    type Api = Demo;
    type Output = ();
    const OPERATION: Operation =
        Operation { auth: Some(0), ..operation("LogIn", "POST", "/login") };

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/login")?;
        let mut form = request.urlencoded(Some("application/x-www-form-urlencoded"));
        form.field("user", &self.user)?;
        form.field("scope", &self.scope)
    }

    fn read(_: &RawResponse) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// `POST /upload`
#[derive(Debug, Clone, Default)]
pub struct Upload {
    pub title: Option<Text>,
    pub missing: Option<File>,
    pub inline: Option<File>,
    pub many: Vec<File>,
    pub after: Option<File>,
}

impl Upload {
    pub fn new() -> Self {
        Self::default()
    }
}

impl Endpoint for Upload {
    type Api = Demo;
    type Output = Untyped;
    const OPERATION: Operation = operation("Upload", "POST", "/upload");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/upload")?;
        let mut parts = request.multipart(Some("demo-boundary"));
        parts.text("title", None, &self.title)?;
        parts.file("missing", &self.missing)?;
        parts.file("inline", &self.inline)?;
        parts.file("many", &self.many)?;
        parts.file("after", &self.after)
    }

    fn read(response: &RawResponse) -> Result<Untyped, DecodeError> {
        Ok(response.untyped())
    }
}

/// `PUT /blob`
#[derive(Debug, Clone, Default)]
pub struct PutFile {
    pub file: Option<File>,
}

impl PutFile {
    pub fn new() -> Self {
        Self::default()
    }
}

impl Endpoint for PutFile {
    type Api = Demo;
    type Output = ();
    const OPERATION: Operation = operation("PutFile", "PUT", "/blob");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/blob")?;
        request.file(None, &self.file)
    }

    fn read(_: &RawResponse) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// `POST /soap`
#[derive(Debug, Clone)]
pub struct CallSoap {
    pub inner: Text,
    pub outer: Text,
}

/// What `CallSoap` always needs.
pub struct CallSoapRequired {
    pub inner: Text,
    pub outer: Text,
}

impl CallSoap {
    pub fn new(required: CallSoapRequired) -> Self {
        Self { inner: required.inner, outer: required.outer }
    }
}

impl Endpoint for CallSoap {
    type Api = Demo;
    type Output = String;
    const OPERATION: Operation = operation("CallSoap", "POST", "/soap");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/soap")?;
        let pieces = [
            Piece::Text("<a>"),
            Piece::Hole(&self.inner),
            Piece::Text("</a>"),
            Piece::Hole(&self.outer),
        ];
        request.template(Some("application/xml"), Language::Xml, &pieces)
    }

    fn read(response: &RawResponse) -> Result<String, DecodeError> {
        response.text()
    }
}

/// `POST /graphql`
#[derive(Debug, Clone)]
pub struct CallGraphql {
    pub query: String,
    pub variables: Option<BTreeMap<String, Value>>,
}

impl CallGraphql {
    pub fn new(query: impl Into<String>) -> Self {
        Self { query: query.into(), variables: None }
    }
}

impl Endpoint for CallGraphql {
    type Api = Demo;
    type Output = Untyped;
    const OPERATION: Operation = operation("CallGraphql", "POST", "/graphql");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/graphql")?;
        request.graphql(Some("application/json"), Some(&self.query), None, self.variables.as_ref())
    }

    fn read(response: &RawResponse) -> Result<Untyped, DecodeError> {
        Ok(response.untyped())
    }
}
