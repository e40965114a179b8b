//! Formal notes on both databases: numbered without gaps, read by their readers alone, taken note of once, never changed.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::formal_note::{self, Addressee, NewNote};
use domain::party::Audience;
use domain::refusal::Refusal;
use domain::time::{Day, Timestamp};
use store::formal_note::{acknowledge, find, list, send};
use store::{Failure, Readers};
use world::{STAMP, World, note};

async fn sent(world: &World<'_>, who: &str, audience: Audience, to: Addressee, reply: &str) -> Result<String, Failure> {
    let (request, group) = (world.request(who), world.group.clone());
    let at = request.occasion;
    let due = Some(Day(Day::of_utc(at.at).0 + 5));
    let new = NewNote { audience, addressee: to, title: "About seed".into(), text: note("Which seed?"), due_on: due };
    send(&world.base.db, &request, (audience, reply), move |viewer, before| formal_note::send(viewer, &group, &new, before, at))
        .await
}

async fn labels(world: &World<'_>, who: &str, which: &str) -> Vec<String> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let (found, count) = list(&mut tx, &viewer, which, 1).await.expect("it answers");
    assert_eq!(i64::try_from(found.len()), Ok(count), "{who}");
    found.iter().map(|note| note.label()).collect()
}

async fn reads(world: &World<'_>, who: &str, label: &str) -> bool {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    find(&mut tx, &viewer, label).await.expect("it answers").is_some()
}

/// The row that would be the next one, with an addressee, an answered note and a day of its own.
macro_rules! next_row {
    ($addressee:literal, $reply:literal, $due:literal) => {
        concat!(
            "insert into formal_notes (id, group_id, audience, party, year, number, addressee, lang, title, text, reply_to_id, due_on, \
             person_id, entry_id, recorded_at, ledger) select 'x', g.id, n.audience, n.party, n.year, 2, '",
            $addressee,
            "', n.lang, n.title, n.text, ",
            $reply,
            ", ",
            $due,
            ", n.person_id, e.id, e.recorded_at, e.ledger from formal_notes n, entries e, working_groups g where e.id = 'forged' \
             and (g.id = n.group_id) = (",
            $reply,
            " is null) limit 1"
        )
    };
}

