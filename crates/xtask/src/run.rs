//! Running other programs: each call is printed first, so that a person can repeat it by hand.

use std::process::{Command, Stdio};

use crate::{Answer, house, say};

/// A command that starts in the root of the workspace.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(house::root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this task, so that a nested call has the same toolchain.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(&program, arguments)
}

/// Runs a command with its output on the terminal; its failure is the task's.
pub fn loudly(mut command: Command) -> Answer {
    say::line(&format!("$ {}", spelled(&command)));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("This command failed: {}", spelled(&command))),
        Err(error) => Err(format!("Cannot start {}: {error}.", command.get_program().display())),
    }
}

/// Runs a command without a word and gives what it printed, or nothing when it failed or is not installed.
pub fn quietly(mut command: Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

/// Whether a program is on the path.
pub fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Whether we are root, which some programs refuse and others need.
pub fn is_root() -> bool {
    quietly(command("id", &["-u"])).is_some_and(|id| id.trim() == "0")
}

fn spelled(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}
