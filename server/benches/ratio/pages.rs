//! The pages that are compared: which ones, their statements, and portal and twin in turns.

use std::path::Path;

use domain::id::Occasion;
use domain::party::Audience;
use store::Readers;

use crate::client::{Client, Response, get, sign_in};
use crate::measure::{Contender, ROUNDS, turns};
use crate::portal::{self, Server};
use crate::report::now;
use crate::trace::{self, Known};
use crate::twin::{self, Bound, Page};
use crate::{Answer, say};

/// A page that is compared.
pub struct Compared {
    name: String,
    path: String,
    /// One more line of the request's head.
    line: String,
    statements: Vec<Bound>,
}

/// Where the twin gives the same page without its statements.
const BYTES: &str = "/bytes";

/// Finds the pages, with a portal that logs its statements.
pub async fn find(data: &Path, codes: &[String]) -> Answer<Vec<Compared>> {
    let log = data.join("pages.log");
    let server = portal::serve_traced(data, &log)?;
    let public = published(&server)?;
    let seeded = codes.iter().find(|code| code[..3] == public[..3]).cloned().unwrap_or_default();
    let email = match &public[..3] {
        "MED" => "avi@il.example",
        "ENE" => "noa@il.example",
        _ => "dan@il.example",
    };
    let cookie = sign_in(server.address, email)?;
    let mut pages = vec![Compared {
        name: "Public project page, warm".to_owned(),
        path: format!("/en/projects/{public}"),
        line: "Accept-Encoding: gzip, br".to_owned(),
        statements: vec![],
    }];
    for (what, code) in [("published, with its whole history", &public), ("seeded, in discussion", &seeded)] {
        let path = format!("/desk/projects/{code}");
        let (answer, statements) = trace::of(&server, &log, &get(server.address, &path, &cookie))?;
        if answer.status != 200 {
            return Err(format!("{path} answers with {}.", answer.status));
        }
        let known = known(data, email, code, &cookie).await?;
        let bound = statements.into_iter().map(|one| Ok(Bound { values: known.values(&one.sql)?, sql: one.sql, rows: one.rows }));
        let statements = bound.collect::<Answer<_>>()?;
        pages.push(Compared { name: format!("Desk project page, {what}"), path, line: cookie.clone(), statements });
    }
    Ok(pages)
}

/// The code of the first project on the public list.
fn published(server: &Server) -> Answer<String> {
    let page = Client::connect(server.address)?.send(&get(server.address, "/en/projects", ""))?;
    let page = String::from_utf8_lossy(&page.body).into_owned();
    let code = page.split("href=\"/en/projects/").nth(1).and_then(|rest| rest.split('"').next());
    code.map(str::to_owned).ok_or_else(|| "Nothing is published.".to_owned())
}

/// What the values of a desk page's statements can be.
async fn known(data: &Path, email: &str, code: &str, cookie: &str) -> Answer<Known> {
    let wrong = |error: store::Error| error.to_string();
    let db = portal::open(data).await?;
    let mut tx = db.read(&Readers::system()).await.map_err(wrong)?;
    let account = store::account::find_by_email(&mut tx, email).await.map_err(wrong)?.ok_or("No such account.")?;
    let viewer = store::person::viewer(&mut tx, &account.person_id).await.map_err(wrong)?.ok_or("No such person.")?;
    let occasion = Occasion::new(now(), [0; 32]);
    let facts = store::perform::facts(&mut tx, &viewer, code, occasion).await.map_err(wrong)?.ok_or("No such project.")?;
    drop(tx);
    db.close().await;
    Ok(Known {
        session: domain::text::hash(cookie.split_once('=').map_or("", |(_, id)| id)),
        person: viewer.person_id.as_str().to_owned(),
        caucus: Audience::caucus(viewer.party).map_or("", Audience::code).to_owned(),
        project: facts.project.id.as_str().to_owned(),
        group: facts.project.group_id.as_str().to_owned(),
        code: code.to_owned(),
        now: now().0 / 1000,
    })
}

/// Starts the twin with what the portal answers now, and measures each page on both.
pub fn compare(data: &Path, server: &Server, pages: Vec<Compared>) -> Answer {
    let mut client = Client::connect(server.address)?;
    let mut given = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let request = get(server.address, &page.path, &page.line);
        client.send(&request)?;
        let answer = client.send(&request)?;
        let body = data.join(format!("body-{number}"));
        std::fs::write(&body, &answer.body).map_err(|error| error.to_string())?;
        let headers = headers(&answer);
        given.push(Page {
            path: page.path.clone(),
            headers: headers.clone(),
            body: body.clone(),
            statements: page.statements.clone(),
        });
        given.push(Page { path: format!("{BYTES}{}", page.path), headers, body, statements: vec![] });
    }
    let twin = twin::start(portal::database(data), given)?;
    say(&format!("\nCPU of the server, user and system, {ROUNDS} rounds in turns:"));
    for page in &pages {
        bodies(page, server, &twin)?;
        ratio(page, server, &twin)?;
    }
    Ok(())
}

/// What the twin repeats of the portal's head; the rest it makes itself.
fn headers(answer: &Response) -> Vec<(String, String)> {
    let own = ["date", "content-length", "connection", "set-cookie"];
    answer.headers.iter().filter(|(name, _)| !own.contains(&name.as_str())).cloned().collect()
}

fn bodies(page: &Compared, portal: &Server, twin: &Server) -> Answer {
    let of = |server: &Server| Client::connect(server.address)?.send(&get(server.address, &page.path, &page.line));
    let (ours, raw) = (of(portal)?, of(twin)?);
    let differ = ours.body.iter().zip(&raw.body).filter(|(one, other)| one != other).count();
    let same = match (ours.body.len() == raw.body.len(), differ) {
        (true, 0) => "the same bytes from both".to_owned(),
        (true, some) => format!("the same length from both, {some} bytes differ (tokens and times)"),
        (false, _) => format!("BUT {} from the twin", raw.body.len()),
    };
    say(&format!("\n{} ({})\n  body: {} bytes, {same}", page.name, page.path, ours.body.len()));
    Ok(())
}

fn ratio(page: &Compared, portal: &Server, twin: &Server) -> Answer {
    let at = |server: &Server, path: &str| get(server.address, path, &page.line);
    let mut contenders = vec![
        Contender { server: twin, request: at(twin, &page.path) },
        Contender { server: portal, request: at(portal, &page.path) },
    ];
    if !page.statements.is_empty() {
        contenders.push(Contender { server: twin, request: at(twin, &format!("{BYTES}{}", page.path)) });
    }
    let measured = turns(&contenders)?;
    let [low, middle, high] = measured.ratio(1, 0);
    say(&format!("  statements: {}; requests in a slice: {}", page.statements.len(), measured.requests));
    say(&format!("  CPU of one request: portal {:.3} ms, raw twin {:.3} ms", measured.each(1), measured.each(0)));
    if contenders.len() == 3 {
        say(&format!("  of the twin's, the bytes without the statements take {:.3} ms", measured.each(2)));
    }
    say(&format!("  RATIO {middle:.2} (from {low:.2} to {high:.2})"));
    Ok(())
}
