use runtime::auth::encoding::{form_decode, form_pairs};
use runtime::auth::oauth1::signature::base_string;
use runtime::auth::oauth1::{Message, OAuth1, SignatureMethod, Signed};
use runtime::auth::problem::AuthProblem;
use runtime::auth::target::Target;

fn message<'a>(method: &'a str, url: &'a str) -> Message<'a> {
    Message { method, target: Target::of(url), form: None, body: Some(b"") }
}

fn signature(header: &str) -> String {
    let (_, rest) = header.split_once("oauth_signature=\"").expect("a signature");
    form_decode(rest.trim_end_matches('"'))
}

fn signed(credentials: &OAuth1, message: &Message<'_>) -> Signed {
    credentials.sign(&[], message).unwrap().unwrap()
}

/// The example of RFC 5849 §3.4.1.1.
#[test]
fn base_string_of_the_rfc() {
    let target = Target::of("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b");
    let own = "oauth_consumer_key=9djdj82h48djs9d2&oauth_token=kkk9d7dh3k39sjv7&oauth_signature_method=HMAC-SHA1\
               &oauth_timestamp=137131201&oauth_nonce=7d8f3e4a";
    let all = [target.query.unwrap(), "c2&a3=2+q", own].join("&");
    let pairs: Vec<_> =
        form_pairs(&all).into_iter().map(|(key, value)| (key, value.unwrap_or_default())).collect();
    assert_eq!(
        base_string("post", &target, &pairs),
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D\
         %26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1\
         %26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
    );
}

