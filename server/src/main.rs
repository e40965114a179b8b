//! What runs: the binary `portal`, its command line, and the web server behind it.

mod accept;
mod assets;
mod client;
mod clock;
mod command;
mod config;
mod csp;
mod demo;
mod files;
mod form_body;
mod founding;
mod gate;
mod headers;
mod jobs;
mod live;
mod pace;
mod pages;
mod post;
mod public;
mod router;
mod secret;
mod session;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = command::Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return command::fail(&format!("The runtime does not start: {error}")),
    };
    match runtime.block_on(command::run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => command::fail(&problem),
    }
}
