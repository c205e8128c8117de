//! What the emitters write by themselves has the format that `prettyplease` gives to the rest.

use std::fs;
use std::path::Path;

use generator::{CollectionSource, Inputs, Source};

/// A formatted file, formatted once more. Within macros `prettyplease` takes no `&` for a reference.
fn again(text: &str) -> String {
    let header = text.find("\n\n").map_or("", |end| &text[..end + 2]);
    let formatted = prettyplease::unparse(&syn::parse_file(text).expect("Rust")).replace("& [", "&[");
    format!("{header}{}\n", formatted.trim_end())
}

#[test]
fn everything_emitted_is_formatted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let fixtures = fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("a fixture").path());
    for fixture in fixtures.filter(|path| path.to_string_lossy().ends_with(".postman_collection.json")) {
        let file = Source { name: "api.json".to_owned(), bytes: fs::read(&fixture).expect("a fixture") };
        let collections = vec![CollectionSource { file, overrides: None }];
        let inputs = Inputs { collections, folder: "api".to_owned(), ..Inputs::default() };
        let output = generator::generate(&inputs).expect("a crate");
        for file in output.files.iter().filter(|file| file.path.starts_with("src/api") && file.path.ends_with(".rs")) {
            let text = std::str::from_utf8(&file.contents).expect("UTF-8");
            assert_eq!(again(text), text, "{}: {}", fixture.display(), file.path);
        }
    }
}
