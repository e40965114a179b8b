//! PNG and JPEG without what a camera or program wrote about people, places and times; and their size, by the header.
//!
//! What is needed to show the picture stays: pixels, palette, transparency, colour profile, resolution, animation, and in a
//! JPEG which side is up. All else goes, and so does whatever stands behind the end. A PNG's rare note of which side is up
//! goes too: hardly a program heeds it. No pixel is read, so nothing is decoded and nothing gets worse.

use crate::misfit::Misfit;

/// What a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// The size of a picture by its header. Multiply before decoding, and refuse what is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is.
    pub format: Format,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Picture {
    /// How many pixels it has.
    #[must_use]
    pub const fn pixels(self) -> u64 {
        self.width as u64 * self.height as u64
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

/// The chunks of a PNG that stay.
const CHUNKS: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"hIST", b"cICP",
    b"acTL", b"fcTL", b"fdAT", b"mDCV",
];

/// What the bytes are, and how large.
///
/// # Errors
/// They are neither PNG nor JPEG, or spoiled.
pub fn inspect(bytes: &[u8]) -> Result<Picture, Misfit> {
    read(bytes).map(|(picture, _)| picture)
}

/// A copy without metadata.
///
/// # Errors
/// The bytes are neither PNG nor JPEG, or spoiled.
pub fn without_metadata(bytes: &[u8]) -> Result<Vec<u8>, Misfit> {
    read(bytes).map(|(_, copy)| copy)
}

/// Is it one of the two by its first bytes?
pub(crate) fn looks_like_one(bytes: &[u8]) -> bool {
    bytes.starts_with(PNG) || bytes.starts_with(JPEG)
}

fn read(bytes: &[u8]) -> Result<(Picture, Vec<u8>), Misfit> {
    let found = if bytes.starts_with(PNG) {
        png(bytes)
    } else if bytes.starts_with(JPEG) {
        jpeg(bytes)
    } else {
        None
    };
    found.filter(|(picture, _)| picture.pixels() > 0).ok_or(Misfit::NotAPicture)
}

fn png(bytes: &[u8]) -> Option<(Picture, Vec<u8>)> {
    let mut copy = PNG.to_vec();
    let mut size = None;
    let mut at = PNG.len();
    loop {
        let length = usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()?;
        let kind: &[u8; 4] = bytes.get(at + 4..at + 8)?.try_into().ok()?;
        let end = at.checked_add(length)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        if size.is_none() {
            // The header comes first, and tells the size.
            if kind != b"IHDR" || length != 13 {
                return None;
            }
            let number = |from: usize| Some(u32::from_be_bytes(chunk.get(from..from + 4)?.try_into().ok()?));
            size = Some((number(8)?, number(12)?));
        }
        if CHUNKS.contains(&kind) {
            copy.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            let (width, height) = size?;
            return Some((Picture { format: Format::Png, width, height }, copy));
        }
        at = end;
    }
}

fn jpeg(bytes: &[u8]) -> Option<(Picture, Vec<u8>)> {
    let mut copy = bytes[..2].to_vec();
    let mut size = None;
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            // Fill bytes before a marker.
            0xff => {
                at += 1;
                continue;
            }
            // The end; what follows belongs to no picture.
            0xd9 => {
                copy.extend_from_slice(&[0xff, 0xd9]);
                let (width, height) = size?;
                return Some((Picture { format: Format::Jpeg, width, height }, copy));
            }
            0x00 | 0x01 | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        let end = at + 2 + length;
        let segment = bytes.get(at..end)?;
        let content = segment.get(4..)?;
        match marker {
            // JFIF: the resolution stays, the small picture in it goes.
            0xe0 if content.starts_with(b"JFIF\0") && content.len() >= 14 => {
                copy.extend_from_slice(&[0xff, 0xe0, 0, 16]);
                copy.extend_from_slice(&content[..12]);
                copy.extend_from_slice(&[0, 0]);
            }
            0xe1 => copy.extend(orientation(content).map(turned).unwrap_or_default()),
            // The colour profile, and how Adobe's programs spelled the colours.
            0xe2 if content.starts_with(b"ICC_PROFILE\0") => copy.extend_from_slice(segment),
            0xee if content.starts_with(b"Adobe") && content.len() == 12 => copy.extend_from_slice(segment),
            0xe0..=0xef | 0xfe => {}
            _ => copy.extend_from_slice(segment),
        }
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let number = |from: usize| Some(u32::from(u16::from_be_bytes(content.get(from..from + 2)?.try_into().ok()?)));
            size = size.or(Some((number(3)?, number(1)?)));
        }
        at = end;
        if marker == 0xda {
            // Packed pixels up to the next marker; within them a 255 is followed by 0 or a restart.
            let from = at;
            while *bytes.get(at)? != 0xff || matches!(*bytes.get(at + 1)?, 0x00 | 0xd0..=0xd7) {
                at += 1;
            }
            copy.extend_from_slice(&bytes[from..at]);
        }
    }
}

