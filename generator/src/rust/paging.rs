//! How to go through the pages of an endpoint: plain data.

use super::Type;

/// An endpoint whose answers are pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Paging {
    /// The way from the answer to its list.
    pub list: Vec<Access>,
    /// What the list holds.
    pub item: Type,
    /// The field that says which page is wanted.
    pub field: Target,
    /// What its next value is.
    pub next: Next,
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
    /// How, in words.
    pub fn how(&self) -> String {
        let field = self.field.field.trim_start_matches("r#");
        match &self.next {
            Next::Token(way) => {
                let way: Vec<&str> = way.iter().map(|access| access.field.trim_start_matches("r#")).collect();
                format!("`{field}` of the next request is `{}` of the answer", way.join("."))
            }
            Next::Link(_) => format!("`{field}` of the next request stands in the header `Link`"),
            Next::Page(..) => format!("`{field}` is the number of the page"),
            Next::Offset(_) => format!("`{field}` is the number of items before the page"),
        }
    }
}
