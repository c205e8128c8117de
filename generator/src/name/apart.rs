//! What tells a request from an earlier one of the same name: words to put behind the name, best first.
//!
//! | what differs | the name |
//! |---|---|
//! | the end of a name that is cut | `UpdateRetentionPolicyOfArchivedFolders` |
//! | the method | `OrdersPost` |
//! | the path | `GetOrderArchive` (`/archive/orders/:id` beside `/orders/:id`) |
//! | the query | `ListOrdersByState` |
//! | the kind of the body | `CreateOrderForm` |
//! | a value of the query or of the body | `CreateOrderExpress` |

use super::{ident, title};
use crate::api::{Body, Endpoint, Language, Saved};
use crate::hints;
use crate::json::Json;

/// The words for `own`, whose name `other` has already.
pub fn words(own: &Endpoint, other: &Endpoint) -> Vec<String> {
    let of_name = || {
        own_words(&own.name, &other.name)
            .filter(|_| ident::uncut(&own.name) != ident::uncut(&other.name))
    };
    let of_method = || (own.method != other.method).then(|| own.method.to_lowercase());
    let of_body =
        || body(&own.body).filter(|own| body(&other.body) != Some(own)).map(str::to_owned);
    let all = [
        of_name(),
        of_method(),
        of_path(own, other),
        of_query(own, other),
        of_body(),
        of_value(own, other),
    ];
    all.into_iter().flatten().collect()
}

/// The words of the path that the other path does not have.
fn of_path(own: &Endpoint, other: &Endpoint) -> Option<String> {
    let theirs = title::path_words(other);
    let mine: Vec<String> =
        title::path_words(own).into_iter().filter(|word| !theirs.contains(word)).collect();
    (!mine.is_empty()).then(|| mine.join(" "))
}

/// The first parameter that the request sends and the other does not.
fn of_query(own: &Endpoint, other: &Endpoint) -> Option<String> {
    let sent = |request: &Endpoint, name: &str| {
        request.query.iter().any(|found| found.name == name && !found.saved.is_empty())
    };
    let mine = own.query.iter().find(|mine| sent(own, &mine.name) && !sent(other, &mine.name))?;
    Some(format!("by {}", mine.name))
}

fn body(body: &Body) -> Option<&'static str> {
    Some(match body {
        Body::Empty => return None,
        Body::Json(_) => "json",
        Body::Text(text) => match text.language {
            Language::Xml => "xml",
            Language::Json | Language::Plain => "text",
        },
        Body::Urlencoded(_) | Body::Multipart(_) => "form",
        Body::File(_) => "file",
        Body::Graphql(_) => "graphql",
    })
}

/// The first word among the values of the query and the top of the body that the other request does not have there.
fn of_value(own: &Endpoint, other: &Endpoint) -> Option<String> {
    let theirs = values(other);
    let is_word = |value: &str| {
        hints::is_given(value)
            && value.len() <= 24
            && !value.bytes().any(|byte| byte.is_ascii_digit())
    };
    let tells = |entry: &&(String, String)| {
        is_word(&entry.1) && !theirs.contains(entry) && !ident::uncut(&entry.1).is_empty()
    };
    values(own).iter().find(tells).map(|(_, value)| value.clone())
}

fn values(request: &Endpoint) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for parameter in request.query.iter().filter(|parameter| !parameter.secret) {
        let texts = parameter.saved.iter().filter_map(|saved| match saved {
            Saved::Bare => None,
            Saved::Text(text) => Some((parameter.name.clone(), text.0.clone())),
        });
        found.extend(texts);
    }
    let sample = request.body.as_json().and_then(|body| body.samples.first());
    if let Some(Ok(Json::Object(members))) = sample.map(|sample| Json::parse(sample)) {
        let texts = members.iter().filter_map(|(key, value)| match value {
            Json::Text(text) => Some((key.to_string(), text.to_string())),
            _ => None,
        });
        found.extend(texts);
    }
    found
}

/// The words of a name without those at the start and then at the end that the other name has too.
pub fn own_words(name: &str, other: &str) -> Option<String> {
    let (name, other) = (ident::uncut(name), ident::uncut(other));
    let (mut own, mut theirs): (Vec<&str>, Vec<&str>) =
        (name.split('_').collect(), other.split('_').collect());
    let shared = own.iter().zip(&theirs).take_while(|(mine, theirs)| mine == theirs).count();
    (own, theirs) = (own.split_off(shared), theirs.split_off(shared.min(theirs.len())));
    while own.len() > 1 && theirs.len() > 1 && own.last() == theirs.last() {
        own.pop();
        theirs.pop();
    }
    if own.len() > 1 && matches!(own[0], "a" | "an" | "the") {
        own.remove(0);
    }
    (!own.is_empty()).then(|| own.join("_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_requests_apart() {
        let own = |name, other| own_words(name, other).unwrap_or_default();
        assert_eq!(own("Search paid", "Search open"), "paid");
        assert_eq!(own("Create users - SSO", "Create users"), "sso");
        assert_eq!(own("Search dark lighthouses", "Search lit lighthouses"), "dark");
        assert_eq!(own("List orders", "Search"), "list_orders");
        assert_eq!(own_words("Create users", "Create users - SSO"), None);
        assert_eq!(own("Validate an IBAN", "Validate a US account"), "iban");
    }
    use crate::api::{JsonBody, Parameter, PathPiece, Template};

    fn request(method: &str, path: &str, sample: &str) -> Endpoint {
        let body = match sample {
            "" => Body::Empty,
            sample => {
                Body::Json(JsonBody { samples: vec![sample.to_owned()], ..JsonBody::default() })
            }
        };
        Endpoint {
            name: "Orders".into(),
            method: method.into(),
            path: vec![PathPiece::Text(path.into())],
            body,
            ..Endpoint::default()
        }
    }

    #[test]
    fn what_differs_makes_the_words() {
        let first = request("GET", "/orders", "");
        assert_eq!(words(&request("POST", "/orders", ""), &first), ["post"]);
        assert_eq!(words(&request("GET", "/v1/archive/orders", ""), &first), ["Archive"]);
        assert_eq!(words(&first, &first), [""; 0]);
        let saved = vec![Saved::Text(Template("open".into()))];
        let query = vec![Parameter { name: "state".into(), saved, ..Parameter::default() }];
        assert_eq!(
            words(&Endpoint { query, ..request("GET", "/orders", "") }, &first),
            ["by state", "open"]
        );
    }

    #[test]
    fn bodies_differ_by_kind_and_by_value() {
        let (slow, fast) = (r#"{"id": "7", "way": "slow"}"#, r#"{"id": "8", "way": "fast"}"#);
        assert_eq!(words(&request("POST", "/", fast), &request("POST", "/", slow)), ["fast"]);
        assert_eq!(words(&request("POST", "/", slow), &request("POST", "/", "")), ["json", "slow"]);
    }
}
