//! Plain sentences to the person at the terminal. A closed pipe is no reason to stop, so failed writes are let go.

use std::io::Write;

/// One line of text.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// The head of a step.
pub fn step(text: &str) {
    line(&format!("\n== {text}"));
}

/// Something that did not stop the work but should be known.
pub fn warning(text: &str) {
    line(&format!("warning: {text}"));
}

/// Why the task stopped.
pub fn failure(text: &str) {
    let _ = writeln!(std::io::stderr(), "\n{text}");
}
