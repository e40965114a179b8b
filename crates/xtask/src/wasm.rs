//! The islands for the browser: `app` built for wasm32 with the feature `hydrate`, bound by wasm-bindgen (the library, so
//! that its version is locked with ours), shrunk by `wasm-opt` where npm's binaryen is installed. The glue imports nothing else.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::site::Flags;
use crate::{Answer, house, packed, run, say, stamp};

const TARGET: &str = "wasm32-unknown-unknown";

/// The arguments of the browser build; clippy uses the same features.
pub const BROWSER: &[&str] = &["-p", "app", "--no-default-features", "--features", "hydrate", "--target", TARGET];

/// Builds the islands; cargo decides whether to compile, a stamp whether to bind and shrink. Gives `js` and `wasm`.
pub fn build(flags: Flags) -> Answer<Value> {
    need_target()?;
    compile(flags)?;
    let compiled = house::target().join(TARGET).join("wasm-release/app.wasm");
    let optimiser = optimiser();
    if optimiser.is_none() {
        say::warning("npm's binaryen is not installed, so the islands stay half as large again: run `npm ci` in end2end.");
    }
    let shrunk = if optimiser.is_some() { "shrunk" } else { "plain" };
    let key = stamp::of(&[include_str!("wasm.rs"), include_str!("packed.rs"), shrunk], std::slice::from_ref(&compiled))?;
    stamp::unless_same("wasm", &key, || bind(&compiled, optimiser.as_deref()))
}

/// Adds the browser's target when it is missing, or says which line does.
pub fn need_target() -> Answer {
    let sysroot = run::quietly(run::command("rustc", &["--print", "sysroot"])).unwrap_or_default();
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    say::line("The target for the browser is missing; rustup adds it now.");
    let remedy = format!("The islands need Rust's target {TARGET}. Add it with: rustup target add {TARGET}");
    if !run::is_installed("rustup") {
        return Err(remedy);
    }
    run::loudly(run::command("rustup", &["target", "add", TARGET])).map_err(|_| remedy)
}

fn compile(flags: Flags) -> Answer {
    let mut cargo = run::cargo(&["rustc", "--lib", "--crate-type", "cdylib", "--profile", "wasm-release"]);
    cargo.args(BROWSER);
    // Stripping would also take the section that tells wasm-opt which features the compiler used; bindgen drops the names.
    cargo.env("CARGO_PROFILE_WASM_RELEASE_STRIP", "none");
    flags.apply(&mut cargo);
    run::loudly(cargo)
}

fn bind(compiled: &Path, optimiser: Option<&Path>) -> Answer<Value> {
    let folder = house::target().join("xtask/islands");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(compiled).out_name("islands").typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen
        .web(true)
        .and_then(wasm_bindgen_cli_support::Bindgen::generate_output)
        .map_err(|error| format!("wasm-bindgen failed: {error:#}"))?;
    let brought = output.snippets().values().flatten().count() + output.local_modules().len();
    if brought > 0 {
        return Err("A dependency of the islands brings JavaScript of its own; the glue may import nothing.".to_owned());
    }
    output.emit(&folder).map_err(|error| format!("wasm-bindgen cannot write: {error:#}"))?;
    let wasm = folder.join("islands_bg.wasm");
    if let Some(optimiser) = optimiser {
        shrink(optimiser, &wasm)?;
    }
    let js = house::read(&folder.join("islands.js"))?;
    Ok(json!({
        "js": packed::write("islands", "js", &js)?,
        "wasm": packed::write("islands", "wasm", &house::read(&wasm)?)?,
    }))
}

/// Plain `-Oz` and nothing more: `--all-features` makes modules that browsers refuse.
fn shrink(optimiser: &Path, wasm: &Path) -> Answer {
    let mut command = run::command(&optimiser.to_string_lossy(), &["-Oz", "-o"]);
    command.arg(wasm).arg(wasm);
    run::loudly(command)
}

fn optimiser() -> Option<PathBuf> {
    let path = house::root().join("end2end/node_modules/.bin/wasm-opt");
    path.is_file().then_some(path)
}
