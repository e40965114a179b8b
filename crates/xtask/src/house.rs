//! Where things lie: the workspace, cargo's target folder, the built site.

use std::path::{Path, PathBuf};

/// The root of the workspace, two folders above this crate. Cargo says where the crate lies when it runs it; the place of
/// compilation would be wrong where two checkouts share one target folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).unwrap_or(&here).to_path_buf()
}

/// Cargo's target folder, also when `CARGO_TARGET_DIR` moved it.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(moved) => root().join(moved),
        None => root().join("target"),
    }
}

/// The folder whose files the server embeds.
pub fn site() -> PathBuf {
    root().join("site")
}

/// The built server: `debug` or `release`.
pub fn portal(profile: &str) -> PathBuf {
    target().join(profile).join(format!("portal{}", std::env::consts::EXE_SUFFIX))
}

/// Reads a whole file, naming it when that fails.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))
}

/// Writes a whole file and the folders above it, naming it when that fails.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    std::fs::write(path, bytes).map_err(|error| format!("Cannot write {}: {error}.", path.display()))
}

/// Makes a folder and those above it.
pub fn make_folder(path: &Path) -> Result<(), String> {
    std::fs::create_dir_all(path).map_err(|error| format!("Cannot make the folder {}: {error}.", path.display()))
}

/// All files below a folder, sorted; none when the folder is absent.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}
