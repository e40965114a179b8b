//! Attacks with raw SQL, as the application itself: each tries to break one promise by hand, and the database refuses it.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use world::{Base, World};

/// A true entry, the newest of the joint ledger, with which an attack may stamp its rows.
const STAMP: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, salt, \
     commitment, previous, hash) select 'forged', 'joint', seq + 1, recorded_at, person_id, party, 'sign_off', 'x', 'x', 'x', 'x', \
     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', hash, \
     'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1";

/// One attack: what it wants, and how.
type Attack = (&'static str, &'static [&'static str]);

async fn all_refused(base: &Base, attacks: &[Attack]) {
    for (wants, statements) in attacks {
        let done = base.attack(statements).await;
        assert!(done.is_err(), "the database let through: {wants}");
    }
}

/// The stamp itself is allowed, so what is refused is refused for its own sake.
async fn a_stamp_passes(base: &Base) {
    let consent = "insert into consents (id, project_id, subject, subject_id, subject_hash, party, person_id, entry_id, recorded_at) \
         select 'c', p.id, 'nothing', 'x', 'x', 'il', h.id, e.id, e.recorded_at from projects p, people h, entries e \
         where h.party = 'il' and e.id = 'forged' order by h.id limit 1";
    base.attack(&[STAMP, consent]).await.expect("a row of one's own with a true stamp is no attack");
}

const KEEP: [Attack; 12] = [
    ("a changed version", &["update versions set content = 'x'"]),
    ("a changed position", &["update positions set verdict = 'approve'"]),
    ("a position taken out", &["delete from positions"]),
    ("a changed sign-off", &["update sign_offs set valid_until = valid_until + 1"]),
    ("an authorisation taken out", &["delete from authorisations"]),
    ("a changed entry", &["update entries set party = 'us'"]),
    ("an entry taken out", &["delete from entries"]),
    ("a project taken out", &["delete from projects"]),
    ("a person of another party", &["update people set party = 'us'"]),
    ("a longer mandate", &["update mandates set ends_at = ends_at + 1"]),
    (
        "a new step",
        &["insert into stage_changes (from_stage, to_stage) values ('draft', 'implementing')", "delete from stage_changes"],
    ),
    ("another kind of installation", &["update installation set kind = 'live'"]),
];

const MOVE: &str = "update projects set stage = 'implementing', entry_id = 'forged', recorded_at = (select recorded_at from entries where id = 'forged')";

const GATE: [Attack; 9] = [
    ("implementing without an entry", &["update projects set stage = 'implementing'"]),
    ("implementing without consents and conditions", &[STAMP, MOVE]),
    (
        "completed at once",
        &[
            STAMP,
            "update projects set stage = 'completed', entry_id = 'forged', \
         recorded_at = (select recorded_at from entries where id = 'forged')",
        ],
    ),
    (
        "a second code",
        &[
            STAMP,
            "update projects set code = 'ENE-2026-999', entry_id = 'forged', \
         recorded_at = (select recorded_at from entries where id = 'forged')",
        ],
    ),
    (
        "back into a caucus",
        &[
            STAMP,
            "update projects set ledger = 'caucus_il', entry_id = 'forged', \
         recorded_at = (select recorded_at from entries where id = 'forged')",
        ],
    ),
    (
        "a version beside the ballot's",
        &[
            STAMP,
            "insert into versions (id, project_id, number, content, content_hash, provenance, person_id, \
         entry_id, recorded_at) select 'v', project_id, number + 1, content, content_hash, provenance, person_id, 'forged', \
         (select recorded_at from entries where id = 'forged') from newest_versions",
        ],
    ),
    (
        "a ballot without consents",
        &[
            STAMP,
            "insert into ballots (id, project_id, number, version_id, content_hash, level, entry_id, recorded_at) \
         select 'b', project_id, 99, id, content_hash, 'group', 'forged', (select recorded_at from entries where id = 'forged') \
         from newest_versions",
        ],
    ),
    (
        "a second authorisation",
        &[
            STAMP,
            "insert into authorisations (id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, \
         il_position, il, sy_position, sy, sign_off_id, entry_id, recorded_at) select 'a', ballot_id, project_id, version_id, content_hash, \
         level, verdict, decision, il_position, il, sy_position, sy, sign_off_id, 'forged', \
         (select recorded_at from entries where id = 'forged') from authorisations",
        ],
    ),
    (
        "a published summary without consents",
        &[
            STAMP,
            "insert into summaries (id, project_id, number, content, hash, person_id, entry_id, recorded_at) \
         select 's', p.id, 1, '{}', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', p.person_id, 'forged', e.recorded_at \
         from projects p, entries e where e.id = 'forged'",
            "insert into releases (summary_id, project_id, entry_id, recorded_at) select 's', p.id, 'forged', e.recorded_at \
         from projects p, entries e where e.id = 'forged'",
        ],
    ),
];

const BALLOT: [Attack; 7] = [
    (
        "an approval without a mandate of that party",
        &[
            STAMP,
            "insert into positions (id, ballot_id, project_id, version_id, content_hash, level, \
         party, number, mandate_id, person_id, verdict, lang, statement, entry_id, recorded_at) select 'p', b.id, b.project_id, b.version_id, \
         b.content_hash, b.level, 'sy', 1, m.id, m.person_id, 'approve', 'en', '', 'forged', e.recorded_at from ballots b, mandates m, entries e \
         where m.party = 'il' and m.power = 'group' and e.id = 'forged'",
        ],
    ),
    (
        "an approval with another hash",
        &[
            STAMP,
            "insert into positions (id, ballot_id, project_id, version_id, content_hash, level, \
         party, number, mandate_id, person_id, verdict, lang, statement, entry_id, recorded_at) select 'p', b.id, b.project_id, b.version_id, \
         'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd', b.level, 'il', 1, m.id, m.person_id, 'approve', 'en', '', 'forged', \
         e.recorded_at from ballots b, mandates m, entries e where m.party = 'il' and m.power = 'group' and e.id = 'forged'",
        ],
    ),
    (
        "an old stamp",
        &["insert into positions (id, ballot_id, project_id, version_id, content_hash, level, \
         party, number, mandate_id, person_id, verdict, lang, statement, entry_id, recorded_at) select 'p', b.id, b.project_id, b.version_id, \
         b.content_hash, b.level, 'il', 1, m.id, m.person_id, 'approve', 'en', '', e.id, e.recorded_at from ballots b, mandates m, entries e \
         where m.party = 'il' and m.power = 'group' and e.ledger = 'joint' and e.seq = 1"],
    ),
    (
        "a ballot passed without answers",
        &[
            STAMP,
            "update ballots set outcome = 'passed', closing_entry_id = 'forged', \
         closed_at = (select recorded_at from entries where id = 'forged')",
        ],
    ),
    (
        "a second open ballot",
        &[
            STAMP,
            "insert into ballots (id, project_id, number, version_id, content_hash, level, entry_id, recorded_at) \
         select 'b', project_id, number + 1, version_id, content_hash, 'principals', 'forged', (select recorded_at from entries where id = 'forged') \
         from ballots",
        ],
    ),
    (
        "a sign-off before the approvals",
        &[
            STAMP,
            "insert into sign_offs (id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, \
         decision, valid_until, party, power, mandate_id, person_id, preparer_id, lang, note, entry_id, recorded_at) select 's', b.id, b.project_id, \
         b.version_id, b.content_hash, 'principals', b.content_hash, 'signed', e.recorded_at + 9, 'us', 'sign_off', m.id, m.person_id, h.id, 'en', '', \
         'forged', e.recorded_at from ballots b, mandates m, people h, entries e where m.party = 'us' and h.party = 'us' and h.id <> m.person_id \
         and e.id = 'forged'",
        ],
    ),
    (
        "an entry out of order",
        &["insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, \
         salt, commitment, previous, hash) select 'forged', 'joint', seq + 2, recorded_at, person_id, party, 'x', 'x', 'x', 'x', 'x', commitment, hash, \
         'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1"],
    ),
];

/// The first extension of a review as it would be written by hand.
const EXTENSION: &str = "insert into review_extensions (id, project_id, ballot_id, number, party, power, mandate_id, person_id, lang, reason, \
     entry_id, recorded_at) select 'x1', b.project_id, b.id, 1, 'us', 'sign_off', m.id, m.person_id, 'en', 'time', e.id, e.recorded_at \
     from ballots b, mandates m, entries e where b.level = 'principals' and m.power = 'sign_off' and e.id = 'forged' order by m.id limit 1";
const END_MANDATES: &str = "insert into mandate_ends (mandate_id, entry_id, recorded_at) select m.id, e.id, e.recorded_at from mandates m, entries e \
     where m.power = 'sign_off' and e.id = '2' order by m.id limit 1";

/// The same with something else in one place.
fn extension(from: &str, to: &str) -> &'static str {
    assert!(EXTENSION.contains(from), "there is no {from}");
    EXTENSION.replace(from, to).leak()
}

/// A signature as it would be written by hand, and the authorisation that joins it with both approvals.
const SIGN: &str = "insert into sign_offs (id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, decision, valid_until, \
     party, power, mandate_id, person_id, preparer_id, lang, note, entry_id, recorded_at) select 's', b.id, b.project_id, b.version_id, \
     b.content_hash, b.level, d.dossier_hash, 'signed', e.recorded_at + 1000000, 'us', 'sign_off', m.id, m.person_id, d.person_id, 'en', '', \
     e.id, e.recorded_at from ballots b join preparations d on d.ballot_id = b.id, mandates m, entries e \
     where b.level = 'principals' and m.power = 'sign_off' and m.person_id <> d.person_id and e.id = 'forged' order by m.id limit 1";
const JOIN: &str = "insert into authorisations (id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, il_position, il, \
     sy_position, sy, sign_off_id, entry_id, recorded_at) select 'a', o.ballot_id, o.project_id, o.version_id, o.content_hash, o.level, \
     'approve', o.decision, d.il_position, 'il', d.sy_position, 'sy', o.id, o.entry_id, o.recorded_at from sign_offs o \
     join dossiers d on d.ballot_id = o.ballot_id where o.id = 's'";
const AFFIRM: &str = "insert into affirmations (id, project_id, version_id, content_hash, party, person_id, sign_off_id, entry_id, recorded_at) \
     select 'f', project_id, version_id, content_hash, party, person_id, id, entry_id, recorded_at from sign_offs where id = 's'";

/// One head's consent to the closing, and the words that go with it.
const CONSENT: &str = "insert into consents (id, project_id, subject, subject_id, subject_hash, party, person_id, entry_id, recorded_at) \
     select 'c' || h.party, a.project_id, 'closed', a.id, a.content_hash, h.party, min(h.id), e.id, e.recorded_at from authorisations a, \
     people h, entries e where h.party = 'SIDE' and e.id = 'forged' group by a.project_id, a.id, a.content_hash, h.party, e.id, e.recorded_at";
const NOTE: &str = "insert into closing_notes (consent_id, project_id, party, person_id, lang, note, entry_id, recorded_at) select c.id, \
     c.project_id, c.party, c.person_id, 'en', 'done', e.id, e.recorded_at from consents c, entries e where c.id = 'cSIDE' and e.id = 'forged'";

const CLOSE: &str =
    "update projects set stage = 'closed', entry_id = '5', recorded_at = (select recorded_at from entries where id = '5')";

/// [`STAMP`] under another id and hash, so that a few can follow each other.
fn stamp(letter: &str) -> &'static str {
    STAMP.replace("'forged'", &format!("'{letter}'")).replace(&"b".repeat(64), &letter.repeat(64)).leak()
}

