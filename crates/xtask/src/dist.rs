//! `cargo xtask dist`: the one binary for release, with everything embedded, as `dist/portal` in cargo's target folder.
//! Empty compiler flags switch off the type-erased views of development, in both halves.

use crate::{Answer, house, run, say, site};

/// Builds site and server for release and copies the binary.
pub fn dist() -> Answer {
    site::build(site::Flags::Empty)?;
    say::line("Building the server for release (ten minutes on two cores, the first time).");
    let mut cargo = run::cargo(&["build", "--release", "--package", "server", "--bin", "portal"]);
    site::Flags::Empty.apply(&mut cargo);
    run::loudly(cargo)?;
    let built = house::portal("release");
    let folder = house::target().join("dist");
    house::make_folder(&folder)?;
    let copy = folder.join(built.file_name().unwrap_or_default());
    let bytes =
        std::fs::copy(&built, &copy).map_err(|error| format!("Cannot copy the binary to {}: {error}.", copy.display()))?;
    say::line(&format!("{}: {:.1} MB", copy.display(), bytes as f64 / 1_000_000.0));
    Ok(())
}
