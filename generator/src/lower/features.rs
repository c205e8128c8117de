//! Features: what of the runtime the collections need, and the folders of large collections.

use std::collections::BTreeSet;

use crate::api::{Api, Scheme};
use crate::lower::headers::fixed_texts;
use crate::rust::{Auth, Collection, Module};

/// The features that every crate has; folders keep clear of them.
const RUNTIME: &[&str] = &[
    "asap",
    "aws-lc",
    "awsv4",
    "blocking",
    "brotli",
    "charset",
    "chrono",
    "client",
    "default",
    "digest",
    "edgegrid",
    "files",
    "gzip",
    "hawk",
    "jiff",
    "jwt",
    "light-idna",
    "mock",
    "mock-server",
    "native-tls",
    "ntlm",
    "oauth1",
    "oauth1-rsa",
    "oauth2",
    "reqwest",
    "rustls",
    "time",
    "tracing",
    "uuid",
];

/// From so many requests on, each folder of a collection is a feature: whoever needs a few compiles a few.
const LARGE: usize = 200;

/// The features for the forms in which responses travel: those that unpack what requests offer to take in
/// `Accept-Encoding`, and `charset` where a saved response declares a character set that needs it.
pub fn encodings(api: &Api) -> BTreeSet<&'static str> {
    let responses = api.endpoints.iter().flat_map(|endpoint| &endpoint.answers);
    let mut headers = responses.flat_map(|response| &response.headers);
    let foreign = headers
        .any(|(name, value, _)| name.eq_ignore_ascii_case("content-type") && needs_charset(value));
    compressions(api).into_iter().chain(foreign.then_some("charset")).collect()
}

/// Whether a content type declares a character set that the runtime does not read by itself.
fn needs_charset(content_type: &str) -> bool {
    const KNOWN: [&str; 6] = ["utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1"];
    let lower = content_type.to_ascii_lowercase();
    let declared = lower.split_once("charset=").map(|(_, declared)| declared);
    declared.is_some_and(|declared| {
        let label = declared.split(';').next().unwrap_or_default().trim().trim_matches('"');
        !label.is_empty() && !label.contains("{{") && !KNOWN.contains(&label)
    })
}

/// The features that unpack what requests offer to take.
fn compressions(api: &Api) -> BTreeSet<&'static str> {
    let headers = api.endpoints.iter().flat_map(|endpoint| &endpoint.headers);
    let offers =
        headers.filter(|header| header.parameter.name.eq_ignore_ascii_case("accept-encoding"));
    let sent = offers.filter_map(|header| fixed_texts(&header.parameter)).flatten();
    sent.flat_map(|offer| offer.split(',').filter_map(unpacking).collect::<Vec<_>>()).collect()
}

/// The feature that unpacks an encoding: `gzip`, `br;q=1.0`.
fn unpacking(offer: &str) -> Option<&'static str> {
    match offer.split(';').next()?.trim() {
        "gzip" | "x-gzip" | "deflate" => Some("gzip"),
        "br" => Some("brotli"),
        _ => None,
    }
}

/// The features of the runtime that the collections' credentials, bodies and headers need.
pub fn features(collections: &[Collection]) -> Vec<&'static str> {
    // RSA is a feature of its own: only who signs with it compiles it
    let with_rsa = |auth: &Auth| {
        auth.settings
            .iter()
            .any(|(key, value)| key == "signatureMethod" && value.starts_with("RSA"))
    };
    let auths = collections.iter().flat_map(|collection| &collection.auths);
    let mut features: Vec<&'static str> = auths
        .filter_map(|auth| match auth.scheme {
            // only with the address can a token be fetched without more ado
            Scheme::OAuth2 => {
                auth.settings.iter().any(|(key, _)| key == "accessTokenUrl").then_some("oauth2")
            }
            Scheme::Bearer | Scheme::Basic | Scheme::ApiKey => None,
            Scheme::OAuth1 if with_rsa(auth) => Some("oauth1-rsa"),
            Scheme::OAuth1 => Some("oauth1"),
            Scheme::Digest => Some("digest"),
            Scheme::Hawk => Some("hawk"),
            Scheme::AwsV4 => Some("awsv4"),
            Scheme::Jwt => Some("jwt"),
            Scheme::Asap => Some("asap"),
            Scheme::EdgeGrid => Some("edgegrid"),
            Scheme::Ntlm => Some("ntlm"),
        })
        .chain(collections.iter().flat_map(|collection| collection.encodings.iter().copied()))
        .collect();
    features.sort_unstable();
    features.dedup();
    features
}

