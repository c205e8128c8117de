use std::time::{Duration, UNIX_EPOCH};

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{
    self as algorithms, EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair, UnparsedPublicKey,
    VerificationAlgorithm,
};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use runtime::auth::asap::Asap;
use runtime::auth::encoding::tolerant_base64;
use runtime::auth::fresh::Clock;
use runtime::auth::jose::JwtAlgorithm;
use runtime::auth::jose::members::Members;
use runtime::auth::jwt::{Jwt, Placement};
use runtime::auth::problem::AuthProblem;

const RSA: &str = include_str!("keys/rsa.pkcs8.pem");
const P256: &str = include_str!("keys/p256.pkcs8.pem");
const P384: &str = include_str!("keys/p384.pkcs8.pem");
const P521: &str = include_str!("keys/p521.pkcs8.pem");

/// The example of RFC 7515 §A.1.
#[test]
fn the_hmac_example_of_the_rfc() {
    let secret =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    let signed = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
                  eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    let signature = JwtAlgorithm::HS256
        .sign("jwt", &tolerant_base64(secret).unwrap(), signed.as_bytes())
        .unwrap();
    assert_eq!(
        BASE64_URL_SAFE_NO_PAD.encode(signature),
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
}

/// The following two were recorded from Postman's runtime.
#[test]
fn a_header_of_postman() {
    let jwt = Jwt::with_secret("c2Vj-_cmV0=").base64_secret().algorithm(JwtAlgorithm::HS512);
    let jwt = jwt.header(r#"{"typ": "JWT", "alg":"x", "kid":"a \" b"}"#);
    let jwt = jwt.payload("{ \"b\": 1,\n \"a\": [true, {\"c\": \"d  e\"}] }");
    let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiIsImtpZCI6ImEgXCIgYiJ9.eyJiIjoxLCJhIjpbdHJ1ZSx7ImMiOiJkICBlIn1dfQ.\
                 6AtTiah8175VOyz_uHr2O0gQp5weaL0odESlSqWXyDp_QE45Q-ooVRe-pj4PSMqVWQNaYs7T1T9Dcb_7kruwlA";
    assert_eq!(jwt.sign(&[]).unwrap(), Placement::Header(format!("Bearer {token}")));
    assert_eq!(jwt.clone().in_header("").sign(&[]).unwrap(), Placement::Header(token.to_owned()));
    assert_eq!(
        jwt.sign(&[("headerPrefix", "JWT")]).unwrap(),
        Placement::Header(format!("JWT {token}"))
    );
    assert_eq!(jwt.sign(&[("addTokenTo", "elsewhere")]).unwrap(), Placement::Nowhere);
}

#[test]
fn a_query_of_postman() {
    let jwt = Jwt::with_private_key(JwtAlgorithm::RS384, RSA).in_query("jwt");
    let token = "eyJhbGciOiJSUzM4NCJ9.e30.\
                 EbAAZR8avsTY4ufz7DyZYUnBX40h7hdOF2LRNjuhDqvEnmXU2f_zvlE_D6OLOmrbNI3nmZo7DgnBp1POivZ1yhGKwvqBgS1zZR3q\
                 NTIlvEEmk988yidZUp-ISNp95je8B8srGSAqBVhRt6AI7IBsBOtt3TrCJS4Ch5kQQS5M0XCRUUMFkKJLs616ZFRr5X1yOaEsYZfz\
                 5Rpoe2yDIK0f7DbnSCrwt9J92cJThsWh5zEBxEvOSf650cwGzCmy8rd0h1JnC0Tcpkq2Ddmly-St_slct5UHY2p4DM_guQqCwt2f\
                 RZ9oZZ6BQpb5_XBUobfnmNGYzedCYMbjE7o-WERDZA";
    assert_eq!(
        jwt.sign(&[]).unwrap(),
        Placement::Query { key: "jwt".to_owned(), token: token.to_owned() }
    );
}

fn parts(token: &str) -> (&str, Vec<u8>) {
    let (signed, signature) = token.rsplit_once('.').unwrap();
    (signed, BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap())
}

fn token(algorithm: JwtAlgorithm, key: &str) -> String {
    match Jwt::with_private_key(algorithm, key)
        .in_header("")
        .payload("{\"a\":1}")
        .sign(&[])
        .unwrap()
    {
        Placement::Header(token) => token,
        other => panic!("{other:?}"),
    }
}

fn check(algorithm: &'static dyn VerificationAlgorithm, public: &[u8], token: &str) {
    let (signed, signature) = parts(token);
    UnparsedPublicKey::new(algorithm, public)
        .verify(signed.as_bytes(), &signature)
        .expect("a good signature");
}

fn content(pem: &str) -> Vec<u8> {
    let lines: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    tolerant_base64(&lines).unwrap()
}

#[test]
fn signatures_that_differ_each_time_are_good() {
    let rsa = RsaKeyPair::from_pkcs8(&content(RSA))
        .unwrap()
        .public_key()
        .as_der()
        .unwrap()
        .as_ref()
        .to_vec();
    check(&algorithms::RSA_PSS_2048_8192_SHA256, &rsa, &token(JwtAlgorithm::PS256, RSA));
    check(&algorithms::RSA_PSS_2048_8192_SHA384, &rsa, &token(JwtAlgorithm::PS384, RSA));
    check(&algorithms::RSA_PSS_2048_8192_SHA512, &rsa, &token(JwtAlgorithm::PS512, RSA));
    let curve = |algorithm: &'static EcdsaSigningAlgorithm, pem: &str| {
        EcdsaKeyPair::from_pkcs8(algorithm, &content(pem)).unwrap().public_key().as_ref().to_vec()
    };
    let p256 = curve(&algorithms::ECDSA_P256_SHA256_FIXED_SIGNING, P256);
    check(&algorithms::ECDSA_P256_SHA256_FIXED, &p256, &token(JwtAlgorithm::ES256, P256));
    check(
        &algorithms::ECDSA_P256_SHA256_FIXED,
        &p256,
        &token(JwtAlgorithm::ES256, include_str!("keys/p256.sec1.pem")),
    );
    let p384 = curve(&algorithms::ECDSA_P384_SHA384_FIXED_SIGNING, P384);
    check(&algorithms::ECDSA_P384_SHA384_FIXED, &p384, &token(JwtAlgorithm::ES384, P384));
    let p521 = curve(&algorithms::ECDSA_P521_SHA512_FIXED_SIGNING, P521);
    check(&algorithms::ECDSA_P521_SHA512_FIXED, &p521, &token(JwtAlgorithm::ES512, P521));
}

#[test]
fn rsa_keys_may_be_in_either_form() {
    let other = include_str!("keys/rsa.pkcs1.pem");
    assert_eq!(token(JwtAlgorithm::RS256, RSA), token(JwtAlgorithm::RS256, other));
    assert_eq!(token(JwtAlgorithm::RS512, RSA), token(JwtAlgorithm::RS512, other));
}

#[test]
fn what_cannot_be_signed_is_refused() {
    let refused = |jwt: Jwt| jwt.sign(&[]).unwrap_err();
    assert_eq!(
        refused(Jwt::default()),
        AuthProblem::Missing { scheme: "jwt", parameter: "secret" }
    );
    let wrong_curve = Jwt::with_private_key(JwtAlgorithm::ES256, P384);
    assert_eq!(refused(wrong_curve), AuthProblem::Key { scheme: "jwt" });
    let no_key = Jwt::with_private_key(JwtAlgorithm::RS256, "no key");
    assert_eq!(refused(no_key), AuthProblem::Key { scheme: "jwt" });
    assert_eq!(
        refused(Jwt::with_secret("s").payload("[1]")),
        AuthProblem::Json { parameter: "payload" }
    );
    let unknown = Jwt::with_secret("s").sign(&[("algorithm", "none")]);
    assert_eq!(
        unknown,
        Err(AuthProblem::UnknownAlgorithm { scheme: "jwt", algorithm: "none".to_owned() })
    );
}

#[test]
fn members_keep_their_order_and_their_numbers() {
    let mut members =
        Members::parse(" {\"z\": 1.0, \"a\": 12345678901234567890, \"z\": \"\\\\\" } ").unwrap();
    assert_eq!(members.to_json(), "{\"z\":\"\\\\\",\"a\":12345678901234567890}");
    members.set_text("a", "b");
    members.set_number("n", 7);
    assert_eq!(members.to_json(), "{\"z\":\"\\\\\",\"a\":\"b\",\"n\":7}");
    assert!(Members::parse("[]").is_none());
}

/// Recorded from Postman's runtime.
#[test]
fn a_service_token_of_postman() {
    let claims = r#"{"x":"y","iat":1440938160,"jti":"j","exp":"1440938999x"}"#;
    let want = "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsvMSJ9.eyJ4IjoieSIsImlhdCI6MTQ0MDkzODE2MCwianRpIjoiaiIsImV4cCI6MTQ0MDk\
                zODk5OSwiaXNzIjoibWUiLCJzdWIiOiJtZSIsImF1ZCI6InlvdSJ9.YUsmZkWuP4g7S7w03yQrkTriUenMC3wokS5aXQWiw7U1v2\
                PPvlDKw6gb90q4Abhj1FJiNKibKtkeCz9DYsla1Rrv65FQW2zrgoUkpRajDM4o2zfIgtaueRROTiZ47bcxNUtBLfgumO7UhEI9RY\
                kayX8NcuekEI41e9knRf-ehevsaL-gvvUTa3XNeX5NkUH_e2WSXWE-NBNSwSeEITj0vLXo4ujV-xXFTYBLsddHqRnMLKrUZbCSws\
                ZmeQP34vT6L4HMjDweZ8760J6lkcj9IaJq1leIwcgvQe5Dl3ZiZa69PCngdILtu26naOJNAlP88x9Rzzy57U2AOZnb4PKQVQ";
    let asap = Asap::new("me", "k/1", RSA).audience("you").claims(claims);
    assert_eq!(asap.sign(&[]).unwrap(), want);
    let content: String = RSA.lines().filter(|line| !line.starts_with("-----")).collect();
    let uri = format!("\"data:application/pkcs8;kid=k%2F1;base64,{content}\"");
    assert_eq!(
        Asap::new("me", "k/1", uri.as_str()).audience("you").claims(claims).sign(&[]).unwrap(),
        want
    );
    let other_key = Asap::new("me", "other", uri).audience("you").sign(&[]);
    assert_eq!(other_key, Err(AuthProblem::Key { scheme: "asap" }));
}

#[test]
fn a_service_token_lasts_an_hour_unless_told_otherwise() {
    let clock = Clock::Fixed(UNIX_EPOCH + Duration::from_secs(1_000_000));
    let asap =
        Asap::new("me", "k", P256).audience("you").algorithm(JwtAlgorithm::ES256).clock(clock);
    let payload = |asap: &Asap| {
        let header = asap.sign(&[]).unwrap();
        let payload = header.split('.').nth(1).unwrap();
        serde_json::from_slice::<serde_json::Value>(
            &BASE64_URL_SAFE_NO_PAD.decode(payload).unwrap(),
        )
        .unwrap()
    };
    let usual = payload(&asap);
    assert_eq!((&usual["iat"], &usual["exp"]), (&1_000_000.into(), &1_003_600.into()));
    assert_eq!(
        (usual["sub"].as_str(), usual["jti"].as_str().map(str::len)),
        (Some("me"), Some(36))
    );
    assert_eq!(payload(&asap.clone().lifetime(60))["exp"], 1_000_060);
    assert_eq!(
        Asap::new("me", "k", P256).sign(&[]),
        Err(AuthProblem::Missing { scheme: "asap", parameter: "aud" })
    );
}
