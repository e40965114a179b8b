//! `cargo xtask bench`: how much the server costs beside raw axum and sqlx. It measures and prints; it never passes or fails.

use crate::{Answer, house, run, say, site};

/// Builds the server as for a release and runs `server/benches/ratio`, with the number of projects if one is given.
pub fn bench(words: &[String]) -> Answer {
    // The weight of the assets is not measured here, so a site that is there will do.
    if !house::site().join("manifest.json").is_file() {
        site::build(site::Flags::Empty)?;
    }
    say::line("Building the server with optimisation (the first time takes about ten minutes on two cores).");
    let mut cargo = run::cargo(&["bench", "--package", "server", "--bench", "ratio", "--"]);
    cargo.args(words);
    site::Flags::Empty.apply(&mut cargo);
    run::loudly(cargo)
}
