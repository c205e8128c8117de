//! Quoting for a POSIX shell.

use std::process::Command;

use crate::runner::shell::Marks;

fn output(script: &str) -> Vec<u8> {
    let result = Command::new("sh")
        .args(["-c", script])
        .env("token", "s3 'cret\"")
        .env("_1", "one")
        .output()
        .unwrap();
    assert!(result.status.success(), "{script}\n{}", String::from_utf8_lossy(&result.stderr));
    result.stdout
}

#[test]
fn words_are_what_they_say() {
    let marks = Marks::new(&[]);
    let all: Vec<u8> = (1..=255).filter(|byte| *byte != b'\n').collect();
    for text in ["", "it's", "a\nb\tc", "$HOME `ls` \\ \"x\"", "ü €", "-n", "%s %d", "@file"]
        .map(str::as_bytes)
        .into_iter()
        .chain([&all[..]])
    {
        assert_eq!(
            output(&format!("printf %s {}", marks.word(text))),
            text,
            "{}",
            marks.word(text)
        );
    }
}

#[test]
fn printf_prints_every_byte() {
    let marks = Marks::new(&[]);
    let all: Vec<u8> = (0..=255).chain(0..=255).collect();
    for bytes in [&all[..], b"", b"%d\\n\n'", b"\x001\n", b"--x\0"] {
        assert_eq!(output(&marks.printf(bytes)), bytes, "{}", marks.printf(bytes));
    }
}

#[test]
fn secrets_are_variables_of_the_shell() {
    let marks =
        Marks::new(&["token".to_owned(), "1".to_owned(), "a-b".to_owned(), "a_b".to_owned()]);
    let names: Vec<&str> = marks.marks().collect();
    let text = format!("x'{}/{}{}", names[0], names[1], names[0]);
    assert_eq!(marks.word(text.as_bytes()), r#""x'$token/$_1$token""#);
    assert_eq!(
        output(&format!("printf %s {}", marks.word(text.as_bytes()))),
        b"x's3 'cret\"/ones3 'cret\""
    );
    assert_eq!(output(&marks.printf(format!("\0%{}", names[0]).as_bytes())), b"\0%s3 'cret\"");
    let last = marks.word(format!("{}{}", names[2], names[3]).as_bytes());
    assert_eq!(last, r#""$a_b$a_b_""#);
    let before_letters = marks.word(format!("{}x", names[1]).as_bytes());
    assert_eq!(before_letters, r#""${_1}x""#);
    assert_eq!(output(&format!("printf %s {before_letters}")), b"onex");
    let with_a_quote = marks.word(format!("\"{}", names[1]).as_bytes());
    assert_eq!(output(&format!("printf %s {with_a_quote}")), b"\"one");
    assert!(marks.stand_in(text.as_bytes()) && !marks.stand_in(b"zqsecret"));
}
