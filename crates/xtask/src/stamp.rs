//! Skips work whose inputs did not change: a stamp holds the hash of the inputs and the names of what came out.
//! Stamps lie in cargo's target folder, never in `site/`, because everything there is embedded.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Answer, house};

/// The hash of some texts and of the contents of some files, in the order given.
pub fn of(texts: &[&str], files: &[PathBuf]) -> Answer<String> {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    for file in files {
        let bytes = house::read(file)?;
        hash.update(file.to_string_lossy().as_bytes());
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(&bytes);
    }
    Ok(hex(&hash.finalize()))
}

/// Gives the earlier result when the inputs are the same and its files still lie there, else makes it anew.
pub fn unless_same(part: &str, inputs: &str, make: impl FnOnce() -> Answer<Value>) -> Answer<Value> {
    let stamp = house::target().join("xtask").join(format!("{part}.json"));
    if let Some(earlier) = earlier(&stamp, inputs) {
        return Ok(earlier);
    }
    let made = make()?;
    let record = serde_json::json!({ "inputs": inputs, "made": made });
    house::write(&stamp, record.to_string().as_bytes())?;
    Ok(made)
}

fn earlier(stamp: &Path, inputs: &str) -> Option<Value> {
    let record: Value = serde_json::from_slice(&std::fs::read(stamp).ok()?).ok()?;
    let made = record.get("made")?;
    let same = record.get("inputs")?.as_str()? == inputs;
    let there = made.as_object()?.values().filter_map(Value::as_str).all(|name| house::site().join(name).is_file());
    (same && there).then(|| made.clone())
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
