// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Addresses of servers, parsed once: what a call asks for differs from them in path and query only.

use url::Url;

/// An address, and its URL.
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

    /// The URL of a target on this server: the same as if all of it was parsed. `None` where it may go elsewhere.
    pub(crate) fn url(&self, target: &str) -> Option<Url> {
        let rest = target.strip_prefix(self.origin.as_str())?;
        // A second slash would begin another host, and blanks may vanish between the two.
        let plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'/' | b'\\');
        let stays = rest.starts_with('/') && rest.as_bytes().get(1).is_none_or(plain);
        stays.then(|| self.url.join(rest).ok())?
    }
}
