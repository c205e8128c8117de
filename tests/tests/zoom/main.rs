//! The client that is generated from the Zoom collection, against a server on the loopback interface.

mod answers;
mod requests;

use generated_client::Client;
use generated_client::runtime::Retries;
use tests::{Received, Server};

/// A client of the server, with a token.
fn client(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .bearer_token("a-secret-token")
        .retries(Retries::none())
        .build()
        .expect("a client")
}

/// The parts of a multipart body, each with its headers as they were sent.
fn parts(received: &Received) -> Vec<String> {
    let content_type = received.header("content-type").expect("a body has a type");
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("a form");
    let text =
        received.text().strip_suffix(&format!("--{boundary}--\r\n")).expect("the form is closed");
    let delimiter = format!("--{boundary}\r\n");
    let parts = text.split(&delimiter).skip(1);
    parts.map(|part| part.strip_suffix("\r\n").expect("a part ends its line").to_owned()).collect()
}

/// A part that holds a text, as Postman writes it.
fn part(name: &str, value: &str) -> String {
    format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}")
}