/// The requests of RFC 5849 §1.2: token credentials, then a protected resource.
#[test]
fn signatures_of_the_rfc() {
    let printer = OAuth1::new("dpf43f3p2l4k3l03", "kd94hf93k423kf44").realm("Photos").in_header();
    let token =
        printer.clone().token("hh5s93j4hdidpola", "hdhd0244k9j7ao03").verifier("hfdp7dh39dks9884");
    let header = signed(
        &token.fixed("walatlh", "137131201"),
        &message("POST", "https://photos.example.net/token"),
    );
    assert_eq!(
        header.authorization.unwrap(),
        "OAuth realm=\"Photos\",oauth_consumer_key=\"dpf43f3p2l4k3l03\",oauth_token=\"hh5s93j4hdidpola\",\
         oauth_signature_method=\"HMAC-SHA1\",oauth_timestamp=\"137131201\",oauth_nonce=\"walatlh\",\
         oauth_verifier=\"hfdp7dh39dks9884\",oauth_signature=\"gKgrFCywp7rO0OXSjdot%2FIHF7IU%3D\""
    );
    let resource =
        printer.token("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00").fixed("chapoH", "137131202");
    let message =
        message("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original");
    let result = signed(&resource, &message);
    assert_eq!(signature(&result.authorization.unwrap()), "MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    assert_eq!(result.query.as_deref(), Some("file=vacation.jpg&size=original"));
}

/// The example of Twitter's documentation ("Creating a signature").
#[test]
fn signature_of_twitters_example() {
    let credentials =
        OAuth1::new("xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw")
            .token(
                "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
                "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
            )
            .fixed("kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", "1318622958")
            .version("1.0")
            .in_header();
    let mut message =
        message("POST", "https://api.twitter.com/1.1/statuses/update.json?include_entities=true");
    message.form =
        Some("status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");
    assert_eq!(
        signature(&signed(&credentials, &message).authorization.unwrap()),
        "hCtSmYh+iHYCEqBWrE7C7hYmtUk="
    );
}

/// The following were recorded from Postman's runtime.
fn recorded() -> OAuth1 {
    OAuth1::new("ck", "cs").fixed("n", "1")
}

#[test]
fn in_the_query_it_is_added_last_and_old_parameters_go() {
    let message = message("GET", "http://h.test:443/p?a=1%202&b&c=&=d&oauth_token=old&e=x%2By+z");
    let settings =
        [("addEmptyParamsToSign", "true"), ("version", ""), ("signatureMethod", "HMAC-SHA1")];
    let query = recorded().sign(&settings, &message).unwrap().unwrap().query.unwrap();
    assert_eq!(
        query,
        "a=1%202&b&c=&=d&e=x%2By%20z&oauth_consumer_key=ck&oauth_token&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1\
         &oauth_nonce=n&oauth_version=&oauth_signature=F5870cgK3%2BuLfmgBELNfWoWugf0%3D"
    );
}

#[test]
fn in_an_urlencoded_body_it_is_added_last() {
    let mut message = message("POST", "http://h.test/p?a=1%202&b&c=");
    message.form = Some("x%20y=1%26%C3%A9&oauth_token=o&n=");
    let settings =
        [("addEmptyParamsToSign", "true"), ("version", ""), ("signatureMethod", "HMAC-SHA256")];
    let result = recorded().sign(&settings, &message).unwrap().unwrap();
    assert_eq!(result.query.as_deref(), Some("a=1%202&b&c="));
    assert_eq!(
        result.form.unwrap(),
        "x%20y=1%26%C3%A9&n=&oauth_consumer_key=ck&oauth_token=&oauth_signature_method=HMAC-SHA256&oauth_timestamp=1\
         &oauth_nonce=n&oauth_version=&oauth_signature=yTJjw7n0iVhFBvkrIz4wyV6FKpkBpD5VKFwi%2BV6cHHQ%3D"
    );
}

#[test]
fn the_body_hash_callback_and_verifier_are_signed() {
    let credentials = recorded()
        .token(" ", "t&s")
        .realm("my realm")
        .callback("http://cb/?x")
        .verifier("v")
        .version("1.0");
    let credentials =
        credentials.signature_method(SignatureMethod::HmacSha512).with_body_hash().in_header();
    let mut message = message("put", "https://H.test:443/p/%C3%A9/[x]");
    message.body = Some(b"{\"a\": 1}");
    assert_eq!(
        signed(&credentials, &message).authorization.unwrap(),
        "OAuth realm=\"my%20realm\",oauth_consumer_key=\"ck\",oauth_signature_method=\"HMAC-SHA512\",oauth_timestamp=\"1\",\
         oauth_nonce=\"n\",oauth_version=\"1.0\",\
         oauth_body_hash=\"d40Wd%2FkO5kTxJU4PxXt24vmWRmSIuRpkJyZE9eNipxNM%2BVEM21awl%2F7ObVo7rXiNEe3RFiocYgjqvz8HmBXLXA%3D%3D\",\
         oauth_callback=\"http%3A%2F%2Fcb%2F%3Fx\",oauth_verifier=\"v\",\
         oauth_signature=\"Vt99P6X6HRAo3UFnRejXE2TrCCVem4gLOsoJDpVZt41YfVMMbWWNgLLYo9qm62%2BgSkT87xzfSpkUdDjw4C6Y9Q%3D%3D\""
    );
}

#[test]
fn the_header_can_go_unescaped() {
    let credentials = recorded().realm("a b").with_body_hash().in_header();
    let message = message("GET", "https://H.test:8443/p");
    assert_eq!(
        credentials
            .sign(&[("disableHeaderEncoding", "true")], &message)
            .unwrap()
            .unwrap()
            .authorization
            .unwrap(),
        "OAuth realm=\"a b\",oauth_consumer_key=\"ck\",oauth_signature_method=\"HMAC-SHA1\",oauth_timestamp=\"1\",\
         oauth_nonce=\"n\",oauth_body_hash=\"2jmj7l5rSw0yVb/vlWAYkK/YBwk=\",oauth_signature=\"lNUfLe3/XD9KGOzfw9WGZ/OS5uE=\""
    );
}

#[test]
fn plaintext_sends_the_secrets() {
    let credentials = recorded()
        .token("", "t&s")
        .signature_method(SignatureMethod::Plaintext)
        .with_body_hash()
        .in_header();
    let header =
        signed(&credentials, &message("GET", "https://H.test:8443/p")).authorization.unwrap();
    assert!(header.ends_with("oauth_nonce=\"n\",oauth_signature=\"cs%26t%2526s\""), "{header}");
}

#[test]
fn incomplete_credentials_add_nothing_and_unknown_methods_are_refused() {
    let message = message("GET", "http://h.test/");
    assert_eq!(OAuth1::new("ck", "").sign(&[], &message), Ok(None));
    let unknown = OAuth1::new("ck", "cs").sign(&[("signatureMethod", "HMAC-MD5")], &message);
    assert_eq!(
        unknown,
        Err(AuthProblem::UnknownAlgorithm { scheme: "oauth1", algorithm: "HMAC-MD5".to_owned() })
    );
}

#[test]
fn a_new_nonce_is_made_for_each_request() {
    let credentials = OAuth1::new("ck", "cs").in_header();
    let message = message("GET", "http://h.test/");
    assert_ne!(signed(&credentials, &message), signed(&credentials, &message));
}

#[test]
fn debug_shows_no_secret() {
    let shown = format!("{:?}", OAuth1::new("ck", "hidden").token("t", "hidden"));
    assert!(!shown.contains("hidden") && shown.contains("tokenSecret"), "{shown}");
}

/// Signatures made by Node's `crypto` with the same key.
#[cfg(feature = "oauth1-rsa")]
#[test]
fn rsa_signatures_are_those_of_another_implementation() {
    let expected = [
        (
            SignatureMethod::RsaSha1,
            "EbFsC77TpGDA1Mk3zfsl4PJS4/pogNFZpjpwG6TZ1jHGGe87ax06rsf9CbTY1l8wHr6Q1kxzwGaIZesSIsiy7fj8XMOXUEvAeZ7c\
             qBg4nIJnMXaSLbHerNfM8EozuIPnhwK6UFpL1WiVEloWVS6tPYKZrWHMHQd4aZtlR/QluyiVmeFKNBKuC6w9VDDFoZcnyV85YlZm\
             0YMxRypF4kJqEIA/HjuBs3xGpcsBJ6S3yEon5ysOO73UHNE34qs/asE9y9H56tI5ZhG6OeE/hU19t9WR1fgX1vovaHDzQLRqbh/h\
             B6ieFuSFGG5Fq8iHEOsApNARBaq0e7s0F5n86KdkKA==",
        ),
        (
            SignatureMethod::RsaSha256,
            "No7Gny0x9VHXCPV7DyefOMs4Dlvp4ZglT7Jqvmr3rwCrA+DO21eEafaoJKzrjwbyclNFefA3cDSOMBvZNafDyLN2/qFUWbN8JZxz\
             aCQVOtscteKNtD5x7Skk6VceDulyIoYmyqyWoSZuRmoLxPEAzEPRli5Cs4UrrZFV8S5CZNI8S5hwpqji+dv0VEoUqEZjRKh5Iajv\
             /JaUdsrBq540FUrcZdgyTIKjrG4/WXVI32pyV8b7CAS5nq7kNahm2x6XYqzpRf8K/do8IC8YvXb+qgV1KvOiuQ8It8OogO6PsM7o\
             t8uhJqlp2hebty6FIA0pmSvWVrtkz/ROfHJkBQ75ZQ==",
        ),
        (
            SignatureMethod::RsaSha512,
            "GuE068kt18Vde8Gsz24JIjx3zeDyvCw21CQ+FaUIkhlKAp25aVSr2NRoqmvsXz1bNSqr+axh+x2Z3MO18pSzqSLsEfHDIivrgAaT\
             nMWyhVtxgn7YBXEsby0kEb1pIwyOCdeCA1mRpPgYWdHSSPQxATIca5/e6SYp5Uad3mFUyX8dr+zoptQGXCTE9OlfLlFYvFrn1R67\
             7sZssLchLu9e5pxJkSjdzzI1ee2EW+aZ4VqNNTnDKhRuJXghIlR51OzUfRep58aPzeHBeT+YVdvhD5PGrgk/F2v1wA4gkRPk/2HM\
             T3h9i0aSkXyzETN6l6wdv7Ffve/q3qVjjlb57r3KaQ==",
        ),
    ];
    for key in [include_str!("keys/rsa.pkcs8.pem"), include_str!("keys/rsa.pkcs1.pem")] {
        for (method, want) in expected {
            let credentials = OAuth1::with_private_key("ck", key)
                .fixed("n", "1")
                .signature_method(method)
                .in_header();
            let header =
                signed(&credentials, &message("GET", "https://h.test/p")).authorization.unwrap();
            assert_eq!(signature(&header), want, "{method:?}");
        }
    }
}
