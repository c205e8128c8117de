// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The parts of a URL that signatures are made of.

/// An absolute `http(s)` URL, cut into the parts that signing schemes name. Nothing is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// `http` or `https`.
    pub scheme: &'a str,
    /// The host without its port.
    pub host: &'a str,
    /// The port as it is written.
    pub port: Option<&'a str>,
    /// The path; `/` when the URL has none.
    pub path: &'a str,
    /// What follows the first `?`.
    pub query: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// Cuts a URL. A fragment and user information are left out.
    pub fn of(url: &'a str) -> Self {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
        let (authority, tail) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let (path, query) =
            tail.split_once('?').map_or((tail, None), |(path, query)| (path, Some(query)));
        let (host, port) = match authority.rsplit_once(':') {
            // The colons within an IPv6 address are no ports.
            Some((host, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => {
                (host, Some(port))
            }
            _ => (authority, None),
        };
        Self { scheme, host, port, path: if path.is_empty() { "/" } else { path }, query }
    }

    /// `host` or `host:port`, as the `Host` header has it.
    pub fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.host.to_ascii_lowercase()),
            None => self.host.to_ascii_lowercase(),
        }
    }

    /// The path with the query, as the request line has it.
    pub fn path_and_query(&self) -> String {
        match self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.to_owned(),
        }
    }
}
