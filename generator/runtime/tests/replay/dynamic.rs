//! Dynamic variables.

use std::time::Duration;

use crate::runner::dynamic::recipes::RECIPES;
use crate::runner::dynamic::{Dynamic, clock};

/// Variables whose values depend on the clock.
const CLOCK: [&str; 5] =
    ["timestamp", "isoTimestamp", "randomDatePast", "randomDateFuture", "randomDateRecent"];

fn source() -> Dynamic {
    Dynamic::seeded(7, Duration::from_millis(1_709_210_096_789))
}

#[test]
fn all_118_names_have_a_value() {
    let mut dynamic = source();
    let names: std::collections::BTreeSet<&str> =
        CLOCK.into_iter().chain(RECIPES.iter().map(|(name, _)| *name)).collect();
    assert_eq!(names.len(), 118);
    for name in names {
        for _ in 0..50 {
            let value = dynamic.make(&format!("${name}")).expect(name);
            assert!(
                !value.is_empty() && !value.contains(['{', '}']) && value.trim() == value,
                "{name}: {value:?}"
            );
        }
    }
}

#[test]
fn names_are_exact() {
    let mut dynamic = source();
    for name in ["guid", "$Guid", "$", "$nope", "$hex", "$__proto__", ""] {
        assert_eq!(dynamic.make(name), None, "{name}");
    }
}

#[test]
fn the_clock_is_written_as_javascript_does() {
    let mut dynamic = source();
    assert_eq!(dynamic.make("$isoTimestamp").as_deref(), Some("2024-02-29T12:34:56.789Z"));
    assert_eq!(dynamic.make("$timestamp").as_deref(), Some("1709210097"));
    assert_eq!(
        clock::long(Duration::from_secs(1_709_210_096)),
        "Thu Feb 29 2024 12:34:56 GMT+0000 (Coordinated Universal Time)"
    );
    assert_eq!(clock::iso(Duration::ZERO), "1970-01-01T00:00:00.000Z");
    assert_eq!(clock::iso(Duration::from_secs(4_107_542_399)), "2100-02-28T23:59:59.000Z");
    assert_eq!(clock::iso(Duration::from_secs(4_107_542_400)), "2100-03-01T00:00:00.000Z");
}

#[test]
fn shapes_are_those_of_the_names() {
    let mut dynamic = source();
    for _ in 0..200 {
        let guid = dynamic.make("$guid").unwrap();
        let lengths: Vec<usize> = guid.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{guid}");
        assert!(
            guid.as_bytes()[14] == b'4' && matches!(guid.as_bytes()[19], b'8' | b'9' | b'a' | b'b'),
            "{guid}"
        );
        assert!(dynamic.make("$randomInt").unwrap().parse::<u32>().unwrap() <= 1000);
        assert!(dynamic.make("$randomIP").unwrap().parse::<std::net::Ipv4Addr>().is_ok());
        assert!(dynamic.make("$randomIPV6").unwrap().parse::<std::net::Ipv6Addr>().is_ok());
        assert!(dynamic.make("$randomBoolean").unwrap().parse::<bool>().is_ok());
        assert!(dynamic.make("$randomLatitude").unwrap().parse::<f64>().unwrap().abs() < 90.0);
        assert!((15..=31).contains(&dynamic.make("$randomBankAccountIban").unwrap().len()));
        let color = dynamic.make("$randomHexColor").unwrap();
        assert!(color.len() == 7 && color.starts_with('#'), "{color}");
        let words = dynamic.make("$randomWords").unwrap();
        assert!((2..=5).contains(&words.split(' ').count()), "{words}");
    }
}

#[test]
fn a_clone_makes_the_same_values() {
    let mut dynamic = source();
    let mut again = dynamic.clone();
    assert_eq!(dynamic.make("$randomEmail"), again.make("$randomEmail"));
    assert_ne!(dynamic.make("$guid"), dynamic.make("$guid"));
}
