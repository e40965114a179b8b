//! Streams of meetings. What hangs on the walls of a meeting is made once for each language and handed to every screen, the newest only,
//! so that a slow screen holds nobody up and misses nothing that still holds. A console hears that something is new and reads it itself.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::pages::meetings::screen;
use app::request::{Ask, Stop};
use axum::extract::{Path, Request, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use domain::id::{MeetingId, PersonId};
use domain::text::{self, Lang};
use futures::Stream;
use http::StatusCode;
use store::{Readers, Tick};
use tokio::sync::{broadcast, watch};
use tower_sessions::Session;

use super::{Seat, after, holds};
use crate::clock;
use crate::form_body::Sent;
use crate::pages::{Shared, Visit, again, stopped, visit};

/// The clocks of a wall are shown anew so often.
const CLOCK: Duration = Duration::from_secs(10);
/// So often a stream says that the line holds.
const HERE: Duration = Duration::from_secs(4);
/// After so many of these a console is asked for anew: is the session still one, may its person still read this?
const BEATS: u32 = 5;
/// A browser whose line was lost asks again after so long.
const RETRY: Duration = Duration::from_secs(1);

/// What hangs on a wall, and its number; nothing once the meeting is over.
type Hanging = (u64, Option<Arc<str>>);

/// Which wall: of a meeting, in a language.
type Key = (MeetingId, Lang);

/// The walls that are looked at.
#[derive(Clone, Debug, Default)]
pub struct Walls(Arc<Mutex<HashMap<Key, watch::Sender<Hanging>>>>);

impl Walls {
    /// Follows what hangs on the walls of a meeting; whoever comes first sets it going.
    async fn follow(&self, shared: &Shared, visit: &Visit, id: &MeetingId, lang: Lang) -> Result<watch::Receiver<Hanging>, Stop> {
        let key = (id.clone(), lang);
        if let Some(known) = self.known(&key) {
            return Ok(known);
        }
        // Listened before it is read, so that nothing falls between.
        let ticks = shared.portal.db.listen();
        let wall = Wall { shared: shared.clone(), ask: visit.ask.clone(), key: key.clone(), walls: self.clone() };
        let first = wall.made().await?;
        let (sender, receiver) = watch::channel((1, first));
        let Ok(mut walls) = self.0.lock() else { return Ok(receiver) };
        if let Some(quicker) = walls.get(&key) {
            return Ok(quicker.subscribe());
        }
        walls.insert(key, sender.clone());
        drop(walls);
        tokio::spawn(wall.hang(sender, ticks));
        Ok(receiver)
    }

    fn known(&self, key: &Key) -> Option<watch::Receiver<Hanging>> {
        Some(self.0.lock().ok()?.get(key)?.subscribe())
    }

    /// Forgets a wall that nobody looks at; true if it is gone.
    fn forget(&self, key: &Key) -> bool {
        let Ok(mut walls) = self.0.lock() else { return true };
        let idle = walls.get(key).is_none_or(|sender| sender.receiver_count() == 0);
        if idle {
            walls.remove(key);
        }
        idle
    }
}

/// One wall that is kept up to date.
struct Wall {
    shared: Shared,
    /// The request of whoever looked first.
    ask: Ask,
    key: Key,
    walls: Walls,
}

impl Wall {
    async fn made(&self) -> Result<Option<Arc<str>>, Stop> {
        let ask = again(&self.shared, &self.ask, "/screen");
        Ok(screen::shown(&ask, &self.key.0, self.key.1).await?.map(Arc::from))
    }

    /// Until nobody looks at it any more.
    async fn hang(self, sender: watch::Sender<Hanging>, mut ticks: broadcast::Receiver<Tick>) {
        let mut clock = tokio::time::interval(CLOCK);
        loop {
            let due = tokio::select! {
                _ = clock.tick() => true,
                tick = ticks.recv() => match tick {
                    Ok(tick) => tick.tells_of_meeting(&self.key.0),
                    Err(broadcast::error::RecvError::Lagged(_)) => true,
                    Err(broadcast::error::RecvError::Closed) => return,
                },
            };
            if !due {
                continue;
            }
            if self.walls.forget(&self.key) {
                return;
            }
            match self.made().await {
                Ok(made) => {
                    sender.send_if_modified(|(number, hanging)| {
                        let new = *hanging != made;
                        *number += u64::from(new);
                        *hanging = made;
                        new
                    });
                }
                Err(stop) => tracing::error!(?stop, "a wall could not be made"),
            }
        }
    }
}

/// `/screen/live?lang=LANG`: what hangs on the wall, each time that it changes.
pub async fn wall(State(shared): State<Shared>, session: Session, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
    let lang = Lang::parse(visit.ask.query("lang")).unwrap_or(visit.ask.lang);
    match follow_wall(&shared, &visit, lang).await {
        Ok(Some(screen)) => Sse::new(walls(screen)).into_response(),
        // Cut off, or over: the page is made anew, and asks for a code.
        Ok(None) => Sse::new(futures::stream::iter([Ok::<_, Infallible>(over())])).into_response(),
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// A screen that looks at its wall.
struct Screen {
    shared: Shared,
    ask: Ask,
    hanging: watch::Receiver<Hanging>,
    stop: watch::Receiver<bool>,
    first: bool,
    _seat: Seat,
}

async fn follow_wall(shared: &Shared, visit: &Visit, lang: Lang) -> Result<Option<Screen>, Stop> {
    let mut tx = shared.portal.db.read(&Readers::public()).await?;
    let Some(id) = screen::granted(&visit.ask, &mut tx).await? else { return Ok(None) };
    drop(tx);
    let name = PersonId::from(text::hash(&visit.ask.screen).as_str());
    let Some(seat) = shared.streams.seat(&name) else { return Err(Stop::TooOften) };
    let hanging = shared.streams.walls.follow(shared, visit, &id, lang).await?;
    let stop = shared.streams.stop.subscribe();
    Ok(Some(Screen { shared: shared.clone(), ask: visit.ask.clone(), hanging, stop, first: true, _seat: seat }))
}

fn walls(screen: Screen) -> impl Stream<Item = Result<Event, Infallible>> {
    futures::stream::unfold(screen, |mut screen| async move {
        let event = screen.next().await?;
        Some((Ok(event), screen))
    })
}

impl Screen {
    /// The next wall; none where the meeting is over, or the screen was cut off.
    async fn next(&mut self) -> Option<Event> {
        if !self.first {
            tokio::select! {
                _ = self.stop.wait_for(|stop| *stop) => return None,
                () = tokio::time::sleep(HERE) => return Some(beat()),
                changed = self.hanging.changed() => changed.ok()?,
            }
        }
        self.first = false;
        let mut tx = self.shared.portal.db.read(&Readers::public()).await.ok()?;
        let granted = screen::granted(&self.ask, &mut tx).await.ok()?;
        let (number, html) = self.hanging.borrow_and_update().clone();
        Some(match granted.and(html) {
            Some(html) => Event::default().id(number.to_string()).retry(RETRY).data(html),
            None => over(),
        })
    }
}

/// There is nothing more to be shown. An event without data would not be told.
fn over() -> Event {
    Event::default().event("over").data("over")
}

fn beat() -> Event {
    Event::default().event("beat").data("here")
}

/// `/desk/meetings/ID/live`: that something of the meeting is new, and nothing of what.
pub async fn console(State(shared): State<Shared>, session: Session, Path(id): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
    let (ticks, stop) = (shared.portal.db.listen(), shared.streams.stop.subscribe());
    let id = MeetingId::from(id.as_str());
    match reads(&visit, &id).await {
        Ok(true) => {}
        Ok(false) => return stopped(&visit, Stop::NotFound).await,
        Err(stop) => return stopped(&visit, stop).await,
    }
    let Some(seat) = visit.ask.session.person.as_ref().and_then(|person| shared.streams.seat(person)) else {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    };
    // Whoever comes back after the line was lost reads what there is.
    let missed = after(&parts.headers).is_some();
    let listening = Console { shared, visit, id, ticks, stop, missed, beats: 0, _seat: seat };
    let events = futures::stream::unfold(listening, |mut console| async move {
        let event = console.next().await?;
        Some((Ok::<_, Infallible>(event), console))
    });
    Sse::new(events).into_response()
}

async fn reads(visit: &Visit, id: &MeetingId) -> Result<bool, Stop> {
    let mut member = visit.ask.member().await?;
    Ok(store::meeting::is_read(&mut member.tx, &member.viewer, id).await?)
}

/// A console, or another page of a meeting, that listens.
struct Console {
    shared: Shared,
    visit: Visit,
    id: MeetingId,
    ticks: broadcast::Receiver<Tick>,
    stop: watch::Receiver<bool>,
    missed: bool,
    beats: u32,
    _seat: Seat,
}

/// What a console waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    /// Something of the meeting is new.
    New,
    /// Nothing; the line holds.
    Beat,
    /// Nothing; it is time to ask whether it may go on.
    Asks,
}

impl Console {
    async fn next(&mut self) -> Option<Event> {
        let heard = if std::mem::take(&mut self.missed) { Heard::New } else { self.heard().await? };
        if heard == Heard::Beat {
            return Some(beat());
        }
        if !holds(&self.shared, &self.visit).await.ok()? || !reads(&self.visit, &self.id).await.ok()? {
            return None;
        }
        let new = Event::default().id(clock::now().0.to_string()).retry(RETRY).data("new");
        Some(if heard == Heard::New { new } else { beat() })
    }

    /// Waits until something is recorded of the meeting, or it is time to say that the line holds, or to ask whether it may.
    async fn heard(&mut self) -> Option<Heard> {
        let here = tokio::time::sleep(HERE);
        tokio::pin!(here);
        loop {
            tokio::select! {
                _ = self.stop.wait_for(|stop| *stop) => return None,
                () = &mut here => {
                    self.beats += 1;
                    return Some(if self.beats.is_multiple_of(BEATS) { Heard::Asks } else { Heard::Beat });
                }
                tick = self.ticks.recv() => match tick {
                    Ok(tick) if tick.tells_of_meeting(&self.id) => return Some(Heard::New),
                    Ok(_) => {}
                    Err(broadcast::error::RecvError::Lagged(_)) => return Some(Heard::New),
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
            }
        }
    }
}
