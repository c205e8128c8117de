//! URLs and forms: user-info, tokens in paths, pairs of a query, a fragment or a form.

use std::ops::Range;

use super::mapped::Mapped;
use super::{Finding, Form, Seek, finding, moved, value};
use crate::hints::secrets;
use crate::template;

/// Whether a text is a URL and nothing else.
pub fn is_url(text: &str) -> bool {
    let text = text.trim();
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            && !text.contains(char::is_whitespace)
            || scheme.starts_with("{{") && scheme.ends_with("}}")
    })
}

/// Whether a text is `a=1&b=2`.
pub fn is_form(text: &str) -> bool {
    let is_pair = |pair: &str| {
        pair.split_once('=').is_some_and(|(key, _)| {
            !key.is_empty()
                && key
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"_-.[]%$".contains(&byte))
        })
    };
    let text = text.trim();
    let mut pairs = text.split('&');
    !text.contains(['\n', '"', '<'])
        && pairs.all(|pair| is_pair(pair) || !pair.contains(['=', ' ']))
        && text.split('&').next().is_some_and(is_pair)
        && (!text.contains(' ') || text.contains('&'))
}

/// The secrets in a URL.
pub fn find(seek: Seek<'_>, text: &str) -> Vec<Finding> {
    let start = text.find("://").map_or(0, |at| at + 3);
    let end = |from: usize, stops: &[char]| {
        text[from..].find(stops).map_or(text.len(), |offset| from + offset)
    };
    let authority = start..end(start, &['/', '?', '#']);
    let path = authority.end..end(authority.end, &['?', '#']);
    let mut found = self::userinfo(&text[authority.clone()], authority.start);
    let host = text[authority.clone()].rsplit('@').next().unwrap_or_default();
    found.extend(self::path(seek, host, &text[path.clone()], path.start));
    let rest = &text[path.end..];
    let (query, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    if let Some(query) = query.strip_prefix('?') {
        found.extend(pairs(seek, query, path.end + 1));
    }
    if fragment.contains('=') {
        found.extend(pairs(seek, fragment, text.len() - fragment.len()));
    }
    found
}

/// The password of `user:password@host`; a lone user that looks like a token.
pub fn userinfo(authority: &str, at: usize) -> Vec<Finding> {
    let Some((user, _)) = authority.rsplit_once('@') else { return Vec::new() };
    let (start, key) = match user.split_once(':') {
        Some((name, _)) => (name.len() + 1, "password"),
        None => (0, "token"),
    };
    let secret = &user[start..];
    let alone = start == 0 && !(secrets::is_known_token(secret) || secret.len() >= 20);
    if alone || secret.is_empty() || template::has_variable(secret) || secrets::is_harmless(secret)
    {
        return Vec::new();
    }
    let span = at + start..at + user.len();
    vec![Finding { form: Form::UserInfo, ..finding(span, key) }]
}

/// The pairs of a query or form.
pub fn pairs(seek: Seek<'_>, text: &str, at: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut start = 0;
    for pair in split_pairs(text) {
        if let Some((key, raw)) = pair.split_once('=') {
            let key = Mapped::percent(key).text;
            let place = at + start + pair.len() - raw.len();
            let within = format!("/{}", crate::pointer::token(&key));
            let inner = match raw.contains(['%', '+']) && !template::has_variable(raw) {
                true => {
                    let mapped = Mapped::percent(raw);
                    mapped.back(value(seek, &key, &mapped.text))
                }
                false => value(seek, &key, raw),
            };
            found.extend(moved(inner, place, &within));
        }
        start += pair.len() + 1;
    }
    found
}

/// Cuts at `&`.
fn split_pairs(text: &str) -> impl Iterator<Item = &str> {
    text.split('&')
}

fn path(seek: Seek<'_>, host: &str, path: &str, at: usize) -> Vec<Finding> {
    let mut spans = Vec::new();
    let mut start = 0;
    for segment in path.split('/') {
        spans.push(start..start + segment.len());
        start += segment.len() + 1;
    }
    let texts: Vec<&str> = spans.iter().map(|span| &path[span.clone()]).collect();
    let found = segments(seek, host, &texts).into_iter();
    found.map(|(index, inner)| moved_span(inner, spans[index].start + at)).collect()
}

fn moved_span(found: Finding, by: usize) -> Finding {
    Finding { span: found.span.start + by..found.span.end + by, ..found }
}

/// The tokens among the segments of a path, each with the position of its segment.
pub fn segments(seek: Seek<'_>, host: &str, segments: &[&str]) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    let plain: Vec<usize> =
        (0..segments.len()).filter(|index| !segments[*index].is_empty()).collect();
    let hook = webhook(host, segments, &plain);
    for (position, &index) in plain.iter().enumerate() {
        let segment = segments[index];
        if template::has_variable(segment) || segment.starts_with(':') {
            continue;
        }
        let span = if hook == Some(index) {
            Some((0..segment.len(), "webhook token"))
        } else if let Some(span) = bot_token(segment) {
            Some((span, "bot token"))
        } else {
            let before = position.checked_sub(1).map_or("", |before| segments[plain[before]]);
            let known = secrets::is_known_token(segment) || in_hook(before, segment);
            let named = seek.in_path().certainty(before).is_some() && is_varied(segment);
            (known || named).then_some((0..segment.len(), "path token"))
        };
        if let Some((span, key)) =
            span.filter(|(span, _)| !secrets::is_harmless(&segment[span.clone()]))
        {
            found.push((index, finding(span, key)));
        }
    }
    found
}

/// The segment that is the token of a webhook of a known service.
fn webhook(host: &str, segments: &[&str], plain: &[usize]) -> Option<usize> {
    let at = |position: usize| plain.get(position).copied();
    let is = |position: usize, word: &str| at(position).is_some_and(|at| segments[at] == word);
    let host = host.to_ascii_lowercase();
    if host.contains("hooks.slack") {
        return if is(0, "services") || is(0, "triggers") || is(0, "workflows") {
            plain.last().copied().filter(|_| plain.len() > 3)
        } else {
            None
        };
    }
    if host.contains("discord") && is(0, "api") && is(1, "webhooks") {
        return at(3);
    }
    if host.contains("hooks.zapier") && is(0, "hooks") && is(1, "catch") {
        return at(3);
    }
    if host.contains("webhook.office") || host.contains(".logic.azure") {
        return plain.last().copied().filter(|_| plain.len() > 2);
    }
    if host.contains("hook.") && host.contains("make.com") || host.contains("integromat") {
        return at(0);
    }
    (host.contains("maker.ifttt") && is(3, "key")).then(|| at(4)).flatten()
}

/// What comes after `webhook`, `hooks` …, and looks like a token.
fn in_hook(before: &str, segment: &str) -> bool {
    let before = before.to_ascii_lowercase();
    before.contains("hook")
        && (secrets::is_long_hex(segment)
            || secrets::is_long_base64(segment)
            || segment.len() >= 20 && is_varied(segment) && !segment.contains('-'))
}

/// The token in Telegram's `bot123456:ABC…`.
fn bot_token(segment: &str) -> Option<Range<usize>> {
    let rest = segment.strip_prefix("bot")?;
    let (number, token) = rest.split_once(':')?;
    let fits = number.len() >= 5 && number.bytes().all(|b| b.is_ascii_digit()) && token.len() >= 8;
    fits.then_some(3..segment.len())
}

/// Whether a value is not a word: at least eight characters, with letters and digits.
pub fn is_varied(value: &str) -> bool {
    value.len() >= 8
        && !secrets::is_harmless(value)
        && value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::super::{Seek, settled};
    use crate::resolve::Secrets;

    fn secrets(text: &str) -> Vec<&str> {
        let said = Secrets::default();
        let found = settled(super::find(Seek::new(&said), text));
        found.into_iter().map(|found| &text[found.span]).collect()
    }

    #[test]
    fn in_urls() {
        assert_eq!(secrets("https://ada:sesame@h.test/a?b=1"), ["sesame"]);
        assert_eq!(
            secrets("https://h.test/a?x=1&password=sesame#access_token=open"),
            ["sesame", "open"]
        );
        assert_eq!(secrets("https://hooks.slack.com/services/T0/B0/sesame"), ["sesame"]);
        assert_eq!(secrets("https://discord.com/api/webhooks/12/sesame"), ["sesame"]);
        assert_eq!(
            secrets("https://api.telegram.org/bot123456:sesame-1/send"),
            ["123456:sesame-1"]
        );
        assert_eq!(secrets("h.test/a?q=%7B%22password%22%3A%22sesame%22%7D"), ["sesame"]);
    }

    #[test]
    fn what_is_visible() {
        for text in [
            "https://h.test/webhooks/8c190e67-87aa-4ed9-a90b-d9d5344523fb",
            "https://h.test/zones/023e105f4ecef8ad9ca31a8372d0c353/settings?page_token=a1b2c3d4e5",
            "https://ada@h.test/tokens/12?token={{token}}",
        ] {
            let found = secrets(text);
            assert!(found.iter().all(|found| found.starts_with("{{")), "{text}: {found:?}");
        }
    }
}
