//! What the tests need beside cargo: npm packages, Chromium, PostgreSQL. On Debian, as root, they are installed by apt.
//! What cannot be set up is named with the line that would, so that the person decides.

use std::path::{Path, PathBuf};

use crate::{Answer, house, run, say, wasm};

/// Something that a step may need.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Rust's target for the browser.
    BrowserTarget,
    /// The packages of `end2end/`: wasm-opt, playwright-core, axe-core, html-validate.
    NodePackages,
    /// A Chromium to drive.
    Chromium,
    /// The programs `initdb` and `postgres`.
    Postgres,
}

impl Need {
    /// Sets it up where it is missing; an error is the sentence with the line that would install it.
    pub fn meet(self) -> Answer {
        match self {
            Need::BrowserTarget => wasm::need_target(),
            Need::NodePackages => node_packages(),
            Need::Chromium => by_apt("chromium", "Chromium", || chromium().is_some()),
            Need::Postgres => by_apt("postgresql", "PostgreSQL", || postgres_programs().is_some()),
        }
    }
}

/// The Chromium to drive: `CHROMIUM`, else the first on the path.
pub fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    let found = std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name)));
    named.into_iter().chain(found).find(|program| program.is_file())
}

/// The folder with all of PostgreSQL's programs that we use: on the path, else the newest of Debian's, which are not on it.
pub fn postgres_programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut debian: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin")).collect();
    debian.sort();
    let has_all =
        |folder: &PathBuf| ["initdb", "postgres", "pg_ctl", "psql"].iter().all(|program| folder.join(program).is_file());
    std::env::split_paths(&path).chain(debian.into_iter().rev()).find(has_all)
}

/// `npm ci`, unless what is installed is what the lock file says.
fn node_packages() -> Answer {
    let end2end = house::root().join("end2end");
    let remedy = "The packages of end2end are missing. Install Node 20.19 or later, then run: npm ci --prefix end2end";
    if is_newer(&end2end.join("node_modules/.package-lock.json"), &end2end.join("package-lock.json")) {
        return Ok(());
    }
    if !run::is_installed("npm") {
        return Err(remedy.to_owned());
    }
    say::line("Installing the packages of end2end.");
    let mut npm = run::command("npm", &["ci", "--no-audit", "--no-fund"]);
    npm.current_dir(&end2end);
    run::loudly(npm).map_err(|_| remedy.to_owned())
}

fn is_newer(made: &Path, from: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    matches!((time(made), time(from)), (Some(made), Some(from)) if made >= from)
}

fn by_apt(package: &str, name: &str, is_there: impl Fn() -> bool) -> Answer {
    if is_there() {
        return Ok(());
    }
    let remedy = format!("{name} is missing. On Debian install it with: apt-get install --yes {package}");
    if !run::is_installed("apt-get") || !run::is_root() {
        return Err(remedy);
    }
    say::line(&format!("Installing {name} by apt."));
    let mut install = run::command("apt-get", &["install", "--yes", "--no-install-recommends", package]);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run::loudly(run::command("apt-get", &["update", "--quiet"])).map_err(|_| remedy.clone())?;
    run::loudly(install).map_err(|_| remedy.clone())?;
    if is_there() { Ok(()) } else { Err(remedy) }
}