/// Which side is up, from 2 to 8, by a camera's note.
fn orientation(content: &[u8]) -> Option<u8> {
    let note = content.strip_prefix(b"Exif\0\0")?;
    let big = match note.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let number = |from: usize, length: usize| -> Option<usize> {
        let bytes = note.get(from..from.checked_add(length)?)?;
        let add = |sum: usize, byte: &u8| (sum << 8) | usize::from(*byte);
        Some(if big { bytes.iter().fold(0, add) } else { bytes.iter().rev().fold(0, add) })
    };
    let first = number(4, 4)?;
    let entries = number(first, 2)?;
    for index in 0..entries {
        let entry = first.checked_add(2 + index * 12)?;
        if number(entry, 2)? == 0x0112 {
            return u8::try_from(number(entry + 8, 2)?).ok().filter(|side| (2..=8).contains(side));
        }
    }
    None
}

/// A note that says nothing else.
fn turned(side: u8) -> Vec<u8> {
    let mut note = b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    note.extend_from_slice(&[side, 0, 0, 0, 0, 0, 0]);
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap_or_default();
        [&length.to_be_bytes()[..], kind, content, &[1, 2, 3, 4]].concat()
    }

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap_or_default();
        [&[0xff, marker][..], &length.to_be_bytes(), content].concat()
    }

    #[test]
    fn a_png_keeps_its_pixels_and_loses_its_notes() {
        let head = chunk(b"IHDR", &[0, 0, 0, 5, 0, 0, 0, 7, 8, 2, 0, 0, 0]);
        let (profile, pixels, end) = (chunk(b"iCCP", b"profile"), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b""));
        let notes = [chunk(b"tEXt", b"Author\0Namestone"), chunk(b"eXIf", b"MM"), chunk(b"tIME", b"1234567")].concat();
        let whole = [PNG, &head, &profile, &notes, &pixels, &notes, &end, b"behind"].concat();
        assert_eq!(without_metadata(&whole), Ok([PNG, &head, &profile, &pixels, &end].concat()));
        assert_eq!(inspect(&whole), Ok(Picture { format: Format::Png, width: 5, height: 7 }));
    }

    #[test]
    fn a_jpeg_keeps_its_pixels_profile_and_side_and_loses_its_notes() {
        let camera = [
            b"Exif\0\0II*\0\x08\0\0\0\x02\0".as_slice(),
            b"\x0f\x01\x02\0\x04\0\0\0Nam\0",
            b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
            &[0; 4],
        ]
        .concat();
        let frame = segment(0xc0, &[8, 0, 7, 0, 5, 1, 1, 17, 0]);
        let profile = segment(0xe2, b"ICC_PROFILE\0\x01\x01profile");
        let scan = [segment(0xda, &[1, 1, 0, 0, 63, 0]), vec![1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]].concat();
        let jfif = segment(0xe0, b"JFIF\0\x01\x01\0\0\x48\0\x48\0\0");
        let notes =
            [segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0Namestone"), segment(0xed, b"Photoshop"), segment(0xfe, b"Namestone")]
                .concat();
        let head = [&[0xff, 0xd8][..], &jfif].concat();
        let end = [0xff, 0xd9];
        let whole = [&head[..], &segment(0xe1, &camera), &notes, &profile, &frame, &scan, &end, b"behind"].concat();
        let kept = [&head[..], &turned(6), &profile, &frame, &scan, &end].concat();
        assert_eq!(without_metadata(&whole), Ok(kept.clone()));
        assert_eq!(without_metadata(&kept), Ok(kept.clone()), "cleaning twice changes nothing more");
        assert_eq!(inspect(&kept), Ok(Picture { format: Format::Jpeg, width: 5, height: 7 }));
    }

    #[test]
    fn what_is_cut_short_or_no_picture_is_refused() {
        let whole = [PNG, &chunk(b"IHDR", &[0, 0, 0, 5, 0, 0, 0, 7, 8, 2, 0, 0, 0]), &chunk(b"IEND", b"")].concat();
        for end in 0..whole.len() {
            assert_eq!(inspect(&whole[..end]), Err(Misfit::NotAPicture));
        }
        assert_eq!(inspect(b"GIF89a"), Err(Misfit::NotAPicture));
        assert_eq!(inspect(b"\xff\xd8\xff\xd9"), Err(Misfit::NotAPicture));
        assert_eq!(inspect(b"\xff\xd8\xff\xe1\0\x01"), Err(Misfit::NotAPicture));
    }
}
