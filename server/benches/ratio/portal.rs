//! The real binary as a child: how soon it answers, what it logs, what it takes of CPU and memory.

use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Answer;
use crate::client::{Client, get};

/// A running server: the portal or the twin. It ends with its owner.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// How long it took from the start of the process to the first 200.
    pub took: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        if asked.is_err() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// An address that is free now.
pub fn free() -> Answer<SocketAddr> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map_err(|error| error.to_string())
}

/// Where the server's database lies.
pub fn database(folder: &Path) -> PathBuf {
    folder.join("portal.sqlite")
}

/// The same database through the store.
pub async fn open(folder: &Path) -> Answer<store::Db> {
    store::Db::open(&format!("sqlite:{}", database(folder).display())).await.map_err(|error| error.to_string())
}

/// The portal's binary on a data folder.
fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command.env("PORTAL_DATA_DIR", folder).stdin(Stdio::null()).stdout(Stdio::null());
    for name in ["PORTAL_DATABASE_URL", "PORTAL_ORIGIN", "PORTAL_CONFIG", "PORTAL_LOG", "PORTAL_LISTEN"] {
        command.env_remove(name);
    }
    command
}

/// Loads the demonstration.
pub fn demonstration(folder: &Path) -> Answer {
    let status = command(folder).arg("demo").status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err("The demonstration could not be loaded.".to_owned()) }
}

/// Serves with the settings of every day.
pub fn serve(folder: &Path) -> Answer<Server> {
    let mut command = command(folder);
    command.stderr(Stdio::null());
    portal(command)
}

/// Serves with a log of every statement.
pub fn serve_traced(folder: &Path, log: &Path) -> Answer<Server> {
    let mut command = command(folder);
    let log = File::create(log).map_err(|error| error.to_string())?;
    command.env("PORTAL_LOG", "warn,sqlx::query=debug,portal=debug").stderr(log);
    portal(command)
}

fn portal(mut command: Command) -> Answer<Server> {
    let address = free()?;
    command.args(["serve", "--listen", &address.to_string()]);
    until_ready(command, address)
}

/// Starts a server and waits for its first 200 of `/readyz`.
pub fn until_ready(mut command: Command, address: SocketAddr) -> Answer<Server> {
    let began = Instant::now();
    let child = command.spawn().map_err(|error| error.to_string())?;
    let mut server = Server { child, address, took: Duration::ZERO };
    let request = get(address, "/readyz", "");
    while began.elapsed() < Duration::from_secs(60) {
        let answer = Client::connect(address).and_then(|mut client| client.send(&request));
        if answer.is_ok_and(|answer| answer.status == 200) {
            server.took = began.elapsed();
            return Ok(server);
        }
        std::thread::sleep(Duration::from_micros(500));
    }
    Err("A server did not get ready within a minute.".to_owned())
}

impl Server {
    fn proc(&self, file: &str) -> Answer<String> {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).map_err(|error| error.to_string())
    }

    /// Seconds of CPU it has taken so far, user and system.
    pub fn cpu(&self) -> Answer<f64> {
        let stat = self.proc("stat")?;
        // The name in brackets may hold blanks; user and system time are the twelfth and thirteenth field after it.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks: f64 = fields.iter().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
        Ok(ticks / ticks_a_second())
    }

    /// Megabytes of a line of `/proc/PID/status`, such as `VmRSS`.
    pub fn memory(&self, line: &str) -> Answer<f64> {
        let status = self.proc("status")?;
        let value = status.lines().find_map(|one| one.strip_prefix(line)?.strip_prefix(':')?.split_whitespace().next());
        value.and_then(|value| value.parse::<f64>().ok()).map(|kib| kib / 1024.0).ok_or_else(|| format!("no {line}"))
    }
}

fn ticks_a_second() -> f64 {
    static TICKS: std::sync::OnceLock<f64> = std::sync::OnceLock::new();
    *TICKS.get_or_init(|| {
        let output = Command::new("getconf").arg("CLK_TCK").output();
        output.ok().and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse().ok()).unwrap_or(100.0)
    })
}
