//! Pages as a reader meets them: what differs in every answer left out, links followed to the end, forms as they stand there.

use std::collections::BTreeMap;

use ureq::Body;
use ureq::http::Response;

use super::Client;

/// An id that nothing has.
pub const NOTHING: &str = "00000000000000000000000000";

/// Where a reader begins; all else is found by links.
pub const STARTS: [&str; 9] =
    ["/desk", "/desk/projects", "/desk/projects/new", "/desk/groups", "/desk/account", "/desk/drafts", "/en", "/he", "/ar"];

/// What differs in every answer, or says how long it is.
const PASSING: [&str; 4] = ["date", "content-security-policy", "content-length", "set-cookie"];

/// A text without what stands between two marks.
pub fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |made, part| made + part.split_once(to).map_or(part, |(_, rest)| rest))
}

/// A page without what differs in every response: tokens, keys, nonces, and the minute in which it is read.
pub fn without_tokens(page: &str, path: &str) -> String {
    let mut made = String::new();
    for (place, part) in page.split("<input type=\"hidden\"").enumerate() {
        let rest = if place == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) };
        made.push_str(rest);
    }
    // Until when a sign-in lasts, when a page was printed, when a session was last used, how long a meeting takes, a secret that is new each time.
    let minutes = [
        ("<ol class=\"steps\">", "</ol>"),
        ("class=\"session-line\"", "</form>"),
        ("<div class=\"print-head\">", "</div>"),
        ("<li class=\"cluster\"><span>", "</span>"),
        ("<p class=\"clockline\">", "</p>"),
        ("<ul class=\"presses shares\">", "</ul>"),
    ];
    let made = without(&made.replace(path, "PATH"), "nonce=\"", "\"");
    minutes.iter().fold(made, |made, (from, to)| without(&made, from, to))
}

/// A page's address part that is an id: 26 letters and digits.
pub fn is_id(part: &str) -> bool {
    part.len() == 26 && part.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// A value of HTML as it is meant.
pub fn plain(html: &str) -> String {
    ["&quot;\"", "&#x27;'", "&#39;'", "&lt;<", "&gt;>", "&amp;&"].iter().fold(html.to_owned(), |made, pair| {
        let (name, sign) = pair.split_at(pair.len() - 1);
        made.replace(name, sign)
    })
}

/// An answer, read to its end.
pub struct Seen {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    pub fn of(mut answer: Response<Body>) -> Self {
        let headers = answer.headers().iter();
        let headers =
            headers.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())).collect();
        let body = answer.body_mut().read_to_vec().expect("the body comes whole");
        Self { status: answer.status().as_u16(), headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// What a reader learns from it: status, headers and page, without what differs in every answer. Where it speaks of the
    /// address itself it says the same for each.
    pub fn lesson(&self, path: &str) -> String {
        let known = self.headers.iter().filter(|(name, _)| !PASSING.contains(&name.as_str()));
        let headers: String = known.map(|(name, value)| format!("{name}: {value}\n").replace(path, "PATH")).collect();
        format!("{}\n{headers}\n{}", self.status, without_tokens(&self.body, path))
    }
}

/// The addresses of our own that a page leads to.
pub fn links(page: &str) -> Vec<String> {
    let hrefs = page.split("href=\"/").skip(1).filter_map(|part| part.split('"').next());
    let paths = hrefs.map(|href| format!("/{}", plain(href).split('#').next().unwrap_or_default()));
    // On the wall hangs a part of the same page.
    let own = |path: &String| !path.starts_with("/assets/") && !path.starts_with("//") && !path.contains("view=wall");
    paths.filter(own).collect()
}

/// What a page is asked beside its address: to answer this message, to discuss that paragraph, to change that section, to show those
/// languages. The page is the same but for a field or a part, so of each the first few are enough; of what was saved the page for
/// writing shows the newest.
fn prefilled(path: &str) -> Option<String> {
    if let Some((project, _)) = path.split_once("/amendments/new/") {
        return Some(format!("{project} amendment"));
    }
    if let Some((project, _)) = path.split_once("/edit/").filter(|_| path.contains("/saves")) {
        return Some(format!("{project} saves"));
    }
    let (page, query) = path.split_once('?')?;
    // Which languages stand side by side: of each project a few choices are enough.
    if query.contains("languages=") {
        return Some(format!("{} languages", page.split('/').take(4).collect::<Vec<_>>().join("/")));
    }
    let name = ["answer=", "paragraph=", "person="].into_iter().find(|name| query.contains(name))?;
    Some(format!("{page} {name}"))
}

const ENOUGH: usize = 2;

/// Visits every address that can be reached from these, each once.
pub fn crawl(client: &Client, starts: &[String], mut visit: impl FnMut(&str, &Seen)) {
    let mut known: std::collections::BTreeSet<String> = starts.iter().cloned().collect();
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let mut waiting = starts.to_vec();
    while let Some(path) = waiting.pop() {
        let seen = Seen::of(client.get(&path));
        visit(&path, &seen);
        for link in links(&seen.body).into_iter().filter(|link| known.insert(link.clone())) {
            let count = prefilled(&link).map_or(0, |question| {
                let count = asked.entry(question).or_default();
                *count += 1;
                *count
            });
            if count <= ENOUGH {
                waiting.push(link);
            }
        }
    }
}

/// Everything that a reader learns from these addresses and all that they lead to.
pub fn lessons(client: &Client, starts: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    crawl(client, starts, |path, seen| {
        found.insert(path.to_owned(), seen.lesson(path));
    });
    found
}

/// Where two lessons part, with a few words around it.
pub fn parting(one: &str, other: &str) -> String {
    let at = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let around = |text: &str| text.chars().skip(at.saturating_sub(60)).take(180).collect::<String>();
    format!("{:?} became {:?}", around(one), around(other))
}

/// A form as it stands on a page, with every field that it would send if nothing were typed.
#[derive(Clone)]
pub struct Found {
    pub page: String,
    pub action: String,
    pub fields: Vec<(String, String)>,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(plain(value))
}

/// The field that a tag begins: its name and what it would send.
fn field(tag: &str, rest: &str) -> Option<(String, String)> {
    let kind = tag.split([' ', '>']).next()?;
    if !["input", "textarea", "select"].contains(&kind) || attribute(tag, "type").as_deref() == Some("file") {
        return None;
    }
    let value = match kind {
        "textarea" => plain(rest.split("</textarea>").next()?.trim()),
        "select" => {
            let options = rest.split("</select>").next()?;
            let chosen =
                options.split("<option").find(|option| option.split('>').next().is_some_and(|tag| tag.contains("selected")));
            attribute(chosen.or_else(|| options.split("<option").nth(1))?, "value")?
        }
        _ => attribute(tag, "value").unwrap_or_default(),
    };
    Some((attribute(tag, "name")?, value))
}

/// The forms of a page that post.
pub fn forms(page: &str, path: &str) -> Vec<Found> {
    let parts = page.split("<form").skip(1).filter_map(|part| part.split("</form>").next());
    let found = parts.filter_map(|form| {
        let action = attribute(form.split('>').next()?, "action").filter(|action| action.starts_with("/do/"))?;
        let mut fields: Vec<(String, String)> = Vec::new();
        for (at, _) in form.match_indices('<') {
            let Some((tag, rest)) = form[at + 1..].split_once('>') else { continue };
            if let Some((name, value)) = field(tag, rest)
                && !fields.iter().any(|(known, _)| *known == name)
            {
                fields.push((name, value));
            }
        }
        Some(Found { page: path.to_owned(), action, fields })
    });
    found.collect()
}
