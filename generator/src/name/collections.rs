//! The modules of a crate's collections, and which collection is at the crate's root.
//!
//! A module has the name of its collection without version and copy suffixes: `Task Board API v2 Copy` becomes
//! `task_board_api`. The items of a collection are at the root of the crate when the overrides say so, or when the crate has
//! the collection's name: `task_board::Client`, not `task_board::task_board::Client`. Neither depends on the number of
//! collections, so adding one moves nothing.

use super::ident::{self, Scope};

/// What decides where the items of a collection are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The collection's name.
    pub title: &'a str,
    /// The name of its file, without endings.
    pub file: &'a str,
    /// The module's name according to the overrides.
    pub rename: Option<&'a str>,
    /// Whether its items are at the root of the crate, according to the overrides.
    pub root: Option<bool>,
}

/// How a module got its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is the collection's name, or what the overrides say.
    Plain,
    /// The collection's name without its version or copy suffix.
    Trimmed,
    /// The plain name belongs to something else.
    Taken,
}

/// Why a collection is at the root of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RootReason {
    /// The overrides say so.
    Overrides,
    /// The crate has the collection's name.
    SameName,
}

/// Words of crate names and titles that do not tell one API from another.
const GENERIC: &[&str] = &["api", "client", "collection", "rs", "rust", "sdk"];

/// The collection at the root of a crate whose library (or module) has this name, by position.
pub fn root(wanted: &[Wanted<'_>], library: &str) -> Option<(usize, RootReason)> {
    if let Some(index) = wanted.iter().position(|wanted| wanted.root == Some(true)) {
        return Some((index, RootReason::Overrides));
    }
    let core = core(library);
    let open = || wanted.iter().enumerate().filter(|(_, wanted)| wanted.root.is_none());
    let exact = open().find(|(_, wanted)| wanted.plain() == library);
    let alike =
        || open().find(|(_, wanted)| !core.is_empty() && self::core(&wanted.plain()) == core);
    exact.or_else(alike).map(|(index, _)| (index, RootReason::SameName))
}

/// What is left of a name without generic words at its end and without underscores.
fn core(name: &str) -> String {
    let mut words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|last| GENERIC.contains(last)) {
        words.pop();
    }
    words.concat()
}

impl Wanted<'_> {
    /// The module's name where nothing else has it.
    fn plain(&self) -> String {
        if let Some(rename) = self.rename {
            return rename.to_owned();
        }
        match trimmed(self.title) {
            title if ident::uncut(title).is_empty() => {
                ident::module(trimmed(self.file_title()), "collection")
            }
            title => ident::module(title, "collection"),
        }
    }

    /// The file's name without the ending that Postman gives it.
    fn file_title(&self) -> &str {
        let name = trimmed(self.file);
        name.strip_suffix(".postman_collection").unwrap_or(name)
    }

    /// A free name for the module, and how it was found.
    pub fn module(&self, scope: &mut Scope) -> (String, Reason) {
        let plain = self.plain();
        let named =
            |title| Some(ident::module(title, "")).filter(|_| !ident::uncut(title).is_empty());
        let whole = named(self.title);
        if scope.try_take(&plain) {
            let trimmed = self.rename.is_none() && whole.is_some_and(|whole| whole != plain);
            return (plain, if trimmed { Reason::Trimmed } else { Reason::Plain });
        }
        let other = format!("{}_api", plain.trim_end_matches('_'));
        let candidates = whole.into_iter().chain(named(self.file_title())).chain([other]);
        (scope.take(candidates), Reason::Taken)
    }
}

/// A title without the suffixes of copies and versions; the title itself when nothing else is in it.
pub fn trimmed(title: &str) -> &str {
    let mut rest = title.trim();
    while let Some(shorter) = without_suffix(rest).map(without_separator)
        && shorter.contains(char::is_alphanumeric)
    {
        rest = shorter;
    }
    rest
}

fn without_separator(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || "-_–—,:;.".contains(c))
}

/// The text before one suffix, when there is one.
fn without_suffix(text: &str) -> Option<&str> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = text.strip_suffix(close) {
            let start = inner.rfind(open)?;
            let inner = inner[start + 1..].trim().to_lowercase();
            return (is_number(&inner) || is_suffix(&inner)).then(|| &text[..start]);
        }
    }
    last_word(text, |c| c.is_whitespace() || c == '_')
        .and_then(|(head, last)| before_word(head, &last.to_lowercase()))
        .or_else(|| {
            let (head, last) = last_word(text, |c| c == '-')?;
            is_suffix(&last.to_lowercase()).then_some(head)
        })
}

