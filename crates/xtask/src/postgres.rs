//! A PostgreSQL of the tests' own: a new cluster in a temporary folder, on a free port of this machine, removed at the end
//! whatever happens. PostgreSQL refuses to run as root, so root starts it as another user.
//!
//! Two roles, as in production: `portal_owner` makes the tables, `portal_app` may only log in and gets what the
//! migrations grant. Durability stays on, because the portal refuses a server without it; the folder lies in memory instead.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Answer, house, run, set_up};

/// Each its own call, because a database cannot be made together with anything else.
const SETTLE: [&str; 3] = [
    "create role portal_owner login createdb createrole",
    "create role portal_app login",
    "create database portal owner portal_owner",
];
const FOLDER: &str = "portal-postgres-";

/// A running server; dropping it stops it and removes its folder.
pub struct Postgres {
    server: Child,
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    user: Option<&'static str>,
}

impl Postgres {
    /// Makes a cluster, starts it, and makes the two roles and an empty database.
    pub fn start() -> Answer<Self> {
        let programs = set_up::postgres_programs().ok_or("PostgreSQL's programs are not installed.")?;
        let user = run::is_root().then(|| if user_exists("postgres") { "postgres" } else { "nobody" });
        remove_left_behind(&programs, user);
        let folder = base().join(format!("{FOLDER}{}", std::process::id()));
        make_folder(&folder, user)?;
        let port = free_port()?;
        make_cluster(&programs, user, &folder)?;
        let server = start_server(&programs, user, &folder, port)?;
        let postgres = Postgres { server, programs, folder, port, user };
        postgres.wait_until_ready()?;
        for sentence in SETTLE {
            finish(postgres.client(&["--quiet", "--command", sentence]), "make the roles and the database")?;
        }
        Ok(postgres)
    }

    /// The address for a role.
    pub fn url(&self, role: &str) -> String {
        format!("postgres://{role}@127.0.0.1:{}/portal", self.port)
    }

    fn client(&self, arguments: &[&str]) -> Command {
        let port = self.port.to_string();
        let mut command = as_user(self.user, &self.programs.join("psql"));
        command
            .args(["--no-psqlrc", "--host=127.0.0.1", "--username=postgres", "--dbname=postgres", "--port", &port])
            .args(arguments);
        command
    }

    fn wait_until_ready(&self) -> Answer {
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline {
            if run::quietly(self.client(&["--tuples-only", "--command", "select 1"])).is_some() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("PostgreSQL did not start within a minute. Its log says:\n{log}"))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        stop(&self.programs, self.user, &self.folder);
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// In memory where that is possible: a durable commit then costs nothing.
fn base() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() }
}

/// A run that was cut off could not tidy up. Its folder carries its process id; only folders of ended runs are touched.
fn remove_left_behind(programs: &Path, user: Option<&'static str>) {
    for entry in std::fs::read_dir(base()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let ended = name.strip_prefix(FOLDER).is_some_and(|id| !Path::new("/proc").join(id).exists());
        if ended && Path::new("/proc/self").exists() {
            stop(programs, user, &entry.path());
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn make_folder(folder: &Path, user: Option<&str>) -> Answer {
    house::make_folder(folder)?;
    let Some(user) = user else { return Ok(()) };
    finish(run::command("chown", &[user, &folder.to_string_lossy()]), "hand the folder to another user")
}

fn make_cluster(programs: &Path, user: Option<&str>, folder: &Path) -> Answer {
    let mut initdb = as_user(user, &programs.join("initdb"));
    initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata"]);
    initdb.arg(folder.join("data"));
    finish(initdb, "make a cluster")
}

fn start_server(programs: &Path, user: Option<&str>, folder: &Path, port: u16) -> Answer<Child> {
    let mut server = as_user(user, &programs.join("postgres"));
    server.arg("-D").arg(folder.join("data"));
    for setting in ["listen_addresses=127.0.0.1", "max_connections=200", "shared_buffers=64MB", "logging_collector=off"] {
        server.args(["-c", setting]);
    }
    server.args(["-c", &format!("port={port}"), "-c", &format!("unix_socket_directories={}", folder.display())]);
    let failed = |error: std::io::Error| format!("Cannot start PostgreSQL: {error}.");
    let log = std::fs::File::create(folder.join("log")).map_err(failed)?;
    server.stdout(Stdio::null()).stderr(log).spawn().map_err(failed)
}

fn stop(programs: &Path, user: Option<&str>, folder: &Path) {
    let mut stop = as_user(user, &programs.join("pg_ctl"));
    stop.args(["stop", "--mode=immediate", "--silent", "--wait", "--pgdata"]).arg(folder.join("data"));
    let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// A port that was free a moment ago; nobody else asks for ports of the upper range in between.
fn free_port() -> Answer<u16> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("No free port: {error}."))
}

/// The other user may not enter our folders, so the command starts in one that everybody may.
fn as_user(user: Option<&str>, program: &Path) -> Command {
    let program = program.to_string_lossy();
    let mut command = match user {
        Some(user) => run::command("runuser", &["-u", user, "--", &program]),
        None => run::command(&program, &[]),
    };
    command.current_dir("/");
    command
}

fn user_exists(name: &str) -> bool {
    run::quietly(run::command("id", &["-u", name])).is_some()
}

/// Runs to the end; the output is shown only when it failed.
fn finish(mut command: Command, deed: &str) -> Answer {
    let output = command.output().map_err(|error| format!("Cannot {deed}: {error}."))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("Cannot {deed}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Left out where PostgreSQL is not installed, as the step `units` is.
    #[test]
    fn a_server_serves_both_roles_and_leaves_nothing_behind() -> Answer {
        if set_up::postgres_programs().is_none() {
            return Ok(());
        }
        let server = Postgres::start()?;
        let folder = server.folder.clone();
        for role in ["portal_app", "portal_owner"] {
            let mut psql = as_user(server.user, &server.programs.join("psql"));
            psql.args(["--no-psqlrc", "--tuples-only", "--no-align", "--command", "select current_user", &server.url(role)]);
            assert_eq!(run::quietly(psql).as_deref().map(str::trim), Some(role));
        }
        drop(server);
        assert!(!folder.exists());
        Ok(())
    }
}
