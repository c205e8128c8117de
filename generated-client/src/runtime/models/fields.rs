// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Objects with known members.

/// Implements [`Slot`](super::Slot), `Serialize` and `Deserialize` for a struct:
/// `fields!(User { id, first_name, r#type = "type" });` Where the key in JSON is not the field's name, it stands behind `=`.
///
/// The struct is `Default`. With `fields!(User: Debug { … })` it becomes `Debug` too, at less cost for the compiler than by
/// `derive`, and without the members that are left out.
///
/// A generic struct names its type parameters: `fields!(Page<T> { data, next });`
///
/// Only what depends on the struct is here.
macro_rules! fields {
    () => {};
    ($name:ident: Debug { $($fields:tt)* }) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&crate::runtime::Slot::node(self), f)
            }
        }
        crate::runtime::fields!($name { $($fields)* });
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    ($name:ident $(<$($of:ident),+>)? { $($field:ident $(= $key:literal)?),* $(,)? }) => {
        impl $(<$($of: crate::runtime::Slot),+>)? $name $(<$($of),+>)? {
            const KEYS: &'static [&'static str] = &[$(crate::runtime::fields!(@key $field $($key)?)),*];
        }
        impl $(<$($of: crate::runtime::Slot),+>)? crate::runtime::Slot for $name $(<$($of),+>)? {
            fn blank() -> Self {
                Self::default()
            }
            fn read(&mut self, json: &mut crate::runtime::Cursor<'_>) -> Result<(), crate::runtime::Misfit> {
                json.object(stringify!($name), Self::KEYS, &mut [$(&mut self.$field),*])
            }
            fn node(&self) -> crate::runtime::Node<'_> {
                crate::runtime::Node::Object(stringify!($name), self)
            }
            fn members(&self, show: &mut dyn FnMut(&str, crate::runtime::Node<'_>)) {
                crate::runtime::show_members(Self::KEYS, &[$(&self.$field),*], show);
            }
        }
        impl $(<$($of: crate::runtime::Slot),+>)? crate::runtime::Serialize for $name $(<$($of),+>)? {
            fn serialize<S: crate::runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::runtime::write_model(self, serializer)
            }
        }
        impl<'de $(, $($of: crate::runtime::Slot),+)?> crate::runtime::Deserialize<'de> for $name $(<$($of),+>)? {
            fn deserialize<D: crate::runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::read_model(deserializer)
            }
        }
    };
}
pub(crate) use fields;

/// Implements all of `fields!` and, by `arguments!`, `new` and the setters of a struct that is sent:
/// `body!(Order { tags each String, kind = "type" into Kind });`
macro_rules! body {
    () => {};
    ($name:ident $(<$($of:ident),+>)? { $($field:ident $(= $key:literal)? $how:ident $type:ty),* $(,)? }) => {
        crate::runtime::fields!($name $(<$($of),+>)? { $($field $(= $key)?),* });
        crate::runtime::arguments!($name $(<$($of),+>)? { $($field $how $type),* });
    };
}
pub(crate) use body;

/// Shows each member that is not left out.
pub fn show_members(
    keys: &[&str],
    slots: &[&dyn super::Slot],
    show: &mut dyn FnMut(&str, super::Node<'_>),
) {
    for (key, slot) in keys.iter().zip(slots) {
        if let Some(node) = slot.member() {
            show(key, node);
        }
    }
}
