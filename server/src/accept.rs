//! The accept loop. `axum::serve` sets neither a time-out for headers nor a limit on connections, so this one does.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt as _;

use crate::client::{self, Peer};
use crate::pace::Paced;

const CONNECTIONS: usize = 4096;
const OF_ONE_CLIENT: usize = 256;
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
const LAST_ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// Serves until the process is asked to stop, then finishes what was begun; `ending` ends what would go on by itself.
pub async fn serve(listener: TcpListener, router: Router, proxy: Option<IpAddr>, ending: impl FnOnce()) -> std::io::Result<()> {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let clients = Clients::default();
    let mut stop = std::pin::pin!(asked_to_stop());
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok((stream, peer)) => (stream, peer.ip()),
            Err(error) => {
                // Too many open files, or a client that left: wait a little, never end.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        // Without room the connection is dropped at once, which a proxy in front turns into an answer.
        let counted = client::limited(peer).filter(|_| Some(peer) != proxy);
        if let (Ok(permit), Some(seat)) = (Arc::clone(&room).try_acquire_owned(), clients.seat(counted)) {
            connection(stream, Peer(peer), router.clone(), &graceful, (permit, seat));
        }
    }
    drop(listener);
    ending();
    let finished = tokio::time::timeout(LAST_ANSWERS_WITHIN, graceful.shutdown()).await.is_ok();
    tracing::info!(finished, "stopped");
    Ok(())
}

/// How many connections each client has open.
#[derive(Clone, Default)]
struct Clients(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A client's connection, counted until it is dropped.
struct Seat(Clients, Option<IpAddr>);

impl Clients {
    /// A seat for one more connection of this client, if it has not too many; whoever is not counted always gets one.
    fn seat(&self, client: Option<IpAddr>) -> Option<Seat> {
        if let Some(address) = client {
            let mut open = self.0.lock().ok()?;
            let count = open.entry(address).or_default();
            if *count >= OF_ONE_CLIENT {
                return None;
            }
            *count += 1;
        }
        Some(Seat(self.clone(), client))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Self(clients, Some(address)) = self else { return };
        let Ok(mut open) = clients.0.lock() else { return };
        if let Some(count) = open.get_mut(address) {
            *count -= 1;
            if *count == 0 {
                open.remove(address);
            }
        }
    }
}

fn connection(stream: TcpStream, peer: Peer, router: Router, graceful: &GracefulShutdown, held: (OwnedSemaphorePermit, Seat)) {
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(move |mut request: hyper::Request<Incoming>| {
        let router = router.clone();
        request.extensions_mut().insert(peer);
        async move { Ok::<_, Infallible>(router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {})) }
    });
    let mut builder = hyper::server::conn::http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_headers(64)
        .max_buf_size(16 * 1024)
        .half_close(false);
    let connection = graceful.watch(builder.serve_connection(TokioIo::new(Paced::new(stream)), service));
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
        drop(held);
    });
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_has_so_many_connections_and_gets_new_ones_for_those_that_end() {
        let (clients, one): (Clients, IpAddr) = (Clients::default(), [192, 0, 2, 9].into());
        let mut seats: Vec<_> = (0..OF_ONE_CLIENT).map(|_| clients.seat(Some(one))).collect();
        assert!(seats.iter().all(Option::is_some));
        assert!(clients.seat(Some(one)).is_none());
        assert!(clients.seat(Some([192, 0, 2, 10].into())).is_some());
        assert!(clients.seat(None).is_some());
        seats.pop();
        assert!(clients.seat(Some(one)).is_some());
        drop(seats);
        assert!(clients.0.lock().is_ok_and(|open| open.is_empty()), "nothing is left behind");
    }
}
