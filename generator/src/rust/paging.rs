//! How to go through the pages of an endpoint: plain data.

use super::Type;

/// An endpoint whose answers are pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Paging {
    /// The way from the answer to its list.
    pub list: Vec<Access>,
    /// What the list holds.
    pub item: Type,
    /// How to get the next page.
    pub way: Way,
}

/// How to get the next page.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// By a request with another value in this field, which says which page is wanted.
    Set(Target, Next),
    /// At the address that the answer has there.
    Address(Vec<Access>),
    /// At the address of the answer's link to the next page.
    LinkAddress,
}

/// A step from a value to one of its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Access {
    /// The field.
    pub field: String,
    /// It is an option.
    pub optional: bool,
}

/// A field of the request.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The field.
    pub field: String,
    /// What it holds, without its option.
    pub ty: Type,
}

/// What the field of the next page's request is.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// A token in the answer.
    Token(Vec<Access>),
    /// The parameter of this name in the answer's link to the next page.
    Link(String),
    /// The number of the page, of which the first is this one; the field of the size, when there is one.
    Page(i64, Option<Target>),
    /// The number of items before; the field of the size.
    Offset(Target),
}

impl Paging {
    /// The field that says which page is wanted.
    pub fn field(&self) -> Option<&str> {
        match &self.way {
            Way::Set(target, _) => Some(&target.field),
            Way::Address(_) | Way::LinkAddress => None,
        }
    }

    /// How, in words.
    pub fn how(&self) -> String {
        let path = |way: &[Access]| {
            way.iter()
                .map(|access| access.field.trim_start_matches("r#"))
                .collect::<Vec<_>>()
                .join(".")
        };
        let (field, next) = match &self.way {
            Way::Set(target, next) => (target.field.trim_start_matches("r#"), next),
            Way::Address(way) => {
                return format!("`{}` of the answer is the address of the next one", path(way));
            }
            Way::LinkAddress => {
                return "the address of the next one stands in the header `Link`".to_owned();
            }
        };
        match next {
            Next::Token(way) => {
                format!("`{field}` of the next request is `{}` of the answer", path(way))
            }
            Next::Link(_) => format!("`{field}` of the next request stands in the header `Link`"),
            Next::Page(..) => format!("`{field}` is the number of the page"),
            Next::Offset(_) => format!("`{field}` is the number of items before the page"),
        }
    }
}
