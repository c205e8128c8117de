// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Why a document does not fit its type.

use std::fmt;

/// Why a document does not fit its type, and where.
#[derive(Debug)]
pub struct Misfit(Box<Inner>);

#[derive(Debug)]
struct Inner {
    reason: String,
    /// The steps to the place, innermost first: each level adds its own on the way out.
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Key(String),
    Index(usize),
}

impl Misfit {
    /// A misfit here.
    pub fn new(reason: String) -> Self {
        Misfit(Box::new(Inner { reason, steps: Vec::new() }))
    }

    /// The same one, in the member `key`.
    pub fn in_member(mut self, key: &str) -> Self {
        self.0.steps.push(Step::Key(key.to_owned()));
        self
    }

    /// The same one, in the item at `index`.
    pub fn in_item(mut self, index: usize) -> Self {
        self.0.steps.push(Step::Index(index));
        self
    }

    /// What is wrong.
    pub fn reason(&self) -> &str {
        &self.0.reason
    }

    /// Where, such as `users[3].email`; empty for the whole document.
    pub fn place(&self) -> String {
        let mut place = String::new();
        for step in self.0.steps.iter().rev() {
            match step {
                Step::Key(key) if place.is_empty() => place.push_str(key),
                Step::Key(key) => place.extend([".", key.as_str()]),
                Step::Index(index) => place.push_str(&format!("[{index}]")),
            }
        }
        place
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place().as_str() {
            "" => f.write_str(self.reason()),
            place => write!(f, "at `{place}`: {}", self.reason()),
        }
    }
}

impl std::error::Error for Misfit {}
