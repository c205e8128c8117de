//! Challenges and tokens over a real connection.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;

use runtime::auth::digest::Digest;
use runtime::auth::ntlm::Ntlm;
use runtime::auth::oauth2::OAuth2;
use runtime::{
    Api, AuthSpec, BuildError, Client, Credential, DecodeError, Endpoint, Operation, RawResponse,
    RequestBuilder, Scheme, ServerSpec,
};

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] =
        &[AuthSpec { name: "auth", scheme: Scheme::Digest, settings: &[] }];
}

struct Hello;

impl Endpoint for Hello {
    type Api = Demo;
    type Output = String;
    const OPERATION: Operation = Operation::new("GET", "Hello", "/hello").auth(0);

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/hello")
    }

    fn read(response: &RawResponse) -> Result<String, DecodeError> {
        response.text()
    }
}

/// Accepts one connection, sends these responses, and returns the requests.
fn server(answers: Vec<(u16, &'static str, &'static str)>) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream);
        let mut asked = Vec::new();
        for (status, header, body) in answers {
            asked.push(read_request(&mut reader));
            let length = body.len();
            let answer =
                format!("HTTP/1.1 {status} X\r\n{header}Content-Length: {length}\r\n\r\n{body}");
            reader.get_mut().write_all(answer.as_bytes()).unwrap();
        }
        asked
    });
    (address, thread)
}

fn read_request(reader: &mut impl BufRead) -> String {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert!(
            reader.read_line(&mut head).unwrap() > 0,
            "the connection was closed after {head:?}"
        );
    }
    let length = head
        .lines()
        .find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).unwrap();
    head + &String::from_utf8(body).unwrap()
}

fn client(address: &str, credential: impl Into<Credential>) -> Client<Demo> {
    Client::builder().base_url(address).credential(0, credential.into()).build().unwrap()
}

/// Returns the `Authorization` header of a request.
fn authorization(asked: &str) -> &str {
    let line = asked.lines().find(|line| line.to_lowercase().starts_with("authorization: "));
    line.map_or("", |line| &line["authorization: ".len()..])
}

#[tokio::test]
async fn digest_is_asked_once_and_remembered() {
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n";
    let (address, asked) =
        server(vec![(401, challenge, "no"), (200, "", "hi"), (200, "", "hi again")]);
    let client = client(&address, Digest::new("u", "p"));
    assert_eq!(Hello.send(&client).await.unwrap(), "hi");
    assert_eq!(Hello.send(&client).await.unwrap(), "hi again");
    let asked = asked.join().unwrap();
    assert_eq!(authorization(&asked[0]), "");
    assert!(
        authorization(&asked[1])
            .contains("uri=\"/hello\", algorithm=\"MD5\", qop=auth, nc=00000001")
    );
    assert!(authorization(&asked[2]).contains("nc=00000002"));
}

#[tokio::test]
async fn a_wrong_password_is_not_tried_twice() {
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n";
    let (address, asked) = server(vec![(401, challenge, "no"), (401, challenge, "still no")]);
    let error = Hello.send(&client(&address, Digest::new("u", "wrong"))).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), &error.body()[..]), (401, &b"still no"[..]));
    assert_eq!(asked.join().unwrap().len(), 2);
}

#[tokio::test]
async fn ntlm_takes_two_rounds_on_one_connection() {
    let second = "WWW-Authenticate: NTLM TlRMTVNTUAACAAAADAAMADgAAAAzgoriASNFZ4mrze8AAAAAAAAAACQAJABEAAAABgBwFwAAAA9TAGUAcgB2AGUA\
                  cgACAAwARABvAG0AYQBpAG4AAQAMAFMAZQByAHYAZQByAAAAAAA=\r\n";
    let (address, asked) =
        server(vec![(401, "WWW-Authenticate: NTLM\r\n", ""), (401, second, ""), (200, "", "hi")]);
    assert_eq!(Hello.send(&client(&address, Ntlm::new("u", "p"))).await.unwrap(), "hi");
    let asked = asked.join().unwrap();
    assert!(authorization(&asked[1]).starts_with("NTLM TlRMTVNTUAAB"));
    assert!(authorization(&asked[2]).starts_with("NTLM TlRMTVNTUAAD"));
}

#[tokio::test]
async fn a_token_is_fetched_before_the_first_request() {
    let token = "{\"access_token\":\"tok\",\"expires_in\":3600}";
    let (address, asked) = server(vec![(200, "", token), (200, "", "hi"), (200, "", "hi again")]);
    let provider = OAuth2::client_credentials("id", "secret").token_url(format!("{address}/token"));
    let client = client(&address, provider);
    assert_eq!(Hello.send(&client).await.unwrap(), "hi");
    assert_eq!(Hello.send(&client).await.unwrap(), "hi again");
    let asked = asked.join().unwrap();
    assert!(
        asked[0].starts_with("POST /token ") && asked[0].ends_with("grant_type=client_credentials")
    );
    assert_eq!((authorization(&asked[1]), authorization(&asked[2])), ("Bearer tok", "Bearer tok"));
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let (address, asked) = server(vec![(400, "", "{\"error\":\"invalid_client\"}")]);
    let provider = OAuth2::client_credentials("id", "secret").token_url(format!("{address}/token"));
    let error = Hello.send(&client(&address, provider)).await.unwrap_err();
    assert!(error.to_string().contains("invalid_client"), "{error}");
    assert_eq!(asked.join().unwrap().len(), 1);
}

const TOKENS: [(u16, &str, &str); 2] =
    [(200, "", "{\"access_token\":\"one\"}"), (200, "", "{\"access_token\":\"two\"}")];

#[tokio::test]
async fn a_refused_token_is_fetched_anew_and_the_request_sent_again() {
    let [one, two] = TOKENS;
    let (address, asked) = server(vec![one, (401, "", "expired"), two, (200, "", "hi")]);
    let provider = OAuth2::client_credentials("id", "secret").token_url(format!("{address}/token"));
    assert_eq!(Hello.send(&client(&address, provider)).await.unwrap(), "hi");
    let asked = asked.join().unwrap();
    assert!(asked[2].starts_with("POST /token "));
    assert_eq!((authorization(&asked[1]), authorization(&asked[3])), ("Bearer one", "Bearer two"));
}

#[tokio::test]
async fn a_new_token_that_is_refused_too_is_the_end() {
    let [one, two] = TOKENS;
    let (address, asked) = server(vec![one, (401, "", "expired"), two, (401, "", "no")]);
    let provider = OAuth2::client_credentials("id", "secret").token_url(format!("{address}/token"));
    let error = Hello.send(&client(&address, provider)).await.unwrap_err();
    assert_eq!(
        (error.status().map(|status| status.as_u16()), error.text().as_ref()),
        (Some(401), "no")
    );
    assert_eq!(asked.join().unwrap().len(), 4);
}
