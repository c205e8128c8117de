//! Dynamic variables (`{{$guid}}` …): Postman makes a value anew for each request. A fixed one of the same kind is the
//! evidence for their type.

/// A value such as Postman makes for the dynamic variable `name` (with its `$`).
pub(super) fn sample(name: &str) -> Option<&'static str> {
    let value = match name {
        "$guid" | "$randomUUID" => "00000000-0000-4000-8000-000000000000",
        "$timestamp" => "1700000000",
        "$isoTimestamp" | "$randomDateRecent" | "$randomDatePast" | "$randomDateFuture" => "2024-01-01T00:00:00.000Z",
        "$randomInt" => "42",
        "$randomBoolean" => "true",
        "$randomEmail" | "$randomExampleEmail" => "ada@example.org",
        "$randomUrl" | "$randomImageUrl" | "$randomAvatarImage" => "https://example.org",
        "$randomIP" => "192.0.2.1",
        "$randomIPV6" => "2001:db8::1",
        "$randomPrice" | "$randomLatitude" | "$randomLongitude" => "12.34",
        _ if name.starts_with("$random") => "lorem",
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::sample;

    #[test]
    fn knows_kinds() {
        assert_eq!(sample("$randomInt"), Some("42"));
        assert_eq!(sample("$randomWord"), Some("lorem"));
        assert_eq!(sample("$nosuch"), None);
        assert_eq!(sample("guid"), None);
    }
}
