//! The command line.

use crate::runner::options::{Action, Options};

fn read(arguments: &[&str]) -> Result<Options, String> {
    Options::read(arguments.iter().map(|&argument| argument.to_owned()))
}

#[test]
fn options_are_read() {
    let options = read(&[
        "--only",
        "1,3",
        "--only=5",
        "--var",
        "a=b=c",
        "--var=d=",
        "--env",
        "x",
        "--env=y",
        "--secrets",
        "z",
        "--base-url",
        "u",
    ])
    .unwrap();
    assert_eq!(options.only, Some(vec![1, 3, 5]));
    assert_eq!(
        options.variables,
        [("a".to_owned(), "b=c".to_owned()), ("d".to_owned(), String::new())]
    );
    assert_eq!(options.environments, ["x", "y"].map(std::path::PathBuf::from));
    assert_eq!((&options.secrets, &options.base_url), (&Some("z".into()), &Some("u".to_owned())));
    assert_eq!(options.action, Action::Send);
    assert!(options.takes(3) && !options.takes(2));
    assert!(read(&[]).unwrap().takes(2));
    assert!(!read(&["--only", ""]).unwrap().takes(0));
}

#[test]
fn actions_are_read() {
    for (argument, action) in [
        ("--list", Action::List),
        ("--curl", Action::Curl),
        ("--help", Action::Help),
        ("-h", Action::Help),
    ] {
        assert_eq!(read(&[argument]).unwrap().action, action);
    }
}

#[test]
fn mistakes_are_named() {
    for (arguments, message) in [
        (&["--nope"][..], "unknown argument --nope"),
        (&["list"], "unknown argument list"),
        (&["--only"], "--only needs a value"),
        (&["--only", "1,x"], "--only takes numbers parted by commas, not \"x\""),
        (&["--var", "novalue"], "--var takes NAME=VALUE"),
        (&["--list=yes"], "--list takes no value"),
        (&["--var=token"], "--var takes NAME=VALUE"),
        (&["--nope=s3cret"], "unknown argument --nope"),
    ] {
        assert_eq!(read(arguments).unwrap_err(), message);
    }
}
