//! Streams: what is said in one audience comes on no stream that is open in another, at the very time that it is said.

use std::io::{BufRead, BufReader};

use crate::place::Place;
use crate::portal::Client;
use crate::world::World;

/// Who listens to the joint thread meanwhile.
const LISTENERS: [&str; 5] =
    ["noa@il.example", "omar@sy.example", "nour@sy.example", "ana@secretariat.example", "helen@us.example"];
/// Where something private is said meanwhile, and by whom.
const SPEAKERS: [(&str, Place, &str); 5] = [
    ("eli@il.example", Place::Caucus("il"), "caucus-il"),
    ("tamar@il.example", Place::Channel("il"), "channel-il"),
    ("salma@sy.example", Place::Caucus("sy"), "caucus-sy"),
    ("samir@sy.example", Place::Channel("sy"), "channel-sy"),
    ("james@us.example", Place::Caucus("us"), "caucus-us"),
];

/// Is this the answer of a stream, which has no end?
pub fn is_stream(answer: &ureq::http::Response<ureq::Body>) -> bool {
    let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/event-stream"))
}

/// What comes on a stream until it says this word.
fn until(client: &Client, address: &str, word: &str) -> impl FnOnce() -> String + Send + use<> {
    let answer = client.get(address);
    assert!(answer.status() == 200 && is_stream(&answer), "{address} is a stream");
    let word = word.to_owned();
    move || {
        let mut came = String::new();
        let mut lines = BufReader::new(answer.into_body().into_reader()).lines();
        while !came.contains(&word) {
            let line = lines.next().expect("the last word comes").expect("the stream goes on");
            came.extend([&line, "\n"]);
        }
        came
    }
}

/// Everybody listens to the joint thread while each audience speaks, and hears what was said there alone.
pub fn carry_nothing_of_other_audiences(world: &mut World) {
    let joint = world.plants.iter().find(|plant| plant.what == "message in joint").expect("a joint thread is planted");
    let (address, thread) = (joint.addresses[0].clone(), joint.id.clone());
    let last = world.word();
    let listening = LISTENERS.map(|email| (email, until(&world.clients[email], &format!("{address}/live"), &last)));
    let heard: Vec<(&str, String)> = std::thread::scope(|scope| {
        let all = listening.map(|(email, listen)| (email, scope.spawn(listen)));
        for (email, place, audience) in SPEAKERS {
            world.says(email, place, audience);
        }
        world.message("eli@il.example", &address, &last);
        all.into_iter().map(|(email, one)| (email, one.join().expect("it is heard"))).collect()
    });
    for (email, came) in heard {
        for plant in world.plants.iter().filter(|plant| came.contains(&plant.word)) {
            assert!(plant.place == Place::Joint, "{email} hears the {}", plant.what);
        }
    }
    world.planted("second message in joint", Place::Joint, last, &thread, &[address]);
}
