//! Facts about a script: plain data.

use crate::json_path::JsonPath;
/// All facts of one script, each kind in the order of the script. Lines count from 1.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Paths of the response's JSON that it uses.
    pub reads: Vec<Read>,
    /// Variables that it sets.
    pub sets: Vec<SetVariable>,
    /// Statuses that it asserts for the response.
    pub statuses: Vec<Status>,
    /// Types and values that it asserts for members of the response.
    pub assertions: Vec<Assertion>,
    /// Headers and query parameters that it drops while a variable is unset.
    pub dropped: Vec<Dropped>,
    /// Signatures that it computes.
    pub signatures: Vec<Signature>,
}

/// A path that is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The path.
    pub path: JsonPath,
    /// The status that the script has checked for around it.
    pub when: Option<u16>,
    /// The line.
    pub line: u32,
}

/// A variable that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetVariable {
    /// Its name.
    pub name: String,
    /// Where its value comes from.
    pub source: Source,
    /// The status that the script has checked for around it.
    pub when: Option<u16>,
    /// The line.
    pub line: u32,
}

/// Where the value of a variable comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A path of the response's JSON.
    Response(JsonPath),
    /// A header of the response.
    Header(String),
    /// A cookie of the response.
    Cookie(String),
    /// The whole body of the response as text.
    Body,
    /// A literal.
    Literal(String),
    /// Another variable.
    Variable(String),
    /// The response to another request, which the script itself sends.
    SentByScript,
    /// A time.
    Time,
    /// A random value.
    Random,
    /// A signature or a digest.
    Signature,
    /// Something else that the script computes.
    Computed,
}

/// A status that is asserted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The status code.
    pub code: u16,
    /// The line.
    pub line: u32,
}

/// A type or a value that is asserted.
#[derive(Debug, Clone, PartialEq)]
pub struct Assertion {
    /// The path.
    pub path: JsonPath,
    /// What is asserted.
    pub what: Asserted,
    /// The status that the script has checked for around it.
    pub when: Option<u16>,
    /// The line.
    pub line: u32,
}

/// What is asserted of a member.
#[derive(Debug, Clone, PartialEq)]
pub enum Asserted {
    /// Its type.
    Type(JsonType),
    /// A value that it has.
    Value(serde_json::Value),
}

/// A type of JSON values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of JSON")]
pub enum JsonType {
    String,
    Number,
    Integer,
    Boolean,
    List,
    Object,
}

/// What a script drops from the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Which kind of parameter.
    pub part: Part,
    /// Its name; `None`: each whose value is a variable that is unset.
    pub name: Option<String>,
    /// The line.
    pub line: u32,
}

/// A kind of parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A header.
    Header,
    /// A query parameter.
    Query,
}

/// A signature that a script computes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The algorithm as the script names it, such as `HmacSHA256`.
    pub algorithm: String,
    /// Where it goes.
    pub target: Option<Target>,
    /// The line.
    pub line: u32,
}

/// Where a signature goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A header or a query parameter of this name.
    Parameter(Part, String),
    /// A variable.
    Variable(String),
}
