//! `cargo xtask bench`: what a page costs the server beside a raw twin, axum and sqlx alone, that runs the same statements and
//! answers with the same bytes. A measurement: it prints figures and never passes or fails by them.
//!
//! | file | what |
//! |---|---|
//! | `portal.rs` | the real binary as a child: start, log, CPU, memory |
//! | `client.rs` | HTTP/1.1 over one kept connection |
//! | `seed.rs` | thousands of projects by the real rules |
//! | `trace.rs` | the statements of a page as sqlx logged them, with their values |
//! | `twin.rs` | the raw twin, a child of this program |
//! | `measure.rs` | interleaved slices, medians |
//! | `pages.rs` | the pages that are compared, and the comparison |
//! | `walls.rs` | `cargo xtask bench walls`: an event on its way to five hundred screens and consoles |
//! | `report.rs` | the run from beginning to end, and what it prints |

mod client;
mod measure;
mod pages;
mod portal;
mod report;
mod seed;
mod trace;
mod twin;
mod walls;

use std::io::Write as _;
use std::process::ExitCode;

/// Says something to the person who waits; a closed pipe is no failure.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Why a measurement could not be made.
type Answer<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    // Cargo adds a flag of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let answer = match words.first().map(String::as_str) {
        Some("twin") => twin::serve(words.get(1).map_or("", String::as_str)),
        Some("walls") => walls::run(),
        Some(count) => count.parse().map_err(|_| format!("{count} is no number of projects.")).and_then(report::run),
        None => report::run(10_000),
    };
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _ = writeln!(std::io::stderr(), "{problem}");
            ExitCode::FAILURE
        }
    }
}
