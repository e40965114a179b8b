//! Settings: flags, environment and a TOML file. The only reader of the environment; unknown keys are refused.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

/// Settings as given; what is absent takes its default in [`Config::read`].
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    /// The database: `sqlite:PATH` or `postgres://…`. Default: the file `portal.sqlite` in the data directory.
    #[arg(long, global = true, env = "PORTAL_DATABASE_URL")]
    pub database_url: Option<String>,
    /// PostgreSQL only: the owner's role, used for migrations alone.
    #[arg(long, global = true, env = "PORTAL_DATABASE_OWNER_URL")]
    pub database_owner_url: Option<String>,
    /// Where the database file, attachments and mail lie. Default: `data`.
    #[arg(long, global = true, env = "PORTAL_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// The address to listen on. Default: `127.0.0.1:3000`.
    #[arg(long, global = true, env = "PORTAL_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// The public address, for links, cookies and the same-origin check. Default: the loopback address.
    #[arg(long, global = true, env = "PORTAL_ORIGIN")]
    pub origin: Option<String>,
    /// The address of the proxy in front. Only its word is taken for the addresses behind it.
    #[arg(long, global = true, env = "PORTAL_PROXY")]
    pub proxy: Option<IpAddr>,
    /// Where mail goes: `spool` (default) writes files into the data directory; `smtps://USER@HOST` or `smtp://HOST?tls=required`
    /// sends it. The password stands in the file `mail.password` in the data directory.
    #[arg(long, global = true, env = "PORTAL_MAIL")]
    pub mail: Option<String>,
    /// The address that mail comes from. Default: `portal@` and the name of the public address.
    #[arg(long, global = true, env = "PORTAL_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Who needs a second factor: `deciders` (default; whoever decides, and administrators) or `everyone`.
    #[arg(long, global = true, env = "PORTAL_SECOND_FACTOR")]
    pub second_factor: Option<String>,
    /// A TOML file with the same settings; flags and environment come first.
    #[arg(long, global = true, env = "PORTAL_CONFIG")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
}

/// Settings with which the portal runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// The database.
    pub database_url: String,
    /// The owner's role on PostgreSQL.
    pub database_owner_url: Option<String>,
    /// Where files lie.
    pub data_dir: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The public address without a slash at its end.
    pub origin: String,
    /// The proxy in front.
    pub proxy: Option<IpAddr>,
    /// The mail server's URL; none where mail is written into files.
    pub mail: Option<String>,
    /// The address that mail comes from.
    pub mail_from: String,
    /// Does everybody need a second factor?
    pub second_factor_for_all: bool,
}

impl Config {
    /// Reads the settings, the file behind flags and environment.
    pub fn read(given: Given) -> Result<Self, String> {
        let file = given.config.as_deref().map(read_file).transpose()?.unwrap_or_default();
        let data_dir = given.data_dir.or(file.data_dir).unwrap_or_else(|| PathBuf::from("data"));
        let listen = given.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        let origin = given.origin.or(file.origin);
        let origin = match origin {
            Some(origin) => origin.trim_end_matches('/').to_owned(),
            None if listen.ip().is_loopback() => format!("http://{listen}"),
            None => return Err("Set PORTAL_ORIGIN to the public address, for example https://portal.example.org.".to_owned()),
        };
        if origin.starts_with("http://") && !is_loopback(&origin) {
            return Err("PORTAL_ORIGIN must begin with https:// unless it is the loopback address.".to_owned());
        }
        let mail = given.mail.or(file.mail).filter(|mail| mail != "spool");
        if mail.as_deref().is_some_and(|mail| !is_safe_post(mail)) {
            return Err(
                "PORTAL_MAIL is spool, smtps://USER@HOST or smtp://USER@HOST?tls=required, without a password; plain smtp:// \
                        only reaches this machine."
                    .to_owned(),
            );
        }
        let second_factor_for_all = match given.second_factor.or(file.second_factor).as_deref() {
            None | Some("deciders") => false,
            Some("everyone") => true,
            Some(other) => return Err(format!("PORTAL_SECOND_FACTOR is {other}; it is deciders or everyone.")),
        };
        let host = origin.strip_prefix("https://").and_then(|rest| rest.split(':').next()).unwrap_or("localhost").to_owned();
        for url in [
            given.database_url.as_ref().or(file.database_url.as_ref()),
            given.database_owner_url.as_ref().or(file.database_owner_url.as_ref()),
        ] {
            if url.is_some_and(|url| !is_safe_way(url)) {
                return Err("The database is on another machine, so its URL needs sslmode=verify-full.".to_owned());
            }
        }
        let default_database = || format!("sqlite:{}", data_dir.join("portal.sqlite").display());
        Ok(Self {
            database_url: given.database_url.or(file.database_url).unwrap_or_else(default_database),
            database_owner_url: given.database_owner_url.or(file.database_owner_url),
            data_dir,
            listen,
            origin,
            proxy: given.proxy.or(file.proxy),
            mail,
            mail_from: given.mail_from.or(file.mail_from).unwrap_or_else(|| format!("portal@{host}")),
            second_factor_for_all,
        })
    }

