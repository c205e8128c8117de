//! A received request.

use std::io::{self, BufRead, Read};

/// A request that the server received. Nothing is decoded, sorted or joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// The method.
    pub method: String,
    /// The request target: a path with its query, or a whole URL if the server is used as a proxy.
    pub target: String,
    /// The headers in order, with names as written. Bytes beyond ASCII are read as Latin-1.
    pub headers: Vec<(String, String)>,
    /// The body, without its transfer encoding.
    pub body: Vec<u8>,
}

impl Received {
    /// Returns the first header with this name, ignoring case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.named(name).next()
    }

    /// Returns the values of all headers with this name, in order.
    pub fn header_values(&self, name: &str) -> Vec<&str> {
        self.named(name).collect()
    }

    fn named<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let same_name = move |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same_name).map(|(_, value)| value.as_str())
    }

    /// Returns the body as text.
    ///
    /// # Panics
    ///
    /// If it is not UTF-8.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is not UTF-8")
    }

    /// Reads the next request of a connection, or `None` at its end.
    pub(crate) fn read(input: &mut impl BufRead) -> io::Result<Option<Received>> {
        let Some(start) = line(input)? else {
            return Ok(None);
        };
        let mut words = start.split(' ');
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Err(malformed(&start));
        };
        let mut received =
            Received { method: method.into(), target: target.into(), ..Received::default() };
        while let Some(header) = line(input)?.filter(|header| !header.is_empty()) {
            let (name, value) = header.split_once(':').ok_or_else(|| malformed(&header))?;
            received.headers.push((name.into(), value.trim().into()));
        }
        received.body = received.read_body(input)?;
        Ok(Some(received))
    }

    fn read_body(&self, input: &mut impl BufRead) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        if self
            .header("transfer-encoding")
            .is_some_and(|value| value.eq_ignore_ascii_case("chunked"))
        {
            read_chunks(input, &mut body)?;
        } else if let Some(length) = self.header("content-length") {
            let length: usize = length.parse().map_err(|_| malformed(length))?;
            body.resize(length, 0);
            input.read_exact(&mut body)?;
        }
        Ok(body)
    }
}

fn read_chunks(input: &mut impl BufRead, body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let head = line(input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let digits = head.split(';').next().unwrap_or_default().trim();
        let size = u64::from_str_radix(digits, 16).map_err(|_| malformed(&head))?;
        if size == 0 {
            while line(input)?.is_some_and(|trailer| !trailer.is_empty()) {}
            return Ok(());
        }
        if (&mut *input).take(size).read_to_end(body)? as u64 != size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        line(input)?;
    }
}

/// Reads a line without its end, or `None` at the end of the connection.
fn line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if input.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    while bytes.last().is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
        bytes.pop();
    }
    Ok(Some(bytes.into_iter().map(char::from).collect()))
}

fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("not HTTP: {what:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mut text: &[u8]) -> Received {
        Received::read(&mut text).expect("readable").expect("a request")
    }

    #[test]
    fn a_body_of_a_known_length() {
        let received =
            read(b"PUT /a?b HTTP/1.1\r\nX-A: 1\r\nx-a:  2 \r\nContent-Length: 3\r\n\r\nabcd");
        assert_eq!(
            (received.method.as_str(), received.target.as_str(), received.text()),
            ("PUT", "/a?b", "abc")
        );
        assert_eq!(received.header_values("X-A"), ["1", "2"]);
    }

    #[test]
    fn a_body_in_chunks() {
        let received = read(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
        assert_eq!(received.text(), "abcde");
    }

    #[test]
    fn the_end_of_a_connection() {
        assert_eq!(Received::read(&mut &b""[..]).expect("readable"), None);
    }
}
