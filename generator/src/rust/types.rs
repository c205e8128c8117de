//! Types of the emitted crate: plain data.

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// `bool`.
    Bool,
    /// `i64`.
    I64,
    /// `u64`.
    U64,
    /// `f64`.
    F64,
    /// A number kept as its text.
    Number,
    /// `String`.
    String,
    /// A text argument, which may be raw.
    Text,
    /// A text that is not shown.
    Secret,
    /// A date and time kept as its text.
    DateTime,
    /// A date kept as its text.
    Date,
    /// A time of day kept as its text.
    Time,
    /// A UUID kept as its text.
    Uuid,
    /// Any JSON.
    Value,
    /// A file.
    File,
    /// A list.
    Vec(Box<Type>),
    /// A map from texts.
    Map(Box<Type>),
    /// An option.
    Option(Box<Type>),
    /// JSON inside a text.
    Json(Box<Type>),
    /// On the heap: where a type would contain itself.
    Boxed(Box<Type>),
    /// A type of the crate by its position in the registry; gone when names are settled.
    Model(usize),
    /// A type of the crate by its name.
    Named(String),
}

/// A type to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub docs: String,
    /// What it is.
    pub kind: ModelKind,
}

/// What a type is.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelKind {
    /// A struct.
    Struct {
        /// Its fields.
        fields: Vec<ModelField>,
        /// Whether callers make it.
        role: Role,
    },
    /// An enum of texts.
    Enum {
        /// Variants and their texts.
        variants: Vec<(String, String)>,
    },
    /// An enum by kind of JSON value.
    Union {
        /// Its variants.
        variants: Vec<(Kind, Type)>,
    },
}

/// Which way values of a type go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Callers make it: it has setters.
    Request,
    /// Servers make it.
    Response,
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "JSON's own words")]
pub enum Kind {
    Boolean,
    Integer,
    Number,
    Text,
    List,
    Object,
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelField {
    /// The field.
    pub name: String,
    /// The key in JSON.
    pub key: String,
    /// Its type.
    pub ty: Type,
    /// Its documentation.
    pub docs: String,
}

impl ModelField {
    /// Who makes an object of this role has to give it.
    pub fn is_needed(&self, role: Role) -> bool {
        role == Role::Request && !matches!(self.ty, Type::Option(_))
    }
}

/// More arguments than these are no function that anybody would call.
const MOST_ARGUMENTS: usize = 7;

/// What `new` takes of an object with these fields; of too many nothing: each of them has a setter then.
pub fn needed(fields: &[ModelField], role: Role) -> Vec<&ModelField> {
    let needed: Vec<&ModelField> = fields.iter().filter(|field| field.is_needed(role)).collect();
    if needed.len() > MOST_ARGUMENTS { Vec::new() } else { needed }
}

impl Type {
    /// The type that this one is of.
    pub fn inner(&self) -> Option<&Type> {
        match self {
            Type::Vec(inner)
            | Type::Map(inner)
            | Type::Option(inner)
            | Type::Json(inner)
            | Type::Boxed(inner) => Some(inner),
            _ => None,
        }
    }

    /// The name of a type of the runtime that has no type parameter, and is in scope by its prelude.
    pub fn runtime_name(&self) -> Option<&'static str> {
        Some(match self {
            Type::Number => "Number",
            Type::Text => "Text",
            Type::Secret => "Secret",
            Type::DateTime => "DateTime",
            Type::Date => "Date",
            Type::Time => "Time",
            Type::Uuid => "Uuid",
            Type::File => "File",
            _ => return None,
        })
    }

    /// Calls `visit` with the name of each type of the crate in this one.
    pub fn names(&self, visit: &mut impl FnMut(&str)) {
        if let Type::Named(name) = self {
            visit(name);
        }
        if let Some(inner) = self.inner() {
            inner.names(visit);
        }
    }

    /// A function takes a value of this type as it is; of any other, whatever can be converted into it.
    pub fn is_passed_on(&self) -> bool {
        match self {
            Type::Bool | Type::I64 | Type::U64 | Type::F64 | Type::Map(_) => true,
            Type::Vec(inner) => {
                matches!(**inner, Type::Vec(_) | Type::Option(_) | Type::Map(_) | Type::Boxed(_))
            }
            _ => false,
        }
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Type::Bool => f.write_str("bool"),
            Type::I64 => f.write_str("i64"),
            Type::U64 => f.write_str("u64"),
            Type::F64 => f.write_str("f64"),
            Type::Value => f.write_str("serde_json::Value"),
            Type::Vec(inner) => write!(f, "Vec<{inner}>"),
            Type::Map(inner) => write!(f, "Map<{inner}>"),
            Type::Option(inner) => write!(f, "Option<{inner}>"),
            Type::Json(inner) => write!(f, "Json<{inner}>"),
            Type::Boxed(inner) => write!(f, "Box<{inner}>"),
            Type::Named(name) => f.write_str(name),
            Type::Model(index) => write!(f, "type {index}"),
            simple => f.write_str(simple.runtime_name().unwrap_or("String")),
        }
    }
}
