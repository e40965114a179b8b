//! Streams: a page that is open hears of what comes. Each event is read as the person who listens, who is asked for again every time, so
//! a session that ended, a role that was taken or a suspension ends the stream too. It keeps no session going.

pub mod meeting;

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::pages::discussion::live::{self, News};
use app::request::Stop;
use app::text::digits::reading;
use axum::extract::{Path, Request, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use domain::id::{PersonId, ProjectId};
use domain::party::Audience;
use futures::Stream;
use http::{HeaderMap, StatusCode};
use store::{Readers, Tick};
use tokio::sync::{broadcast, watch};
use tower_sessions::Session;

use crate::clock;
use crate::form_body::Sent;
use crate::pages::{Shared, Visit, again, stopped, visit};

/// Streams at a time: of one person, and of all.
const OF_ONE: usize = 24;
const OF_ALL: usize = 2_000;
/// How often an idle stream says that it is alive, and asks whether it may go on.
const BEAT: Duration = Duration::from_secs(20);
/// What comes close together is read together.
const TOGETHER: Duration = Duration::from_millis(100);

/// The open streams, counted, and the word that ends them.
#[derive(Clone, Debug)]
pub struct Streams {
    open: Arc<Mutex<HashMap<PersonId, usize>>>,
    stop: watch::Sender<bool>,
    /// What hangs on the walls now.
    walls: meeting::Walls,
}

impl Default for Streams {
    fn default() -> Self {
        Self { open: Arc::default(), stop: watch::Sender::new(false), walls: meeting::Walls::default() }
    }
}

impl Streams {
    /// Ends every stream, so that the process can end.
    pub fn end(&self) {
        self.stop.send_replace(true);
    }

    fn seat(&self, person: &PersonId) -> Option<Seat> {
        let mut open = self.open.lock().ok()?;
        let (all, own) = (open.values().sum::<usize>(), open.get(person).copied().unwrap_or(0));
        if all >= OF_ALL || own >= OF_ONE {
            return None;
        }
        open.insert(person.clone(), own + 1);
        Some(Seat { open: Arc::clone(&self.open), person: person.clone() })
    }
}

/// One stream of a person, counted until it is dropped.
struct Seat {
    open: Arc<Mutex<HashMap<PersonId, usize>>>,
    person: PersonId,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Ok(mut open) = self.open.lock() else { return };
        if let Some(count) = open.get_mut(&self.person) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.person);
            }
        }
    }
}

/// A stream of one thread to one reader.
struct Listening {
    shared: Shared,
    visit: Visit,
    handle: String,
    id: String,
    /// What is told of that this is about.
    about: (ProjectId, Audience),
    ticks: broadcast::Receiver<Tick>,
    stop: watch::Receiver<bool>,
    /// The time of what was sent last.
    since: i64,
    ready: std::collections::VecDeque<News>,
    _seat: Seat,
}

/// `/desk/projects/CODE/discussion/ID/live?since=TIME`: every message that came or changed from then on, as the page shows it.
pub async fn thread(
    State(shared): State<Shared>,
    session: Session,
    Path((handle, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
    // Listened before it is read, so that nothing falls between.
    let (ticks, stop) = (shared.portal.db.listen(), shared.streams.stop.subscribe());
    let since = after(&parts.headers).or_else(|| visit.ask.query("since").parse().ok()).unwrap_or(0);
    let about = match live::about(visit.ask.clone(), &handle, &id).await {
        Ok(about) => about,
        Err(stop) => return stopped(&visit, stop).await,
    };
    let Some(seat) = visit.ask.session.person.as_ref().and_then(|person| shared.streams.seat(person)) else {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    };
    let ready = std::collections::VecDeque::new();
    let mut listening = Listening { shared, visit, handle, id, about, ticks, stop, since, ready, _seat: seat };
    if listening.read().await.is_err() {
        return StatusCode::NO_CONTENT.into_response();
    }
    Sse::new(events(listening)).into_response()
}

/// Where a browser goes on whose line was lost.
fn after(headers: &HeaderMap) -> Option<i64> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok()
}

fn events(listening: Listening) -> impl Stream<Item = Result<Event, Infallible>> {
    futures::stream::unfold(listening, |mut listening| async move {
        let event = listening.next().await?;
        Some((Ok(event), listening))
    })
}

impl Listening {
    /// The next event; none where the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(news) = self.ready.pop_front() {
                return Some(Event::default().id(news.at.to_string()).data(news.html));
            }
            let told = self.heard().await?;
            // The word of another instance may be lost on its way, so it is also looked up now and then.
            if told || !self.shared.portal.db.is_embedded() {
                self.read().await.ok()?;
            } else if !self.holds().await.ok()? {
                return None;
            }
            if !told && self.ready.is_empty() {
                return Some(Event::default().comment(""));
            }
        }
    }

    /// Waits until something is recorded here, true, or it is time to show that the line holds, false; none when all streams end.
    async fn heard(&mut self) -> Option<bool> {
        let beat = tokio::time::sleep(BEAT);
        tokio::pin!(beat);
        loop {
            tokio::select! {
                _ = self.stop.wait_for(|stop| *stop) => return None,
                () = &mut beat => return Some(false),
                tick = self.ticks.recv() => match tick {
                    Ok(tick) if tick.tells_of_project(&self.about.0, self.about.1) => break,
                    Ok(_) => {}
                    // Too slow for all of it: what was missed is read from the database.
                    Err(broadcast::error::RecvError::Lagged(_)) => break,
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
            }
        }
        tokio::time::sleep(TOGETHER).await;
        self.ticks = self.ticks.resubscribe();
        Some(true)
    }

    /// Reads what is new as the person who listens, if that is still one.
    async fn read(&mut self) -> Result<(), Stop> {
        if !self.holds().await? {
            return Err(Stop::SignIn);
        }
        let ask = again(&self.shared, &self.visit.ask, &format!("/desk/projects/{}/discussion/{}", self.handle, self.id));
        let news = reading(ask.digits, live::since(ask.clone(), &self.handle, &self.id, self.since)).await?;
        // Another may come in the very millisecond of the last one, so that one is told again; a page takes it for what it is.
        self.since = news.last().map_or(self.since, |last| last.at);
        self.ready.extend(news);
        Ok(())
    }

    async fn holds(&self) -> Result<bool, Stop> {
        holds(&self.shared, &self.visit).await
    }
}

/// Is the session still one? Asking does not keep it going.
async fn holds(shared: &Shared, visit: &Visit) -> Result<bool, Stop> {
    let mut tx = shared.portal.db.read(&Readers::public()).await?;
    let now = clock::now().0 / 1000;
    Ok(store::session::find(&mut tx, &visit.ask.session.id_hash, now).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_so_many_streams_and_gets_new_ones_for_those_that_end() {
        let (streams, one) = (Streams::default(), PersonId::from("one"));
        let mut seats: Vec<_> = (0..OF_ONE).map(|_| streams.seat(&one)).collect();
        assert!(seats.iter().all(Option::is_some));
        assert!(streams.seat(&one).is_none());
        assert!(streams.seat(&PersonId::from("two")).is_some());
        seats.pop();
        assert!(streams.seat(&one).is_some());
        drop(seats);
        assert!(streams.open.lock().is_ok_and(|open| open.is_empty()), "nothing is left behind");
    }
}
