// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Server addresses, parsed once. The URL of a call differs from them only in path and query.

use url::Url;

/// An address and its URL.
pub(crate) struct Parsed {
    /// The address up to its path.
    origin: String,
    url: Url,
}

impl Parsed {
    pub(crate) fn of(address: &str) -> Option<Self> {
        let authority = address.find("://")? + 3;
        let end = address[authority..]
            .find(['/', '\\', '?', '#'])
            .map_or(address.len(), |length| authority + length);
        Some(Parsed { origin: address[..end].to_owned(), url: Url::parse(address).ok()? })
    }

    /// Returns the URL of a target on this server, the same as if all of it were parsed. Returns
    /// `None` if parsing could lead to another host.
    pub(crate) fn url(&self, target: &str) -> Option<Url> {
        let rest = target.strip_prefix(self.origin.as_str())?;
        // A second slash would start another host, and white space between two slashes may be
        // removed.
        let plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'/' | b'\\');
        let stays = rest.starts_with('/') && rest.as_bytes().get(1).is_none_or(plain);
        stays.then(|| self.url.join(rest).ok())?
    }
}
