//! Whether cargo will build a crate where it was written: not in a workspace that does not list it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::source::{self, Position};
use serde::Deserialize;
use toml::Spanned;

/// A workspace around a crate that is not one of its members.
#[derive(Debug)]
pub(crate) struct Foreign {
    /// The manifest of the workspace.
    pub(crate) manifest: PathBuf,
    /// Where in that manifest its members are listed.
    pub(crate) position: Position,
    /// The crate as a member: its path from the workspace.
    pub(crate) member: String,
    /// The line that makes it a member, and where to put it.
    pub(crate) remedy: String,
}

#[derive(Deserialize)]
struct Manifest {
    workspace: Option<Spanned<Workspace>>,
}

#[derive(Deserialize)]
struct Workspace {
    members: Option<Spanned<Vec<String>>>,
}

/// The workspace that keeps cargo from building the crate in `dir`, if there is one.
pub(crate) fn foreign(dir: &Path) -> Option<Foreign> {
    let dir = dir.canonicalize().ok()?;
    let (root, text, workspace) = dir.parent()?.ancestors().find_map(workspace)?;
    let member = dir.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
    let members = workspace.get_ref().members.as_ref();
    let listed = members.is_some_and(|members| members.get_ref().contains(&member));
    if listed || !refused(&dir) {
        return None;
    }
    let (span, remedy) = match members {
        Some(members) => {
            (members.span(), format!("add `\"{member}\"` to `members` under `[workspace]`"))
        }
        None => (
            workspace.span(),
            format!("add the line `members = [\"{member}\"]` under `[workspace]`"),
        ),
    };
    let manifest = root.join("Cargo.toml");
    Some(Foreign { manifest, position: source::position(&text, span), member, remedy })
}

/// The workspace of which this directory is the root.
fn workspace(dir: &Path) -> Option<(PathBuf, String, Spanned<Workspace>)> {
    let text = std::fs::read_to_string(dir.join("Cargo.toml")).ok()?;
    let workspace = toml::from_str::<Manifest>(&text).ok()?.workspace?;
    Some((dir.to_owned(), text, workspace))
}

/// Whether cargo says that the crate is in a workspace to which it does not belong. Members come from globs, from the path
/// dependencies of other members, and from `package.workspace`: cargo knows best.
fn refused(dir: &Path) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--no-deps", "--offline", "--format-version=1", "--manifest-path"]);
    let run = command.arg(dir.join("Cargo.toml")).stdin(Stdio::null()).output();
    run.is_ok_and(|run| {
        !run.status.success() && String::from_utf8_lossy(&run.stderr).contains("workspace")
    })
}
