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
        "--timeout=2.5",
    ])
    .unwrap();
    assert_eq!(options.only, Some(vec!["1,3".to_owned(), "5".to_owned()]));
    assert_eq!(options.timeout, std::time::Duration::from_millis(2500));
    assert_eq!(
        options.variables,
        [("a".to_owned(), "b=c".to_owned()), ("d".to_owned(), String::new())]
    );
    assert_eq!(options.environments, ["x", "y"].map(std::path::PathBuf::from));
    assert_eq!((&options.secrets, &options.base_url), (&Some("z".into()), &Some("u".to_owned())));
    assert_eq!(options.action, Action::Send);
    assert_eq!(
        read(&["--environment", "Sandbox"]).unwrap().environment.as_deref(),
        Some("Sandbox")
    );
}

#[test]
fn actions_are_read() {
    assert_eq!(read(&[]).unwrap().action, Action::Plan);
    assert_eq!(read(&["--all", "--curl"]).unwrap().action, Action::Curl);
    assert_eq!(read(&["--list", "--only=1"]).unwrap().action, Action::List);
    for (argument, action) in [
        ("--all", Action::Send),
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
        (&["--timeout", "0"], "--timeout takes a number of seconds, not \"0\""),
        (&["--timeout=soon"], "--timeout takes a number of seconds, not \"soon\""),
        (&["--var", "novalue"], "--var takes NAME=VALUE"),
        (&["--list=yes"], "--list takes no value"),
        (&["--var=token"], "--var takes NAME=VALUE"),
        (&["--nope=s3cret"], "unknown argument --nope"),
    ] {
        assert_eq!(read(arguments).unwrap_err(), message);
    }
}
