//! The run from beginning to end, and what it prints.

use std::path::{Path, PathBuf};

use domain::time::Timestamp;

use crate::client::{get, sign_in};
use crate::measure::{self, Contender, median};
use crate::portal::{self, Server};
use crate::{Answer, pages, say, seed, trace};

/// Reads the joint projects of every group.
const HEAD: &str = "tamar@il.example";
const LIST: &str = "/desk/projects";

/// A folder that goes when the run ends.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The time now.
#[expect(clippy::disallowed_methods, reason = "a measurement happens now")]
pub fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Measures everything with so many projects beside the demonstration's.
pub fn run(projects: usize) -> Answer {
    let folder = Folder(std::env::temp_dir().join(format!("portal-bench-{}", std::process::id())));
    let data = folder.0.as_path();
    machine();
    portal::demonstration(data)?;
    let few = list(data, "the demonstration alone")?;
    say(&format!("\nSeeding {projects} projects by the rules:"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| error.to_string())?;
    let codes = runtime.block_on(fill(data, projects))?;
    let many = list(data, &format!("{projects} projects more"))?;
    let verdict = if few == many { "constant" } else { "NOT constant" };
    say(&format!("Statements of the desk project list: {few} and {many}, {verdict}."));
    let pages = runtime.block_on(pages::find(data, &codes))?;
    let server = start_up(data)?;
    pages::compare(data, &server, pages)?;
    let (now, most) = (server.memory("VmRSS")?, server.memory("VmHWM")?);
    say(&format!("\nResident memory of the portal after the run: {now:.1} MB (at most {most:.1} MB)."));
    Ok(())
}

async fn fill(data: &Path, projects: usize) -> Answer<Vec<String>> {
    let db = portal::open(data).await?;
    let (codes, took) = seed::fill(&db, projects, now()).await?;
    db.close().await;
    let size = std::fs::metadata(portal::database(data)).map_or(0, |file| file.len());
    say(&format!("Seeded in {:.0} s; the database has {} MB.\n", took.as_secs_f64(), size / 1_000_000));
    Ok(codes)
}

/// What this runs on, and when.
fn machine() {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let line = |text: &str, name: &str| {
        let found = text.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_once(':'));
        found.map_or_else(|| "unknown".to_owned(), |(_, value)| value.trim().to_owned())
    };
    let date =
        jiff::Timestamp::from_millisecond(now().0).map_or_else(|_| String::new(), |at| at.strftime("%F %H:%M UTC").to_string());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    say(&format!(
        "{date}; {}, {cores} cores, memory {}, Linux {}, load before the run {}",
        line(&read("/proc/cpuinfo"), "model name"),
        line(&read("/proc/meminfo"), "MemTotal"),
        read("/proc/sys/kernel/osrelease").trim(),
        read("/proc/loadavg").split_whitespace().take(3).collect::<Vec<_>>().join(" "),
    ));
    say("The server and the load generator share these cores. SQLite; profile bench: optimised, without link-time optimisation.");
}

/// Measures the desk project list and gives the number of its statements.
fn list(data: &Path, what: &str) -> Answer<usize> {
    let log = data.join("list.log");
    let (cookie, statements) = {
        let server = portal::serve_traced(data, &log)?;
        let cookie = sign_in(server.address, HEAD)?;
        let (answer, statements) = trace::of(&server, &log, &get(server.address, LIST, &cookie))?;
        if answer.status != 200 {
            return Err(format!("The desk project list answers with {}.", answer.status));
        }
        (cookie, statements.len())
    };
    let server = portal::serve(data)?;
    let cpu = measure::alone(&Contender { server: &server, request: get(server.address, LIST, &cookie) }, 200)?;
    let ready = server.took.as_secs_f64() * 1_000.0;
    say(&format!("With {what}: desk project list {statements} statements, {cpu:.2} ms of CPU; /readyz after {ready:.0} ms."));
    Ok(statements)
}

/// Starts the portal several times; the last one stays, and has rested.
fn start_up(data: &Path) -> Answer<Server> {
    let mut times = Vec::new();
    for _ in 0..6 {
        times.push(portal::serve(data)?.took.as_secs_f64() * 1_000.0);
    }
    let server = portal::serve(data)?;
    times.push(server.took.as_secs_f64() * 1_000.0);
    std::thread::sleep(std::time::Duration::from_secs(2));
    let spread: Vec<String> = times.iter().map(|one| format!("{one:.0}")).collect();
    say(&format!(
        "\nStart-up to the first 200 of /readyz: median {:.0} ms ({}), files in the page cache.",
        median(&times),
        spread.join(", ")
    ));
    say(&format!("Resident memory idle: {:.1} MB.", server.memory("VmRSS")?));
    Ok(server)
}
