//! The ZIP archive around an office file: opened within bounds, written so that the same parts give the same bytes.
//!
//! Sizes are counted while unpacking, never believed. Names are keys to look things up by; nothing is ever written under them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::misfit::Misfit;

/// Most entries of an archive.
const ENTRIES: usize = 2_000;
/// Most bytes of all entries, unpacked.
const TOTAL: u64 = 100 * 1024 * 1024;
/// Most bytes of one XML part, unpacked.
pub(crate) const XML_PART: usize = 20 * 1024 * 1024;
/// From this size on, an entry may not be packed tighter than [`RATIO`]; real XML reaches thirty, a small one anything.
const RATIO_FROM: u64 = 4 * 1024 * 1024;
const RATIO: u64 = 200;
/// How the binary container begins that holds encrypted office files, and old ones.
pub(crate) const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The parts of an office file by name, unpacked.
pub(crate) type Parts = BTreeMap<String, Vec<u8>>;

/// Unpacks all parts.
pub(crate) fn open(bytes: &[u8]) -> Result<Parts, Misfit> {
    if bytes.starts_with(&COMPOUND) {
        return Err(Misfit::Encrypted);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(Misfit::NotOffice);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Misfit::NotOffice)?;
    if archive.len() > ENTRIES {
        return Err(Misfit::TooLarge);
    }
    if archive.has_duplicate_names() {
        return Err(Misfit::TwiceNamed);
    }
    let mut parts = Parts::new();
    let mut left = TOTAL;
    for index in 0..archive.len() {
        // Asked before opening: the library answers an encrypted entry with an error of its own.
        if archive.by_index_raw(index).map_err(|_| Misfit::NotOffice)?.encrypted() {
            return Err(Misfit::Encrypted);
        }
        let mut entry = archive.by_index(index).map_err(|_| Misfit::NotOffice)?;
        if entry.is_dir() {
            continue;
        }
        let name = std::str::from_utf8(entry.name_raw()).map_err(|_| Misfit::NotOffice)?.to_owned();
        let packed = entry.compressed_size().max(1);
        let mut part = Vec::new();
        let read = entry.by_ref().take(left + 1).read_to_end(&mut part).map_err(|_| Misfit::NotOffice)? as u64;
        if read > left || (read > RATIO_FROM && read / packed > RATIO) {
            return Err(Misfit::TooLarge);
        }
        left -= read;
        // Windows programs look names up without regard to case; two that differ in it alone are two of one name.
        if parts.keys().any(|other: &String| other.eq_ignore_ascii_case(&name)) {
            return Err(Misfit::TwiceNamed);
        }
        parts.insert(name, part);
    }
    Ok(parts)
}

/// Packs parts: first the one that tells the kind, unpacked where the format wants that, then the others in the order of
/// their names, all with the oldest time that a ZIP can say.
pub(crate) fn pack(parts: &Parts) -> Vec<u8> {
    const FIRST: [&str; 2] = ["mimetype", "[Content_Types].xml"];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let first = FIRST.iter().filter_map(|name| parts.get_key_value(*name));
    let others = parts.iter().filter(|(name, _)| !FIRST.contains(&name.as_str()));
    for (name, bytes) in first.chain(others) {
        let method = if name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::DEFAULT).unix_permissions(0o644);
        // Writing to memory fails only beyond sizes that `open` and the writer never reach; a lost part would show at once.
        if writer.start_file(name.as_str(), options).is_err() || writer.write_all(bytes).is_err() {
            return Vec::new();
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
