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
    /// A generic type of the crate with its arguments.
    Generic(Box<Type>, Vec<Type>),
    /// A type parameter of the generic type around it, by position.
    Parameter(usize),
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

impl Model {
    /// The number of its type parameters.
    pub fn parameters(&self) -> usize {
        match &self.kind {
            ModelKind::Struct { fields, .. } => {
                fields.iter().map(|field| field.ty.parameters()).max().unwrap_or_default()
            }
            ModelKind::Enum { .. } | ModelKind::Union { .. } => 0,
        }
    }
}

/// The name of a type parameter.
pub fn parameter(index: usize) -> &'static str {
    const NAMES: [&str; 4] = ["T", "U", "V", "W"];
    NAMES.get(index).copied().unwrap_or("X")
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
    pub fn names(&self, visit: &mut dyn FnMut(&str)) {
        match self {
            Type::Named(name) => visit(name),
            Type::Generic(base, arguments) => {
                base.names(visit);
                arguments.iter().for_each(|argument| argument.names(visit));
            }
            other => other.inner().into_iter().for_each(|inner| inner.names(visit)),
        }
    }

    /// The name and the arguments of a type of the crate.
    pub fn model(&self) -> Option<(&str, &[Type])> {
        match self {
            Type::Named(name) => Some((name, &[])),
            Type::Generic(base, arguments) => base.model().map(|(name, _)| (name, &**arguments)),
            _ => None,
        }
    }

    /// The type with `arguments` for its type parameters.
    pub fn with(&self, arguments: &[Type]) -> Type {
        let inner = |ty: &Type| Box::new(ty.with(arguments));
        match self {
            Type::Parameter(index) => arguments.get(*index).cloned().unwrap_or(Type::Value),
            Type::Vec(ty) => Type::Vec(inner(ty)),
            Type::Map(ty) => Type::Map(inner(ty)),
            Type::Option(ty) => Type::Option(inner(ty)),
            Type::Json(ty) => Type::Json(inner(ty)),
            Type::Boxed(ty) => Type::Boxed(inner(ty)),
            Type::Generic(base, own) => Type::Generic(
                base.clone(),
                own.iter().map(|argument| argument.with(arguments)).collect(),
            ),
            other => other.clone(),
        }
    }

    /// The number of type parameters that occur in the type, or 0.
    pub fn parameters(&self) -> usize {
        match self {
            Type::Parameter(index) => index + 1,
            Type::Generic(_, arguments) => {
                arguments.iter().map(Type::parameters).max().unwrap_or_default()
            }
            other => other.inner().map_or(0, Type::parameters),
        }
    }

    /// A generic type or a type parameter.
    fn is_generic(&self) -> bool {
        matches!(self, Type::Generic(..) | Type::Parameter(_))
    }

    /// A function takes a value of this type as it is; of any other, whatever can be converted into it.
    pub fn is_passed_on(&self) -> bool {
        match self {
            Type::Bool | Type::I64 | Type::U64 | Type::F64 | Type::Map(_) => true,
            // nothing else would say what the type parameters stand for
            Type::Generic(..) | Type::Parameter(_) => true,
            Type::Vec(inner) => match **inner {
                Type::Vec(_) | Type::Option(_) | Type::Map(_) | Type::Boxed(_) => true,
                _ => inner.is_generic(),
            },
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
            Type::Generic(base, arguments) => {
                write!(f, "{base}<")?;
                for (position, argument) in arguments.iter().enumerate() {
                    let comma = if position > 0 { ", " } else { "" };
                    write!(f, "{comma}{argument}")?;
                }
                f.write_str(">")
            }
            Type::Parameter(index) => f.write_str(parameter(*index)),
            Type::Model(index) => write!(f, "type {index}"),
            simple => f.write_str(simple.runtime_name().unwrap_or("String")),
        }
    }
}
