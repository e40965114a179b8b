//! Finding and reading the files of the workspace; and one way to say what is wrong.

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap();
    Path::new(&here).ancestors().nth(2).unwrap().to_path_buf()
}

/// A file below one of some folders, with its path from the root and its text.
pub struct File {
    /// From the root, with slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// All text files with an ending below some folders; absent folders hold none.
pub fn below(folders: &[&str], ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), ending, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let skipped = ["node_modules", "target", ".git"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !skipped {
            collect(&path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File { path: name, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

/// Fails with the rule and every violation, one a line.
pub fn none(rule: &str, violations: Vec<String>) {
    assert!(violations.is_empty(), "\n{rule}\n{}\n", violations.join("\n"));
}