fn by_head(sql: &str, side: &str, letter: &str) -> &'static str {
    sql.replace("SIDE", side).replace("'forged'", &format!("'{letter}'")).leak()
}

const AFFIRMATION: [Attack; 5] = [
    ("a signature joined without the civilian scope", &[STAMP, SIGN, JOIN]),
    (
        "an affirmation of somebody else",
        &[
            STAMP,
            SIGN,
            "insert into affirmations (id, project_id, version_id, content_hash, party, person_id, sign_off_id, entry_id, recorded_at) \
         select 'f', project_id, version_id, content_hash, party, preparer_id, id, entry_id, recorded_at from sign_offs where id = 's'",
        ],
    ),
    (
        "an affirmation added to an approval later",
        &[
            STAMP,
            "insert into affirmations (id, project_id, version_id, content_hash, party, person_id, position_id, entry_id, recorded_at) \
         select 'f', p.project_id, p.version_id, p.content_hash, p.party, p.person_id, p.id, e.id, e.recorded_at from positions p, entries e \
         where p.level = 'group' and e.id = 'forged'",
        ],
    ),
    ("an affirmation taken out", &["delete from affirmations"]),
    ("a changed affirmation", &["update affirmations set party = 'us'"]),
];

on_both! {
    async fn three_keys_are_joined_only_when_each_affirms_the_civilian_scope(base: Base) {
        let mut world = World::new(&base).await;
        world.prepared().await;
        all_refused(&base, &AFFIRMATION).await;
        base.attack(&[STAMP, SIGN, AFFIRM, JOIN]).await.expect("with all three affirmations the same rows pass");
    }

    async fn a_project_is_not_closed_without_the_words_of_both_heads(base: Base) {
        let mut world = World::new(&base).await;
        world.implementing().await;
        for (side, letter) in [("il", "1"), ("sy", "2")] {
            base.attack(&[stamp(letter), by_head(CONSENT, side, letter)]).await.expect("a consent may be recorded by hand");
        }
        let close: &'static [&'static str] = vec![stamp("5"), CLOSE].leak();
        all_refused(&base, &[("closed without notes", close)]).await;
        for (side, letter) in [("il", "3"), ("sy", "4")] {
            base.attack(&[stamp(letter), by_head(NOTE, side, letter)]).await.expect("so may a note");
        }
        base.attack(close).await.expect("with both notes the same step passes");
    }

    async fn what_is_recorded_can_be_neither_changed_nor_taken_out(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        all_refused(&base, &KEEP).await;
        a_stamp_passes(&base).await;
    }

    async fn a_cleared_project_does_not_pass_the_gate_by_hand(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        all_refused(&base, &GATE).await;
        a_stamp_passes(&base).await;
    }

    async fn a_ballot_takes_no_forged_answer(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        all_refused(&base, &BALLOT).await;
        a_stamp_passes(&base).await;
    }

    async fn a_review_is_extended_in_order_while_it_runs_and_for_no_other_ballot(base: Base) {
        let mut world = World::new(&base).await;
        world.under_review().await;
        let second: &str = extension("'x1'", "'x2'").replace(", 1, ", ", 2, ").replace("'forged'", "'2'").leak();
        let attacks: [(&str, Vec<&str>); 9] = [
            ("the second before the first", vec![STAMP, extension(", 1, ", ", 2, ")]),
            ("a third", vec![STAMP, extension(", 1, ", ", 3, ")]),
            ("of a group ballot", vec![STAMP, extension("'principals'", "'group'")]),
            ("without a reason", vec![STAMP, extension("'time'", "''")]),
            ("by a delegation", vec![STAMP, extension("'us'", "'il'")]),
            ("the same twice", vec![STAMP, EXTENSION, stamp("2"), second.replace(", 2, ", ", 1, ").leak()]),
            ("one changed", vec![STAMP, EXTENSION, "update review_extensions set reason = 'x'"]),
            ("one taken out", vec![STAMP, EXTENSION, "delete from review_extensions"]),
            ("under a mandate that ended", vec![stamp("2"), END_MANDATES, STAMP, EXTENSION]),
        ];
        for (wants, statements) in attacks {
            all_refused(&base, &[(wants, statements.leak())]).await;
        }
        base.attack(&[STAMP, EXTENSION, stamp("2"), second]).await.expect("an officer's two, in their order, are no attack");
    }

    async fn no_review_is_extended_after_its_end(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        all_refused(&base, &[("after the sign-off", &[STAMP, EXTENSION])]).await;
        a_stamp_passes(&base).await;
    }

    async fn an_entry_cannot_lie_in_the_future_or_the_past_of_its_ledger(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        all_refused(&base, &[
            ("an entry of tomorrow", &["insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, \
                 salt, commitment, previous, hash) select 'f', 'joint', seq + 1, 4102444800000, person_id, party, 'x', 'x', 'x', 'x', 'x', commitment, \
                 hash, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1"]),
            ("an entry before the last one", &["insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, \
                 request_id, salt, commitment, previous, hash) select 'f', 'joint', seq + 1, recorded_at - 1, person_id, party, 'x', 'x', 'x', 'x', 'x', \
                 commitment, hash, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' \
                 order by seq desc limit 1"]),
        ]).await;
    }

    async fn an_insert_that_would_replace_is_refused(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        let replace: &[&'static str] = if base.db.is_embedded() {
            &["insert or replace into sign_offs select * from sign_offs"]
        } else {
            &["truncate sign_offs cascade"]
        };
        all_refused(&base, &[("a replaced sign-off", replace)]).await;
    }
}
