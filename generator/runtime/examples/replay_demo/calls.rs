//! What the generator emits for each request.

use crate::client::{self, Demo};
use crate::runner;

/// All requests, in collection order.
pub fn calls() -> runner::Calls<Demo> {
    runner::calls! {
        Demo;
        client::GetUser(text 0) { fields = at 1, tag = at 2, limit = at 3, trace = at 4 }
        client::CreateUser(json 0: std::collections::BTreeMap<String, serde_json::Value>) {}
        client::CreateUser(json 0: std::collections::BTreeMap<String, serde_json::Value>) {}
        client::LogIn() { user = at 0, scope = at 1 }
        client::Upload() { title = at 0, missing = file 1, inline = file 2, many = file 3, after = file 4 }
        client::PutFile() { file = file 0 }
        client::CallSoap(client::CallSoapRequired { inner = at 0, outer = at 1 }) {}
        client::CallGraphql(at 0: String) { variables = json 1 }
        client::DeleteThing() { id = at 0 }
        client::EmptyPost() { note = at 0 }
        client::Check() {}
        client::Panic() {}
        client::Check() {}
        client::Ping() {}
    }
}
