//! Whether an object is a map: whether its keys are data.

use super::{Formats, Object, Shape};
use crate::hints;

impl Object {
    /// Whether the keys are data, judged by all keys seen at one place. Either every key is a mark that fakers make up for
    /// maps (`key_0`, `dolor_3f`), whatever the values are; or the values agree (one kind; objects share at least
    /// half of their members) and the keys are of one of these sorts:
    ///
    /// * each is a number, a UUID, a date, an e-mail address, an IP address, a URL, a path, a file name, a phone number, a
    ///   kind and a number (`user:1`), a variable, a long identifier (`is_data`) or a mark;
    /// * there are two or more, and all are codes of currencies, countries or languages ([`hints::are_codes`]).
    ///
    /// Everything else is an object with members. An object without keys is one too.
    pub fn is_map(&self) -> bool {
        let keys = || self.members.keys().map(String::as_str);
        if self.members.is_empty() {
            return false;
        }
        if keys().all(hints::is_map_mark) {
            return true;
        }
        let data = keys().all(|key| hints::is_map_mark(key) || is_data(key));
        let codes = || hints::are_codes(self.members.keys().map(String::as_str));
        (data || codes()) && self.values_agree()
    }

    /// The join of all values.
    pub fn value(&self) -> Shape {
        Shape::join_all(self.members.values().map(|member| &member.shape))
    }

    /// All values of which something is known are of one form.
    fn values_agree(&self) -> bool {
        let shapes = self.members.values().map(|member| &member.shape);
        Shape::join_all(shapes.filter(|shape| shape.known_kinds() > 0)).is_of_one_form()
    }

    /// At least half of the members are in every object seen.
    fn is_even(&self) -> bool {
        let shared = self.members.values().filter(|member| !member.optional).count();
        2 * shared >= self.members.len()
    }
}

impl Shape {
    /// Of one kind at most; objects share at least half of their members, or are maps. (It makes no difference whether the
    /// shape is settled.)
    fn is_of_one_form(&self) -> bool {
        self.known_kinds() <= 1
            && self.object.as_ref().is_none_or(|object| object.is_even() || object.is_map())
            && self.map.as_ref().is_none_or(|values| values.is_of_one_form())
    }

    /// How many kinds of JSON values were seen, `null` aside, and objects of whose values nothing is known.
    fn known_kinds(&self) -> usize {
        let known = |shape: &Shape| *shape != Shape::default();
        let object = self
            .object
            .as_ref()
            .is_some_and(|object| object.members.values().any(|member| known(&member.shape)));
        let map = self.map.as_ref().is_some_and(|map| known(map));
        let unknown = [self.object.is_some() && !object, self.map.is_some() && !map];
        self.kinds() - unknown.iter().filter(|unknown| **unknown).count()
    }
}

/// The key is no name that anybody would give to a member.
fn is_data(key: &str) -> bool {
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    let all_digits = !key.is_empty() && digits == key.len();
    let phone = key.strip_prefix('+').is_some_and(|rest| rest.len() >= 6 && digits == rest.len());
    let path = key.len() > 1 && key.starts_with('/');
    let month = digits == 6 && key.len() == 7 && key.as_bytes()[4] == b'-';
    let formatted = Formats::of(key).and(Formats::provable()) != Formats::NONE;
    let variable = key.contains("{{") && key.contains("}}");
    let shaped = variable || is_numbered(key) || is_file_or_host(key);
    all_digits || phone || path || month || formatted || shaped || is_long_identifier(key, digits)
}

/// Sixteen or more letters and digits (`-`, `_`, `.`, `:` too), at least five of them digits; or all hexadecimal with a
/// digit among them.
fn is_long_identifier(key: &str, digits: usize) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    let hexadecimal = || key.bytes().all(|byte| byte.is_ascii_hexdigit());
    key.len() >= 16 && key.bytes().all(letter) && (digits >= 5 || digits >= 1 && hexadecimal())
}

/// `report.pdf`, `src/main.rs`, `example.com`: a name of one or more parts with a well-known ending.
fn is_file_or_host(key: &str) -> bool {
    const ENDINGS: &str = " bin bmp c cfg conf cpp cs css csv doc docx eot gif go gz h htm html ico ini ipynb java jpeg jpg js \
        json jsx kt lock log md mjs mov mp3 mp4 pdf php png ppt pptx proto py rb rs scss sh sql svg tar tf toml ts tsx ttf txt \
        wav webm webp woff woff2 xls xlsx xml yaml yml zip com dev edu gov io net org ";
    let letter = |c: char| c.is_alphanumeric() || "_-./ @()".contains(c);
    key.rsplit_once('.').is_some_and(|(name, ending)| {
        let named = name.chars().any(char::is_alphanumeric) && key.chars().all(letter);
        named
            && ENDINGS.contains(&format!(" {} ", ending.to_ascii_lowercase()))
            && !ending.is_empty()
    })
}

/// `user:1`, `group:9`: a kind and a number.
fn is_numbered(key: &str) -> bool {
    key.split_once(':').is_some_and(|(kind, number)| {
        !kind.is_empty()
            && kind.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use crate::json::Json;
    use crate::shape::Shape;

    fn is_map(text: &str) -> bool {
        let shape = Shape::of(&Json::parse(text).unwrap());
        shape.map.is_some() || shape.object.unwrap().is_map()
    }

    #[test]
    fn keys_that_are_data() {
        for text in [
            r#"{"key_0": 1, "key_1": "a"}"#,
            r#"{"dolor_3f": 1, "ut_a": []}"#,
            r#"{"1": {"a": 1}, "27": {"a": 2}}"#,
            r#"{"123e4567-e89b-12d3-a456-426614174000": true}"#,
            r#"{"2020-01-31": 1, "2020-02-01": 2}"#,
            r#"{"ada@example.org": {"role": "x"}}"#,
            r#"{"/users": {"get": 1}, "/groups": {"get": 2}}"#,
            r#"{"0123456789abcdef01": "a"}"#,
            r#"{"en": "a", "de": "b", "fr": "c"}"#,
            r#"{"pt-BR": "a", "de": "b", "fr": null}"#,
            r#"{"en": "a", "de": "b"}"#,
            r#"{"USD": 1.08, "JPY": 161}"#,
            r#"{"US": {"a": 1}, "DE": {"a": 2}}"#,
            r#"{"user:1": true, "group:9": false}"#,
            r#"{"hello_world.rb": {"size": 1}}"#,
            r#"{"src/main.rs": 1, "example.com": 2}"#,
            r#"{"{{stackId}}": ["x"]}"#,
        ] {
            assert!(is_map(text), "{text}");
        }
    }

    #[test]
    fn keys_that_are_names() {
        for text in [
            r#"{}"#,
            r#"{"id": 1, "to": 2, "cc": 3}"#,
            r#"{"en": "a", "name": "b"}"#,
            r#"{"USD": 1, "total": 3}"#,
            r#"{"USD": 1}"#,
            r#"{"read:user": true, "write:org": true}"#,
            r#"{"spring.name": 1, "server.port": 2}"#,
            r#"{"option_a": 1, "option_b": 2}"#,
            r#"{"address_1": "a", "address_2": "b"}"#,
            r#"{"1": {"a": 1}, "2": "text"}"#,
            r#"{"1": {"a": 1, "b": 1}, "2": {"c": 1, "d": 2}}"#,
            r#"{"key_0": 1, "name": 2}"#,
            r#"{"+1": 1, "-1": 0, "total": 3}"#,
            r#"{"an_unusually_long_name_1": 2}"#,
        ] {
            assert!(!is_map(text), "{text}");
        }
    }
}
