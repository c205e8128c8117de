use std::fs;
use std::path::Path;

use proptest::prelude::*;

use crate::emit::print::format::*;
use crate::{CollectionSource, Inputs, Source};

fn ty() -> impl Strategy<Value = Type> {
    let name = "[A-Z][a-z]{0,50}".prop_map(Type::Named);
    let plain = prop_oneof![Just(Type::Bool), Just(Type::Value), Just(Type::Text), name];
    plain.prop_recursive(3, 4, 1, |inner| {
        let inner = inner.prop_map(Box::new);
        prop_oneof![
            inner.clone().prop_map(Type::Vec),
            inner.clone().prop_map(Type::Option),
            inner.prop_map(Type::Map)
        ]
    })
}

/// The file as `prettyplease` formats it.
fn formatted(text: &str) -> String {
    format!("{HEADER}{}\n", prettyplease::unparse(&syn::parse_file(text).expect("Rust")).trim_end())
}

/// The file with each call of a macro on one line, and without blanks around what `prettyplease` takes for operators there: the
/// brackets of types, the `&` of references.
fn joined(text: &str) -> String {
    let (mut out, mut call) = (String::new(), None::<Vec<&str>>);
    let opens = |line: &str| {
        line.trim_start().split_once("!(").is_some_and(|(name, _)| {
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        })
    };
    for line in text.lines() {
        let parts = match call.take() {
            Some(mut parts) => {
                parts.push(line.trim_start());
                parts
            }
            None => vec![line],
        };
        match opens(parts[0]) && !line.ends_with(");") {
            true => call = Some(parts),
            false => out.extend([&parts.join(" ").replace("!( ", "!(").replace(" );", ");"), "\n"]),
        }
    }
    out.replace(" < ", "<").replace(" >", ">").replace("& [", "&[")
}

proptest! {
    #[test]
    fn what_is_written_is_formatted(
        docs in "([ -~é\"\\\\]{0,30}[ \n]?){0,4}",
        fields in prop::collection::vec(("[a-z]{3,40}x", "[ -~é\n]{0,90}", ty()), 0..9),
        names in prop::collection::vec("[A-Z][a-z]{0,30}", 0..9),
    ) {
        let mut file = RustFile::new(String::new());
        file.about(&docs);
        file.import("crate::a", &names);
        file.docs(&docs);
        file.line("#[derive(Debug)]");
        file.structure("X", fields.iter().map(|(name, docs, ty)| Member { docs, name, ty }));
        prop_assert_eq!(formatted(&file.text), file.text);
    }

    #[test]
    fn calls_are_broken_between_elements(names in prop::collection::vec("[a-z]{1,30} into \"[ -!#-Z^-~]{0,90}\"", 1..9)) {
        let mut file = RustFile::new(String::new());
        file.call("fields", &format!("X {}", braced(&names)));
        let call = file.text.strip_prefix(HEADER).expect("the first line");
        let words: Vec<&str> = call.split_inclusive('\n').flat_map(|line| line.strip_prefix("    ").unwrap_or(line).split('\n')).collect();
        let lines: Vec<&str> = words.into_iter().filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(lines.join(" "), format!("fields!(X {});", braced(&names)));
        let is_short = |line: &&str| line.len() <= MACRO_WIDTH || line.matches(" into ").count() == 1;
        prop_assert!(call.lines().all(|line| is_short(&line)), "{}", call);
    }
}

#[test]
fn everything_emitted_is_formatted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let fixtures =
        fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("a fixture").path());
    for fixture in
        fixtures.filter(|path| path.to_string_lossy().ends_with(".postman_collection.json"))
    {
        let file =
            Source { name: "api.json".to_owned(), bytes: fs::read(&fixture).expect("a fixture") };
        let collections = vec![CollectionSource::file(file)];
        let inputs = Inputs { collections, folder: "api".to_owned(), ..Inputs::default() };
        let output = crate::generate(&inputs).expect("a crate");
        for file in output
            .files
            .iter()
            .filter(|file| file.path.starts_with("src/api") && file.path.ends_with(".rs"))
        {
            let text = std::str::from_utf8(&file.contents).expect("UTF-8");
            assert_eq!(
                joined(&formatted(text)),
                joined(text),
                "{}: {}",
                fixture.display(),
                file.path
            );
        }
    }
}
