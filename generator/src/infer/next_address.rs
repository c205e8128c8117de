//! Addresses of next pages in answers: `next_page_uri`, `@odata.nextLink`, `links.next.href`, the header `Link`.
//!
//! A name that says `uri`, `url` or `link` is enough, as long as no saved answer holds something else there; `next` alone has to
//! hold an address somewhere. An address that is a path counts where it leads to where the request goes: some APIs leave out what
//! comes before, and nobody knows what that is.

use super::pages::{DEEPEST, bare};
use crate::api::{AnswerClass, Endpoint, PathPiece};
use crate::hints;
use crate::json::Json;
use crate::shape::Shape;

/// Members that hold an address, in lower case without signs.
const ADDRESSES: &[&str] = &[
    "nextpageuri",
    "nextpageurl",
    "nextpagelink",
    "nexturi",
    "nexturl",
    "nextlink",
    "nexthref",
    "odatanextlink",
];
/// Members that may hold one, or an object with one.
const NEXT: &[&str] = &["next", "nextpage"];
/// The members of such an object.
const REFERENCES: &[&str] = &["href", "url", "uri"];

/// The keys from the answer to the address of the next page.
pub(super) fn member(endpoint: &Endpoint, shape: &Shape) -> Option<Vec<String>> {
    found(endpoint, shape, is_address)
}

/// The same where saved answers hold types in the place of values: nobody knows where such an address leads.
pub(super) fn unproven(endpoint: &Endpoint, shape: &Shape) -> Option<Vec<String>> {
    found(endpoint, shape, |_, text| hints::placeholder(text).is_some())
}

fn found(
    endpoint: &Endpoint,
    shape: &Shape,
    accepts: fn(&Endpoint, &str) -> bool,
) -> Option<Vec<String>> {
    let keys = address_in(shape, DEEPEST)?;
    let by_name = keys.last().is_some_and(|key| ADDRESSES.contains(&bare(key).as_str()));
    let samples = samples(endpoint, &keys);
    (samples.iter().all(|sample| accepts(endpoint, sample)) && (by_name || !samples.is_empty()))
        .then_some(keys)
}

/// Whether saved answers have a `Link` to a next page.
pub(super) fn in_header(endpoint: &Endpoint) -> bool {
    let headers = endpoint.answers.iter().flat_map(|answer| &answer.headers);
    let mut links = headers
        .filter(|(name, _, _)| name.eq_ignore_ascii_case("link"))
        .flat_map(|(_, value, _)| value.split('<'));
    links.any(|link| {
        link.split_once('>')
            .is_some_and(|(_, relation)| relation.contains("rel=") && relation.contains("next"))
    })
}

/// The way to the first member that may hold an address, outer ones first.
fn address_in(shape: &Shape, depth: usize) -> Option<Vec<String>> {
    let members = &shape.object.as_ref()?.members;
    let members = || members.iter().map(|(key, member)| (key, member.shape.meant()));
    let own = members().find_map(|(key, shape)| {
        let name = bare(key);
        if (ADDRESSES.contains(&name.as_str()) || NEXT.contains(&name.as_str())) && is_text(shape) {
            return Some(vec![key.clone()]);
        }
        let object = shape.object.as_ref().filter(|_| NEXT.contains(&name.as_str()))?;
        let reference = object.members.iter().find(|(key, member)| {
            REFERENCES.contains(&bare(key).as_str()) && is_text(member.shape.meant())
        });
        reference.map(|(inner, _)| vec![key.clone(), inner.clone()])
    });
    let inner = || {
        let mut deeper = members().filter(|_| depth > 1);
        deeper.find_map(|(key, shape)| {
            Some([vec![key.clone()], address_in(shape, depth - 1)?].concat())
        })
    };
    own.or_else(inner)
}

/// A text, or nothing that was ever seen.
fn is_text(shape: &Shape) -> bool {
    shape.kinds() == 0
        || shape.kinds() == 1 && shape.text.as_ref().is_some_and(|text| text.listed().is_none())
}

/// The texts that saved answers hold there.
fn samples(endpoint: &Endpoint, keys: &[String]) -> Vec<String> {
    let successes = endpoint.answers.iter().filter(|answer| answer.class == AnswerClass::Success);
    let texts = successes.filter_map(|answer| {
        let json = Json::parse(answer.body.as_deref()?).ok()?;
        match keys.iter().try_fold(&json, |json, key| within(json, key))? {
            Json::Text(text) if !text.is_empty() => Some(text.clone().into_owned()),
            _ => None,
        }
    });
    texts.collect()
}

fn within<'a, 'b>(json: &'b Json<'a>, key: &str) -> Option<&'b Json<'a>> {
    let Json::Object(members) = json else { return None };
    members.iter().find(|(own, _)| own == key).map(|(_, value)| value)
}

fn is_address(endpoint: &Endpoint, text: &str) -> bool {
    let first = |path: &str| {
        path.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default().to_owned()
    };
    match text.strip_prefix('/') {
        Some(path) => match endpoint.path.first() {
            Some(PathPiece::Text(own)) => first(own) == first(path),
            _ => false,
        },
        None => {
            text.starts_with("http://") || text.starts_with("https://") || text.starts_with("{{")
        }
    }
}
