//! The portal's own key: 32 random bytes in a file of its own beside the data, from which every other key is derived. Without it
//! the database's password hashes and second factors are worth nothing; a backup keeps the two apart.

use std::io::Write as _;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::clock;

/// The name of the file in the data directory.
const FILE: &str = "portal.key";

/// The key of this installation.
pub struct Secret([u8; 32]);

impl Secret {
    /// Reads the key, or makes it where nothing was kept with one yet.
    ///
    /// # Errors
    /// The file is missing though there are accounts, cannot be read or made, is not a key, or others than its owner may read it.
    pub fn of(data_dir: &Path, fresh: bool) -> Result<Self, String> {
        let path = data_dir.join(FILE);
        if !path.exists() && !fresh {
            return Err(format!(
                "{} is missing, and without it no password fits. Put its copy back; a demonstration of an earlier version is made \
                 anew when its folder is removed.",
                path.display()
            ));
        }
        if !path.exists() {
            make(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        check_mode(&path)?;
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let key = bytes.try_into().map_err(|_| format!("{} is not a key of 32 bytes.", path.display()))?;
        Ok(Self(key))
    }

    /// The key for one purpose.
    #[must_use]
    pub fn key(&self, purpose: &str) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return self.0 };
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

#[cfg(unix)]
fn make(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(&clock::random::<32>())?;
    file.sync_all()
}

#[cfg(not(unix))]
fn make(path: &Path) -> std::io::Result<()> {
    let mut file = std::fs::File::create_new(path)?;
    file.write_all(&clock::random::<32>())?;
    file.sync_all()
}

/// A secret that somebody put into a file of the data directory; none where there is no such file.
///
/// # Errors
/// The file cannot be read, or others than its owner may read it.
pub fn from_file(path: &Path) -> Result<Option<String>, String> {
    if !path.exists() {
        return Ok(None);
    }
    check_mode(path)?;
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

#[cfg(unix)]
fn check_mode(path: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?.permissions().mode();
    if mode & 0o077 == 0 { Ok(()) } else { Err(format!("Others may read {0}. Close it: chmod 600 {0}", path.display())) }
}

#[cfg(not(unix))]
fn check_mode(_: &Path) -> Result<(), String> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_its_purposes_differ() -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("portal-key-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        assert!(Secret::of(&folder, false).is_err(), "what was kept with a lost key is not opened with a new one");
        let (first, second) = (Secret::of(&folder, true)?, Secret::of(&folder, false)?);
        assert_eq!(first.key("a"), second.key("a"));
        assert_ne!(first.key("a"), first.key("b"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let open = std::fs::Permissions::from_mode(0o644);
            std::fs::set_permissions(folder.join(FILE), open).map_err(|error| error.to_string())?;
            assert!(Secret::of(&folder, true).is_err(), "others may read it");
        }
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())
    }
}
