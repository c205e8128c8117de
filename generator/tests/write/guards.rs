//! What is never overwritten, removed or written through.

use std::fs;

use generator::write::{self, MANIFEST, Overwrite, PRIVATE_MANIFEST, Reason, WriteError};

use crate::support::{conflicts, file, own, read, secret, target, tree};

#[test]
fn files_of_others_are_left_alone() {
    let target = target();
    fs::create_dir_all(&target.dir).unwrap();
    fs::write(target.dir.join("Cargo.toml"), "mine").unwrap();
    fs::write(target.dir.join("notes.txt"), "mine").unwrap();
    let files = [file("Cargo.toml", "new"), file("src/lib.rs", "new")];
    assert_eq!(conflicts(&files, &target.dir), [("Cargo.toml".to_owned(), Reason::NotOurs)]);
    assert_eq!(tree(&target.dir), ["Cargo.toml", "notes.txt"]);
    write::write(&files, &target.dir, Overwrite::Everything).expect("written");
    assert_eq!(
        (read(&target.dir, "Cargo.toml"), read(&target.dir, "notes.txt")),
        ("new".to_owned(), "mine".to_owned())
    );
}

#[test]
fn files_changed_by_hand_are_left_alone() {
    let target = target();
    own(&[file("a.rs", "1"), file("b.rs", "1")], &target.dir);
    fs::write(target.dir.join("a.rs"), "edited").unwrap();
    fs::write(target.dir.join("b.rs"), "edited").unwrap();
    let expected = ["a.rs", "b.rs"].map(|path| (path.to_owned(), Reason::ChangedByHand));
    assert_eq!(conflicts(&[file("a.rs", "2")], &target.dir), expected);
    assert_eq!(
        (read(&target.dir, "a.rs"), read(&target.dir, "b.rs")),
        ("edited".to_owned(), "edited".to_owned())
    );
    write::write(&[file("a.rs", "2")], &target.dir, Overwrite::Everything).expect("written");
    assert_eq!(tree(&target.dir), [MANIFEST, "a.rs"]);
}

#[test]
fn private_files_changed_by_hand_are_left_alone() {
    let target = target();
    own(&[secret("s.json", "1")], &target.dir);
    fs::write(target.dir.join("s.json"), "edited").unwrap();
    assert_eq!(
        conflicts(&[secret("s.json", "2")], &target.dir),
        [("s.json".to_owned(), Reason::ChangedByHand)]
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_symbolic_links() {
    let target = target();
    let elsewhere = target.dir.with_file_name("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &target.dir).unwrap();
    let files = [file("src/lib.rs", "1")];
    let result = write::write(&files, &target.dir, Overwrite::Everything);
    assert!(matches!(result, Err(WriteError::TargetIsLink { .. })), "{result:?}");
    fs::remove_file(&target.dir).unwrap();
    fs::create_dir(&target.dir).unwrap();
    std::os::unix::fs::symlink(&elsewhere, target.dir.join("src")).unwrap();
    let result = write::write(&files, &target.dir, Overwrite::Everything);
    assert!(matches!(result, Err(WriteError::LinkInside { .. })), "{result:?}");
    assert!(tree(&elsewhere).is_empty());
    fs::remove_file(target.dir.join("src")).unwrap();
    fs::create_dir(target.dir.join("src")).unwrap();
    fs::write(elsewhere.join("x"), "mine").unwrap();
    std::os::unix::fs::symlink(elsewhere.join("x"), target.dir.join("src/lib.rs")).unwrap();
    assert_eq!(conflicts(&files, &target.dir), [("src/lib.rs".to_owned(), Reason::NotOurs)]);
    write::write(&files, &target.dir, Overwrite::Everything).expect("written");
    assert_eq!(
        (read(&target.dir, "src/lib.rs"), read(&elsewhere, "x")),
        ("1".to_owned(), "mine".to_owned())
    );
}

#[test]
fn files_and_directories_in_each_others_place_are_told() {
    let target = target();
    fs::create_dir_all(target.dir.join("a.rs")).unwrap();
    fs::write(target.dir.join("src"), "mine").unwrap();
    let fault = |path: &str| write::write(&[file(path, "1")], &target.dir, Overwrite::Everything);
    assert!(matches!(fault("a.rs"), Err(WriteError::IsADirectory { .. })));
    assert!(matches!(fault("src/lib.rs"), Err(WriteError::NotADirectory { .. })));
    let file_as_target = target.dir.join("src");
    let result = write::write(&[file("x", "1")], &file_as_target, Overwrite::Everything);
    assert!(matches!(result, Err(WriteError::TargetIsNoDirectory { .. })));
    let below = target.dir.join("src/crate");
    let result = write::write(&[file("x", "1")], &below, Overwrite::Everything);
    assert!(matches!(result, Err(WriteError::NotADirectory { .. })), "{result:?}");
    assert_eq!(tree(&target.dir), ["a.rs", "src"]);
}

#[test]
fn paths_that_lead_out_or_meet_are_refused() {
    let target = target();
    for path in
        ["", "/x", "../x", "a/../../x", "a//b", "./a", "C:x", "a\\b", MANIFEST, PRIVATE_MANIFEST]
    {
        let result = write::write(&[file(path, "")], &target.dir, Overwrite::Everything);
        assert!(matches!(result, Err(WriteError::BadPath { .. })), "{path}");
    }
    for pair in [["a", "a"], ["a.rs", "A.rs"], ["a", "a/b"], ["a/b", "A"]] {
        let result =
            write::write(&pair.map(|path| file(path, "")), &target.dir, Overwrite::Everything);
        assert!(matches!(result, Err(WriteError::SamePath { .. })), "{pair:?}");
    }
    assert!(!target.dir.exists());
}

#[cfg(unix)]
#[test]
fn a_directory_that_cannot_be_written_is_told_and_nothing_is_left_behind() {
    use std::os::unix::fs::PermissionsExt as _;
    let target = target();
    fs::create_dir_all(&target.dir).unwrap();
    fs::set_permissions(&target.dir, fs::Permissions::from_mode(0o555)).unwrap();
    let writable = fs::write(target.dir.join("probe"), "").is_ok();
    let result = write::write(&[file("a.rs", "1")], &target.dir, Overwrite::OwnFiles);
    // Some users may write everywhere; then there is nothing to see.
    if !writable {
        assert!(matches!(result, Err(WriteError::Io { .. })), "{result:?}");
        assert!(tree(&target.dir).is_empty());
    }
    fs::set_permissions(&target.dir, fs::Permissions::from_mode(0o755)).unwrap();
}