    /// Makes the data directory, readable by its owner only.
    pub fn make_data_dir(&self) -> Result<(), String> {
        std::fs::create_dir_all(&self.data_dir)
            .map_err(|error| format!("{} cannot be made: {error}", self.data_dir.display()))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let owner_only = std::fs::Permissions::from_mode(0o700);
            std::fs::set_permissions(&self.data_dir, owner_only)
                .map_err(|error| format!("{}: {error}", self.data_dir.display()))?;
        }
        Ok(())
    }
}

/// Does nobody read along on the way to the database? On this machine nobody does, beyond it only TLS with a checked name is safe.
fn is_safe_way(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("postgres://").or_else(|| url.strip_prefix("postgresql://")) else { return true };
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let host = place.split('/').next().unwrap_or_default().rsplit('@').next().unwrap_or_default();
    let socket = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("host="))
        .map_or(host.is_empty() || host.starts_with("%2F"), |named| named.starts_with('/') || named.starts_with("%2F"));
    let local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host == *name || host.starts_with(&format!("{name}:")));
    let other = query.split('&').any(|pair| {
        pair.strip_prefix("host=")
            .is_some_and(|named| !named.starts_with('/') && !named.starts_with("%2F") && !named.starts_with("localhost"))
    });
    socket || (local && !other) || query.split('&').any(|pair| pair == "sslmode=verify-full")
}

/// Does nobody read along on the way to the mail server, and does its password stand in no setting?
fn is_safe_post(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (user, host) = place.rsplit_once('@').unwrap_or(("", place));
    let here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host == *name || host.starts_with(&format!("{name}:")));
    let safe = scheme == "smtps" || (scheme == "smtp" && (here || query == "tls=required"));
    safe && !host.is_empty() && !user.contains(':')
}

fn is_loopback(origin: &str) -> bool {
    ["http://127.0.0.1", "http://localhost", "http://[::1]"]
        .iter()
        .any(|start| origin.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')))
}

fn read_file(path: &Path) -> Result<Given, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(origin: &str) -> Given {
        Given { origin: Some(origin.to_owned()), ..Given::default() }
    }

    #[test]
    fn an_origin_off_the_loopback_must_be_https() {
        assert!(Config::read(given("http://portal.example.org")).is_err());
        assert!(Config::read(given("http://127.0.0.1.example.org")).is_err());
        assert!(
            Config::read(given("https://portal.example.org/")).is_ok_and(|config| config.origin == "https://portal.example.org")
        );
        assert!(Config::read(given("http://localhost:3000")).is_ok());
    }

    #[test]
    fn a_database_beyond_this_machine_is_reached_by_checked_tls_only() {
        for safe in [
            "sqlite:x",
            "postgres://a@localhost/d",
            "postgres://a:b@127.0.0.1:5432/d",
            "postgres:///d?host=/run/postgresql",
            "postgres://a@db.example/d?sslmode=verify-full",
            "postgres://a@%2Ftmp%2Fx/d",
        ] {
            assert!(is_safe_way(safe), "{safe}");
        }
        for open in [
            "postgres://a@db.example/d",
            "postgres://a@db.example/d?sslmode=require",
            "postgresql://a@10.0.0.5/d",
            "postgres://a@localhost/d?host=db.example",
            "postgres://a@localhost.example/d",
        ] {
            assert!(!is_safe_way(open), "{open}");
        }
    }

    #[test]
    fn mail_leaves_by_a_safe_way_only_and_its_password_stands_in_no_setting() {
        for safe in ["smtps://u@mail.example", "smtp://mail.example?tls=required", "smtp://localhost:2525", "smtp://127.0.0.1"] {
            assert!(is_safe_post(safe), "{safe}");
        }
        for open in
            ["smtp://mail.example", "smtps://u:secret@mail.example", "smtps://", "mail.example", "smtp://localhost.example"]
        {
            assert!(!is_safe_post(open), "{open}");
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(toml::from_str::<Given>("colour = 'red'").is_err());
        assert!(toml::from_str::<Given>("origin = 'https://a.example'").is_ok());
    }
}
