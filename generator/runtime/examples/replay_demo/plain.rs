//! The endpoints that are all alike.

use runtime::{BuildError, DecodeError, Endpoint, Operation, RawResponse, RequestBuilder, Text};

use super::{Demo, operation};

/// An endpoint with a path and at most one header.
macro_rules! plain {
    ($(#[$doc:meta])* $name:ident, $method:literal, $path:literal, $operation:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default)]
        pub struct $name {
            pub id: Option<Text>,
            pub note: Option<Text>,
        }

        impl $name {
            pub fn new() -> Self {
                Self::default()
            }
        }

        impl Endpoint for $name {
            type Api = Demo;
            type Output = ();
            const OPERATION: Operation = $operation;

            fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
                request.path($path)?;
                if self.id.is_some() {
                    request.argument("id", &self.id)?;
                }
                assert_ne!($path, "/panic", "this endpoint panics");
                request.header("X-Note", &self.note)
            }

            fn read(_: &RawResponse) -> Result<(), DecodeError> {
                Ok(())
            }
        }
    };
}

plain!(
    /// `DELETE /things/:id`
    DeleteThing, "DELETE", "/things/", operation("DeleteThing", "DELETE", "/things/:id")
);
plain!(
    /// `POST /empty`
    EmptyPost, "POST", "/empty", operation("EmptyPost", "POST", "/empty")
);
plain!(
    /// `HEAD /check`
    Check, "HEAD", "/check", operation("Check", "HEAD", "/check")
);
plain!(
    /// Panics.
    Panic, "GET", "/panic", operation("Panic", "GET", "/panic")
);
plain!(
    /// `GET /ping` of another server.
    Ping, "GET", "/ping", Operation { server: 1, ..operation("Ping", "GET", "/ping") }
);
