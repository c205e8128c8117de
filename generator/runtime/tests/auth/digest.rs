use runtime::auth::digest::challenge::{choose, parse};
use runtime::auth::digest::response::{Proof, Protection};
use runtime::auth::digest::{Digest, DigestAlgorithm, Message};
use runtime::auth::problem::AuthProblem;

/// The example of RFC 7616 §3.9.1.
fn example(algorithm: DigestAlgorithm) -> Proof<'static> {
    Proof {
        algorithm,
        protection: Protection::Auth,
        username: "Mufasa",
        password: "Circle of Life",
        realm: "http-auth@example.org",
        nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        opaque: "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
        count: "00000001",
        client_nonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
        method: "GET",
        uri: "/dir/index.html",
        body: b"",
    }
}

#[test]
fn the_example_of_the_rfc() {
    assert_eq!(example(DigestAlgorithm::Md5).response(), "8ca523f5e9506fed4657c9700eebdbec");
    let sha256 = "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1";
    assert_eq!(example(DigestAlgorithm::Sha256).response(), sha256);
}

/// The example of RFC 7616 §3.9.2, with the response corrected by erratum 4897.
#[test]
fn the_second_example_of_the_rfc() {
    let proof = Proof {
        username: "J\u{e4}s\u{f8}n Doe",
        password: "Secret, or not?",
        realm: "api@example.org",
        nonce: "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK",
        client_nonce: "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v",
        uri: "/doe.json",
        ..example(DigestAlgorithm::Sha512Truncated)
    };
    assert_eq!(
        proof.response(),
        "3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5"
    );
}

/// The example of RFC 2617 §3.5, and its RFC 2069 form.
#[test]
fn the_examples_of_the_older_rfcs() {
    let proof = |protection| Proof {
        protection,
        password: "Circle Of Life",
        realm: "testrealm@host.com",
        nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
        client_nonce: "0a4f113b",
        ..example(DigestAlgorithm::Md5)
    };
    assert_eq!(proof(Protection::Auth).response(), "6629fae49393a05397450978507c4ef1");
    assert_eq!(proof(Protection::Legacy).response(), "670fd8c2df070c60b045671b8b24ff02");
}