/// The text before a suffix of one word or two (`copy 2`, `version 3`) that ends with `last`.
fn before_word<'a>(head: &'a str, last: &str) -> Option<&'a str> {
    if is_suffix(last) {
        return Some(head);
    }
    let (before, word) = last_word(without_separator(head), char::is_whitespace)?;
    let counts = ["copy", "version", "ver", "v", "release"].contains(&word.to_lowercase().as_str());
    (is_number(last) && counts).then_some(before)
}

fn last_word(text: &str, separates: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let (at, separator) = text.char_indices().rev().find(|(_, c)| separates(*c))?;
    let word = &text[at + separator.len_utf8()..];
    (!word.is_empty()).then(|| (&text[..at], word))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `copy`, a version (`v2`, `1.4.0`, `2.0-beta`), or a date (`2024-01-15`).
fn is_suffix(word: &str) -> bool {
    word == "copy" || is_version(word) || is_date(word)
}

fn is_version(word: &str) -> bool {
    let (marked, number) = match word.strip_prefix('v') {
        Some(number) => (true, number.trim_start_matches('.')),
        None => (false, word),
    };
    let number = number.split(['-', '+']).next().unwrap_or_default();
    let parts: Vec<&str> = number.split('.').collect();
    let numbers =
        parts.iter().enumerate().all(|(at, part)| is_number(part) || (at > 0 && *part == "x"));
    numbers && (marked || parts.len() > 1)
}

fn is_date(word: &str) -> bool {
    let lengths: Vec<usize> =
        word.split('-').map(|part| if is_number(part) { part.len() } else { 0 }).collect();
    lengths == [4, 2, 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_of_versions_and_copies_are_left_out() {
        for (title, kept) in [
            ("Task Board API", "Task Board API"),
            ("Task Board API v2", "Task Board API"),
            ("Task Board API (v2.1)", "Task Board API"),
            ("Task Board API - 1.4.0", "Task Board API"),
            ("Task Board API 2.0-beta", "Task Board API"),
            ("Task Board API Version 3", "Task Board API"),
            ("Task Board API Copy", "Task Board API"),
            ("Task Board API Copy 2", "Task Board API"),
            ("Task Board API v2 (1)", "Task Board API"),
            ("Task Board API - Copy (3)", "Task Board API"),
            ("Task Board 2024-01-15", "Task Board"),
            ("task-board-v2", "task-board"),
            ("Task Board.postman_collection (1)", "Task Board.postman_collection"),
            ("Web 2", "Web 2"),
            ("OAuth (legacy)", "OAuth (legacy)"),
            ("v2", "v2"),
            ("1.0.0", "1.0.0"),
            ("", ""),
        ] {
            assert_eq!(trimmed(title), kept, "{title}");
        }
    }

    fn wanted<'a>(title: &'a str, file: &'a str) -> Wanted<'a> {
        Wanted { title, file, ..Wanted::default() }
    }

    #[test]
    fn a_module_has_the_name_of_its_collection() {
        let mut scope = Scope::with(["runtime"]);
        let mut name = |title, file| wanted(title, file).module(&mut scope);
        let downloaded = "Task Board API.postman_collection (1)";
        assert_eq!(
            name("Task Board API", downloaded),
            ("task_board_api".to_owned(), Reason::Plain)
        );
        assert_eq!(name("Task Board API v2", "b"), ("task_board_api_v2".to_owned(), Reason::Taken));
        assert_eq!(name("Task Board API", "other"), ("other".to_owned(), Reason::Taken));
        assert_eq!(name("Pets v3", "x"), ("pets".to_owned(), Reason::Trimmed));
        assert_eq!(name("", "My Zoo.postman_collection (2)").0, "my_zoo");
        assert_eq!(name("Runtime", "runtime").0, "runtime_api");
    }

    #[test]
    fn the_root_is_the_collection_that_the_crate_is_called_after() {
        let board = wanted("Task Board API", "a");
        let pets = wanted("Pets", "b");
        let same = |index| Some((index, RootReason::SameName));
        assert_eq!(root(&[board], "task_board_api"), same(0));
        assert_eq!(root(&[pets, board], "taskboard_client"), same(1));
        assert_eq!(root(&[pets, board], "generated_client"), None);
        assert_eq!(root(&[Wanted { root: Some(false), ..pets }], "pets"), None);
        let chosen = Wanted { root: Some(true), ..pets };
        assert_eq!(root(&[board, chosen], "task_board"), Some((1, RootReason::Overrides)));
    }
}
