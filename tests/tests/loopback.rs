//! The loopback server itself: what the other tests rely on.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use tests::{Reply, Server, refusing_address};

fn connect(url: &str) -> std::io::Result<TcpStream> {
    TcpStream::connect(url.trim_start_matches("http://"))
}

/// Sends a text and reads until the server closes the connection.
fn exchange(server: &Server, request: &str) -> (String, std::io::Result<usize>) {
    let mut stream = connect(&server.url()).expect("the server listens");
    stream.write_all(request.as_bytes()).expect("the server reads");
    let mut answer = Vec::new();
    let end = stream.read_to_end(&mut answer);
    (String::from_utf8(answer).expect("text"), end)
}

const GET: &str = "GET /a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

#[test]
fn answers_in_turn_and_records() {
    let server = Server::replying([
        Reply::json(201, r#"{"id":1}"#).header("Location", "/1"),
        Reply::status(204),
    ]);
    let first = exchange(&server, GET).0;
    let wanted = "HTTP/1.1 201 Reply\r\nContent-Type: application/json\r\nLocation: /1\r\nContent-Length: 8\r\n\r\n{\"id\":1}";
    assert_eq!(first, wanted);
    assert_eq!(exchange(&server, GET).0, "HTTP/1.1 204 Reply\r\n\r\n");
    assert!(exchange(&server, GET).0.ends_with("{}"));
    assert_eq!(
        server.received().iter().map(|r| r.target.as_str()).collect::<Vec<_>>(),
        ["/a?b=c"; 3]
    );
}

#[test]
fn keeps_a_connection_for_the_next_request() {
    let server = Server::answering(|received| Reply::text(200, received.body.clone()));
    let both =
        "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhiHEAD / HTTP/1.1\r\n\r\n".to_owned() + GET;
    let answers = exchange(&server, &both).0;
    assert_eq!(answers.matches("HTTP/1.1 200 Reply").count(), 3);
    assert_eq!(answers.matches("\r\n\r\nhi").count(), 1);
}

#[test]
fn one_is_the_only_request() {
    let server = Server::replying([]);
    exchange(&server, GET).1.expect("a whole answer");
    assert_eq!(server.one().method, "GET");
}

#[test]
fn cuts_a_body_short() {
    let server = Server::replying([Reply::text(200, "0123456789").cut_after(4)]);
    let (answer, end) = exchange(&server, GET);
    assert!(answer.contains("Content-Length: 10") && answer.ends_with("0123"));
    assert!(end.is_ok());
}

#[test]
fn resets_a_connection() {
    let server = Server::replying([Reply::text(200, "0123456789").reset_after(4)]);
    assert_eq!(exchange(&server, GET).1.expect_err("a reset").kind(), ErrorKind::ConnectionReset);
}

#[test]
fn hangs_up() {
    let server = Server::replying([Reply::hang_up()]);
    assert_eq!(exchange(&server, GET).0, "");
}

#[test]
fn takes_its_time() {
    let pause = Duration::from_millis(20);
    let server = Server::replying([
        Reply::text(200, "abc").slow_body(pause),
        Reply::text(200, "").slow_head(pause),
    ]);
    for least in [pause * 3, pause] {
        let begin = Instant::now();
        exchange(&server, GET).1.expect("a whole answer");
        assert!(begin.elapsed() >= least);
    }
}

#[test]
fn refuses() {
    assert_eq!(
        connect(&refusing_address()).expect_err("refused").kind(),
        ErrorKind::ConnectionRefused
    );
}
