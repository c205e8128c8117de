// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! A server on this machine that answers with the saved responses of a collection, so that code which calls the API can be
//! tested without it. It speaks HTTP over a real connection, on a port of its own.
//!
//! It picks as Postman's mock servers do. The headers `x-mock-response-id`, `x-mock-response-name` and `x-mock-response-code`
//! of a request say which response is wanted. Of what is left, the one counts whose method and path fit (an argument of the
//! path may have any value), whose query is most like that of the request, and which is a success. A request that nothing
//! fits is answered with 404.

mod pick;
mod saved;

use super::{Api, ClientBuilder};
use http::header::{HeaderName, HeaderValue};
use http::{Request, Response, StatusCode};
use hyper::body::{Body, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use pick::Wanted;
use saved::{Saved, SavedResponse};
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use tokio::runtime::Runtime;

/// A server on the loopback interface that sends saved responses. It stops when it is dropped.
pub struct MockServer<A: Api> {
    address: SocketAddr,
    // Taken only by `drop`.
    runtime: Option<Runtime>,
    api: PhantomData<fn() -> A>,
}

impl<A: Api> MockServer<A> {
    /// Starts a server for these responses, in the format of a collection's `saved_responses.json`.
    ///
    /// Errors: the text has another format, or no port is free.
    pub fn start(saved_responses: &str) -> io::Result<Self> {
        let saved = Arc::new(Saved::read(saved_responses)?);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_io().build()?;
        runtime.spawn(accept(listener, saved));
        Ok(MockServer { address, runtime: Some(runtime), api: PhantomData })
    }

    /// Returns its address: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns a client builder with this server as the address of all servers.
    pub fn client_builder(&self) -> ClientBuilder<A> {
        (0..A::SERVERS.len())
            .fold(ClientBuilder::new(), |builder, server| builder.server(server, self.url()))
    }
}

impl<A: Api> Drop for MockServer<A> {
    fn drop(&mut self) {
        // Waiting for its end would be an error inside async code.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl<A: Api> fmt::Debug for MockServer<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockServer")
            .field("api", &A::NAME)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

async fn accept(listener: TcpListener, saved: Arc<Saved>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    loop {
        // A caller that disconnects does not affect others.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let saved = saved.clone();
        tokio::spawn(async move {
            let answer = service_fn(|request| answer(&saved, request));
            // The caller may disconnect at any time.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), answer)
                .await;
        });
    }
}

async fn answer(saved: &Saved, request: Request<Incoming>) -> Result<Response<String>, Infallible> {
    let (head, mut body) = request.into_parts();
    // The request is read to its end. Otherwise the connection would be closed while the caller
    // still sends.
    while let Some(Ok(_)) =
        std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
    {}
    let wanted = Wanted::of(&head);
    Ok(saved.pick(&wanted).map_or_else(|| not_found(&wanted), response))
}

fn response(saved: &SavedResponse) -> Response<String> {
    let mut response = Response::new(saved.body.clone());
    *response.status_mut() = StatusCode::from_u16(saved.status).unwrap_or(StatusCode::OK);
    for (name, value) in &saved.headers {
        // Text that a header cannot contain was never one.
        if let (Ok(name), Ok(value)) =
            (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value))
        {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// Returns the response of Postman's mock servers in this case.
fn not_found(wanted: &Wanted<'_>) -> Response<String> {
    let message = format!("no saved response fits {} {}", wanted.method, wanted.path);
    let error =
        serde_json::json!({"error": {"name": "mockRequestNotFoundError", "message": message}});
    let mut response = Response::new(error.to_string());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
        .headers_mut()
        .insert(http::header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
