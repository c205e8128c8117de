//! What the last room does to the disk, and what it leaves alone.

mod guards;
mod support;

use std::fs;
use std::path::Path;

use generator::write::{self, MANIFEST, Overwrite, PRIVATE_MANIFEST, State, WriteError};

use support::{file, own, read, secret, stale, target, tree};

#[test]
fn a_first_run_writes_and_a_second_one_touches_nothing() {
    let target = target();
    let files = [file("src/lib.rs", "a"), file("Cargo.toml", "b")];
    let report = own(&files, &target.dir);
    assert_eq!(report.written, ["Cargo.toml", "src/lib.rs"]);
    assert_eq!(tree(&target.dir), [MANIFEST, "Cargo.toml", "src", "src/lib.rs"]);
    let before = fs::metadata(target.dir.join(MANIFEST)).unwrap().modified().unwrap();
    let report = own(&files, &target.dir);
    assert_eq!((report.written.len(), report.removed.len(), report.unchanged), (0, 0, 2));
    assert_eq!(fs::metadata(target.dir.join(MANIFEST)).unwrap().modified().unwrap(), before);
    assert!(stale(&files, &target.dir).is_empty());
}

#[test]
fn a_new_crate_is_there_as_a_whole_or_not_at_all() {
    let target = target();
    let home = target.dir.ancestors().nth(2).unwrap();
    // no file system takes a name of that length
    let files = [file("a.rs", "1"), file(&format!("b/{}", "x".repeat(5000)), "1")];
    let result = write::write(&files, &target.dir, Overwrite::OwnFiles);
    assert!(
        matches!(&result, Err(WriteError::Io { path, .. }) if path.starts_with(&target.dir)),
        "{result:?}"
    );
    assert_eq!(tree(home), [""; 0]);
    own(&files[..1], &target.dir);
    assert_eq!(
        tree(target.dir.parent().unwrap()),
        ["crate".to_owned(), format!("crate/{MANIFEST}"), "crate/a.rs".to_owned()]
    );
}

#[cfg(unix)]
#[test]
fn a_new_crate_has_the_rights_of_any_directory() {
    let target = target();
    own(&[file("a.rs", "1")], &target.dir);
    fs::create_dir(target.dir.join("other")).unwrap();
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions();
    assert_eq!(rights(&target.dir), rights(&target.dir.join("other")));
}

#[test]
fn owned_files_are_replaced_and_removed_with_their_directories() {
    let target = target();
    own(&[file("a/b/c.rs", "1"), file("a/d.rs", "1"), file("e.rs", "1")], &target.dir);
    fs::create_dir(target.dir.join("a/mine")).unwrap();
    let report = own(&[file("e.rs", "2")], &target.dir);
    assert_eq!(
        (report.written, report.removed),
        (vec!["e.rs".to_owned()], vec!["a/b/c.rs".to_owned(), "a/d.rs".to_owned()])
    );
    assert_eq!(tree(&target.dir), [MANIFEST, "a", "a/mine", "e.rs"]);
}

#[test]
fn files_that_are_as_they_should_be_are_adopted() {
    let target = target();
    let files = [file("a.rs", "one\ntwo\n")];
    own(&files, &target.dir);
    fs::remove_file(target.dir.join(MANIFEST)).unwrap();
    assert_eq!(stale(&files, &target.dir), [(MANIFEST.to_owned(), State::Missing)]);
    assert_eq!(own(&files, &target.dir).unchanged, 1);
    own(&[file("a.rs", "new")], &target.dir);
}

#[test]
fn ends_of_lines_that_a_checkout_changed_are_no_change() {
    let target = target();
    own(&[file("a.rs", "one\ntwo\n")], &target.dir);
    fs::write(target.dir.join("a.rs"), "one\r\ntwo\r\n").unwrap();
    assert!(stale(&[file("a.rs", "one\ntwo\n")], &target.dir).is_empty());
    own(&[file("a.rs", "three\n")], &target.dir);
    assert_eq!(read(&target.dir, "a.rs"), "three\n");
}

