//! `cargo xtask serve`: from a fresh checkout to a running portal with demonstration data, in one command.
//! The portal migrates its database by itself; the demonstration is loaded only where no database exists yet.

use std::path::Path;
use std::process::Command;

use crate::{Answer, house, run, say, site};

/// Builds what is missing, loads the demonstration on the first run, then serves until Ctrl-C.
pub fn serve(arguments: &[String]) -> Answer {
    site::build(site::Flags::AsConfigured)?;
    say::line("Building the server (the first time takes some minutes, later seconds).");
    run::loudly(run::cargo(&["build", "--package", "server", "--bin", "portal"]))?;
    let data = std::env::var_os("PORTAL_DATA_DIR").map_or_else(|| house::root().join("data"), Into::into);
    if std::env::var_os("PORTAL_DATABASE_URL").is_none() && !has_database(&data) {
        say::line("No database yet: loading the demonstration data.");
        run::loudly(portal(&data, &["demo"]))?;
    }
    let mut server = portal(&data, &["serve"]);
    server.args(arguments).stdin(std::process::Stdio::inherit());
    say::line("The portal starts. Ctrl-C ends it.");
    become_(server)
}

fn portal(data: &Path, arguments: &[&str]) -> Command {
    let mut command = run::command(&house::portal("debug").to_string_lossy(), arguments);
    command.env("PORTAL_DATA_DIR", data);
    command
}

fn has_database(data: &Path) -> bool {
    let endings = ["db", "sqlite", "sqlite3"];
    house::files_below(data).iter().filter_map(|path| path.extension()?.to_str()).any(|ending| endings.contains(&ending))
}

/// The server takes the place of this process, so Ctrl-C reaches it alone and it can end in good order.
#[cfg(unix)]
fn become_(mut server: Command) -> Answer {
    let error = std::os::unix::process::CommandExt::exec(&mut server);
    Err(format!("Cannot start the portal: {error}."))
}

#[cfg(not(unix))]
fn become_(server: Command) -> Answer {
    run::loudly(server)
}
