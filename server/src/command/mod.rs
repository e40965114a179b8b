//! The command line: one file for each command, answers in plain sentences.

mod demo;
mod doctor;
mod routes;
mod serve;
pub mod setup_key;
mod user;
mod verify;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use store::Db;

use crate::config::{Config, Given};

/// The Cooperation Portal.
#[derive(Debug, Parser)]
#[command(name = "portal", version, about = "The Cooperation Portal: two delegations, one text, a gate that cannot be passed by")]
pub struct Arguments {
    #[command(flatten)]
    given: Given,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal. Example: `portal serve --listen 127.0.0.1:3000`
    Serve,
    /// Load the demonstration data into an empty database. Example: `portal demo --data-dir /tmp/demo`
    Demo,
    /// Make the key that opens the set-up page of a fresh portal. Example: `portal setup-key`
    SetupKey,
    /// Add people, make their one-time links, list accounts. Example:
    /// `portal user add --email head@mfa.example --name "A. Levi" --party il --role head`
    #[command(subcommand)]
    User(user::User),
    /// Compute every hash again and name the first entry that does not fit. Example: `portal verify`
    Verify,
    /// List every page and every form's address. Example: `portal routes --json`
    Routes {
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Check the settings and the database, and say what is wrong. Example: `portal doctor --mail-to admin@mfa.example`
    Doctor {
        /// Send a test mail to this address.
        #[arg(long)]
        mail_to: Option<String>,
    },
}

/// Runs the command.
pub async fn run(arguments: Arguments) -> Result<(), String> {
    log();
    if let Command::Routes { json } = arguments.command {
        return routes::run(json);
    }
    let config = Config::read(arguments.given)?;
    match arguments.command {
        Command::Serve => serve::run(config).await,
        Command::Demo => demo::run(config).await,
        Command::SetupKey => setup_key::run(config).await,
        Command::User(user) => user::run(config, user).await,
        Command::Verify => verify::run(config).await,
        Command::Doctor { mail_to } => doctor::run(config, mail_to).await,
        Command::Routes { .. } => Ok(()),
    }
}

fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("PORTAL_LOG")
        .unwrap_or_else(|_| "info,sqlx=warn,tower_sessions_core=error".into());
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Opens the database, brought up to date.
async fn open(config: &Config) -> Result<Db, String> {
    config.make_data_dir()?;
    store::migrate::run(&config.database_url, config.database_owner_url.as_deref()).await.map_err(|error| error.to_string())?;
    Db::open(&config.database_url).await.map_err(|error| error.to_string())
}

/// Says something on standard output; that nobody listens is no failure.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Says on standard error why the command failed.
pub fn fail(problem: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{problem}");
    ExitCode::FAILURE
}
