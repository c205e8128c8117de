//! The program in a directory of its own.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const COLLECTION: &str = r#"{
  "info": {"name": "Zoo", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
  "item": [
    {"name": "Cats", "item": [{"name": "List", "request": {"method": "GET", "url": {"host": ["h.test"], "path": ["cats"], "query": 5}}}]}
  ]
}"#;
pub(crate) const ENVIRONMENT: &str =
    r#"{"name": "E", "values": [{"key": "a", "value": "1", "enabled": true}]}"#;

pub(crate) struct Place {
    pub(crate) dir: TempDir,
}

pub(crate) fn place(files: &[(&str, &str)]) -> Place {
    let dir = tempfile::tempdir().expect("a directory");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    }
    Place { dir }
}

impl Place {
    fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_generator"));
        program.args(arguments).current_dir(self.dir.path()).output().expect("the program runs")
    }

    /// Runs, expects an exit code, and gives standard output and standard error.
    pub(crate) fn ends(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        let (out, err) = (text(output.stdout), text(output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
        (out, err)
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.dir.path().join(path).exists()
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.dir.path().join(path)).expect("a file to remove");
    }
}

pub(crate) fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect()
}

pub(crate) const MANIFEST: &str = "generated-client/.postman-generated";