fn message(body: Option<&'static [u8]>) -> Message<'static> {
    Message { method: "POST", server: "h.test", uri: "/p?q=1", body }
}

fn saved(algorithm: &str, qop: &str) -> Digest {
    let parameters = [
        ("username", "u"),
        ("password", "p"),
        ("realm", "r"),
        ("nonce", "n"),
        ("opaque", "o"),
        ("nonceCount", "00000007"),
        ("clientNonce", "cn"),
        ("algorithm", algorithm),
        ("qop", qop),
    ];
    Digest::from_parameters(&parameters.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

/// Recorded from Postman's runtime.
#[test]
fn saved_challenges_are_answered_as_postman_does() {
    let header =
        |algorithm, qop| saved(algorithm, qop).sign(&[], &message(Some(b"a=1"))).unwrap().unwrap();
    assert_eq!(
        header("", "auth"),
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/p?q=1\", \
         algorithm=\"MD5\", qop=auth, nc=00000007, cnonce=\"cn\", \
         response=\"e442b5d312c9b12db18e69bf88569d53\", opaque=\"o\""
    );
    assert_eq!(
        header("MD5-sess", "auth-int"),
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/p?q=1\", \
         algorithm=\"MD5-sess\", qop=auth-int, nc=00000007, cnonce=\"cn\", \
         response=\"95064cb348ac30899970907dae89aac7\", opaque=\"o\""
    );
    assert_eq!(
        header("SHA-256", ""),
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/p?q=1\", \
         algorithm=\"SHA-256\", \
         response=\"cdbca35ff92b75a5f16e80deb961e7c9594bd73b98c463a0f8aeda4971a2ea6e\", opaque=\"o\""
    );
    assert_eq!(
        header("SHA-256-sess", "auth"),
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/p?q=1\", \
         algorithm=\"SHA-256-sess\", qop=auth, nc=00000007, cnonce=\"cn\", \
         response=\"6ba1230d199c63d430b6d71704199e68b3349faa6f4bca7db444e4b577291721\", opaque=\"o\""
    );
    assert_eq!(
        header("SHA-512-256", "auth-int"),
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/p?q=1\", \
         algorithm=\"SHA-512-256\", qop=auth-int, nc=00000007, cnonce=\"cn\", \
         response=\"61a7c1bf428641a36857815c12c40d50f5b9d32a4cd287f7a8ac2e14e889127d\", opaque=\"o\""
    );
    assert_eq!(
        header("SHA-512-256-sess", "auth"),
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/p?q=1\", \
         algorithm=\"SHA-512-256-sess\", qop=auth, nc=00000007, cnonce=\"cn\", \
         response=\"09fa33c739526302ccc79bd7b64d3a8c8787019d27860ad679f1ffdf1eef4953\", opaque=\"o\""
    );
}

#[test]
fn nothing_is_sent_before_a_challenge_and_no_answer_is_given_twice() {
    let digest = Digest::new("u", "p");
    assert_eq!(digest.sign(&[], &message(Some(b""))), Ok(None));
    let asked = "Digest realm=\"oracle\", nonce=\"0123456789abcdef\", qop=\"auth\", algorithm=MD5, opaque=\"0pa9ue\"";
    let answer = digest.answer(&[], [asked], None, &message(Some(b""))).unwrap().unwrap();
    assert!(answer.starts_with(
        "Digest username=\"u\", realm=\"oracle\", nonce=\"0123456789abcdef\", uri=\"/p?q=1\""
    ));
    assert!(answer.contains("algorithm=\"MD5\", qop=auth, nc=00000001, cnonce=\""), "{answer}");
    assert!(answer.ends_with(", opaque=\"0pa9ue\""));
    assert_eq!(digest.answer(&[], [asked], Some(&answer), &message(Some(b""))), Ok(None));
    let stale = format!("{asked}, stale=true");
    assert!(
        digest.answer(&[], [stale.as_str()], Some(&answer), &message(Some(b""))).unwrap().is_some()
    );
}

#[test]
fn a_challenge_serves_later_requests_to_the_same_server() {
    let digest = Digest::new("u", "p");
    let asked = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";
    digest.answer(&[], [asked], None, &message(Some(b""))).unwrap().unwrap();
    let second = digest.clone().sign(&[], &message(Some(b""))).unwrap().unwrap();
    assert!(second.contains("nc=00000002"), "{second}");
    let elsewhere = Message { server: "other.test", ..message(Some(b"")) };
    assert_eq!(digest.sign(&[], &elsewhere), Ok(None));
}

#[test]
fn challenges_are_found_among_others() {
    let header = "Basic realm=\"a, b\", Digest realm=\"x \\\"y\\\"\", nonce=\"n1\",algorithm=SHA-1024, Negotiate, \
                  digest NONCE=n2 , qop=\"auth-int, auth\",stale=FALSE";
    let found = parse(header);
    assert_eq!(
        (found.len(), found[0].realm.as_str(), found[1].nonce.as_str()),
        (2, "x \"y\"", "n2")
    );
    let chosen = choose(found, "SHA-256").unwrap();
    assert_eq!((chosen.nonce.as_str(), chosen.protection("", Some(b""))), ("n2", Protection::Auth));
    assert_eq!(parse("Digest"), []);
    assert_eq!(choose(parse("Digest nonce=\"n\", algorithm=SHA-1024"), ""), None);
}

#[test]
fn the_wanted_algorithm_is_preferred() {
    let both = ["Digest nonce=\"a\", algorithm=SHA-256", "Digest nonce=\"b\", algorithm=MD5"];
    let chosen =
        |wanted| choose(both.iter().flat_map(|text| parse(text)).collect(), wanted).unwrap().nonce;
    assert_eq!((chosen("MD5"), chosen("")), ("b".to_owned(), "a".to_owned()));
}

#[test]
fn a_streamed_body_cannot_be_protected() {
    let refused = saved("MD5", "auth-int").sign(&[], &message(None));
    assert_eq!(refused, Err(AuthProblem::StreamedBody { scheme: "digest" }));
    let asked = "Digest nonce=\"n\", qop=\"auth,auth-int\"";
    let answer = Digest::new("u", "p")
        .answer(&[("qop", "auth-int")], [asked], None, &message(None))
        .unwrap()
        .unwrap();
    assert!(answer.contains("qop=auth,"), "{answer}");
}

#[test]
fn unknown_algorithms_are_refused() {
    let refused = saved("SHA-1", "auth").sign(&[], &message(Some(b"")));
    assert_eq!(
        refused,
        Err(AuthProblem::UnknownAlgorithm { scheme: "digest", algorithm: "SHA-1".to_owned() })
    );
}
