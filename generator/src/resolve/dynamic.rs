//! Dynamic variables (`{{$guid}}` …): Postman makes a value anew for each request. A fixed one of the same kind is the
//! evidence for their type.

/// The names that `replay` has values for: all of Postman's that do not depend on the clock.
#[path = "../../runtime/replay/dynamic/recipes.rs"]
mod recipes;

/// A value such as Postman makes for the dynamic variable `name` (with its `$`).
pub(crate) fn sample(name: &str) -> Option<&'static str> {
    let value = match name {
        "$guid" | "$randomUUID" => "00000000-0000-4000-8000-000000000000",
        "$timestamp" => "1700000000",
        "$isoTimestamp" => "2024-01-01T00:00:00.000Z",
        "$randomDateRecent" | "$randomDatePast" | "$randomDateFuture" => {
            "Mon Jan 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time)"
        }
        "$randomInt" => "42",
        "$randomBoolean" => "true",
        "$randomEmail" | "$randomExampleEmail" => "ada@example.org",
        "$randomIP" => "192.0.2.1",
        "$randomIPV6" => "2001:db8::1",
        "$randomPrice" | "$randomLatitude" | "$randomLongitude" => "12.34",
        "$randomUrl" | "$randomImageUrl" => "https://example.org",
        _ if !is_recipe(name) => return None,
        _ if name.ends_with("Image") => "https://example.org",
        _ => "lorem",
    };
    Some(value)
}

fn is_recipe(name: &str) -> bool {
    name.strip_prefix('$')
        .is_some_and(|name| recipes::RECIPES.iter().any(|(known, _)| *known == name))
}

#[cfg(test)]
mod tests {
    use super::{recipes, sample};

    #[test]
    fn knows_kinds() {
        assert_eq!(sample("$randomInt"), Some("42"));
        assert_eq!(sample("$randomWord"), Some("lorem"));
        assert_eq!(sample("$randomCatsImage"), Some("https://example.org"));
        assert_eq!(
            (sample("$nosuch"), sample("$randomNosuch"), sample("guid")),
            (None, None, None)
        );
    }

    #[test]
    fn every_name_has_a_sample() {
        assert!(recipes::RECIPES.iter().all(|(name, _)| sample(&format!("${name}")).is_some()));
    }
}
