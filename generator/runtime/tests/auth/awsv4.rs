use std::time::{Duration, UNIX_EPOCH};

use runtime::auth::awsv4::{AwsV4, Message, Payload, Signed};
use runtime::auth::fresh::Clock;
use runtime::auth::problem::AuthProblem;
use runtime::auth::target::Target;

/// The credentials of AWS's test suite and documentation.
fn suite() -> AwsV4 {
    let clock = Clock::Fixed(UNIX_EPOCH + Duration::from_secs(1_440_938_160));
    AwsV4::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY").clock(clock)
}

fn s3_documentation() -> AwsV4 {
    let clock = Clock::Fixed(UNIX_EPOCH + Duration::from_secs(1_369_353_600));
    AwsV4::new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
        .clock(clock)
        .service("s3")
}

fn message<'a>(method: &'a str, url: &'a str, headers: &'a [(String, String)]) -> Message<'a> {
    Message { method, target: Target::of(url), headers, payload: Payload::None }
}

fn headers(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn sign(credentials: &AwsV4, message: &Message<'_>) -> Signed {
    credentials.sign(&[], message).unwrap()
}

fn header<'a>(signed: &'a Signed, name: &str) -> &'a str {
    signed.headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

fn signature(signed: &Signed) -> &str {
    header(signed, "authorization").rsplit_once("Signature=").map_or("", |(_, signature)| signature)
}

/// `get-vanilla`, `get-vanilla-query-order-key-case`, `post-vanilla` and `get-header-value-trim` of AWS's test suite.
#[test]
fn the_published_test_suite() {
    let suite = suite().service("service");
    let vanilla = sign(&suite, &message("GET", "https://example.amazonaws.com/", &[]));
    assert_eq!(
        header(&vanilla, "authorization"),
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, \
         Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    );
    assert_eq!(header(&vanilla, "x-amz-date"), "20150830T123600Z");
    let ordered = sign(
        &suite,
        &message("GET", "https://example.amazonaws.com/?Param2=value2&Param1=value1", &[]),
    );
    assert_eq!(
        signature(&ordered),
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    );
    let post = sign(&suite, &message("POST", "https://example.amazonaws.com/", &[]));
    assert_eq!(
        signature(&post),
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    );
    let list = headers(&[("my-header1", " value1"), ("my-header2", " \"a   b   c\"")]);
    let trimmed = sign(&suite, &message("GET", "https://example.amazonaws.com/", &list));
    assert_eq!(
        signature(&trimmed),
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
    );
}

/// "GET Bucket Lifecycle", "List Objects" and the presigned URL of the S3 API reference.
#[test]
fn the_published_s3_examples() {
    let s3 = s3_documentation();
    let lifecycle =
        sign(&s3, &message("GET", "https://examplebucket.s3.amazonaws.com/?lifecycle", &[]));
    assert_eq!(
        signature(&lifecycle),
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
    );
    let list = sign(
        &s3,
        &message("GET", "https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J", &[]),
    );
    assert_eq!(
        signature(&list),
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    );
    let presigned = sign(
        &s3.in_query(),
        &message("GET", "https://examplebucket.s3.amazonaws.com/test.txt", &[]),
    );
    assert_eq!(
        presigned.query.unwrap(),
        "X-Amz-Expires=86400&X-Amz-Date=20130524T000000Z&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
    );
}

/// The following signatures were recorded from Postman's runtime.
const ODD: &str = "/a%20b/./..//%2F[x]^%C3%A9+y(z)?b=2&a=1&a=0";

#[test]
fn headers_of_postman() {
    let list = headers(&[
        ("x-one", "  a   b "),
        ("range", "r"),
        ("user-agent", "r"),
        ("authorization", "old"),
        ("content-type", "q/r"),
        ("host", "by.hand"),
    ]);
    let url = format!("https://h.test:8443{ODD}&c&=z&d=x%20y+z(1)*&%C3%84=%C3%B6");
    let signed = sign(&suite().session_token("st+/="), &message("GET", &url, &list));
    assert_eq!(
        header(&signed, "authorization"),
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/execute-api/aws4_request, \
         SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-one, \
         Signature=6f1f59744f37d096b7aff37fc9d517cc82cc219dd6fa1f16cc93bfcbf46ea6a4"
    );
    assert_eq!(header(&signed, "x-amz-security-token"), "st+/=");
    assert_eq!(header(&signed, "x-amz-content-sha256"), "");
}

#[test]
fn s3_of_postman() {
    let signed = sign(
        &suite().service("s3").region("eu-west-1"),
        &message("GET", &format!("https://h.test{ODD}"), &[]),
    );
    assert_eq!(
        signature(&signed),
        "d969af9097e6cd7cc42416ee29c50066f5626d8b3c44985fa24c35c02b330c17"
    );
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(header(&signed, "x-amz-content-sha256"), empty);
}

#[test]
fn a_body_of_postman() {
    let mut message = message("POST", "https://h.test/", &[]);
    message.payload = Payload::Bytes(b"{\"a\":1}");
    let signed = sign(&suite().service("email"), &message);
    assert_eq!(
        signature(&signed),
        "d842de53b46a013d740c13c28ba52876b02f9a43b622e3de8732ed721606900c"
    );
    let hash = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
    assert_eq!(header(&signed, "x-amz-content-sha256"), hash);
}

#[test]
fn a_query_of_postman() {
    let settings = [("service", "s3"), ("addAuthDataToQuery", "true")];
    let message = message("GET", "https://h.test/k?X-Amz-Expires=5&X-Amz-Signature=old", &[]);
    let signed = suite().sign(&settings, &message).unwrap();
    assert_eq!(
        signed.query.unwrap(),
        "X-Amz-Expires=5&X-Amz-Date=20150830T123600Z&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=23ce605bbbcc067aeb61b4daba06a211a8398942770bb01999826b3a182b8331"
    );
    assert_eq!(signed.headers, []);
}

#[test]
fn a_streamed_body_goes_unsigned_to_s3_only() {
    let mut message = message("PUT", "https://h.test/k", &[]);
    message.payload = Payload::Stream;
    assert_eq!(suite().sign(&[], &message), Err(AuthProblem::StreamedBody { scheme: "awsv4" }));
    let signed = sign(&suite().service("s3"), &message);
    assert_eq!(header(&signed, "x-amz-content-sha256"), "UNSIGNED-PAYLOAD");
}

/// Postman's signer accepts missing and empty keys.
#[test]
fn incomplete_credentials_sign_too() {
    let clock = Clock::Fixed(UNIX_EPOCH + Duration::from_secs(1_440_938_160));
    let none =
        AwsV4::from_parameters(&[("secretKey".to_owned(), "secret".to_owned())]).clock(clock);
    let signed = sign(&none, &message("GET", "https://h.test/", &[]));
    assert!(
        header(&signed, "authorization")
            .contains("Credential=undefined/20150830/us-east-1/execute-api/aws4_request")
    );
    assert_eq!(
        signature(&signed),
        "a525bae45343eeb30f921ebd6cf1187598ed328a23dc6e6cc44d89af57dd7aed"
    );

    let odd = sign(
        &AwsV4::new("key", "").clock(clock),
        &message("GET", "https://h.test/a?ids[]=%23b&c=d", &[]),
    );
    assert_eq!(signature(&odd), "6e71b304d01dc35b880704ea022e2f8ca903963d116f4a862d6ca757f12d2825");
}
