//! What the generator emits for each request.

use crate::client::runtime::replay::{Call, Made, Saved, made};
use crate::client::{self, Demo};

/// All requests, in collection order.
pub const CALLS: &[Call<Demo>] =
    &[call_0, call_1, call_2, call_3, call_4, call_5, call_6, call_7, call_8, call_9, call_10, call_11, call_12, call_13];

fn call_0(saved: &Saved) -> Made<Demo> {
    let mut endpoint = client::GetUser::new(saved.at::<client::runtime::Text>(0)?);
    endpoint.fields = saved.at(1)?;
    endpoint.tag = saved.at(2)?;
    endpoint.limit = saved.at(3)?;
    endpoint.trace = saved.at(4)?;
    made(endpoint)
}

fn call_1(saved: &Saved) -> Made<Demo> {
    made(client::CreateUser { body: saved.json(0)? })
}

fn call_2(saved: &Saved) -> Made<Demo> {
    made(client::CreateUser { body: saved.json(0)? })
}

fn call_3(saved: &Saved) -> Made<Demo> {
    let mut endpoint = client::LogIn::new();
    endpoint.user = saved.at(0)?;
    endpoint.scope = saved.at(1)?;
    made(endpoint)
}

fn call_4(saved: &Saved) -> Made<Demo> {
    let mut endpoint = client::Upload::new();
    endpoint.title = saved.at(0)?;
    endpoint.missing = saved.file(1)?;
    endpoint.inline = saved.file(2)?;
    endpoint.many = saved.files(3)?;
    endpoint.after = saved.file(4)?;
    made(endpoint)
}

fn call_5(saved: &Saved) -> Made<Demo> {
    let mut endpoint = client::PutFile::new();
    endpoint.file = saved.file(0)?;
    made(endpoint)
}

fn call_6(saved: &Saved) -> Made<Demo> {
    made(client::CallSoap { inner: saved.at(0)?, outer: saved.at(1)? })
}

fn call_7(saved: &Saved) -> Made<Demo> {
    made(client::CallGraphql { query: saved.at(0)?, variables: saved.json(1)? })
}

fn call_8(saved: &Saved) -> Made<Demo> {
    let mut endpoint = client::DeleteThing::new();
    endpoint.id = saved.at(0)?;
    made(endpoint)
}

fn call_9(saved: &Saved) -> Made<Demo> {
    let mut endpoint = client::EmptyPost::new();
    endpoint.note = saved.at(0)?;
    made(endpoint)
}

fn call_10(_: &Saved) -> Made<Demo> {
    made(client::Check::new())
}

fn call_11(_: &Saved) -> Made<Demo> {
    made(client::Panic::new())
}

fn call_12(_: &Saved) -> Made<Demo> {
    made(client::Check::new())
}

fn call_13(_: &Saved) -> Made<Demo> {
    made(client::Ping::new())
}
