//! Saved texts on both databases: a machine's translation is kept as what it is, and nobody makes it a person's behind the ledger's back.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::edit::{self, Origin, TextState, Typed};
use domain::text::Lang;
use store::Readers;
use world::{STAMP, World};

const SECTION: &str = "summary";

async fn save(world: &mut World<'_>, words: &'static str, said: Typed) {
    world
        .does("sy member", move |facts, viewer, at| {
            let base = facts.texts.get(&(SECTION.to_owned(), Lang::Ar)).map_or(0, |edit| edit.number);
            let typed = [Typed { text: words.to_owned(), base, ..said.clone() }];
            edit::save(facts, viewer, SECTION, &typed, at)
        })
        .await;
}

fn said(origin: Option<Origin>, still_right: bool) -> Typed {
    Typed { lang: Lang::Ar, text: String::new(), base: 0, still_right, origin, source_hash: None }
}

async fn state(world: &World<'_>) -> TextState {
    edit::state(&world.facts("sy member").await.expect("it is joint"), SECTION, Lang::Ar)
}

/// A machine's save of the summary, made by hand.
macro_rules! forged {
    ($text:literal, $lang:literal) => {
        concat!(
            "insert into edits (id, project_id, section, lang, number, text, text_hash, source_hash, person_id, origin, entry_id, recorded_at, \
             ledger) select 'forged', x.project_id, x.section, x.lang, x.number + 1, ",
            $text,
            ", x.text_hash, x.source_hash, x.person_id, 'machine', e.id, e.recorded_at, e.ledger from edits x, projects p, entries e \
             where p.id = x.project_id and x.section = 'summary' and e.id = 'forged' and x.lang = ",
            $lang,
            " order by x.number desc limit 1"
        )
    };
}

on_both! {
    async fn a_machine_draft_is_kept_as_one_until_somebody_stands_for_it(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        save(&mut world, "ترجمة آلية", said(Some(Origin::Machine), false)).await;
        assert_eq!(state(&world).await, TextState::MachineDraft);
        save(&mut world, "ترجمة آلية مصححة", said(None, false)).await;
        assert_eq!(state(&world).await, TextState::MachineDraft);
        save(&mut world, "ترجمة آلية مصححة", said(None, true)).await;
        assert_eq!(state(&world).await, TextState::Draft);
        let facts = world.facts("sy member").await.expect("it is joint");
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let (saves, _) = store::version::earlier(&mut tx, &facts, SECTION, 1).await.expect("it answers");
        let origins: Vec<Origin> = saves.iter().take(3).map(|save| save.origin).collect();
        assert_eq!(origins, [Origin::Person, Origin::Machine, Origin::Machine], "who made each stays readable");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings, [], "the ledger covers it");
    }

    async fn the_database_refuses_a_machine_s_original_and_any_change(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        save(&mut world, "ترجمة آلية", said(Some(Origin::Machine), false)).await;
        let stamp = STAMP;
        let original = forged!("x.text", "p.source");
        let nothing = forged!("''", "'ar'");
        let translation = forged!("x.text", "'ar'");
        for attack in [&[stamp, original][..], &[stamp, nothing], &["update edits set origin = 'person' where origin = 'machine'"]] {
            assert!(base.attack(attack).await.is_err(), "the database let through: {attack:?}");
        }
        base.attack(&[stamp, translation]).await.expect("a translation may be a machine's");
    }
}
