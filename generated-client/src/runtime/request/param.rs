// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Values of parameters: how each type is written into a place of the request.

use super::super::{BuildError, Json, Number, Raw, Secret, Text, TextKind};
use std::borrow::Cow;
use std::fmt::Write;

/// A place of the request that takes values.
pub trait Sink {
    /// Data: it is escaped for its place.
    fn text(&mut self, value: &str) -> Result<(), BuildError>;
    /// Text that is written as Postman writes it.
    fn raw(&mut self, value: &str) -> Result<(), BuildError>;
    /// The name without a value.
    fn bare(&mut self) -> Result<(), BuildError>;
    /// The value that comes next is secret.
    fn secret(&mut self) {}
}

/// What can stand in a parameter: nothing, one value, or several.
pub trait Param {
    /// Gives each value to the sink.
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError>;
}

impl Param for Text {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        match self.kind() {
            TextKind::Escaped => sink.text(self.as_str()),
            TextKind::Raw => sink.raw(self.as_str()),
            TextKind::Bare => sink.bare(),
        }
    }
}

impl Param for Raw {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.raw(self.as_str())
    }
}

impl Param for Secret {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.secret();
        self.as_text().write(sink)
    }
}

impl Param for str {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.text(self)
    }
}

impl Param for String {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.text(self)
    }
}

impl Param for Cow<'_, str> {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.text(self)
    }
}

impl Param for bool {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.text(if *self { "true" } else { "false" })
    }
}

impl Param for f64 {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.text(&self.to_string())
    }
}

impl Param for Number {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        sink.text(self.as_str())
    }
}

/// Room for the digits of an integer, so that none is put on the heap.
struct Digits {
    bytes: [u8; 20],
    used: usize,
}

impl Write for Digits {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.used + text.len();
        let room = self.bytes.get_mut(self.used..end).ok_or(std::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.used = end;
        Ok(())
    }
}

fn integer(value: impl std::fmt::Display, sink: &mut dyn Sink) -> Result<(), BuildError> {
    let mut digits = Digits { bytes: [0; 20], used: 0 };
    match write!(digits, "{value}") {
        Ok(()) => sink.text(&String::from_utf8_lossy(&digits.bytes[..digits.used])),
        Err(_) => sink.text(&value.to_string()),
    }
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl Param for $type {
            fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
                integer(*self, sink)
            }
        }
    )*};
}

integers!(i32 u32 i64 u64 usize);

impl<T: Param> Param for Option<T> {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        self.as_ref().map_or(Ok(()), |value| value.write(sink))
    }
}

impl<T: Param> Param for Vec<T> {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        self.iter().try_for_each(|value| value.write(sink))
    }
}

impl<T: Param> Param for [T] {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        self.iter().try_for_each(|value| value.write(sink))
    }
}

impl<T: Param + ?Sized> Param for &T {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        (**self).write(sink)
    }
}

impl<T: Param + ?Sized> Param for Box<T> {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        (**self).write(sink)
    }
}

impl<T: serde_core::Serialize> Param for Json<T> {
    fn write(&self, sink: &mut dyn Sink) -> Result<(), BuildError> {
        match self.value() {
            Some(value) => sink.text(&serde_json::to_string(value)?),
            None => sink.raw(self.raw_text()),
        }
    }
}
