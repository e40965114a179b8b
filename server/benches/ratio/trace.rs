//! The statements of a page, as sqlx logged them while the portal served it, with the values that each of them got. The log holds
//! no values; they are few, and each is known by the column it is compared with.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value as Json;

use crate::Answer;
use crate::client::{Client, Response};
use crate::portal::Server;

/// A statement and how many rows it gave.
pub struct Statement {
    pub sql: String,
    pub rows: u64,
}

/// Asks a traced portal for a page and gives its statements.
pub fn of(server: &Server, log: &Path, request: &[u8]) -> Answer<(Response, Vec<Statement>)> {
    let mut client = Client::connect(server.address)?;
    client.send(request)?;
    // Whatever else was on its way, such as the sweep of the first minute, is written by then.
    std::thread::sleep(Duration::from_millis(300));
    let before = read(log)?.len();
    let answer = client.send(request)?;
    let began = Instant::now();
    let mut had = 0;
    loop {
        std::thread::sleep(Duration::from_millis(150));
        let text = read(log)?.split_off(before);
        let lines: Vec<Json> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let done = lines.iter().any(|line| line["fields"]["message"] == "answered") && had == lines.len();
        if done {
            return Ok((answer, lines.iter().filter_map(statement).collect()));
        }
        if began.elapsed() > Duration::from_secs(5) {
            return Err("The portal did not log an answer.".to_owned());
        }
        had = lines.len();
    }
}

fn read(log: &Path) -> Answer<String> {
    std::fs::read_to_string(log).map_err(|error| error.to_string())
}

fn statement(line: &Json) -> Option<Statement> {
    let fields = line.get("fields").filter(|_| line["target"] == "sqlx::query")?;
    let whole = fields["db.statement"].as_str().unwrap_or_default().trim();
    let sql = if whole.is_empty() { fields["summary"].as_str()? } else { whole };
    Some(Statement { sql: sql.to_owned(), rows: fields["rows_returned"].as_u64()? })
}

/// What the values of a page's statements can be.
pub struct Known {
    pub session: String,
    pub person: String,
    pub caucus: String,
    pub project: String,
    pub group: String,
    pub code: String,
    /// Seconds.
    pub now: i64,
}

impl Known {
    /// The values of a statement, in their order.
    pub fn values(&self, sql: &str) -> Answer<Vec<Json>> {
        (1..).take_while(|number| place(sql, *number).is_some()).map(|number| self.value(sql, number)).collect()
    }

    fn value(&self, sql: &str, number: usize) -> Answer<Json> {
        let before = &sql[..place(sql, number).unwrap_or(0)];
        let column = before.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != '\'');
        if column.ends_with("'joint'") {
            return Ok(self.caucus.clone().into());
        }
        let column = column.rsplit(|sign: char| !(sign.is_alphanumeric() || sign == '_')).next().unwrap_or_default();
        Ok(match column {
            "id_hash" => self.session.clone().into(),
            "expires_at" => self.now.into(),
            "person_id" => self.person.clone().into(),
            "project_id" => self.project.clone().into(),
            "group_id" => self.group.clone().into(),
            "code" => self.code.clone().into(),
            "id" if sql.contains("from people ") => self.person.clone().into(),
            "id" if sql.contains("from projects p where p.id") => self.project.clone().into(),
            _ => return Err(format!("The bench does not know the value of ${number} in: {sql}")),
        })
    }
}

/// Where a parameter first stands in a statement.
fn place(sql: &str, number: usize) -> Option<usize> {
    let name = format!("${number}");
    let mut places = sql.match_indices(&name).map(|(at, _)| at);
    places.find(|at| !sql[at + name.len()..].starts_with(|sign: char| sign.is_ascii_digit()))
}