on_both! {
    async fn notes_are_numbered_by_party_and_audience_and_read_by_their_readers_alone(base: Base) {
        let world = World::new(&base).await;
        let joint = Audience::Joint;
        let first = sent(&world, "il chair", joint, Addressee::Sy, "").await.expect("a chair writes");
        let aside = sent(&world, "il chair", Audience::ChannelIl, Addressee::Us, "").await.expect("a chair writes to the supervisor");
        let answer = sent(&world, "sy chair", joint, Addressee::Il, &first).await.expect("it is answered");
        let second = sent(&world, "il chair", joint, Addressee::SyUs, "").await.expect("and again");
        assert_eq!([&first[..], &aside, &answer, &second], ["IL-2026-001", "IL-US-2026-001", "SY-2026-001", "IL-2026-002"]);
        let all = [second.as_str(), &answer, &aside, &first];
        for (who, expected) in [
            ("il chair", &all[..]),
            ("officer", &all),
            ("sy chair", &[&second, &answer, &first]),
            ("il member", &[&second, &answer, &first]),
            ("admin", &[]),
        ] {
            assert_eq!(labels(&world, who, "").await, expected, "{who}");
            assert_eq!(reads(&world, who, &aside).await, expected.contains(&aside.as_str()), "{who}");
        }
        assert_eq!(labels(&world, "sy chair", "waiting").await, [second.as_str(), &first], "nobody has taken note yet");
        assert!(matches!(sent(&world, "sy chair", joint, Addressee::Il, &aside).await, Err(Failure::NotFound)), "what is not read is not answered");
        assert!(matches!(sent(&world, "il member", joint, Addressee::Sy, "").await, Err(Failure::Refused(Refusal::NotPermitted))));
    }

    async fn a_note_is_found_by_its_words_and_its_label_by_its_readers_alone(base: Base) {
        let world = World::new(&base).await;
        let first = sent(&world, "il chair", Audience::Joint, Addressee::Sy, "").await.expect("a chair writes");
        let aside = sent(&world, "il chair", Audience::ChannelIl, Addressee::Us, "").await.expect("a chair writes to the supervisor");
        let both = [format!("note {aside}"), format!("note {first}")];
        for typed in ["which seed", "2026-001"] {
            for who in ["il chair", "officer"] {
                let mut found = world.finds(who, typed).await;
                found.sort_by_key(|hit| std::cmp::Reverse(hit.clone()));
                assert_eq!(found, both, "{who}: {typed}");
            }
            for who in ["il member", "sy chair", "secretary"] {
                assert_eq!(world.finds(who, typed).await, both[1..], "{who}: {typed}");
            }
            assert!(world.finds("admin", typed).await.is_empty());
        }
        let made = store::search::rebuild(&base.db, Timestamp(1)).await.expect("it is made");
        assert!(made >= Some(2), "{made:?}");
        assert_eq!(world.finds("sy chair", "which seed").await, both[1..]);
    }

    async fn a_note_is_taken_note_of_once_and_waits_no_longer_when_it_is_answered(base: Base) {
        let world = World::new(&base).await;
        let label = sent(&world, "il chair", Audience::Joint, Addressee::Sy, "").await.expect("a chair writes");
        let take = async |who: &str| {
            let request = world.request(who);
            let at = request.occasion;
            acknowledge(&world.base.db, &label, &request, move |viewer, found, given| {
                formal_note::acknowledge(viewer, found, given, &note("Plant protection"), at)
            })
            .await
        };
        take("sy chair").await.expect("it was sent to them");
        assert!(matches!(take("sy chair").await, Err(Failure::Refused(Refusal::AlreadyGiven))));
        assert!(matches!(take("il chair").await, Err(Failure::Refused(Refusal::NotYourSide))));
        assert_eq!(labels(&world, "sy chair", "waiting").await, [label.as_str()], "an answer is still asked for");
        sent(&world, "sy chair", Audience::Joint, Addressee::Il, &label).await.expect("it is answered");
        assert!(labels(&world, "sy chair", "waiting").await.is_empty());
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn the_database_refuses_a_gap_a_change_and_somebody_elses_note(base: Base) {
        let world = World::new(&base).await;
        sent(&world, "il chair", Audience::Joint, Addressee::Sy, "").await.expect("a chair writes");
        let stamp = STAMP;
        let gap = "insert into formal_notes (id, group_id, audience, party, year, number, addressee, lang, title, text, reply_to_id, due_on, \
             person_id, entry_id, recorded_at, ledger) select 'x', n.group_id, n.audience, n.party, n.year, 3, n.addressee, n.lang, n.title, \
             n.text, null, null, n.person_id, e.id, e.recorded_at, e.ledger from formal_notes n, entries e where e.id = 'forged'";
        let (fits, itself) = (next_row!("sy_us", "null", "null"), next_row!("il_us", "null", "null"));
        let (elsewhere, over) = (next_row!("sy", "n.id", "null"), next_row!("sy", "null", "e.recorded_at / 86400000"));
        let group = "insert into working_groups select 'other', 'other', sector, name_en, name_he, name_ar, terms_en, terms_he, terms_ar \
             from working_groups limit 1";
        base.attack(&[group]).await.expect("there is another group");
        let own = "insert into acknowledgements (note_id, audience, party, person_id, lang, office, entry_id, recorded_at, ledger) \
             select n.id, n.audience, n.party, n.person_id, 'en', 'x', e.id, e.recorded_at, e.ledger from formal_notes n, entries e \
             where e.id = 'forged'";
        for attack in [
            &[stamp, gap][..],
            &[stamp, own],
            &[stamp, itself],
            &[stamp, elsewhere],
            &[stamp, over],
            &["update formal_notes set title = 'x'"], &["delete from formal_notes"],
        ] {
            assert!(base.attack(attack).await.is_err(), "the database let through: {attack:?}");
        }
        base.attack(&[stamp, fits]).await.expect("nothing is wrong with the row itself");
    }
}
