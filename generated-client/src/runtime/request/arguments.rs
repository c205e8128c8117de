// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Constructors and setters of structs that callers make.

/// Implements `new` and the setters of a struct. Between a field and its type stands how its value is given: `as` that type,
/// `into` it, `each` of a list into it, into `json` of it, or `boxed` by the setter.
///
/// * `arguments!(User { age as i64, name into String, tags each String });` nothing is required
/// * `arguments!(GetUser(id into Text) { fields each Text, accept into Text = "text/*" });` `new` takes what stands in `()`, and
///   starts with what stands behind `=`
/// * `arguments!(MoveUser from MoveUserRequired(id, from, to) { … });` `new` takes a struct of the required values
macro_rules! arguments {
    () => {};
    ($name:ident $(<$($of:ident),+>)? $({ $($field:ident $how:tt $type:ty),* $(,)? })?) => {
        impl $(<$($of: crate::runtime::Slot),+>)? $name $(<$($of),+>)? {
            /// With nothing set.
            pub fn new() -> Self {
                Self::default()
            }
            $($(crate::runtime::arguments!(@setter $field $how $type);)*)?
        }
    };
    ($name:ident $(<$($of:ident),+>)? ($($needed:ident $needed_how:tt $needed_type:ty),*) $({ $($field:ident $how:tt $type:ty $(= $start:literal)?),* $(,)? })?) => {
        impl $(<$($of: crate::runtime::Slot),+>)? $name $(<$($of),+>)? {
            /// With what is always needed.
            pub fn new($($needed: crate::runtime::arguments!(@type $needed_how $needed_type)),*) -> Self {
                Self {
                    $($needed: crate::runtime::arguments!(@value $needed_how $needed),)*
                    $($($field: crate::runtime::arguments!(@start $($start)?),)*)?
                }
            }
            $($(crate::runtime::arguments!(@setter $field $how $type);)*)?
        }
    };
    ($name:ident from $required:ident($($needed:ident),*) $({ $($field:ident $how:tt $type:ty $(= $start:literal)?),* $(,)? })?) => {
        impl $name {
            /// With what is always needed.
            pub fn new(required: $required) -> Self {
                Self {
                    $($needed: required.$needed,)*
                    $($($field: crate::runtime::arguments!(@start $($start)?),)*)?
                }
            }
            $($(crate::runtime::arguments!(@setter $field $how $type);)*)?
        }
    };
    (@setter $field:ident $how:tt $type:ty) => {
        /// Sets the field of this name.
        #[must_use]
        pub fn $field(mut self, value: crate::runtime::arguments!(@type $how $type)) -> Self {
            let value: crate::runtime::arguments!(@held $how $type) = crate::runtime::arguments!(@value $how value);
            // Converts into the value itself or into `Some`.
            self.$field = value.into();
            self
        }
    };
    (@type as $type:ty) => { $type };
    (@type into $type:ty) => { impl Into<$type> };
    (@type each $type:ty) => { impl IntoIterator<Item = impl Into<$type>> };
    (@type json $type:ty) => { impl Into<crate::runtime::Json<$type>> };
    (@type boxed $type:ty) => { $type };
    (@held each $type:ty) => { Vec<$type> };
    (@held json $type:ty) => { crate::runtime::Json<$type> };
    (@held boxed $type:ty) => { Box<$type> };
    (@held $how:tt $type:ty) => { $type };
    (@value as $value:ident) => { $value };
    (@value into $value:ident) => { $value.into() };
    (@value json $value:ident) => { $value.into() };
    (@value each $value:ident) => { $value.into_iter().map(Into::into).collect() };
    (@value boxed $value:ident) => { Box::new($value) };
    (@start) => { Default::default() };
    (@start $text:literal) => { $text.into() };
}
pub(crate) use arguments;
