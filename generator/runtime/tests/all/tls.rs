//! TLS against a server with a self-signed certificate.

use crate::runtime::{
    Api, AuthSpec, BuildError, Client, Endpoint, Operation, RequestBuilder, ServerSpec,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::version::{TLS12, TLS13};
use rustls::{ServerConfig, ServerConnection, Stream, SupportedProtocolVersion};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

const CERTIFICATE: &[u8] = include_bytes!("keys/localhost.cert.der");
const KEY: &[u8] = include_bytes!("keys/localhost.key.der");

enum Demo {}

impl Api for Demo {
    const NAME: &'static str = "Demo";
    const SERVERS: &'static [ServerSpec] = &[ServerSpec { name: "base_url", default: None }];
    const AUTHS: &'static [AuthSpec] = &[];
}

struct Get;

impl Endpoint for Get {
    type Api = Demo;
    type Output = Option<String>;
    const OPERATION: Operation = Operation::new("GET", "Get", "/");

    fn write(&self, request: &mut RequestBuilder) -> Result<(), BuildError> {
        request.path("/")
    }
}

/// Starts a server that speaks one version of TLS and returns its address.
fn server(version: &'static SupportedProtocolVersion) -> String {
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(KEY));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(CERTIFICATE)], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let config = Arc::new(config);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = answer(&config, stream);
        }
    });
    address
}

fn answer(config: &Arc<ServerConfig>, mut socket: TcpStream) -> Result<(), std::io::Error> {
    let mut connection = ServerConnection::new(config.clone()).map_err(std::io::Error::other)?;
    let mut stream = Stream::new(&mut connection, &mut socket);
    let mut reader = BufReader::new(&mut stream);
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\n\"ok\"")?;
    stream.flush()
}

#[tokio::test]
async fn certificates_are_verified_unless_told_otherwise() {
    for version in [&TLS12, &TLS13] {
        let url = server(version);
        let strict = Client::<Demo>::builder().base_url(url.as_str()).build().unwrap();
        let error = strict.send(&Get).await.unwrap_err();
        let text = format!("{error:?}");
        // as rustls says it, and as OpenSSL does
        let refused = ["InvalidCertificate", "certificate verify failed"];
        assert!(refused.iter().any(|reason| text.contains(reason)), "{text}");

        let client = Client::<Demo>::builder().base_url(url).accept_invalid_certificates();
        let text = client.build().unwrap().send(&Get).await.unwrap();
        assert_eq!(text.as_deref(), Some("ok"));
    }
}
