//! Formats of texts: which there are, sets of them, and which a text has.

use std::net::IpAddr;

/// Formats of texts, named as in OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of OpenAPI")]
pub enum Format {
    DateTime,
    Date,
    Time,
    Uuid,
    Email,
    Uri,
    Ip,
    Byte,
    Password,
}

impl Format {
    /// All formats; of several that fit, the first counts.
    pub const ALL: [Format; 9] = [
        Format::DateTime,
        Format::Date,
        Format::Time,
        Format::Uuid,
        Format::Email,
        Format::Uri,
        Format::Ip,
        Format::Byte,
        Format::Password,
    ];

    /// OpenAPI's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Format::DateTime => "date-time",
            Format::Date => "date",
            Format::Time => "time",
            Format::Uuid => "uuid",
            Format::Email => "email",
            Format::Uri => "uri",
            Format::Ip => "ip",
            Format::Byte => "byte",
            Format::Password => "password",
        }
    }

    /// Whether the text has this format. Any text may be base64-looking by chance or be a password: those two are
    /// never proven by a text, only by a placeholder.
    pub fn fits(self, text: &str) -> bool {
        match self {
            Format::DateTime => is_date_time(text),
            Format::Date => is_date(text),
            Format::Time => is_time(text.as_bytes()),
            Format::Uuid => is_uuid(text),
            Format::Email => is_email(text),
            Format::Uri => is_uri(text),
            Format::Ip => text.parse::<IpAddr>().is_ok(),
            Format::Byte => is_base64(text),
            Format::Password => true,
        }
    }
}

/// A set of formats.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Formats(u16);

impl Formats {
    /// No format.
    pub const NONE: Formats = Formats(0);
    /// Every format.
    pub const ALL: Formats = Formats((1 << Format::ALL.len()) - 1);

    /// Just this one.
    pub fn only(format: Format) -> Formats {
        Formats(1 << format as u16)
    }

    /// The formats that the text has.
    pub fn of(text: &str) -> Formats {
        Formats::ALL.that_fit(text)
    }

    /// Those of these formats that the text has.
    pub fn that_fit(self, text: &str) -> Formats {
        let fitting =
            Format::ALL.into_iter().filter(|format| self.has(*format) && format.fits(text));
        fitting.fold(Formats::NONE, |all, format| all.or(Formats::only(format)))
    }

    /// The formats that a text can speak for: see [`Format::fits`].
    pub fn provable() -> Formats {
        Formats(
            Formats::ALL.0 & !(Formats::only(Format::Byte).0 | Formats::only(Format::Password).0),
        )
    }

    /// The formats of either.
    pub fn or(self, other: Formats) -> Formats {
        Formats(self.0 | other.0)
    }

    /// The formats of both.
    pub fn and(self, other: Formats) -> Formats {
        Formats(self.0 & other.0)
    }

    /// Whether it is one of them.
    pub fn has(self, format: Format) -> bool {
        self.0 & Formats::only(format).0 != 0
    }

    /// The first of them in the order of [`Format::ALL`].
    pub fn first(self) -> Option<Format> {
        Format::ALL.into_iter().find(|format| self.has(*format))
    }
}

/// `2020-01-31T23:59:60.5`, then nothing (a local time), `Z`, `+01:00`, `+0100` or `+01`.
fn is_date_time(text: &str) -> bool {
    match text.split_at_checked(10) {
        Some((date, rest)) => {
            is_date(date) && rest.starts_with(['T', 't']) && is_time(&rest.as_bytes()[1..])
        }
        None => false,
    }
}

/// `2020-01-31`.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return false;
    }
    let (Some(year), Some(month), Some(day)) =
        (digits(&bytes[..4]), digits(&bytes[5..7]), digits(&bytes[8..]))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// `23:59:60`, with or without a fraction, then nothing or an offset.
