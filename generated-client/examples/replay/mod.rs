// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Sends the collection's own requests, with their saved values, through the typed client.
//!
//! These files are the same in every client; what differs is data (`replay.json`) and how each request is made of it. The program
//! around them looks like this:
//!
//! ```ignore
//! #[path = "replay/mod.rs"]
//! mod runner;
//!
//! use zoom_client as client;                                  // the runner says `crate::client`
//!
//! fn main() -> std::process::ExitCode {
//!     let zoom = runner::calls! {
//!         client::Zoom;
//!         client::users::GetUser(text 0) { fields = at 1 }
//!         client::users::CreateUser() { body = json 0 }
//!     };
//!     runner::main(include_str!("replay.json"), env!("CARGO_MANIFEST_DIR"), &[&zoom])
//! }
//! ```
//!
//! There is one [`Calls`] for each collection and one entry for each request, both in the order of the data.
//!
//! # `replay.json`
//!
//! Every text may hold `{{variables}}`, unless it says otherwise. What is absent is null, false, 0 or empty.
//!
//! ```json
//! {"collections": [{
//!   "source": "users",
//!   "variables": [{"name": "token", "value": null, "secret": true}],
//!   "environment": "Production",
//!   "environments": [{"name": "Production", "variables": [{"name": "token", "secret": true}]}],
//!   "servers":   ["{{baseUrl}}"],
//!   "auths":     [{"slot": 0, "parameters": [["accessToken", "{{token}}"]]}],
//!   "requests":  [{
//!     "index": 0, "path": ["Users", "Get user"], "method": "GET", "url": "{{baseUrl}}/users/:id",
//!     "server": 0, "auth": 0, "raw_url": false, "fault": null,
//!     "slots": [{"in": "path", "name": "id", "values": ["me", null], "list": false,
//!                "files": [{"path": "a.png", "content": null, "file_name": null, "content_type": null}]}]
//!   }]
//! }]}
//! ```
//!
//! * `source`: the name of the file or the folder of the collection, without its ending.
//! * `variables`: each one that has a value, and each secret. A secret has no value here: it stands in the secrets file.
//! * `environment`: the one whose values `variables` has. `environments`: all that the client was generated with; of several, each
//!   with the variables that any of them defines.
//! * `servers`: in the order of `Api::SERVERS`. `auths`: `slot` is a position in `Api::AUTHS`, `parameters`
//!   are in Postman's words; sets that differ by their literals only share a slot.
//! * `index`: the number that is printed, unique in the file. `path`, `method`: no variables in them.
//! * `url`: for people; not filled in. `fault`: why the request cannot be sent. `raw_url`: nothing in its URL is escaped.
//! * `slots`: by position, what the function of the request asks for. `in` is the place of the value: `path`, `query`, `location` (a whole URL), `xml` (a
//!   hole in an XML or HTML body), `json_hole` (a hole in a JSON body that is a template), or anything else where text
//!   goes as it is (`header`, `urlencoded`, `form`, `text`, `json`, `plain`, `graphql`, `file`). A value `null` is a query key
//!   alone. For `json`, the one value is the whole JSON text. `name` is for people.
//! * `saves`: what the scripts of the collection save from the response, see [`flow`]. Absent: nothing.
//! * `files`: `content` is base64, or a variable that holds such. `list`: they were written as a list.

pub mod curl;
pub mod data;
pub mod dynamic;
pub mod files;
pub mod flow;
pub mod options;
pub mod plan;
pub mod record;
pub mod report;
pub mod run;
pub mod saved;
pub mod select;
pub mod send;
pub mod shell;
pub mod variables;

use std::io::Write;
use std::process::ExitCode;

pub use send::{AnyApi, Calls};

/// The [`Calls`] of a collection: for each request how its endpoint is made of the saved values, by their slots.
///
/// * `users::GetUser(text 0, at 1: i64) { fields = at 2 }`: `new` takes the values, of these types; the fields get the others
/// * `users::MoveUser(users::MoveUserRequired { id = at 0 }) { fields = at 1 }`: `new` takes a struct
/// * `skipped() {}`: there is no endpoint
///
/// `text` and `at` are parameters, `json` is a JSON body, `file` any number of files.
macro_rules! calls {
    ($api:ty; $($($path:ident)::+ ($($arguments:tt)*) {$($set:tt)*})*) => {
        crate::runner::Calls::<$api>(&[$(crate::runner::calls!(@call $api, $($path)::+, ($($arguments)*), {$($set)*})),*])
    };
    (@call $api:ty, skipped, (), {}) => { crate::client::runtime::replay::skipped::<$api> };
    (@call $api:ty, $path:path, ($($how:ident $slot:literal $(: $type:ty)?),*), $set:tt) => {
        |saved| {
            let endpoint = <$path>::new($(saved.$how$(::<$type>)?($slot)?),*);
            crate::runner::calls!(@set saved, endpoint, $set)
        }
    };
    (@call $api:ty, $path:path, ($($required:ident)::+ { $($field:ident = $how:ident $slot:literal),* }), $set:tt) => {
        |saved| {
            let endpoint = <$path>::new($($required)::+ { $($field: saved.$how($slot)?),* });
            crate::runner::calls!(@set saved, endpoint, $set)
        }
    };
    (@set $saved:ident, $endpoint:ident, {}) => {{
        let _ = $saved;
        crate::client::runtime::replay::made($endpoint)
    }};
    (@set $saved:ident, $endpoint:ident, { $($field:ident = $how:ident $slot:literal),+ }) => {{
        let mut endpoint = $endpoint;
        $(endpoint.$field = $saved.$how($slot)?;)+
        crate::client::runtime::replay::made(endpoint)
    }};
}
pub(crate) use calls;

/// The exit code for a command line that cannot be understood.
const USAGE: u8 = 2;

/// The program: reads the command line, does what it says, prints to the standard output.
///
/// `json` is `replay.json`; `folder` is that of the crate, where the secrets file lies; `apis` has the calls of each collection.
pub fn main(json: &str, folder: &str, apis: &[&dyn AnyApi]) -> ExitCode {
    let arguments = std::env::args().skip(1);
    let mut output = std::io::stdout();
    match run::run(json, folder, apis, arguments, &mut |line| {
        writeln!(output, "{line}").and_then(|()| output.flush())
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(run::Failure::Usage(message)) => {
            eprintln!("replay: {message}\n\n{}", options::USAGE);
            ExitCode::from(USAGE)
        }
        Err(failure) => {
            eprintln!("replay: {failure}");
            ExitCode::FAILURE
        }
    }
}
