//! The directory for files that are not in place yet.
//!
//! It is on the file system of the crate, so that a rename puts a file into place: in `target` of a crate that exists, and
//! beside the place of a new one. Only its owner can read it. Git ignores it, for it has a `.gitignore` that ignores
//! everything; cargo packages nothing from `target`, and no directory with a manifest of its own.
//!
//! A run removes its directory when it ends, also by an error or a signal ([`clean_up`]). After anything worse the next run
//! does: a directory whose lock nobody holds is a leftover.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use tempfile::TempDir;

const PREFIX: &str = ".postman-generated.";
const LOCK: &str = "lock";

/// A directory without a lock is a leftover once it is that old: its run may be about to take the lock.
const UNLOCKED: Duration = Duration::from_secs(60);

/// The directories of this process.
static ACTIVE: Mutex<Vec<Active>> = Mutex::new(Vec::new());

/// Held while files are put into place.
static SETTLING: Mutex<()> = Mutex::new(());

/// Held for reading while a new file is written.
static WRITING: RwLock<()> = RwLock::new(());

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// A directory in use, and the directories that were created for it, innermost first.
struct Active {
    path: PathBuf,
    created: Vec<PathBuf>,
}

/// A directory for new files, removed with this value.
pub(super) struct Stage {
    dir: TempDir,
    created: Vec<PathBuf>,
    // On some systems a locked file cannot be removed: it is closed first.
    lock: Option<File>,
}

impl Stage {
    /// Makes a directory in `home`, which is created if it is missing.
    pub(super) fn new(home: &Path) -> io::Result<Stage> {
        let mut active = guard(&ACTIVE);
        let missing = home.ancestors().take_while(|dir| !dir.as_os_str().is_empty());
        let created: Vec<PathBuf> =
            missing.take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
        fs::create_dir_all(home)?;
        let dir = directory(home)?;
        active.push(Active { path: dir.path().to_owned(), created: created.clone() });
        let mut stage = Stage { dir, created, lock: None };
        let lock = File::create(stage.path().join(LOCK))?;
        fs4::FileExt::lock(&lock)?;
        stage.lock = Some(lock);
        fs::write(stage.path().join(".gitignore"), "*\n")?;
        Ok(stage)
    }

    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.lock = None;
        let path = self.dir.path().to_owned();
        let mut active = guard(&ACTIVE);
        // What cannot be removed now is a leftover for the next run.
        let _ = fs::remove_dir_all(&path);
        self.created.iter().for_each(|dir| drop(fs::remove_dir(dir)));
        active.retain(|other| other.path != path);
    }
}

/// A directory that only its owner can read.
fn directory(home: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(home)
}

/// Waits until nothing interrupts the files on their way into place; while the value lives, a signal has to wait.
pub(super) fn settle() -> io::Result<MutexGuard<'static, ()>> {
    let settling = guard(&SETTLING);
    check()?;
    Ok(settling)
}

/// To be held while a file or directory is made in the directory of new files. It is an error once a signal has come.
pub(super) fn writing() -> io::Result<RwLockReadGuard<'static, ()>> {
    let writing = WRITING.read().unwrap_or_else(PoisonError::into_inner);
    check()?;
    Ok(writing)
}

fn check() -> io::Result<()> {
    match INTERRUPTED.load(Ordering::Relaxed) {
        true => Err(io::ErrorKind::Interrupted.into()),
        false => Ok(()),
    }
}

/// Removes the temporary files of this process, before it ends because of a signal. Files that are on their way into place
/// arrive there first. No file is written afterwards.
pub fn clean_up() {
    let settling = guard(&SETTLING);
    INTERRUPTED.store(true, Ordering::Relaxed);
    let writing = WRITING.write().unwrap_or_else(PoisonError::into_inner);
    let active = guard(&ACTIVE);
    for stage in active.iter() {
        // What cannot be removed is a leftover for the next run.
        let _ = fs::remove_dir_all(&stage.path);
        stage.created.iter().for_each(|dir| drop(fs::remove_dir(dir)));
    }
    // Nobody gets them any more.
    std::mem::forget((settling, writing, active));
}

fn guard<T>(mutex: &'static Mutex<T>) -> MutexGuard<'static, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes what interrupted runs left in these directories: the directories that were removed.
pub(super) fn remove_leftovers(homes: &[PathBuf]) -> Vec<PathBuf> {
    let entries = homes.iter().filter_map(|home| fs::read_dir(home).ok()).flatten().flatten();
    let named = entries.filter(|entry| {
        entry.file_name().to_string_lossy().strip_prefix(PREFIX).is_some_and(is_random)
            && entry.file_type().is_ok_and(|kind| kind.is_dir())
    });
    let mut removed: Vec<PathBuf> = named
        .map(|entry| entry.path())
        .filter(|path| is_leftover(path) && fs::remove_dir_all(path).is_ok())
        .collect();
    removed.sort();
    removed
}

/// What `tempfile` puts behind the prefix.
fn is_random(name: &str) -> bool {
    name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_leftover(path: &Path) -> bool {
    match File::open(path.join(LOCK)) {
        Ok(lock) => fs4::FileExt::try_lock(&lock).is_ok(),
        Err(_) => {
            let modified = fs::metadata(path).and_then(|found| found.modified());
            modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > UNLOCKED))
        }
    }
}

/// Where the directory for a crate's files is: in `target`, unless that leads to another file system.
pub(super) fn home(dir: &Path) -> PathBuf {
    let target = dir.join("target");
    let is_link = fs::symlink_metadata(&target).is_ok_and(|found| !found.is_dir());
    if is_link { dir.to_owned() } else { target }
}
