//! What happens at the doors, second factors and passkeys: the same rows from both databases, and the walls around them.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::change::Command;
use domain::id::Occasion;
use domain::security;
use domain::time::Timestamp;
use store::{Readers, passkey, second_factor, verify};
use world::World;
use world::road::person as id_of;

/// Runs a piece of work in one transaction.
macro_rules! written {
    ($base:expr, |$tx:ident $(, $given:ident)?| $work:expr) => {{
        let done = $base.db.write(Readers::security(), move |$tx| {
            $(let $given = $given.clone();)?
            Box::pin(async move { $work.await })
        });
        let done: Result<_, store::Error> = done.await;
        done.expect("it is written")
    }};
}

on_both! {
    async fn events_stand_in_their_own_ledger_and_every_hash_fits(base: Base) {
        let _world = World::new(&base).await;
        for (seed, (command, about)) in [(Command::SignIn, Some("il chair")), (Command::SignInRefused, None), (Command::SignIn, Some("sy chair"))].into_iter().enumerate() {
            let occasion = Occasion::new(Timestamp(1_000 + i64::try_from(seed).unwrap()), [u8::try_from(seed).unwrap(); 32]);
            let about = about.map(id_of);
            let event = security::event(command, None, about.as_ref(), Some("203.0.113.7".into()), 2, occasion);
            written!(base, |tx, event| store::security::record(tx, &event, "request"));
        }
        let mut tx = base.db.read(&Readers::security()).await.expect("the database answers");
        let (all, count) = store::security::list(&mut tx, "", 1).await.expect("it answers");
        assert_eq!((all.len(), count), (3, 3));
        assert_eq!((all[0].about.clone(), all[0].times, all[1].about.clone()), (Some(id_of("sy chair")), 2, None));
        let (refused, count) = store::security::list(&mut tx, "sign_in_refused", 1).await.expect("it answers");
        assert_eq!((refused.len(), count, refused[0].actor.as_str()), (1, 1, security::NOBODY));
        assert!(store::security::list(&mut tx, "", 2).await.expect("it answers").0.is_empty());
        drop(tx);
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert!(verify::all(&mut tx).await.expect("it answers").findings.is_empty());
        drop(tx);
        for attack in ["update security_events set times = 1", "delete from security_events"] {
            assert!(base.attack(&[attack]).await.is_err(), "{attack}");
        }
    }

    async fn a_step_and_a_recovery_code_are_used_once(base: Base) {
        let _world = World::new(&base).await;
        let hashes = ["one".to_owned(), "two".to_owned()];
        written!(base, |tx| second_factor::insert(tx, &id_of("il chair"), "sealed", 7, Timestamp(1)));
        written!(base, |tx, hashes| second_factor::set_codes(tx, &id_of("il chair"), &hashes, Timestamp(1)));
        for (step, fits) in [(7, false), (6, false), (8, true), (8, false)] {
            assert_eq!(written!(base, |tx| second_factor::use_step(tx, &id_of("il chair"), step)), fits, "{step}");
        }
        for (person, code, fits) in [("sy chair", "one", false), ("il chair", "none", false), ("il chair", "one", true), ("il chair", "one", false)] {
            assert_eq!(written!(base, |tx| second_factor::use_code(tx, &id_of(person), code)), fits, "{person} {code}");
        }
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let app = second_factor::find(&mut tx, &id_of("il chair")).await.expect("it answers").expect("it is there");
        assert_eq!((app.secret.as_str(), app.last_step), ("sealed", 8));
        assert_eq!(second_factor::codes_left(&mut tx, &id_of("il chair")).await.expect("it answers"), 1);
        assert!(second_factor::has_any(&mut tx, &id_of("il chair")).await.expect("it answers"), "an app is one");
        drop(tx);
        written!(base, |tx| second_factor::delete(tx, &id_of("il chair")));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert!(second_factor::find(&mut tx, &id_of("il chair")).await.expect("it answers").is_none());
        assert_eq!(second_factor::codes_left(&mut tx, &id_of("il chair")).await.expect("it answers"), 0);
    }

    async fn a_passkey_is_its_owners_alone(base: Base) {
        let _world = World::new(&base).await;
        written!(base, |tx| passkey::insert(tx, &id_of("il chair"), "key", "Telephone", "{}", Timestamp(1)));
        written!(base, |tx| passkey::used(tx, "key", "{1}", Timestamp(2)));
        assert!(!written!(base, |tx| passkey::delete(tx, &id_of("sy chair"), "key")));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let own = passkey::list(&mut tx, &id_of("il chair")).await.expect("it answers");
        assert_eq!((own.len(), own[0].credential.as_str(), own[0].used_at), (1, "{1}", Some(Timestamp(2))));
        assert!(passkey::list(&mut tx, &id_of("sy chair")).await.expect("it answers").is_empty());
        assert!(second_factor::has_any(&mut tx, &id_of("il chair")).await.expect("it answers"), "a passkey is one");
        assert!(!second_factor::has_any(&mut tx, &id_of("sy chair")).await.expect("it answers"));
        assert_eq!(passkey::find(&mut tx, "key").await.expect("it answers").map(|key| key.person_id), Some(id_of("il chair")));
        drop(tx);
        assert!(written!(base, |tx| passkey::delete(tx, &id_of("il chair"), "key")));
    }
}
