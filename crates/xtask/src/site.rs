//! Everything that browsers load, built into `site/`: style, fonts, icons, islands and `manifest.json`, which tells the
//! server the names. Files that no manifest names any more are removed, because the server embeds the whole folder.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};

use crate::{Answer, css, house, icons, say, wasm};

/// Which compiler flags the browser build gets; both halves of the app must agree.
#[derive(Clone, Copy)]
pub enum Flags {
    /// Those of `.cargo/config.toml`: type-erased views, quick to build.
    AsConfigured,
    /// None, for a release.
    Empty,
}

impl Flags {
    /// Sets the flags for one call of cargo.
    pub fn apply(self, command: &mut Command) {
        if let Flags::Empty = self {
            command.env("RUSTFLAGS", "");
        }
    }
}

/// Builds what changed and gives the manifest.
pub fn build(flags: Flags) -> Answer<Value> {
    say::line("Building style, icons and islands (the first time takes about two minutes, later a few seconds).");
    house::make_folder(&house::site())?;
    let style = css::build()?;
    let icons = icons::build()?;
    let islands = wasm::build(flags)?;
    let manifest = json!({
        "css": style["css"], "js": islands["js"], "wasm": islands["wasm"], "sprite": icons["sprite"],
        "preload": { "en": scripts(&style, "latin"), "he": scripts(&style, "hebrew"), "ar": scripts(&style, "arabic") },
    });
    write_if_changed(&manifest)?;
    remove_stale(&[&style, &icons, &islands])?;
    Ok(manifest)
}

/// The two weights of a page's own script: the fonts worth loading before the style sheet is read.
fn scripts(style: &Value, script: &str) -> Value {
    ["400", "600"].iter().map(|weight| style[format!("plex-{script}-{weight}")].clone()).collect()
}

/// An untouched manifest keeps its time, so cargo does not rebuild the server.
fn write_if_changed(manifest: &Value) -> Answer {
    let path = house::site().join("manifest.json");
    let text = format!("{manifest:#}\n");
    if std::fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    house::write(&path, text.as_bytes())
}

fn remove_stale(parts: &[&Value]) -> Answer {
    let mut named: BTreeSet<String> = BTreeSet::from(["manifest.json".to_owned()]);
    for name in parts.iter().filter_map(|part| part.as_object()).flat_map(|part| part.values()).filter_map(Value::as_str) {
        named.extend([name.to_owned(), format!("{name}.br"), format!("{name}.gz")]);
    }
    for path in house::files_below(&house::site()) {
        let known = path.file_name().is_some_and(|name| named.contains(name.to_string_lossy().as_ref()));
        if !known {
            std::fs::remove_file(&path).map_err(|error| format!("Cannot remove {}: {error}.", path.display()))?;
        }
    }
    Ok(())
}
