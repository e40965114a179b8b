//! The tasks of the house: `cargo xtask serve | test | dist | site | bench`. Each task is one file beside this one.
//! A task says what it does, stops at the first failure and then says which line repeats that step alone.

mod bench;
mod budget;
mod css;
mod dist;
mod house;
mod icons;
mod packed;
mod postgres;
mod run;
mod say;
mod serve;
mod set_up;
mod site;
mod stamp;
mod steps;
mod test;
mod wasm;

use std::process::ExitCode;

/// What every task gives back: the sentence for the person, or nothing.
type Answer<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask serve [ARGUMENTS]   build what is missing and serve http://127.0.0.1:3000 (ARGUMENTS go to `portal serve`)
cargo xtask test [STEP [ARGUMENTS]]  run every check, or one step alone; `cargo xtask test list` names the steps
cargo xtask dist                build the one binary for release
cargo xtask site                build style, fonts, icons and islands into site/ only
cargo xtask bench [PROJECTS]    measure the server against a raw twin, with 10,000 projects (about ten minutes after the build)";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let answer = match task.as_str() {
        "serve" => serve::serve(&rest),
        "test" => test::test(&rest),
        "dist" => dist::dist(),
        "site" => site::build(site::Flags::AsConfigured).map(drop),
        "bench" => bench::bench(&rest),
        "" | "help" | "-h" | "--help" => {
            say::line(HELP);
            Ok(())
        }
        other => Err(format!("There is no task \"{other}\".\n{HELP}")),
    };
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            say::failure(&sentence);
            ExitCode::FAILURE
        }
    }
}
