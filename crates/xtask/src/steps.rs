//! The steps of `cargo xtask test`, in order: what each is called, what it says, what it needs, what it runs.

use std::process::Command;

use crate::set_up::{self, Need};
use crate::{Answer, budget, house, postgres, run, say, site, wasm};

/// One step of the tests.
pub struct Step {
    /// The word that repeats it alone.
    pub name: &'static str,
    /// What it checks, for the person who reads along.
    pub says: &'static str,
    /// Without these the step is left out.
    pub needs: &'static [Need],
    /// With these it does more; without them that part is left out.
    pub wants: &'static [Need],
    /// The work; further words of the command line are handed on.
    pub work: fn(&Given) -> Answer,
}

/// What a step is given: words from the command line, and which wishes could be met.
pub struct Given {
    /// Further words of the command line.
    pub words: Vec<String>,
    /// The wishes that were met.
    pub met: Vec<Need>,
}

/// Every check, cheap ones first.
pub const STEPS: &[Step] = &[
    Step { name: "format", says: "Rust is formatted", needs: &[], wants: &[], work: format },
    Step {
        name: "clippy",
        says: "Clippy has nothing to say about the server, its tests and the tools",
        needs: &[],
        wants: &[],
        work: clippy,
    },
    Step {
        name: "clippy-browser",
        says: "Clippy has nothing to say about the browser build",
        needs: &[Need::BrowserTarget],
        wants: &[],
        work: clippy_browser,
    },
    Step {
        name: "tidy",
        says: "The house is in order: dependencies, words, style, translations",
        needs: &[],
        wants: &[],
        work: tidy,
    },
    Step {
        name: "site",
        says: "Style and islands build and stay within their budgets",
        needs: &[Need::BrowserTarget, Need::NodePackages],
        wants: &[],
        work: site,
    },
    Step {
        name: "units",
        says: "Rules, storage and server hold, on SQLite and PostgreSQL",
        needs: &[],
        wants: &[Need::Postgres],
        work: units,
    },
    Step {
        name: "journeys",
        says: "People get through, in Chromium against the real server",
        needs: &[Need::BrowserTarget, Need::NodePackages, Need::Chromium],
        wants: &[],
        work: journeys,
    },
];

fn format(_: &Given) -> Answer {
    run::loudly(run::cargo(&["fmt", "--all", "--check"]))
        .map_err(|sentence| format!("{sentence}\nRepair it with: cargo fmt --all"))
}

fn clippy(_: &Given) -> Answer {
    run::loudly(run::cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_browser(_: &Given) -> Answer {
    let mut cargo = run::cargo(&["clippy", "--quiet"]);
    cargo.args(wasm::BROWSER).args(["--", "-D", "warnings"]);
    run::loudly(cargo)
}

fn tidy(given: &Given) -> Answer {
    let mut cargo = run::cargo(&["test", "--quiet", "--package", "xtask"]);
    cargo.args(&given.words);
    run::loudly(cargo)
}

fn site(_: &Given) -> Answer {
    budget::check(&site::build(site::Flags::AsConfigured)?)
}

fn units(given: &Given) -> Answer {
    let mut cargo = run::cargo(&["test", "--workspace", "--exclude", "xtask"]);
    cargo.args(&given.words);
    if !given.met.contains(&Need::Postgres) {
        // A test that finds no PostgreSQL fails, unless it is told that there is none.
        cargo.env("PORTAL_TEST_WITHOUT_POSTGRES", "1");
        return run::loudly(cargo);
    }
    let server = postgres::Postgres::start()?;
    cargo.env("PORTAL_TEST_POSTGRES", server.url("portal_app")).env("PORTAL_TEST_POSTGRES_OWNER", server.url("portal_owner"));
    run::loudly(cargo)
}

fn journeys(given: &Given) -> Answer {
    site::build(site::Flags::AsConfigured)?;
    run::loudly(run::cargo(&["build", "--package", "server", "--bin", "portal"]))?;
    let all = house::files_below(&house::root().join("end2end"));
    let chosen = all.iter().filter(|path| !path.components().any(|part| part.as_os_str() == "node_modules"));
    let chosen: Vec<_> = chosen
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .filter(|path| given.words.is_empty() || given.words.iter().any(|word| path.to_string_lossy().contains(word.as_str())))
        .collect();
    if chosen.is_empty() {
        say::warning("There is no journey with that name in end2end.");
        return Ok(());
    }
    let mut node: Command = run::command("node", &["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    node.args(chosen).env("PORTAL_BINARY", house::portal("debug"));
    node.env("CHROMIUM", set_up::chromium().unwrap_or_default());
    run::loudly(node)
}
