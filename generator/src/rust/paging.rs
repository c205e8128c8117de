//! How to get from page to page of an endpoint. Plain data.

use super::Type;

/// An endpoint whose responses are pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Paging {
    /// The path from the response to its list.
    pub list: Vec<Access>,
    /// The type of the list's items.
    pub item: Type,
    /// How to get the next page.
    pub way: Way,
}

/// How to get the next page.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// Sends the request again with another value in this field.
    Set(Target, Next),
    /// Requests the address at this path of the response.
    Address(Vec<Access>),
    /// Requests the address of the response's `Link` header with `rel="next"`.
    LinkAddress,
}

/// A step from a value to one of its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Access {
    /// The field.
    pub field: String,
    /// Whether it is optional.
    pub optional: bool,
}

/// A field of the request.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The field.
    pub field: String,
    /// Its type, without `Option`.
    pub ty: Type,
}

/// The value of the field in the request for the next page.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// A token in the response.
    Token(Vec<Access>),
    /// The parameter of this name in the address of the response's `Link` header.
    Link(String),
    /// The page number. The first page has this number; the second field is the page size, if there
    /// is one.
    Page(i64, Option<Target>),
    /// The number of items before the page. The field is the page size.
    Offset(Target),
}

impl Paging {
    /// Returns the field that selects the page.
    pub fn field(&self) -> Option<&str> {
        match &self.way {
            Way::Set(target, _) => Some(&target.field),
            Way::Address(_) | Way::LinkAddress => None,
        }
    }

    /// Describes it in words.
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
