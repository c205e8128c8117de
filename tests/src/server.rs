//! A small HTTP/1.1 server on the loopback interface.

use std::io::{self, BufReader};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::reply::After;
use crate::{Received, Reply};

type Answer = dyn Fn(&Received) -> Reply + Send + Sync;

/// A server that records every request and sends prepared responses. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
}

struct State {
    answer: Box<Answer>,
    received: Mutex<Vec<Received>>,
    connections: Mutex<Vec<TcpStream>>,
    stopped: Mutex<bool>,
}

impl Server {
    /// Starts a server that sends these responses in order, and then empty JSON objects.
    pub fn replying(replies: impl IntoIterator<Item = Reply>) -> Server {
        let queue = Mutex::new(replies.into_iter().collect::<std::collections::VecDeque<_>>());
        Server::answering(move |_| {
            lock(&queue).pop_front().unwrap_or_else(|| Reply::json(200, "{}"))
        })
    }

    /// Starts a server that makes its response from the request.
    ///
    /// # Panics
    ///
    /// If the machine has no loopback interface or no free port.
    pub fn answering(answer: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .expect("a free port on the loopback interface");
        let address = listener.local_addr().expect("a bound listener has an address");
        let state = Arc::new(State {
            answer: Box::new(answer),
            received: Mutex::default(),
            connections: Mutex::default(),
            stopped: Mutex::default(),
        });
        let shared = Arc::clone(&state);
        thread::spawn(move || accept(&listener, &shared));
        Server { address, state }
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns all requests so far, in the order in which they were completed.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.state.received).clone()
    }

    /// Returns the only request.
    ///
    /// # Panics
    ///
    /// If there was no request, or more than one.
    pub fn one(&self) -> Received {
        let mut all = self.received();
        assert_eq!(all.len(), 1, "requests: {all:#?}");
        all.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        *lock(&self.state.stopped) = true;
        for connection in lock(&self.state.connections).drain(..) {
            // It may already be closed, which is fine.
            let _ = connection.shutdown(Shutdown::Both);
        }
        // Wakes the listener so that it notices the end.
        let _ = TcpStream::connect(self.address);
    }
}

/// Returns the address of a local port that nobody listens on, so that connections are refused.
///
/// # Panics
///
/// If the machine has no loopback interface or no free port.
pub fn refusing_address() -> String {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on the loopback interface");
    format!("http://{}", listener.local_addr().expect("a bound listener has an address"))
}

fn accept(listener: &TcpListener, state: &Arc<State>) {
    for connection in listener.incoming() {
        if *lock(&state.stopped) {
            return;
        }
        let (Ok(stream), state) = (connection, Arc::clone(state)) else {
            continue;
        };
        thread::spawn(move || {
            // A client that disconnects early is part of what is tested.
            let _ = serve(stream, &state);
        });
    }
}

fn serve(stream: TcpStream, state: &State) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let peer = stream.peer_addr()?;
    lock(&state.connections).push(stream.try_clone()?);
    let outcome = converse(stream, state);
    // The copy must be dropped too, or the connection would stay open.
    lock(&state.connections).retain(|copy| copy.peer_addr().is_ok_and(|address| address != peer));
    outcome
}

fn converse(mut stream: TcpStream, state: &State) -> io::Result<()> {
    let mut input = BufReader::new(stream.try_clone()?);
    while let Some(received) = Received::read(&mut input)? {
        let last =
            received.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        let method = received.method.clone();
        let reply = (state.answer)(&received);
        lock(&state.received).push(received);
        if reply.write(&method, &mut stream)? == After::Close || last {
            break;
        }
    }
    Ok(())
}

/// A test that panicked while holding the lock has already reported its failure.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