/// Makes a feature of each folder at the top of a large collection. Folders of one name in two collections share a feature, so
/// that a feature's name does not depend on what else is in the crate.
pub fn folders(collections: &mut [Collection]) {
    for collection in collections {
        let with_requests = collection
            .modules
            .iter()
            .filter(|module| count(std::slice::from_ref(module)) > 0)
            .count();
        if with_requests < 2 || collection.endpoints.len() + count(&collection.modules) < LARGE {
            continue;
        }
        let title = collection.module.trim_start_matches("r#").to_owned();
        for module in
            collection.modules.iter_mut().filter(|module| count(std::slice::from_ref(module)) > 0)
        {
            let folder = module.name.trim_start_matches("r#");
            let taken = RUNTIME.contains(&folder);
            module.feature =
                Some(if taken { format!("{title}_{folder}") } else { folder.to_owned() });
        }
    }
}

fn count(modules: &[Module]) -> usize {
    modules.iter().map(|module| module.endpoints.len() + count(&module.modules)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{self, Header, HeaderRole, Parameter, Saved, Template};
    use crate::rust::Endpoint;

    #[test]
    fn rsa_is_compiled_where_it_signs() {
        let with = |method: &str| {
            let settings = vec![("signatureMethod".to_owned(), method.to_owned())];
            let auth = Auth {
                method: "oauth1".to_owned(),
                scheme: Scheme::OAuth1,
                settings,
                ..Auth::default()
            };
            features(&[Collection { auths: vec![auth], ..Collection::default() }])
        };
        assert_eq!(with("HMAC-SHA1"), ["oauth1"]);
        assert_eq!(with("RSA-SHA256"), ["oauth1-rsa"]);
    }

    #[test]
    fn what_a_request_offers_to_take_can_be_unpacked() {
        let offer = |saved: &str| {
            let saved = vec![Saved::Text(Template(saved.to_owned()))];
            let parameter =
                Parameter { name: "accept-encoding".to_owned(), saved, ..Parameter::default() };
            let headers = vec![Header { parameter, role: HeaderRole::Fixed }];
            encodings(&Api {
                endpoints: vec![api::Endpoint { headers, ..api::Endpoint::default() }],
                ..Api::default()
            })
        };
        assert_eq!(offer("gzip, deflate, br;q=0.9"), BTreeSet::from(["brotli", "gzip"]));
        assert_eq!(offer("identity, {{more}}"), BTreeSet::new());
    }

    #[test]
    fn a_foreign_character_set_is_a_feature() {
        assert!(needs_charset("text/plain; charset=Windows-1251"));
        for known in
            ["application/json", "text/plain; charset=utf-8", "text/html;charset=ISO-8859-1"]
        {
            assert!(!needs_charset(known), "{known}");
        }
    }

    fn folder(name: &str, requests: usize) -> Module {
        Module {
            name: name.to_owned(),
            endpoints: vec![Endpoint::default(); requests],
            ..Module::default()
        }
    }

    fn features_of(modules: Vec<Module>) -> Vec<Option<String>> {
        let mut collections =
            [Collection { module: "api".to_owned(), modules, ..Collection::default() }];
        folders(&mut collections);
        collections[0].modules.iter().map(|module| module.feature.clone()).collect()
    }

    #[test]
    fn folders_of_large_collections_are_features() {
        let some = |name: &str| Some(name.to_owned());
        assert_eq!(
            features_of(vec![
                folder("users", LARGE),
                folder("time", 1),
                folder("r#type", 1),
                folder("empty", 0)
            ]),
            [some("users"), some("api_time"), some("type"), None]
        );
        assert_eq!(features_of(vec![folder("users", LARGE - 2), folder("items", 1)]), [None, None]);
        assert_eq!(features_of(vec![folder("users", LARGE), folder("empty", 0)]), [None, None]);
    }

    #[test]
    fn no_feature_of_the_runtime_is_forgotten() {
        let manifest: toml::Table = include_str!("../../runtime/Cargo.toml").parse().expect("TOML");
        let features = manifest["features"].as_table().expect("a table");
        let mut names: Vec<&str> = features.keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, RUNTIME);
    }
}
