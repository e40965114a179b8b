//! With a mail server: links go to their owner alone, what fails is tried again, and a mail never says what was written. The mail
//! server is a small one of the test's own.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use portal::{Client, Portal, text, with_mail};

const PASSWORD: (&str, &str) = ("password", "demonstration only");
const NEW: &str = "three grey herons by the water";

/// A mail server that keeps what it takes, and refuses the first ones.
struct Server {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
    refused: Arc<AtomicUsize>,
}

impl Server {
    fn that_refuses(first: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let (taken, refused) = (Arc::new(Mutex::new(vec![])), Arc::new(AtomicUsize::new(0)));
        let (keep, count) = (Arc::clone(&taken), Arc::clone(&refused));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (keep, count) = (Arc::clone(&keep), Arc::clone(&count));
                std::thread::spawn(move || talk(stream, first, &keep, &count));
            }
        });
        Self { port, taken, refused }
    }

    fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The mails to an address, as soon as there are so many.
    fn to(&self, address: &str, many: usize) -> Vec<String> {
        let began = Instant::now();
        loop {
            let found: Vec<_> =
                self.taken.lock().unwrap().iter().filter(|mail| mail.contains(&format!("To: {address}"))).cloned().collect();
            if found.len() >= many || began.elapsed() > Duration::from_secs(20) {
                return found;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// One conversation in the protocol of RFC 5321.
fn talk(stream: TcpStream, refuse: usize, keep: &Mutex<Vec<String>>, count: &AtomicUsize) -> Option<()> {
    let mut answer = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    answer.write_all(b"220 test\r\n").ok()?;
    while let Some(Ok(line)) = lines.next() {
        let said: &[u8] = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => b"250 test\r\n",
            "MAIL" if count.load(Ordering::SeqCst) < refuse => {
                count.fetch_add(1, Ordering::SeqCst);
                b"451 later\r\n"
            }
            "DATA" => {
                answer.write_all(b"354 go on\r\n").ok()?;
                let mail: Vec<_> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                keep.lock().ok()?.push(mail.join("\n"));
                b"250 taken\r\n"
            }
            "QUIT" => return answer.write_all(b"221 bye\r\n").ok(),
            _ => b"250 ok\r\n",
        };
        answer.write_all(said).ok()?;
    }
    Some(())
}

/// The first part of a mail, its plain text, as people read it.
fn plain(mail: &str) -> String {
    let part = mail.split("Content-Type: text/plain").nth(1).and_then(|rest| rest.split("\n--").next()).expect("a plain part");
    let (head, body) = part.split_once("\n\n").expect("a body");
    if head.contains("base64") {
        let bytes = STANDARD.decode(body.replace('\n', "")).expect("it is base64");
        return String::from_utf8(bytes).expect("it is text");
    }
    body.replace("=\n", "").replace("=3D", "=")
}

/// The address that a mail leads to.
fn link(mail: &str) -> String {
    let plain = plain(mail);
    let start = plain.find("http://").expect("the mail has a link");
    plain[start..].chars().take_while(|letter| !letter.is_whitespace()).collect()
}

fn path(link: &str) -> &str {
    link.splitn(4, '/').nth(3).map_or("/", |_| &link[link.match_indices('/').nth(2).map_or(0, |(at, _)| at)..])
}

fn invite(portal: &Portal, email: &str) -> (Client, String) {
    let mut head = portal.person("tamar@il.example");
    let fields = [
        ("name", "R. Newcomer"),
        ("email", email),
        ("office_en", "Adviser"),
        ("office_he", "יועצת"),
        ("office_ar", "مستشارة"),
        ("role", "member"),
        ("group", "energy"),
        ("until", "2099-01-01"),
        PASSWORD,
    ];
    let answer = head.send("/desk/admin/people/new", "/do/invite", &fields);
    assert_eq!(answer.status(), 303);
    let place = answer.headers()["location"].to_str().unwrap().to_owned();
    (head, place)
}

#[test]
fn an_invitation_goes_to_its_owner_alone_and_a_mail_that_fails_is_tried_again() {
    let server = Server::that_refuses(0);
    let portal = with_mail(&server.url());
    let (mut head, place) = invite(&portal, "new@il.test");
    assert!(!text(&mut head.get(&place)).contains("invitation?key="), "whoever invites sees no link");
    let mails = server.to("new@il.test", 1);
    let link = link(mails.first().expect("the invitation came"));
    let mut new = portal.anyone();
    let set = new.send(path(&link), "/do/invitation", &[("new_password", NEW)]);
    assert_eq!(set.status(), 303, "{link}");
    assert_eq!(
        new.send("/he/sign-in", "/do/sign-in", &[("email", "new@il.test"), ("password", NEW), ("next", "/desk")]).status(),
        303
    );
    let again = head.send(place.split('?').next().unwrap(), "/do/new-link", &[PASSWORD]);
    assert_eq!(again.status(), 303);
    assert!(server.to("new@il.test", 4).len() >= 4, "invitation, new device, changed password, new link");
    assert_eq!(new.get("/desk").status(), 303, "a new link ends the sessions");
}

#[test]
fn what_the_mail_server_refuses_is_kept_and_no_request_waits_for_it() {
    let server = Server::that_refuses(usize::MAX);
    let portal = with_mail(&server.url());
    let began = Instant::now();
    let (head, place) = invite(&portal, "late@il.test");
    assert_eq!(head.get(&place).status(), 200);
    assert!(began.elapsed() < Duration::from_secs(10));
    let began = Instant::now();
    while server.refused.load(Ordering::SeqCst) == 0 {
        assert!(began.elapsed() < Duration::from_secs(20), "it is tried");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(server.to("late@il.test", 0).is_empty());
}

#[test]
fn a_turn_is_told_by_code_and_deed_and_never_by_a_text() {
    let server = Server::that_refuses(0);
    let portal = with_mail(&server.url());
    let page = "/desk/projects/MED-2026-004";
    let taken = ["hala@sy.example", "avi@il.example"].into_iter().any(|chair| {
        let mut chair = portal.person(chair);
        chair.send(page, "/do/take-up", &[]);
        text(&mut chair.get("/desk/projects?stage=in_discussion")).contains("MED-2026-004")
    });
    assert!(taken, "the other side takes it up");
    // The new device, a digest of what came before, and the turn.
    let mails = server.to("avi@il.example", 3);
    let code = "MED-2026-004";
    let turn =
        mails.iter().find(|mail| plain(mail).contains(&format!("/desk/projects/{code}"))).expect("the other side hears of it");
    assert!(turn.contains("Auto-Submitted: auto-generated"));
    let says = plain(turn);
    assert!(says.contains(&format!("{}/desk/projects/{code}", portal.origin)), "{says}");
    assert!(!says.contains("screening") && !says.contains("סינון"), "no title, no text: {says}");
}
