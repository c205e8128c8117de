//! What a person says of a place, over what its samples say.

use super::Shape;

/// What a person says of the values at one place. Nothing of it is evidence: a join keeps it, and where both sides say
/// something the first one counts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// What they are, in the place of what the samples say.
    pub shape: Option<Shape>,
    /// The name of the field that holds them.
    pub field: Option<String>,
    /// Which type of the crate they are.
    pub label: Option<Label>,
    /// They may be shown, whatever their name says.
    pub shown: bool,
    /// Who sends the object around has to give them.
    pub required: bool,
}

/// Which type of the crate the values at a place are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Label {
    /// The one of this name: places that give one name are one type.
    Named(String),
    /// One of its own, shared with no other place; the text tells it from others of its kind.
    Apart(String),
}

impl Told {
    /// Takes in what the other one says where this one says nothing.
    pub fn join(&mut self, other: &Told) {
        self.shape = self.shape.take().or_else(|| other.shape.clone());
        self.field = self.field.take().or_else(|| other.field.clone());
        self.label = self.label.take().or_else(|| other.label.clone());
        self.shown |= other.shown;
        self.required |= other.required;
    }
}

impl Shape {
    /// What the values are: what a person says, else what the samples say.
    pub fn meant(&self) -> &Shape {
        self.told.as_ref().and_then(|told| told.shape.as_ref()).unwrap_or(self)
    }

    /// Which type a person wants them to be.
    pub fn label(&self) -> Option<&Label> {
        self.told.as_ref()?.label.as_ref()
    }

    /// What a person calls the field that holds them.
    pub fn field(&self) -> Option<&str> {
        self.told.as_ref()?.field.as_deref()
    }

    /// Whether a person says that the values may be shown.
    pub fn is_shown(&self) -> bool {
        self.told.as_ref().is_some_and(|told| told.shown)
    }

    /// Whether a person says that they have to be given.
    pub fn is_required(&self) -> bool {
        self.told.as_ref().is_some_and(|told| told.required)
    }

    /// A place to say something of the values.
    pub fn tell(&mut self) -> &mut Told {
        self.told.get_or_insert_default()
    }
}