#[test]
fn check_lists_what_differs_and_writes_nothing() {
    let target = target();
    own(&[file("a.rs", "1"), file("b.rs", "1"), file("old.rs", "1")], &target.dir);
    let before = tree(&target.dir);
    let found = stale(&[file("a.rs", "2"), file("b.rs", "1"), file("new.rs", "1")], &target.dir);
    let expected = [
        (MANIFEST, State::Differs),
        ("a.rs", State::Differs),
        ("new.rs", State::Missing),
        ("old.rs", State::Superfluous),
    ];
    assert_eq!(found, expected.map(|(path, state)| (path.to_owned(), state)));
    assert_eq!(tree(&target.dir), before);
    let nowhere = target.dir.join("nowhere");
    assert_eq!(stale(&[file("a.rs", "")], &nowhere).len(), 2);
    assert!(!nowhere.exists());
}

#[test]
fn private_files_stand_in_no_public_manifest_and_check_does_not_look_at_them() {
    let target = target();
    let files = [file("a.rs", "1"), secret("s.json", "hunter2")];
    own(&files, &target.dir);
    assert!(!read(&target.dir, MANIFEST).contains("s.json"));
    assert!(read(&target.dir, PRIVATE_MANIFEST).contains("  s.json\n"));
    fs::remove_file(target.dir.join("s.json")).unwrap();
    fs::remove_file(target.dir.join(PRIVATE_MANIFEST)).unwrap();
    assert!(stale(&files, &target.dir).is_empty());
    own(&files, &target.dir);
    assert_eq!(own(&files[..1], &target.dir).removed, ["s.json"]);
    assert_eq!(tree(&target.dir), [MANIFEST, "a.rs"]);
}

#[cfg(unix)]
#[test]
fn private_files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let target = target();
    let mode =
        |path: &str| fs::metadata(target.dir.join(path)).unwrap().permissions().mode() & 0o777;
    let files = [secret("s.json", "1"), file("a.rs", "1")];
    own(&files, &target.dir);
    assert_eq!((mode("s.json"), mode(PRIVATE_MANIFEST)), (0o600, 0o600));
    assert_ne!(mode("a.rs") & 0o044, 0);
    fs::set_permissions(target.dir.join("s.json"), fs::Permissions::from_mode(0o644)).unwrap();
    own(&files, &target.dir);
    assert_eq!(mode("s.json"), 0o600);
}

#[test]
fn an_interrupted_run_can_be_repeated() {
    let target = target();
    own(&[file("a.rs", "1"), file("b.rs", "1")], &target.dir);
    let old = read(&target.dir, MANIFEST);
    let new = [file("a.rs", "2"), file("b.rs", "2")];
    own(&new, &target.dir);
    let both = old + &read(&target.dir, MANIFEST);
    // As a run leaves it that ends between the two files.
    fs::write(target.dir.join("b.rs"), "1").unwrap();
    fs::write(target.dir.join(MANIFEST), both).unwrap();
    assert!(own(&[file("a.rs", "3"), file("b.rs", "3")], &target.dir).repaired);
    assert!(stale(&[file("a.rs", "3"), file("b.rs", "3")], &target.dir).is_empty());
    assert!(!own(&[file("a.rs", "4"), file("b.rs", "3")], &target.dir).repaired);
}

#[test]
fn what_interrupted_runs_left_behind_is_removed() {
    let target = target();
    own(&[file("a.rs", "1")], &target.dir);
    let parent = target.dir.parent().unwrap();
    let left = [
        target.dir.join("target/.postman-generated.Abc123"),
        parent.join(".postman-generated.x9y8z7"),
    ];
    for dir in &left {
        fs::create_dir_all(dir).unwrap();
        fs::write(dir.join("lock"), "").unwrap();
        fs::write(dir.join("0"), "secret").unwrap();
    }
    // One that a run still uses, and one that is none.
    let used = parent.join(".postman-generated.aaaaaa");
    fs::create_dir(&used).unwrap();
    fs::create_dir(parent.join(".postman-generated.mine")).unwrap();
    let mut leftovers = own(&[file("a.rs", "2")], &target.dir).leftovers;
    leftovers.sort();
    assert_eq!(leftovers, [left[1].clone(), left[0].clone()]);
    assert!(used.exists() && parent.join(".postman-generated.mine").exists());
    assert!(!left.iter().any(|dir| dir.exists()));
}
