//! A loopback server that records requests.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A received request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub method: String,
    pub target: String,
    /// Sorted, with lower-case names and values read as Latin-1.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Recorded {
    /// Returns the value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A response: status, content type, body.
pub type Answer = (u16, &'static str, &'static str);

/// The server. Its threads end with the process.
pub struct Server {
    address: String,
    recorded: Arc<Mutex<Vec<Recorded>>>,
}

impl Server {
    /// Starts a server whose responses `answer` makes.
    pub fn start(answer: fn(&Recorded) -> Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let recorded = Arc::new(Mutex::new(Vec::new()));
        let log = recorded.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = log.clone();
                std::thread::spawn(move || serve(stream, &log, answer));
            }
        });
        Self { address, recorded }
    }

    /// Returns its base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the requests received since the last call.
    pub fn take(&self) -> Vec<Recorded> {
        std::mem::take(&mut *self.recorded.lock().unwrap())
    }
}

fn serve(stream: TcpStream, log: &Mutex<Vec<Recorded>>, answer: fn(&Recorded) -> Answer) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut writer = stream;
    while let Some(request) = receive(&mut reader) {
        let (status, content_type, body) = answer(&request);
        let head = request.method == "HEAD";
        log.lock().unwrap().push(request);
        let location = if (300..400).contains(&status) { "Location: /elsewhere\r\n" } else { "" };
        let shown = if head { "" } else { body };
        let reply = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n{location}Content-Length: {}\r\n\r\n{shown}",
            body.len()
        );
        if writer.write_all(reply.as_bytes()).is_err() {
            return;
        }
    }
}

fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    reader.read_until(b'\n', &mut bytes).ok().filter(|count| *count > 0)?;
    Some(bytes.iter().map(|byte| char::from(*byte)).collect::<String>().trim_end().to_owned())
}

fn receive(reader: &mut impl BufRead) -> Option<Recorded> {
    let first = line(reader)?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let text = line(reader)?;
        if text.is_empty() {
            break;
        }
        let (name, value) = text.split_once(':')?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    headers.sort();
    let mut recorded = Recorded { method, target, headers, body: Vec::new() };
    let length = recorded.header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    recorded.body = vec![0; length];
    reader.read_exact(&mut recorded.body).ok()?;
    Some(recorded)
}
