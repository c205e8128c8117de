use runtime::auth::encoding::{form_pairs, hex, strict};
use runtime::auth::fresh::Calendar;
use runtime::auth::parameters::Parameters;
use runtime::auth::target::Target;

#[test]
fn own_parameters_win_over_settings_and_the_last_of_two_counts() {
    let pairs = [("a".to_owned(), "1".to_owned()), ("a".to_owned(), "2".to_owned())];
    let own = Parameters::from_pairs(&pairs);
    let resolved = own.over(&[("a", "setting"), ("b", "true")]);
    assert_eq!(resolved.text("a"), "2");
    assert!(resolved.flag("b"));
    assert_eq!(resolved.get("c"), None);
}

#[test]
fn debug_shows_no_value() {
    let mut own = Parameters::default();
    own.set("password", "hunter2");
    assert_eq!(format!("{own:?}"), "{\"password\"}");
}

#[test]
fn the_calendar_knows_leap_years_and_ends_of_years() {
    let at = |seconds| {
        let c = Calendar::of(seconds);
        (c.year, c.month, c.day, c.hour, c.minute, c.second)
    };
    assert_eq!(at(0), (1970, 1, 1, 0, 0, 0));
    assert_eq!(at(951_782_400), (2000, 2, 29, 0, 0, 0));
    assert_eq!(at(1_440_938_160), (2015, 8, 30, 12, 36, 0));
    assert_eq!(at(1_709_251_199), (2024, 2, 29, 23, 59, 59));
    assert_eq!(at(1_735_689_599), (2024, 12, 31, 23, 59, 59));
}

#[cfg(feature = "edgegrid")]
#[test]
fn a_uuid_has_its_version_and_variant() {
    let uuid = runtime::auth::fresh::chance::uuid().unwrap();
    assert_eq!(uuid.len(), 36);
    assert_eq!(&uuid[14..15], "4");
    assert!("89ab".contains(&uuid[19..20]));
}

#[test]
fn a_url_is_cut_into_its_parts() {
    let target = Target::of("https://me@Example.com:8443/a//b?x=1?&y#z");
    assert_eq!((target.scheme, target.host, target.port), ("https", "Example.com", Some("8443")));
    assert_eq!((target.path, target.query), ("/a//b", Some("x=1?&y")));
    assert_eq!(target.authority(), "example.com:8443");
    assert_eq!(Target::of("http://h.test?q").path_and_query(), "/?q");
    assert_eq!(Target::of("http://[::1]/").authority(), "[::1]");
}

#[test]
fn only_unreserved_characters_stay() {
    assert_eq!(strict("Ladies + Gentlemen"), "Ladies%20%2B%20Gentlemen");
    assert_eq!(strict("-._~!*'()é"), "-._~%21%2A%27%28%29%C3%A9");
}

#[test]
fn pairs_are_decoded() {
    let pair = |key: &str, value: Option<&str>| (key.to_owned(), value.map(str::to_owned));
    assert_eq!(
        form_pairs("a=1+2&&b&c=%3d%zz="),
        [pair("a", Some("1 2")), pair("b", None), pair("c", Some("=%zz="))]
    );
}

#[test]
fn hexadecimal_digits_are_in_lower_case() {
    assert_eq!(hex(&[0, 0xAB, 0xff]), "00abff");
}
