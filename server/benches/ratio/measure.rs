//! Interleaved slices: the same number of requests to each server in turn, and what each slice took of its server's CPU.

use std::sync::{Arc, Mutex};

use crate::Answer;
use crate::client::Client;
use crate::portal::Server;

/// Rounds of one slice for each.
pub const ROUNDS: usize = 7;
/// Connections at a time, all kept.
const CONNECTIONS: usize = 4;
/// CPU of a slice of the lightest, in seconds; the kernel counts in hundredths.
const SLICE: f64 = 1.0;

/// A server and the request that is measured.
pub struct Contender<'a> {
    pub server: &'a Server,
    pub request: Vec<u8>,
}

/// Milliseconds of CPU for one request: for each contender its rounds.
pub struct Measured {
    pub requests: usize,
    pub rounds: Vec<Vec<f64>>,
}

impl Contender<'_> {
    /// Seconds of CPU that so many requests take.
    fn slice(&self, requests: usize) -> Answer<f64> {
        let before = self.server.cpu()?;
        let problem = Arc::new(Mutex::new(None));
        std::thread::scope(|scope| {
            for _ in 0..CONNECTIONS {
                scope.spawn(|| {
                    if let Err(found) = self.requests(requests.div_ceil(CONNECTIONS))
                        && let Ok(mut place) = problem.lock()
                    {
                        *place = Some(found);
                    }
                });
            }
        });
        let problem = problem.lock().ok().and_then(|mut place| place.take());
        let after = self.server.cpu()?;
        problem.map_or(Ok(after - before), Err)
    }

    fn requests(&self, count: usize) -> Answer {
        let mut client = Client::connect(self.server.address)?;
        for _ in 0..count {
            client.exchange(&self.request)?;
        }
        // The last answer is looked at; a page that has become an error would be quick.
        let answer = client.send(&self.request)?;
        if answer.status == 200 { Ok(()) } else { Err(format!("An answer had the status {}.", answer.status)) }
    }
}

/// Milliseconds of CPU for one request to one server, in a few slices.
pub fn alone(contender: &Contender<'_>, requests: usize) -> Answer<f64> {
    contender.slice(requests)?;
    let slices: Answer<Vec<f64>> = (0..3).map(|_| contender.slice(requests)).collect();
    Ok(median(&slices?) * 1_000.0 / requests as f64)
}

/// Warms all up, finds how many requests make a slice, and takes turns.
pub fn turns(contenders: &[Contender<'_>]) -> Answer<Measured> {
    let mut requests = 200;
    let lightest = contenders.first().ok_or("Nothing to measure.")?;
    loop {
        let took = lightest.slice(requests)?;
        if took >= SLICE / 4.0 {
            requests = (requests as f64 * SLICE / took) as usize / CONNECTIONS * CONNECTIONS;
            break;
        }
        requests *= 2;
    }
    for contender in contenders {
        contender.slice(requests / 4)?;
    }
    let mut rounds = vec![Vec::new(); contenders.len()];
    for _ in 0..ROUNDS {
        for (contender, taken) in contenders.iter().zip(&mut rounds) {
            taken.push(contender.slice(requests)? * 1_000.0 / requests as f64);
        }
    }
    Ok(Measured { requests, rounds })
}

impl Measured {
    /// The ratio of one contender to another: lowest, median, highest of the rounds.
    pub fn ratio(&self, of: usize, to: usize) -> [f64; 3] {
        let ratios: Vec<f64> = self.rounds[of].iter().zip(&self.rounds[to]).map(|(of, to)| of / to).collect();
        let ends = ratios.iter().fold((f64::MAX, 0.0_f64), |(low, high), one| (low.min(*one), high.max(*one)));
        [ends.0, median(&ratios), ends.1]
    }

    /// Milliseconds of CPU for one request.
    pub fn each(&self, of: usize) -> f64 {
        median(&self.rounds[of])
    }
}

/// The middle value.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
