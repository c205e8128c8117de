//! The client that is generated from the features collection: what the Zoom collection does not show.

mod answers;
mod credentials;
mod hostile;
mod requests;

use features_client::Client;
use features_client::runtime::Retries;
use tests::Server;

/// A client all of whose hosts are the server, without credentials.
fn client(server: &Server) -> Client {
    let url = server.url();
    let builder = Client::builder().base_url(url.as_str()).status_url(url.as_str());
    builder
        .events_url(url.as_str())
        .lighthouse_url(url)
        .retries(Retries::none())
        .build()
        .expect("a client")
}
