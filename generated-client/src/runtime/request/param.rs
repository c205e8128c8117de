// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Parameter values: how each type is written into a request.

use super::super::{BuildError, Json, Number, Raw, Secret, Text, TextKind};
use std::borrow::Cow;
use std::fmt::Write;

/// A part of the request that takes values.
pub trait Sink {
    /// Writes data, escaped for its context.
    fn text(&mut self, value: &str) -> Result<(), BuildError>;
    /// Writes text like Postman writes it.
    fn raw(&mut self, value: &str) -> Result<(), BuildError>;
    /// Writes the name without a value.
    fn bare(&mut self) -> Result<(), BuildError>;
    /// Marks the next value as secret.
    fn secret(&mut self) {}
}

/// The types of a parameter: no value, one, or several.
pub trait Param {
    /// Passes each value to the sink.
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

/// A buffer for the digits of an integer, so that nothing is allocated.
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
