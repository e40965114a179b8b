//! `portal verify`: needs no running server.

use sha2::{Digest, Sha256};
use store::Readers;
use store::verify::{Finding, Problem};

use super::{open, say};
use crate::config::Config;

fn sentence(finding: &Finding) -> String {
    let why = match finding.problem {
        Problem::Chain => "it does not follow the entry before it: an entry was changed, added or taken out",
        Problem::Entry => "its own bytes do not give its hash",
        Problem::Rows => "the rows it recorded are not what it committed to: one was changed, added or taken out",
        Problem::Content => "a text does not give the hash that stands beside it",
        Problem::Stage => "the project does not stand where this entry left it",
    };
    format!("Ledger {}, entry {} ({}): {why}.", finding.ledger.code(), finding.seq, finding.command)
}

/// Checks every ledger and every file.
pub async fn run(config: Config) -> Result<(), String> {
    let db = open(&config).await?;
    let mut tx = db.read(&Readers::system()).await.map_err(|error| error.to_string())?;
    let report = store::verify::all(&mut tx).await.map_err(|error| error.to_string())?;
    let files = store::attachment::all(&mut tx).await.map_err(|error| error.to_string())?;
    let letters = store::letter::files(&mut tx).await.map_err(|error| error.to_string())?;
    let talked = store::thread::all_files(&mut tx).await.map_err(|error| error.to_string())?;
    drop(tx);
    let mut problems: Vec<String> = report.findings.iter().map(sentence).collect();
    let talked = talked.into_iter().map(|file| (file.id.to_string(), file.digest));
    let files = files.into_iter().map(|file| (file.id.to_string(), file.digest));
    let files: Vec<_> = files.chain(letters).chain(talked).collect();
    for (id, digest) in &files {
        match std::fs::read(config.data_dir.join("files").join(id)) {
            Ok(bytes) if domain::text::hex(&Sha256::digest(&bytes)) == *digest => {}
            Ok(_) => problems.push(format!("File {id}: its bytes do not give its hash.")),
            Err(_) => problems.push(format!("File {id}: it is missing.")),
        }
    }
    db.close().await;
    say(&format!("{} entries, {} rows and {} files were checked.", report.entries, report.rows, files.len()));
    if problems.is_empty() {
        say("Every hash fits.");
        return Ok(());
    }
    Err(problems.join("\n"))
}
