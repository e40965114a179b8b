//! How mail leaves: into files of the data directory, or to a mail server by a safe way.

use std::path::{Path, PathBuf};

use app::mail::Letter;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use crate::config::Config;
use crate::secret;

/// The file with the mail server's password.
const PASSWORD: &str = "mail.password";

/// The way out.
pub struct Post {
    from: Mailbox,
    way: Way,
}

enum Way {
    /// One file for each mail.
    Spool(PathBuf),
    /// A mail server.
    Server(Box<AsyncSmtpTransport<Tokio1Executor>>),
}

impl Post {
    /// The way that the settings name.
    ///
    /// # Errors
    /// The address, the server or the password's file is not right; in words.
    pub fn of(config: &Config) -> Result<Self, String> {
        let from = config.mail_from.parse().map_err(|error| format!("PORTAL_MAIL_FROM is {}: {error}", config.mail_from))?;
        let way = match &config.mail {
            None => Way::Spool(config.data_dir.join("mail")),
            Some(url) => Way::Server(Box::new(server(url, &config.data_dir)?)),
        };
        Ok(Self { from, way })
    }

    /// Sends a letter; its id makes one that is sent twice recognisable.
    ///
    /// # Errors
    /// It could not be sent; in words for the log.
    pub async fn send(&self, id: &str, to: &str, letter: &Letter) -> Result<(), String> {
        let message = self.message(id, to, letter)?;
        match &self.way {
            Way::Spool(folder) => spool(folder, id, message.formatted()).await.map_err(|error| error.to_string()),
            Way::Server(server) => server.send(message).await.map(|_| ()).map_err(|error| error.to_string()),
        }
    }

    fn message(&self, id: &str, to: &str, letter: &Letter) -> Result<Message, String> {
        let to: Mailbox = to.parse().map_err(|_| "the address is none".to_owned())?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.subject)
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()));
        if let Some(address) = &letter.unsubscribe {
            let name = HeaderName::new_from_ascii_str("List-Unsubscribe");
            message = message.raw_header(HeaderValue::new(name, format!("<{address}>")));
        }
        let parts = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
        message.multipart(parts).map_err(|error| error.to_string())
    }
}

fn server(url: &str, data_dir: &Path) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let wrong = |error: lettre::transport::smtp::Error| format!("PORTAL_MAIL does not name a mail server: {error}");
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(wrong)?;
    let user = url.split("://").nth(1).and_then(|rest| rest.rsplit_once('@')).map(|(user, _)| user.to_owned());
    let builder = match (user, secret::from_file(&data_dir.join(PASSWORD))?) {
        (Some(user), Some(password)) => builder.credentials(Credentials::new(user, password)),
        (Some(_), None) => return Err(format!("PORTAL_MAIL names a user, so {PASSWORD} must stand in the data directory.")),
        (None, _) => builder,
    };
    Ok(builder.timeout(Some(std::time::Duration::from_secs(30))).build())
}

async fn spool(folder: &Path, id: &str, bytes: Vec<u8>) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let passing = folder.join(format!("{id}.part"));
    tokio::fs::write(&passing, bytes).await?;
    tokio::fs::rename(passing, folder.join(format!("{id}.eml"))).await
}
