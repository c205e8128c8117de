//! Headers of saved answers that say something of the API: a method for each.

use indexmap::IndexMap;

use crate::api::Api;
use crate::docs;
use crate::name::ident;
use crate::name::ident::Scope;
use crate::rust::ResponseHeader;

/// What an answer and its headers have anyway.
const TAKEN: &[&str] = &[
    "append",
    "body",
    "capacity",
    "clear",
    "clone",
    "drain",
    "entry",
    "get",
    "get_all",
    "get_mut",
    "header",
    "headers",
    "insert",
    "into_body",
    "is_empty",
    "iter",
    "keys",
    "len",
    "remove",
    "reserve",
    "response",
    "status",
    "values",
];

/// Headers of the transport, of caches, browsers and proxies, and those that are secret.
const STANDARD: &[&str] = &[
    "accept-ranges",
    "age",
    "allow",
    "alt-svc",
    "cache-control",
    "connection",
    "content-encoding",
    "content-language",
    "content-length",
    "content-md5",
    "content-security-policy",
    "content-type",
    "cookie",
    "date",
    "expect-ct",
    "expires",
    "feature-policy",
    "host",
    "keep-alive",
    "nel",
    "p3p",
    "permissions-policy",
    "pragma",
    "proxy-authenticate",
    "referrer-policy",
    "report-to",
    "server",
    "server-timing",
    "set-cookie",
    "status",
    "strict-transport-security",
    "timing-allow-origin",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "vary",
    "via",
    "www-authenticate",
    "x-aspnet-version",
    "x-cache",
    "x-cache-hits",
    "x-content-type-options",
    "x-download-options",
    "x-frame-options",
    "x-powered-by",
    "x-runtime",
    "x-served-by",
    "x-timer",
    "x-ua-compatible",
    "x-xss-protection",
];
/// How the names of such families begin.
const FAMILIES: &[&str] =
    &["access-control-", "cf-", "sec-", "x-amz-cf-", "x-permitted-", "x-varnish"];

/// What was seen of one header.
#[derive(Default)]
struct Seen<'a> {
    values: Vec<&'a str>,
    description: Option<&'a str>,
}

/// Names the headers, in order of first sight.
pub fn name(api: &Api) -> Vec<ResponseHeader> {
    let mut seen: IndexMap<String, Seen<'_>> = IndexMap::new();
    let headers = api
        .endpoints
        .iter()
        .flat_map(|endpoint| &endpoint.answers)
        .flat_map(|answer| &answer.headers);
    for (name, value, description) in headers {
        let name = name.trim().to_ascii_lowercase();
        if is_telling(&name) {
            let header = seen.entry(name).or_default();
            header.values.push(value.trim());
            header.description = header.description.or(description.as_deref());
        }
    }
    let mut scope = Scope::with(TAKEN.iter().copied());
    let named = seen.into_iter().map(|(header, seen)| ResponseHeader {
        method: scope.take([
            ident::field(&header, "header"),
            ident::field(&format!("{header} header"), "header"),
        ]),
        is_number: crate::hints::names_a_quantity(&header)
            && seen
                .values
                .iter()
                .all(|value| value.parse::<i64>().is_ok_and(|number| number.to_string() == *value)),
        docs: docs::response_header(
            &header,
            seen.description,
            seen.values.first().copied().unwrap_or_default(),
        ),
        header,
    });
    named.collect()
}

fn is_telling(name: &str) -> bool {
    let is_token = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    let is_standard =
        STANDARD.contains(&name) || FAMILIES.iter().any(|family| name.starts_with(family));
    is_token && !is_standard && !crate::hints::secrets::is_secret_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Answer, Endpoint};

    #[test]
    fn headers_that_tell_something_have_methods() {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned(), None);
        let headers = vec![
            header("Content-Location", "/x"),
            header("Date", "now"),
            header("X-Rate-Limit", "5"),
            header("Status", "200 OK"),
            header("x-rate-limit", "07"),
            header("X-Total", "12"),
            header("X-Request-Id", "100042"),
            header("Keys", "a"),
            header("Set-Cookie", "id=1"),
        ];
        let answers = vec![Answer { headers, ..Answer::default() }];
        let api =
            Api { endpoints: vec![Endpoint { answers, ..Endpoint::default() }], ..Api::default() };
        let named: Vec<(String, bool)> =
            name(&api).into_iter().map(|header| (header.method, header.is_number)).collect();
        let wanted = [
            ("content_location", false),
            ("x_rate_limit", false),
            ("x_total", true),
            ("x_request_id", false),
            ("keys_header", false),
        ];
        assert_eq!(named, wanted.map(|(method, is_number)| (method.to_owned(), is_number)));
    }
}
