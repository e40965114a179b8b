//! One asset of the site: its name carries the hash of its content, so it may be cached for ever, and beside it lie
//! the `.br` and `.gz` forms where they save something.

use std::io::Write;

use sha2::{Digest, Sha256};

use crate::{Answer, house, stamp};

/// Writes `STEM.HASH.ENDING` and its compressed siblings into the site and gives the name.
pub fn write(stem: &str, ending: &str, bytes: &[u8]) -> Answer<String> {
    let name = name(stem, ending, bytes);
    let path = house::site().join(&name);
    house::write(&path, bytes)?;
    if ending != "woff2" {
        for (suffix, packed) in [("br", brotli(bytes)?), ("gz", gzip(bytes)?)] {
            if packed.len() < bytes.len() {
                house::write(&house::site().join(format!("{name}.{suffix}")), &packed)?;
            }
        }
    }
    Ok(name)
}

/// The name alone: sixteen hexadecimal digits of SHA-256 between stem and ending.
fn name(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let hash = stamp::hex(&Sha256::digest(bytes));
    format!("{stem}.{}.{ending}", &hash[..16])
}

/// Brotli at its highest level: built once, sent often.
pub fn brotli(bytes: &[u8]) -> Answer<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).map_err(|error| format!("Brotli failed: {error}."))?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Answer<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("Gzip failed: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        assert_ne!(name("portal", "css", b"a"), name("portal", "css", b"b"));
        assert_eq!(name("portal", "css", b"a"), name("portal", "css", b"a"));
        assert!(name("portal", "css", b"a").ends_with(".css"));
    }
}
