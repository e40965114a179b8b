//! Reads a Word file named first and shows what came back.

fn main() -> std::io::Result<()> {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap_or_default())?;
    match office::word::read(&bytes) {
        Ok(returned) => {
            for part in &returned.parts {
                let text = format!("==== {} [{}]\n{}\n", part.anchor.bookmark(), part.heading, part.markdown);
                std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes())?;
            }
            eprintln!(
                "{:?} {:?} tracked {} comments {}",
                returned.handle, returned.version, returned.tracked_changes, returned.comments
            );
        }
        Err(misfit) => eprintln!("{misfit:?}"),
    }
    Ok(())
}
