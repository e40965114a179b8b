//! Writes the sample paper to the file named first: what the LibreOffice script of the tests works on.

#[path = "../tests/common/sample.rs"]
mod sample;

fn main() -> std::io::Result<()> {
    let name = std::env::args().nth(1).unwrap_or_else(|| "paper.docx".to_owned());
    std::fs::write(name, office::word::write(&sample::paper()))
}
