// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Converts saved values of a collection into typed arguments, which the `replay` example sends.

use super::super::{Date, DateTime, Json, Number, Raw, Secret, Text, Time, Uuid};

/// One saved value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedValue {
    /// Text that safe and lenient escaping write the same way.
    Text(String),
    /// Text whose meaning depends on lenient escaping.
    Raw(String),
    /// A key without a value.
    Bare,
}

impl SavedValue {
    /// Returns the text, or an empty string for a bare key.
    pub fn as_str(&self) -> &str {
        match self {
            SavedValue::Text(text) | SavedValue::Raw(text) => text,
            SavedValue::Bare => "",
        }
    }
}

/// Types that can be made from saved values.
pub trait Restore: Sized {
    /// Converts saved values.
    ///
    /// Errors: a sentence that says why they cannot be converted.
    fn restore(values: &[SavedValue]) -> Result<Self, String>;
}

/// Returns the only saved value of a parameter that takes exactly one.
pub fn single(values: &[SavedValue]) -> Result<&SavedValue, String> {
    match values {
        [value] => Ok(value),
        _ => Err(format!("one value is needed, {} are saved", values.len())),
    }
}

/// Returns the only saved value, if it is plain text.
pub fn single_text(values: &[SavedValue]) -> Result<&str, String> {
    match single(values)? {
        SavedValue::Text(text) => Ok(text),
        other => Err(format!("the saved value {:?} cannot be sent as a typed one", other.as_str())),
    }
}

impl Restore for Text {
    fn restore(values: &[SavedValue]) -> Result<Self, String> {
        Ok(match single(values)? {
            SavedValue::Text(text) => Text::from(text),
            SavedValue::Raw(text) => Raw::new(text).into(),
            SavedValue::Bare => Text::bare(),
        })
    }
}

impl Restore for Secret {
    fn restore(values: &[SavedValue]) -> Result<Self, String> {
        Text::restore(values).map(Secret::from)
    }
}

impl Restore for Raw {
    fn restore(values: &[SavedValue]) -> Result<Self, String> {
        single(values).map(|value| Raw::new(value.as_str()))
    }
}

macro_rules! restore_text {
    ($($type:ty)*) => {$(
        impl Restore for $type {
            fn restore(values: &[SavedValue]) -> Result<Self, String> {
                single_text(values).map(<$type>::from)
            }
        }
    )*};
}

restore_text!(String DateTime Date Time Uuid);

macro_rules! restore_parsed {
    ($($type:ty)*) => {$(
        impl Restore for $type {
            fn restore(values: &[SavedValue]) -> Result<Self, String> {
                let text = single_text(values)?;
                text.parse().map_err(|error| format!("{text:?}: {error}"))
            }
        }
    )*};
}

restore_parsed!(bool i32 u32 i64 u64 f64 Number);

impl<T: Restore> Restore for Option<T> {
    fn restore(values: &[SavedValue]) -> Result<Self, String> {
        if values.is_empty() { Ok(None) } else { T::restore(values).map(Some) }
    }
}

impl<T: Restore> Restore for Vec<T> {
    fn restore(values: &[SavedValue]) -> Result<Self, String> {
        values.iter().map(|value| T::restore(std::slice::from_ref(value))).collect()
    }
}

impl<T: serde_core::Serialize + serde_core::de::DeserializeOwned> Restore for Json<T> {
    /// Returns the typed value if it is written exactly like the saved text, otherwise the text
    /// itself.
    fn restore(values: &[SavedValue]) -> Result<Self, String> {
        let value = single(values)?;
        if let SavedValue::Text(text) = value
            && let Ok(typed) = serde_json::from_str::<T>(text)
            && serde_json::to_string(&typed).is_ok_and(|written| written == *text)
        {
            return Ok(Json::new(typed));
        }
        Ok(Json::raw(value.as_str()))
    }
}
