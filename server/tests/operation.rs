//! The binary as an operator knows it: stop, second process, verify, doctor, unknown settings.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{command, on_sqlite};

#[test]
fn it_stops_when_asked_and_serves_one_file_from_one_process() {
    let portal = on_sqlite();
    let second = command(&portal.folder, &[]).args(["serve", "--listen", "127.0.0.1:1"]).output().expect("the binary runs");
    assert!(!second.status.success());
    let verified = command(&portal.folder, &[]).arg("verify").status().expect("the binary runs");
    assert!(verified.success(), "every hash of the demonstration fits");
    let again = command(&portal.folder, &[]).arg("demo").status().expect("the binary runs");
    assert!(again.success(), "a demonstration that is there is left alone");
    assert!(portal.stop(), "asked to stop, it ends well");
}

#[test]
fn settings_that_are_unknown_or_unsafe_are_refused() {
    let folder = std::env::temp_dir().join(format!("portal-settings-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the temporary folder takes files");
    let file = folder.join("portal.toml");
    std::fs::write(&file, "colour = 'red'\n").expect("it takes a file");
    let path = file.display().to_string();
    let unknown = command(&folder, &[]).args(["doctor", "--config", &path]).status().expect("the binary runs");
    assert!(!unknown.success());
    let plain = command(&folder, &[]).args(["doctor", "--origin", "http://portal.example"]).status().expect("the binary runs");
    assert!(!plain.success());
    let good = command(&folder, &[]).arg("doctor").status().expect("the binary runs");
    assert!(good.success());
    std::fs::remove_dir_all(&folder).expect("it is ours");
}
