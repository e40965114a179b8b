//! What a member's first visit may weigh, in brotli bytes: all islands 80 KB, their glue 8 KB, the style sheet 13 KB.
//! Fonts are counted apart. The numbers are those of the security guide (P10).

use serde_json::Value;

use crate::{Answer, house, packed, say};

const BUDGETS: [(&str, &str, usize); 3] =
    [("wasm", "all islands", 80 * 1024), ("js", "their glue", 8 * 1024), ("css", "the style sheet", 13 * 1024)];

/// Measures the built site and refuses what is too heavy.
pub fn check(manifest: &Value) -> Answer {
    let mut over = Vec::new();
    for (part, what, limit) in BUDGETS {
        let name = manifest[part].as_str().ok_or_else(|| format!("The manifest does not name {what}."))?;
        let weight = packed::brotli(&house::read(&house::site().join(name))?)?.len();
        let sentence = format!("{what}: {:.1} KB brotli of {} KB", weight as f64 / 1024.0, limit / 1024);
        say::line(&sentence);
        if weight > limit {
            over.push(sentence);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("Too heavy: {}.", over.join("; "))) }
}
