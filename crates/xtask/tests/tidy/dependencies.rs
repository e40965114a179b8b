//! Who may depend on whom, and which engines must never come in by a side door.

use std::collections::BTreeSet;
use std::process::Command;

use crate::files::{none, root};

/// What `domain` may use, and what that brings. Reading JSON, hashing, normalising text: nothing else.
const DOMAIN: &[&str] = &[
    "domain",
    "serde",
    "serde_core",
    "serde_derive",
    "proc-macro2",
    "quote",
    "syn",
    "unicode-ident",
    "serde_json",
    "itoa",
    "memchr",
    "zmij",
    "ryu",
    "sha2",
    "block-buffer",
    "cfg-if",
    "const-oid",
    "cpufeatures",
    "crypto-common",
    "digest",
    "hybrid-array",
    "libc",
    "typenum",
    "unicode-normalization",
    "tinyvec",
    "tinyvec_macros",
];

/// The names in the dependency tree that these arguments of `cargo tree` describe.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let fixed = ["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let output = Command::new(cargo).args(fixed).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn among(tree: &BTreeSet<String>, exact: &[&str], beginnings: &[&str]) -> Vec<String> {
    let is_one =
        |name: &&String| exact.contains(&name.as_str()) || beginnings.iter().any(|beginning| name.starts_with(beginning));
    tree.iter().filter(is_one).cloned().collect()
}

#[test]
fn domain_has_few_dependencies() {
    let strangers = tree(&["--package", "domain"]).into_iter().filter(|name| !DOMAIN.contains(&name.as_str())).collect();
    none("crates/domain depends on something that is not on its list (crates/xtask/tests/tidy/dependencies.rs):", strangers);
}

#[test]
fn store_knows_no_web() {
    let found = among(&tree(&["--package", "store"]), &["app", "server"], &["leptos", "axum", "hyper"]);
    none("crates/store may know no web framework:", found);
}

#[test]
fn the_browser_gets_islands_only() {
    let browser =
        tree(&["--package", "app", "--no-default-features", "--features", "hydrate", "--target", "wasm32-unknown-unknown"]);
    // The parts named icu_… come with `url` and are linked out; the crate icu itself would be ours.
    let exact = ["store", "server", "tokio", "icu", "jiff", "ammonia", "pulldown-cmark", "argon2"];
    let found = among(&browser, &exact, &["sqlx", "axum", "leptos_router", "leptos_meta", "leptos_axum", "fluent"]);
    none("The browser build may not bring:", found);
}

#[test]
fn there_is_one_engine_and_no_openssl() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let count = |name: &str| lock.lines().filter(|line| *line == format!("name = \"{name}\"")).count();
    let forbidden = ["tower-sessions-sqlx-store", "openssl-sys", "native-tls", "openssl"];
    let mut found: Vec<String> =
        forbidden.iter().filter(|name| count(name) > 0).map(|name| format!("Cargo.lock holds {name}")).collect();
    for once in ["sqlx", "libsqlite3-sys", "leptos", "axum", "wasm-bindgen"] {
        if count(once) > 1 {
            found.push(format!("Cargo.lock holds {once} more than once"));
        }
    }
    none("No second engine, no OpenSSL:", found);
}
