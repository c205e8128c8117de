//! A response of the loopback server, or a fault that it simulates.

use std::io::{self, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

/// A prepared response.
#[derive(Debug, Clone)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    fault: Option<Fault>,
}

/// How a response fails.
#[derive(Debug, Clone, Copy)]
enum Fault {
    SlowHead(Duration),
    SlowBody(Duration),
    Cut(usize),
    Reset(usize),
    HangUp,
}

/// Whether the connection can be used for the next request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    KeepAlive,
    Close,
}

impl Reply {
    /// An empty response.
    pub fn status(status: u16) -> Reply {
        Reply { status, headers: Vec::new(), body: Vec::new(), fault: None }
    }

    /// A JSON response.
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Reply {
        Reply::status(status).header("Content-Type", "application/json").body(body)
    }

    /// A plain-text response.
    pub fn text(status: u16, body: impl Into<Vec<u8>>) -> Reply {
        Reply::status(status).header("Content-Type", "text/plain").body(body)
    }

    /// Closes the connection without a response.
    pub fn hang_up() -> Reply {
        Reply { fault: Some(Fault::HangUp), ..Reply::status(200) }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Reply {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Reply {
        self.body = body.into();
        self
    }

    /// Waits before the first byte.
    #[must_use]
    pub fn slow_head(mut self, pause: Duration) -> Reply {
        self.fault = Some(Fault::SlowHead(pause));
        self
    }

    /// Sends the body byte by byte, with a pause after each.
    #[must_use]
    pub fn slow_body(mut self, pause: Duration) -> Reply {
        self.fault = Some(Fault::SlowBody(pause));
        self
    }

    /// Closes the connection cleanly after this many bytes of the body.
    #[must_use]
    pub fn cut_after(mut self, bytes: usize) -> Reply {
        self.fault = Some(Fault::Cut(bytes));
        self
    }

    /// Resets the connection after this many bytes of the body.
    #[must_use]
    pub fn reset_after(mut self, bytes: usize) -> Reply {
        self.fault = Some(Fault::Reset(bytes));
        self
    }

    pub(crate) fn write(&self, method: &str, stream: &mut TcpStream) -> io::Result<After> {
        match self.fault {
            Some(Fault::HangUp) => return Ok(After::Close),
            Some(Fault::SlowHead(pause)) => sleep(pause),
            _ => {}
        }
        stream.write_all(self.head().as_bytes())?;
        if method == "HEAD" {
            return Ok(After::KeepAlive);
        }
        self.write_body(stream)
    }

    fn write_body(&self, stream: &mut TcpStream) -> io::Result<After> {
        match self.fault {
            Some(Fault::SlowBody(pause)) => {
                for byte in &self.body {
                    stream.write_all(&[*byte])?;
                    sleep(pause);
                }
            }
            Some(Fault::Cut(bytes)) => {
                stream.write_all(&self.body[..bytes.min(self.body.len())])?;
                return Ok(After::Close);
            }
            Some(Fault::Reset(bytes)) => {
                stream.write_all(&self.body[..bytes.min(self.body.len())])?;
                // Lets the data arrive before the reset discards it.
                sleep(Duration::from_millis(50));
                socket2::SockRef::from(&*stream).set_linger(Some(Duration::ZERO))?;
                return Ok(After::Close);
            }
            _ => stream.write_all(&self.body)?,
        }
        Ok(After::KeepAlive)
    }

    /// Builds the status line and headers. A length is added if a response with this status can
    /// have one.
    fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {} Reply\r\n", self.status);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        let bodiless = self.status == 204 || self.status == 304;
        if !bodiless
            && !self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            head += &format!("Content-Length: {}\r\n", self.body.len());
        }
        head + "\r\n"
    }
}
