//! A server for benchmarks: it sends the same response to everybody and records nothing.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

/// Starts a server that sends this response to every request. It ends with the program. Returns its
/// base URL.
///
/// # Panics
///
/// If the machine has no loopback interface or no free port.
pub fn canned(json: &'static str) -> String {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on the loopback interface");
    let address = listener.local_addr().expect("a bound listener has an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream, json));
        }
    });
    format!("http://{address}")
}

fn serve(mut stream: TcpStream, json: &str) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{json}",
        json.len()
    );
    let mut input = BufReader::with_capacity(1 << 16, stream.try_clone()?);
    while let Some(mut left) = body_length(&mut input)? {
        while left > 0 {
            let piece = input.fill_buf()?.len().min(left);
            if piece == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            input.consume(piece);
            left -= piece;
        }
        stream.write_all(answer.as_bytes())?;
    }
    Ok(())
}

/// Reads the head of a request and returns the length of its body, or `None` at the end of the
/// connection.
fn body_length(input: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim_end().is_empty() {
            return Ok(Some(length));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?;
        }
    }
}
