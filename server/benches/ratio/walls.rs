//! An event of a meeting on its way to five hundred listeners: screens on walls and consoles on one server, some of which never read.
//! Every listener is a connection of its own; the time runs from the moment at which a deed is sent until its event is read.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use domain::id::{MeetingId, PersonId};
use store::Readers;
use store::meeting::{Listed, screen};

use crate::client::{Client, get, hidden, post, sign_in};
use crate::portal::{demonstration, open, serve};
use crate::{Answer, say};

/// Listeners: screens, and consoles of these people.
const SCREENS: usize = 400;
const PEOPLE: [&str; 5] = ["dan@il.example", "rana@sy.example", "ruth@il.example", "yusuf@sy.example", "ana@secretariat.example"];
const CONSOLES: usize = 20;
/// Screens beside them that never read.
const SLOW: usize = 20;
/// Deeds.
const EVENTS: usize = 20;

/// Runs it and prints what it took.
pub fn run() -> Answer {
    let folder = std::env::temp_dir().join(format!("portal-walls-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let measured = measure(&folder);
    let _ = std::fs::remove_dir_all(&folder);
    measured
}

fn measure(folder: &Path) -> Answer {
    demonstration(folder)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let meeting = runtime.block_on(paired(folder)).map_err(|error| error.to_string())?;
    let server = serve(folder)?;
    let idle = server.memory("VmRSS")?;
    let (heard, events) = mpsc::channel();
    let mut listening = Vec::new();
    for place in 0..SCREENS {
        let cookie = format!("Cookie: __Host-screen=token{place}");
        listening.push(follow(server.address, "/screen/live?lang=en", &cookie)?);
    }
    let mut cookies = Vec::new();
    for email in PEOPLE {
        cookies.push(sign_in(server.address, email)?);
    }
    let live = format!("/desk/meetings/{}/live", meeting.as_str());
    for cookie in &cookies {
        for _ in 0..CONSOLES {
            listening.push(follow(server.address, &live, cookie)?);
        }
    }
    let slow: Vec<TcpStream> = (0..SLOW)
        .map(|place| follow(server.address, "/screen/live?lang=en", &format!("Cookie: __Host-screen=token{place}")))
        .collect::<Answer<_>>()?;
    let count = listening.len();
    for stream in listening {
        let heard = heard.clone();
        std::thread::Builder::new()
            .stack_size(64 * 1024)
            .spawn(move || read(stream, &heard))
            .map_err(|error| error.to_string())?;
    }
    // Each screen gets the wall as it hangs now first.
    std::thread::sleep(Duration::from_secs(3));
    while events.try_recv().is_ok() {}
    let cpu = server.cpu()?;
    let times =
        (0..EVENTS).map(|turn| deed(&server.address, &meeting, &cookies, turn, (&events, count))).collect::<Answer<Vec<_>>>()?;
    let mut all: Vec<f64> = times.into_iter().flatten().collect();
    all.sort_by(f64::total_cmp);
    let at = |share: usize| all.get((all.len() * share / 100).min(all.len().saturating_sub(1))).copied().unwrap_or(f64::NAN);
    let missed = EVENTS * count - all.len();
    say(&format!("Listeners: {SCREENS} screens, {} consoles, and {SLOW} that never read; {EVENTS} events.", count - SCREENS));
    say(&format!(
        "An event is there after {:.0} ms (median), {:.0} ms (99 of 100), {:.0} ms (the last).",
        at(50),
        at(99),
        at(100)
    ));
    say(&format!("Events that did not come within two seconds: {missed}."));
    say(&format!(
        "CPU for each event: {:.0} ms.",
        (server.cpu()? - cpu) * 1000.0 / f64::from(u32::try_from(EVENTS).unwrap_or(1))
    ));
    say(&format!("Memory: {idle:.0} MB without listeners, {:.0} MB with all of them.", server.memory("VmRSS")?));
    drop(slow);
    Ok(())
}

/// Pairs the screens with the meeting that runs, by the store's own deeds; gives its id.
async fn paired(folder: &Path) -> Answer<MeetingId> {
    let wrong = |error: store::Error| error.to_string();
    let db = open(folder).await?;
    let mut tx = db.read(&Readers::public()).await.map_err(wrong)?;
    let dan = store::account::find_by_email(&mut tx, PEOPLE[0]).await.map_err(wrong)?.ok_or("dan is not there")?.person_id;
    let viewer = store::person::viewer(&mut tx, &dan).await.map_err(wrong)?.ok_or("dan may nothing")?;
    let (found, _) = store::meeting::list(&mut tx, &viewer, "", 1).await.map_err(wrong)?;
    let running = |one: &Listed| one.stage == domain::meeting::MeetingStage::Running;
    let meeting = found.iter().find(|one| running(one)).ok_or("no meeting runs")?.id.clone();
    drop(tx);
    let of = meeting.clone();
    db.write(Readers::public(), move |tx| {
        let (of, dan): (MeetingId, PersonId) = (of.clone(), dan.clone());
        Box::pin(async move {
            let now = crate::report::now();
            for place in 0..SCREENS {
                let (code, token) = (format!("code{place}"), domain::text::hash(&format!("token{place}")));
                screen::offer(tx, &code, &of, &dan, now).await?;
                screen::pair(tx, &code, (&token, &format!("screen{place}")), now).await?;
            }
            Ok::<_, store::Error>(())
        })
    })
    .await
    .map_err(wrong)?;
    Ok(meeting)
}

/// A connection that listens.
fn follow(address: SocketAddr, path: &str, cookie: &str) -> Answer<TcpStream> {
    let mut stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
    let request = String::from_utf8(get(address, path, &format!("{cookie}\r\nSec-Fetch-Site: same-origin")));
    let request = request.map_err(|error| error.to_string())?.replace("text/html", "text/event-stream");
    stream.write_all(request.as_bytes()).map_err(|error| error.to_string())?;
    Ok(stream)
}

/// Tells of every event that is no sign of life, at the moment at which its first bytes are read.
fn read(mut stream: TcpStream, heard: &mpsc::Sender<Instant>) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(count) = stream.read(&mut buffer) {
        if count == 0 {
            return;
        }
        let at = Instant::now();
        if String::from_utf8_lossy(&buffer[..count]).contains("\nid: ") || buffer[..count].starts_with(b"id: ") {
            let _ = heard.send(at);
        }
    }
}

/// One deed at the console, and how long it took until each listener heard of it, in milliseconds.
fn deed(
    address: &SocketAddr,
    meeting: &MeetingId,
    cookies: &[String],
    turn: usize,
    (events, count): (&mpsc::Receiver<Instant>, usize),
) -> Answer<Vec<f64>> {
    let cookie = cookies.first().ok_or("nobody is signed in")?;
    let page = format!("/desk/meetings/{}/console", meeting.as_str());
    let mut client = Client::connect(*address)?;
    let answer = client.send(&get(*address, &page, cookie))?;
    let body = String::from_utf8_lossy(&answer.body);
    let form = body.split("<form").find(|form| form.contains("/do/propose-wording"));
    let form = form.ok_or_else(|| format!("no item is open: status {}, {} bytes", answer.status, answer.body.len()))?;
    let words = format!("The wording of turn {turn}.");
    let fields = [
        ("form_token", hidden(form, "form_token")),
        ("form_key", hidden(form, "form_key")),
        ("back", page.as_str()),
        ("meeting", meeting.as_str()),
        ("item", hidden(form, "item")),
        ("text_en", words.as_str()),
        ("text_he", "נוסח"),
        ("text_ar", "صياغة"),
    ];
    let began = Instant::now();
    let answer = client.send(&post(*address, "/do/propose-wording", cookie, &fields))?;
    if answer.status != 303 {
        return Err(format!("The deed was not done: status {}", answer.status));
    }
    let mut times = Vec::new();
    while times.len() < count && began.elapsed() < Duration::from_secs(2) {
        if let Ok(at) = events.recv_timeout(Duration::from_millis(100)) {
            times.push(at.duration_since(began).as_secs_f64() * 1000.0);
        }
    }
    Ok(times)
}