fn is_time(bytes: &[u8]) -> bool {
    if bytes.len() < 8 || bytes[2] != b':' || bytes[5] != b':' {
        return false;
    }
    let clock = (digits(&bytes[..2]), digits(&bytes[3..5]), digits(&bytes[6..8]));
    if !matches!(clock, (Some(0..=23), Some(0..=59), Some(0..=60))) {
        return false;
    }
    let mut rest = &bytes[8..];
    if let [b'.', fraction @ ..] = rest {
        let length = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    is_offset(rest)
}

/// Nothing, `Z`, `+01:00`, `+0100` or `+01`.
fn is_offset(bytes: &[u8]) -> bool {
    let (hours, minutes) = match bytes {
        [] | [b'Z' | b'z'] => return true,
        [b'+' | b'-', hours @ ..] if hours.len() == 2 => (hours, &b"00"[..]),
        [b'+' | b'-', rest @ ..] if rest.len() == 4 => rest.split_at(2),
        [b'+' | b'-', rest @ ..] if rest.len() == 5 && rest[2] == b':' => (&rest[..2], &rest[3..]),
        _ => return false,
    };
    matches!((digits(hours), digits(minutes)), (Some(0..=23), Some(0..=59)))
}

/// The number that these digits write; `None` when one is none.
fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |number, byte| match byte {
        b'0'..=b'9' => Some(number * 10 + u32::from(byte - b'0')),
        _ => None,
    })
}

/// `123e4567-e89b-12d3-a456-426614174000`.
fn is_uuid(text: &str) -> bool {
    let dash = |index| matches!(index, 8 | 13 | 18 | 23);
    let fits = |(index, byte): (usize, u8)| {
        if dash(index) { byte == b'-' } else { byte.is_ascii_hexdigit() }
    };
    text.len() == 36 && text.bytes().enumerate().all(fits)
}

/// `name@example.org`.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let in_name = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    !name.is_empty()
        && !name.contains("{{")
        && name.chars().all(in_name)
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

/// `https://example.org/a?b#c`: a scheme, `://`, and only characters that a URI may hold.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let in_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let in_rest = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(in_scheme)
        && rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && rest.chars().all(in_rest))
}

/// The standard or the URL alphabet of base64, padded.
fn is_base64(text: &str) -> bool {
    let content = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - content.len() <= 2
        && content.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(text: &str) -> Option<Format> {
        Formats::of(text).and(Formats::provable()).first()
    }

    #[test]
    fn date_times_of_all_kinds() {
        for text in [
            "2020-02-29T23:59:60Z",
            "2020-02-29t00:00:00.123456z",
            "2020-02-29T00:00:00+01:00",
            "2020-02-29T00:00:00.5-0130",
            "2020-02-29T00:00:00+00",
            "2020-02-29T00:00:00",
        ] {
            assert_eq!(format(text), Some(Format::DateTime), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_time() {
        for text in [
            "2021-02-29T00:00:00Z",
            "2020-13-01T00:00:00Z",
            "2020-01-01T24:00:00Z",
            "2020-01-01T00:00:00.Z",
            "2020-01-01T00:00:00+1",
            "2020-01-01T00:00",
            "2020-01-01 00:00:00",
            "2020-01-0",
            "ä020-01-01",
            "20:00",
            "1.2.3",
            "a@b",
            "a b@c.de",
            "http://",
            "http://a b",
            "https://api.example.com/users{/id}",
            "mailto:a",
        ] {
            assert_eq!(format(text), None, "{text}");
        }
    }

    #[test]
    fn other_formats() {
        assert_eq!(format("2020-01-31"), Some(Format::Date));
        assert_eq!(format("23:00:00.1+02:00"), Some(Format::Time));
        assert_eq!(format("123e4567-e89b-12d3-a456-426614174000"), Some(Format::Uuid));
        assert_eq!(format("first.last+tag@mail.example.org"), Some(Format::Email));
        assert_eq!(format("https://example.org/a?b=c#d"), Some(Format::Uri));
        assert_eq!(format("10.0.0.1"), Some(Format::Ip));
        assert_eq!(format("fe80::1"), Some(Format::Ip));
    }

    #[test]
    fn base64_is_possible_but_never_proven() {
        assert!(Formats::of("QUJD").has(Format::Byte));
        assert_eq!(format("QUJD"), None);
        assert!(!Formats::of("not base64").has(Format::Byte));
    }
}
