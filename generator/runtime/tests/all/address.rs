//! Addresses are parsed once.

use crate::runtime::client::address::Parsed;
use url::Url;

#[test]
fn targets_are_parsed_as_whole_addresses_are() {
    let rests = [
        "",
        "/",
        "/a/../b?c=d#e",
        "//other.test/x",
        "/\\other.test",
        "/\t/other.test",
        "/?a",
        "/é",
        "?a",
        "\\a",
        ":81/a",
        ".other.test/a",
    ];
    let origins = [
        "http://h.test",
        "https://u:p@h.test:8443",
        "http://[::1]:80",
        "http://münchen.test",
        "HTTP://H.TEST",
    ];
    for (origin, path) in origins
        .into_iter()
        .flat_map(|origin| ["", "/", "/v1", "?a", "#b"].map(|path| (origin, path)))
    {
        let parsed = Parsed::of(&format!("{origin}{path}")).unwrap();
        for rest in rests {
            let target = format!("{origin}{rest}");
            assert!(
                parsed.url(&target).is_none_or(|url| Ok(url) == Url::parse(&target)),
                "{target}"
            );
        }
        let usual = format!("{origin}/a?b=c");
        assert_eq!(parsed.url(&usual), Url::parse(&usual).ok());
    }
}

#[test]
fn what_is_elsewhere_is_not_parsed_here() {
    let parsed = Parsed::of("http://h.test/v1").unwrap();
    for target in [
        "http://h.test//other.test",
        "http://h.test.other/a",
        "http://h.test:81/a",
        "https://h.test/a",
        "/a",
    ] {
        assert!(parsed.url(target).is_none(), "{target}");
    }
    assert!(Parsed::of("no address").is_none());
}
