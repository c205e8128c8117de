// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Files that are replaced as a whole: whoever reads one, or ends the program at any time, finds the old or the new text.

use std::io::{self, Write};
use std::path::Path;

/// Replaces the text of a file.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = std::fs::File::create(&temporary).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let replaced = written.and_then(|()| {
        if let Ok(known) = std::fs::metadata(path) {
            std::fs::set_permissions(&temporary, known.permissions())?;
        }
        std::fs::rename(&temporary, path)
    });
    if replaced.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    replaced
}
