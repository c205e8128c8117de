//! What the last room does to the disk, and what it leaves alone.

use std::fs;
use std::path::{Path, PathBuf};

use generator::write::{
    self, Conflict, MANIFEST, OutputFile, Overwrite, PRIVATE_MANIFEST, Reason, State, WriteError,
};
use tempfile::TempDir;

struct Target {
    _home: TempDir,
    dir: PathBuf,
}

fn target() -> Target {
    let home = tempfile::tempdir().expect("a directory");
    let dir = home.path().join("deep/crate");
    Target { _home: home, dir }
}

fn file(path: &str, contents: &str) -> OutputFile {
    OutputFile {
        path: path.to_owned(),
        contents: contents.as_bytes().to_vec(),
        private: false,
    }
}

fn secret(path: &str, contents: &str) -> OutputFile {
    OutputFile {
        private: true,
        ..file(path, contents)
    }
}

fn own(files: &[OutputFile], dir: &Path) -> write::Report {
    write::write(files, dir, Overwrite::OwnFiles).expect("written")
}

fn conflicts(files: &[OutputFile], dir: &Path) -> Vec<(String, Reason)> {
    match write::write(files, dir, Overwrite::OwnFiles) {
        Err(WriteError::Conflicts { files, .. }) => files
            .into_iter()
            .map(|Conflict { path, reason }| (path, reason))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn read(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).expect("a file")
}

/// All files and directories below, sorted.
fn tree(dir: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("a directory") {
            let path = entry.expect("an entry").path();
            paths.push(path.strip_prefix(dir).expect("below").display().to_string());
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    paths.sort();
    paths
}

fn stale(files: &[OutputFile], dir: &Path) -> Vec<(String, State)> {
    write::check(files, dir)
        .expect("compared")
        .into_iter()
        .map(|stale| (stale.path, stale.state))
        .collect()
}

#[test]
fn a_first_run_writes_and_a_second_one_touches_nothing() {
    let target = target();
    let files = [file("src/lib.rs", "a"), file("Cargo.toml", "b")];
    let report = own(&files, &target.dir);
    assert_eq!(report.written, ["Cargo.toml", "src/lib.rs"]);
    assert_eq!(
        tree(&target.dir),
        [MANIFEST, "Cargo.toml", "src", "src/lib.rs"]
    );
    let before = fs::metadata(target.dir.join(MANIFEST))
        .unwrap()
        .modified()
        .unwrap();
    let report = own(&files, &target.dir);
    assert_eq!(
        (report.written.len(), report.removed.len(), report.unchanged),
        (0, 0, 2)
    );
    assert_eq!(
        fs::metadata(target.dir.join(MANIFEST))
            .unwrap()
            .modified()
            .unwrap(),
        before
    );
    assert!(stale(&files, &target.dir).is_empty());
}

#[test]
fn owned_files_are_replaced_and_removed_with_their_directories() {
    let target = target();
    own(
        &[
            file("a/b/c.rs", "1"),
            file("a/d.rs", "1"),
            file("e.rs", "1"),
        ],
        &target.dir,
    );
    fs::create_dir(target.dir.join("a/mine")).unwrap();
    let report = own(&[file("e.rs", "2")], &target.dir);
    assert_eq!(
        (report.written, report.removed),
        (
            vec!["e.rs".to_owned()],
            vec!["a/b/c.rs".to_owned(), "a/d.rs".to_owned()]
        )
    );
    assert_eq!(tree(&target.dir), [MANIFEST, "a", "a/mine", "e.rs"]);
}

#[test]
fn files_of_others_are_left_alone() {
    let target = target();
    fs::create_dir_all(&target.dir).unwrap();
    fs::write(target.dir.join("Cargo.toml"), "mine").unwrap();
    fs::write(target.dir.join("notes.txt"), "mine").unwrap();
    let files = [file("Cargo.toml", "new"), file("src/lib.rs", "new")];
    assert_eq!(
        conflicts(&files, &target.dir),
        [("Cargo.toml".to_owned(), Reason::NotOurs)]
    );
    assert_eq!(tree(&target.dir), ["Cargo.toml", "notes.txt"]);
    write::write(&files, &target.dir, Overwrite::Everything).expect("written");
    assert_eq!(
        (
            read(&target.dir, "Cargo.toml"),
            read(&target.dir, "notes.txt")
        ),
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
fn files_that_are_as_they_should_be_are_adopted() {
    let target = target();
    let files = [file("a.rs", "one\ntwo\n")];
    own(&files, &target.dir);
    fs::remove_file(target.dir.join(MANIFEST)).unwrap();
    assert_eq!(
        stale(&files, &target.dir),
        [(MANIFEST.to_owned(), State::Missing)]
    );
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
    own(
        &[file("a.rs", "1"), file("b.rs", "1"), file("old.rs", "1")],
        &target.dir,
    );
    let before = tree(&target.dir);
    let found = stale(
        &[file("a.rs", "2"), file("b.rs", "1"), file("new.rs", "1")],
        &target.dir,
    );
    let expected = [
        (MANIFEST, State::Differs),
        ("a.rs", State::Differs),
        ("new.rs", State::Missing),
        ("old.rs", State::Superfluous),
    ];
    assert_eq!(
        found,
        expected.map(|(path, state)| (path.to_owned(), state))
    );
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
fn private_files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let target = target();
    let mode = |path: &str| {
        fs::metadata(target.dir.join(path))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    let files = [secret("s.json", "1"), file("a.rs", "1")];
    own(&files, &target.dir);
    assert_eq!((mode("s.json"), mode(PRIVATE_MANIFEST)), (0o600, 0o600));
    assert_ne!(mode("a.rs") & 0o044, 0);
    fs::set_permissions(target.dir.join("s.json"), fs::Permissions::from_mode(0o644)).unwrap();
    own(&files, &target.dir);
    assert_eq!(mode("s.json"), 0o600);
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
    assert!(
        matches!(result, Err(WriteError::TargetIsLink { .. })),
        "{result:?}"
    );
    fs::remove_file(&target.dir).unwrap();
    fs::create_dir(&target.dir).unwrap();
    std::os::unix::fs::symlink(&elsewhere, target.dir.join("src")).unwrap();
    let result = write::write(&files, &target.dir, Overwrite::Everything);
    assert!(
        matches!(result, Err(WriteError::LinkInside { .. })),
        "{result:?}"
    );
    assert!(tree(&elsewhere).is_empty());
    fs::remove_file(target.dir.join("src")).unwrap();
    fs::create_dir(target.dir.join("src")).unwrap();
    fs::write(elsewhere.join("x"), "mine").unwrap();
    std::os::unix::fs::symlink(elsewhere.join("x"), target.dir.join("src/lib.rs")).unwrap();
    assert_eq!(
        conflicts(&files, &target.dir),
        [("src/lib.rs".to_owned(), Reason::NotOurs)]
    );
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
    assert!(matches!(
        fault("a.rs"),
        Err(WriteError::IsADirectory { .. })
    ));
    assert!(matches!(
        fault("src/lib.rs"),
        Err(WriteError::NotADirectory { .. })
    ));
    let file_as_target = target.dir.join("src");
    let result = write::write(&[file("x", "1")], &file_as_target, Overwrite::Everything);
    assert!(matches!(
        result,
        Err(WriteError::TargetIsNoDirectory { .. })
    ));
    let below = target.dir.join("src/crate");
    let result = write::write(&[file("x", "1")], &below, Overwrite::Everything);
    assert!(
        matches!(result, Err(WriteError::NotADirectory { .. })),
        "{result:?}"
    );
    assert_eq!(tree(&target.dir), ["a.rs", "src"]);
}

#[test]
fn paths_that_lead_out_or_meet_are_refused() {
    let target = target();
    for path in [
        "",
        "/x",
        "../x",
        "a/../../x",
        "a//b",
        "./a",
        "C:x",
        "a\\b",
        MANIFEST,
        PRIVATE_MANIFEST,
    ] {
        let result = write::write(&[file(path, "")], &target.dir, Overwrite::Everything);
        assert!(matches!(result, Err(WriteError::BadPath { .. })), "{path}");
    }
    for pair in [["a", "a"], ["a.rs", "A.rs"], ["a", "a/b"], ["a/b", "A"]] {
        let result = write::write(
            &pair.map(|path| file(path, "")),
            &target.dir,
            Overwrite::Everything,
        );
        assert!(
            matches!(result, Err(WriteError::SamePath { .. })),
            "{pair:?}"
        );
    }
    assert!(!target.dir.exists());
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
    own(&[file("a.rs", "3"), file("b.rs", "3")], &target.dir);
    assert!(stale(&[file("a.rs", "3"), file("b.rs", "3")], &target.dir).is_empty());
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
