use runtime::auth::hawk::{Hawk, HawkAlgorithm, Message};
use runtime::auth::target::Target;

fn message(method: &'static str) -> Message<'static> {
    let target = Target::of("http://example.com:8000/resource/1?b=1&a=2");
    Message { method, target, content_type: "text/plain", body: Some(b"Thank you for flying Hawk") }
}

fn credentials() -> Hawk {
    Hawk::new("dh37fgj492je", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn")
        .fixed("j4h3g2", "1353832234")
}

fn header(credentials: &Hawk, message: &Message<'_>) -> String {
    credentials.sign(&[], message).unwrap().unwrap()
}

/// The protocol example of Hawk's documentation.
#[test]
fn the_published_example() {
    assert_eq!(
        header(&credentials().ext("some-app-ext-data"), &message("GET")),
        "Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", ext=\"some-app-ext-data\", \
         mac=\"6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=\""
    );
}

/// The example of payload validation in Hawk's documentation.
#[test]
fn the_published_example_with_a_payload_hash() {
    assert_eq!(
        header(&credentials().ext("some-app-ext-data").with_payload_hash(), &message("POST")),
        "Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", hash=\"Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=\", \
         ext=\"some-app-ext-data\", mac=\"aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw=\""
    );
}

/// Recorded from Postman's runtime.
#[test]
fn the_header_of_postman() {
    let credentials = Hawk::new("id", "key").fixed("n", "1").with_payload_hash();
    let full = credentials
        .clone()
        .algorithm(HawkAlgorithm::Sha1)
        .ext("a\\b\\c\"d")
        .app("ap")
        .delegation("de");
    let target = Target::of("https://h.test/a%20b?q=x");
    let message = Message {
        method: "POST",
        target,
        content_type: "Text/Plain; charset=x",
        body: Some("hé".as_bytes()),
    };
    assert_eq!(
        header(&full, &message),
        "Hawk id=\"id\", ts=\"1\", nonce=\"n\", hash=\"V/UI5TKaL/OGno4xH05XRHLrrEw=\", ext=\"a\\\\b\\\\c\\\"d\", \
         mac=\"Gul4Y6ZKVRTzjz0TbY+Eigo9RBA=\", app=\"ap\", dlg=\"de\""
    );
    let message = Message {
        method: "GET",
        target: Target::of("http://h.test/"),
        content_type: "",
        body: None,
    };
    assert_eq!(
        header(&credentials.app("ap"), &message),
        "Hawk id=\"id\", ts=\"1\", nonce=\"n\", mac=\"+9OlgRp1cj/F9iId5h6iGRlmnv4W9rABxBNll1kEo+k=\", app=\"ap\""
    );
}

#[test]
fn incomplete_credentials_add_nothing() {
    assert_eq!(Hawk::new("id", "").sign(&[], &message("GET")), Ok(None));
}

#[test]
fn parameters_of_the_collection_are_used() {
    let parameters =
        [("authKey", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn"), ("algorithm", "sha256")];
    let parameters = parameters.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let settings = [
        ("authId", "dh37fgj492je"),
        ("nonce", "j4h3g2"),
        ("timestamp", "1353832234"),
        ("extraData", "some-app-ext-data"),
    ];
    let header =
        Hawk::from_parameters(&parameters).sign(&settings, &message("GET")).unwrap().unwrap();
    assert!(header.ends_with("mac=\"6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=\""), "{header}");
}
