use super::*;

#[test]
fn texts_become_names() {
    for (text, snake_name, type_) in [
        ("firstName", "first_name", "FirstName"),
        ("type", "r#type", "Type"),
        ("self", "self_", "SelfValue"),
        ("2fa", "n2fa", "N2fa"),
        ("+1", "plus_1", "Plus1"),
        ("-1", "minus_1", "Minus1"),
        ("größe", "grosse", "Grosse"),
        ("日本", "ri_ben", "RiBen"),
        ("✅ Done", "done", "Done"),
        ("✅", "white_check_mark", "WhiteCheckMark"),
        ("", "value", "Thing"),
        ("***", "value", "Thing"),
        ("user's name", "user_name", "UserName"),
        ("option", "option", "OptionValue"),
        ("GitHub app IDs", "github_app_ids", "GithubAppIds"),
        ("Don’t ☕ stop", "dont_stop", "DontStop"),
    ] {
        assert_eq!(field(text, "value"), snake_name, "{text}");
        assert_eq!(type_name(text, "Thing"), type_, "{text}");
    }
}

#[test]
fn every_name_is_an_identifier() {
    for text in [
        "gen",
        "async",
        "try",
        "yield",
        "union",
        "r#x",
        "a b",
        "__proto__",
        "ß",
        "🎉",
        "\u{202e}x",
        "0",
        "_",
        "a".repeat(300).as_str(),
    ] {
        for name in [
            field(text, "value"),
            module(text, "value"),
            type_name(text, "Thing"),
            variant(text),
            setter(text, "value"),
        ] {
            assert!(
                syn::parse_str::<syn::Ident>(&name).is_ok() || name.starts_with("r#"),
                "{text}: {name}"
            );
            assert!(name.len() <= crate::name::words::LONGEST + 8, "{name}");
        }
    }
}

#[test]
fn taken_names_are_told_apart() {
    let mut scope = Scope::default();
    assert_eq!(scope.take(["User"]), "User");
    assert_eq!(scope.take(["User", "OwnerUser"]), "OwnerUser");
    assert_eq!(scope.take(["User", "OwnerUser"]), "User2");
    assert_eq!(scope.take(["r#type"]), "r#type");
    assert_eq!(scope.take(["r#type"]), "type_2");
}

proptest::proptest! {
    #[test]
    fn a_name_that_is_one_stays(text in "[a-z0-9]{0,3}(_[a-z0-9]{1,3}){0,3}") {
        use heck::ToSnakeCase as _;
        proptest::prop_assert_eq!(uncut(&text), words::ascii(&text).to_snake_case());
    }
}
