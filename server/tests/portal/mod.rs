//! The real binary on a free port with the demonstration data, and a plain HTTP client with one person's cookies.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test that cannot start the portal has failed")]

pub mod pages;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ureq::http::Response;
use ureq::{Agent, Body};

/// A running portal; it ends with the test.
pub struct Portal {
    child: Child,
    pub origin: String,
    pub folder: PathBuf,
    pub database: Vec<(&'static str, String)>,
}

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

fn fresh() -> String {
    format!("portal-{}-{}", std::process::id(), free_port())
}

/// The binary with its settings.
pub fn command(folder: &Path, database: &[(&'static str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command.env("PORTAL_DATA_DIR", folder).env("PORTAL_LOG", "error").stdout(Stdio::null()).stderr(Stdio::inherit());
    command.envs(database.iter().map(|(name, value)| (*name, value.as_str())));
    command
}

/// A demonstration on SQLite.
pub fn on_sqlite() -> Portal {
    start(vec![])
}

/// A demonstration on PostgreSQL; `None` only where the run was told that there is no server.
pub fn on_postgres() -> Option<Portal> {
    let (app, owner) = match (std::env::var("PORTAL_TEST_POSTGRES"), std::env::var("PORTAL_TEST_POSTGRES_OWNER")) {
        (Ok(app), Ok(owner)) => (app, owner),
        _ if std::env::var("PORTAL_TEST_WITHOUT_POSTGRES").is_ok() => return None,
        _ => panic!("Run `cargo xtask test units`, which starts a PostgreSQL for the tests."),
    };
    let name = fresh().replace('-', "_");
    create_database(&owner, &name);
    let of = |url: &str| url.rsplit_once('/').map(|(server, _)| format!("{server}/{name}")).expect("the URL names a database");
    Some(start(vec![("PORTAL_DATABASE_URL", of(&app)), ("PORTAL_DATABASE_OWNER_URL", of(&owner))]))
}

/// Each check runs on both databases; one portal serves all of a database's checks, for its demonstration takes seconds to load.
pub fn on_both(check: fn(&Portal)) {
    check(&on_sqlite());
    if let Some(portal) = on_postgres() {
        check(&portal);
    }
}

fn create_database(owner: &str, name: &str) {
    use sqlx::{ConnectOptions, Executor};
    use std::str::FromStr;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let options = sqlx::postgres::PgConnectOptions::from_str(owner).expect("the owner's URL is one");
        let mut connection = options.connect().await.expect("the test server answers");
        let sql = sqlx::AssertSqlSafe(format!("create database {name}"));
        connection.execute(sql).await.expect("the owner makes databases");
    });
}

fn start(database: Vec<(&'static str, String)>) -> Portal {
    start_with(database, |_, _| {})
}

/// A demonstration on SQLite that logs every statement into [`Portal::log`].
pub fn traced() -> Portal {
    start_with(vec![], |folder, serve| {
        let log = std::fs::File::create(folder.join("log")).expect("the folder takes a log");
        serve.env("PORTAL_LOG", "warn,sqlx::query=debug,portal=debug").stderr(log);
    })
}

/// A demonstration on SQLite behind a proxy on the same machine.
pub fn behind_a_proxy() -> Portal {
    start_with(vec![], |_, serve| {
        serve.env("PORTAL_PROXY", "127.0.0.1");
    })
}

/// A demonstration on SQLite that sends its mail to this server.
pub fn with_mail(url: &str) -> Portal {
    start_with(vec![], |_, serve| {
        serve.env("PORTAL_MAIL", url).env("PORTAL_MAIL_FROM", "portal@portal.example");
    })
}

/// A portal on a fresh SQLite file, after these commands; what they said.
pub fn fresh_after(commands: &[&[&str]]) -> (Portal, Vec<String>) {
    let folder = std::env::temp_dir().join(fresh());
    let said = commands.iter().map(|words| {
        let output = command(&folder, &[]).args(*words).stdout(Stdio::piped()).output().expect("the binary runs");
        assert!(output.status.success(), "{words:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    });
    let said = said.collect();
    (serve(folder, vec![], |_, _| {}), said)
}

fn start_with(database: Vec<(&'static str, String)>, set: impl FnOnce(&Path, &mut Command)) -> Portal {
    let folder = std::env::temp_dir().join(fresh());
    let loaded = command(&folder, &database).arg("demo").status().expect("the binary runs");
    assert!(loaded.success(), "the demonstration loads");
    serve(folder, database, set)
}

fn serve(folder: PathBuf, database: Vec<(&'static str, String)>, set: impl FnOnce(&Path, &mut Command)) -> Portal {
    let listen = format!("127.0.0.1:{}", free_port());
    let mut serve = command(&folder, &database);
    set(&folder, &mut serve);
    let child = serve.args(["serve", "--listen", &listen]).spawn().expect("the binary runs");
    let portal = Portal { child, origin: format!("http://{listen}"), folder, database };
    let began = Instant::now();
    while !portal.is_ready() {
        assert!(began.elapsed() < Duration::from_secs(20), "the portal does not get ready");
        std::thread::sleep(Duration::from_millis(30));
    }
    portal
}

impl Portal {
    fn is_ready(&self) -> bool {
        ureq::get(format!("{}/readyz", self.origin)).call().is_ok()
    }

    /// What the portal has logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// Somebody who is not signed in.
    pub fn anyone(&self) -> Client {
        // The portal hangs up on who says nothing for ten seconds; a client that has waited as long begins anew.
        let idle = Duration::from_secs(5);
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).max_idle_age(idle).build().new_agent();
        Client { agent, origin: self.origin.clone(), cookies: vec![] }
    }

    /// A person who has signed in.
    pub fn person(&self, email: &str) -> Client {
        let mut client = self.anyone();
        let answer =
            client.send("/en/sign-in", "/do/sign-in", &[("email", email), ("password", "demonstration only"), ("next", "/desk")]);
        assert_eq!(answer.status(), 303, "{email} signs in");
        client
    }

    /// A second instance on the same database and folder.
    pub fn beside(&self) -> Self {
        serve(self.folder.clone(), self.database.clone(), |_, _| {})
    }

    /// Asks the portal to stop, and tells how it ended.
    pub fn stop(mut self) -> bool {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
        asked.success() && self.child.wait().expect("it ends").success()
    }
}

/// One browser's worth of cookies.
pub struct Client {
    agent: Agent,
    origin: String,
    cookies: Vec<(String, String)>,
}

/// A page as text.
pub fn text(answer: &mut Response<Body>) -> String {
    answer.body_mut().read_to_string().unwrap_or_default()
}

/// The hidden value with this name, in the first form that posts to `action`.
pub fn hidden(page: &str, action: &str, name: &str) -> Option<String> {
    let form = page
        .split("<form")
        .find(|form| form.split('>').next().is_some_and(|tag| tag.contains(&format!("action=\"{action}\""))))?;
    let form = form.split("</form>").next()?;
    let tags = form.split("<input").filter_map(|part| part.split('>').next());
    let input = tags.into_iter().find(|tag| tag.contains(&format!("name=\"{name}\"")))?;
    Some(input.split("value=\"").nth(1)?.split('"').next()?.to_owned())
}

impl Client {
    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn remember(&mut self, answer: &Response<Body>) {
        for line in answer.headers().get_all("set-cookie") {
            let line = line.to_str().unwrap_or_default();
            let removal = line.contains("Max-Age=0");
            assert!(removal || line.contains("Secure") && line.contains("HttpOnly") && line.contains("Path=/"), "{line}");
            if let Some((name, value)) = line.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// The same browser, sent to another instance by whatever stands in front of both.
    pub fn at(&self, portal: &Portal) -> Self {
        Self { agent: self.agent.clone(), origin: portal.origin.clone(), cookies: self.cookies.clone() }
    }

    pub fn cookie_named(&self, name: &str) -> Option<String> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    pub fn has_cookies(&self) -> bool {
        !self.cookies.is_empty()
    }

    pub fn get(&self, path: &str) -> Response<Body> {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
        let mut request = self.agent.get(format!("{}{path}", self.origin)).header("cookie", self.cookie());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.call().expect("the portal answers")
    }

    /// Each post closes its connection: the portal may refuse it before it has read the body, and then hangs up.
    fn posting(&self, path: &str) -> ureq::RequestBuilder<ureq::typestate::WithBody> {
        let request = self.agent.post(format!("{}{path}", self.origin));
        request.header("cookie", self.cookie()).header("connection", "close")
    }

    /// A post as a browser sends it from our own page, with more or other headers.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Response<Body> {
        let mut request = self.posting(path);
        if !headers.iter().any(|(name, _)| *name == "origin") {
            request = request.header("origin", self.origin.clone());
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.send_form(fields.iter().copied()).expect("the portal answers");
        self.remember(&answer);
        answer
    }

    /// A post of any kind, from our own page.
    pub fn post_body(&mut self, path: &str, kind: &str, body: &[u8]) -> Response<Body> {
        let request = self.posting(path).header("origin", self.origin.clone()).header("content-type", kind);
        let answer = request.send(body).expect("the portal answers");
        self.remember(&answer);
        answer
    }

    /// A post with files, each with its name and what it holds.
    pub fn post_files(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str)]) -> Response<Body> {
        let files: Vec<_> = files.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
        self.post_bytes(path, fields, &files)
    }

    /// The same, with files that are no text.
    pub fn post_bytes(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Response<Body> {
        const BOUNDARY: &str = "between-the-parts";
        let part = |rest: &str| format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name={rest}\r\n");
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(part(&format!("\"{name}\"\r\n\r\n{value}")).into_bytes());
        }
        for (name, content) in files {
            body.extend(part(&format!("\"file\"; filename=\"{name}\"\r\ncontent-type: text/plain\r\n")).into_bytes());
            body.extend_from_slice(content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        self.post_body(path, &format!("multipart/form-data; boundary={BOUNDARY}"), &body)
    }

    /// The form on a page, filled in: its hidden values, and these.
    pub fn filled(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut answer = self.get(page);
        self.remember(&answer);
        let shown = text(&mut answer);
        let mut all: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let known = app_fields(action);
        for name in ["form_token", "form_key", "back"].into_iter().chain(known.iter().map(String::as_str)) {
            if !all.iter().any(|(known, _)| known == name)
                && let Some(value) = hidden(&shown, action, name)
            {
                all.push((name.to_owned(), value));
            }
        }
        all
    }

    /// Fills in the form on a page and sends it, with the hidden values that stand there.
    pub fn send(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let all = self.filled(page, action, fields);
        self.post(action, &borrowed(&all), &[])
    }

    /// Sends the form on a page, which must not come back; where it leads.
    pub fn does(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(page, action, fields);
        let place = answer.headers().get("location").and_then(|place| place.to_str().ok()).unwrap_or_default().to_owned();
        assert!(answer.status() == 303 && !place.contains("?form="), "{action}: {} {place}", answer.status());
        place
    }
}

/// Fields as they are posted.
pub fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The fields that the portal says a form may bring.
fn app_fields(action: &str) -> Vec<String> {
    let routes = routes();
    let form = routes["forms"].as_array().and_then(|forms| forms.iter().find(|form| form["path"] == action));
    let fields = form.and_then(|form| form["fields"].as_array()).cloned().unwrap_or_default();
    fields.iter().filter_map(|field| field.as_str().map(str::to_owned)).collect()
}

/// What `portal routes --json` says.
pub fn routes() -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_portal")).args(["routes", "--json"]).output().expect("the binary runs");
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}
