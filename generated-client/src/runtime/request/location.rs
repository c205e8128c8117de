// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! URLs that a caller passes whole, such as a `url` from an earlier response. They choose the path and the query; the server
//! stays the one that the client was set up with.

/// The target of a request to `location` on the server at `base`, whose origin it keeps. `None` where it names another server.
///
/// A location is a URL of the same origin, or a path that starts with `/`.
pub(crate) fn on_server(base: &str, location: &str) -> Option<String> {
    let location = location.trim_matches(|letter: char| letter <= ' ');
    let origin = origin(base);
    let path = match location.split_once("://") {
        Some(_) if base.is_empty() => &location[self::origin(location).len()..],
        Some(_) => {
            let own = self::origin(location);
            same_origin(own, origin).then(|| &location[own.len()..])?
        }
        None => location.starts_with('/').then_some(location)?,
    };
    let path = path.split('#').next().unwrap_or_default();
    // To whoever joins it with an address, a second slash starts another host.
    let names_host = path.starts_with('/') && path[1..].starts_with(['/', '\\']);
    if names_host && (base.is_empty() || path.len() == location.len()) {
        return None;
    }
    let mut target = String::with_capacity(origin.len() + path.len() + 1);
    target.push_str(origin);
    if !path.starts_with('/') {
        target.push('/');
    }
    super::encode::push_path_lenient(&mut target, path);
    Some(target)
}

/// Everything before the path.
fn origin(address: &str) -> &str {
    let Some(authority) = address.find("://").map(|end| end + "://".len()) else { return "" };
    let end = address[authority..].find(['/', '\\', '?', '#']);
    &address[..end.map_or(address.len(), |length| authority + length)]
}

/// Whether two origins are one. The case of letters and the scheme's own port make no difference; user-info does.
fn same_origin(one: &str, other: &str) -> bool {
    normal(one) == normal(other)
}

fn normal(origin: &str) -> String {
    let lower = origin.to_ascii_lowercase();
    let port = if lower.starts_with("https:") { ":443" } else { ":80" };
    lower.strip_suffix(port).map(str::to_owned).unwrap_or(lower)
}
