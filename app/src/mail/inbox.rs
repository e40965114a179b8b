//! What came to the inbox: one thing at once, or a day's or week's together. Of what not everybody reads, only that it came.

use std::collections::BTreeMap;

use domain::notice::Pace;
use domain::party::Audience;
use domain::text::Lang;
use store::account::Account;
use store::activity::{About, Whole};
use store::digest::News;
use store::outbox::Waiting;
use store::{Error, Readers, Visible};

use super::{Letter, viewer, written};
use crate::pages::inbox::{self, unsubscribe};
use crate::pages::subject;
use crate::request::{Ask, Portal};
use crate::text::{t, tf, word};

/// A letter about one notice; none where it was read, is a duty, which has a letter of its own, or may not be read any more.
pub(super) async fn notice(portal: &Portal, account: &Account, one: &Waiting) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some(notice) = store::notice::of_entry(&mut tx, &viewer, entry).await? else { return Ok(None) };
    if notice.read_at.is_some() || notice.topic == domain::notice::Topic::Duties {
        return Ok(None);
    }
    Ok(Some(written(portal, account, |lang| {
        let deed = &notice.deed;
        let Some(code) = known(lang, &deed.about, deed.event.ledger) else {
            return (t(lang, "mail-quiet-subject"), vec![t(lang, "mail-quiet")], Some(format!("{}/desk/inbox", portal.origin)));
        };
        let about = word(lang, "mail-notice", notice.topic.code());
        let subject = tf(lang, "mail-notice-subject", [("code", code.into()), ("about", about.into())]);
        let place = format!("{}{}", portal.origin, inbox::place(&notice));
        (subject, vec![word(lang, "mail-notice-says", notice.topic.code())], Some(place))
    })))
}

/// A digest; none where everything was read meanwhile.
pub(super) async fn digest(ask: &Ask, account: &Account, pace: Pace) -> Result<Option<Letter>, Error> {
    let portal = &ask.portal;
    let Some(viewer) = viewer(portal, &account.person_id).await? else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let news = store::digest::news(&mut tx, &viewer, pace).await?;
    if news.is_empty() {
        return Ok(None);
    }
    let mut stop = None;
    let mut letter = written(portal, account, |lang| {
        stop = unsubscribe::address(ask, account, lang);
        let mut says = vec![word(lang, "mail-digest", pace.code())];
        says.extend(lines(lang, &news));
        says.extend(stop.iter().flat_map(|address| [t(lang, "mail-digest-stop"), address.clone()]));
        (word(lang, "mail-digest-subject", pace.code()), says, Some(format!("{}/desk/inbox", portal.origin)))
    });
    letter.unsubscribe = stop;
    Ok(Some(letter))
}

/// How a mail names what a change is part of; nothing of what not everybody reads, or of a project that is not tabled.
fn known(lang: Lang, about: &About, ledger: Audience) -> Option<String> {
    let whole = about.whole(ledger);
    (ledger == Audience::Joint && !matches!(whole, Whole::Project(None, _))).then(|| subject::name(lang, about, &whole))
}

/// A line for each thing that everybody knows of, with how much came of what; and one for all the rest, which says no number.
fn lines(lang: Lang, news: &[Visible<News>]) -> Vec<String> {
    let mut joint: BTreeMap<String, BTreeMap<&str, i64>> = BTreeMap::new();
    let mut private = false;
    for one in news {
        match known(lang, &one.about, one.ledger) {
            Some(code) => *joint.entry(code).or_default().entry(one.topic.code()).or_default() += 1,
            None => private = true,
        }
    }
    let of = |topics: &BTreeMap<&str, i64>| {
        let parts = topics.iter().map(|(topic, count)| {
            tf(lang, "mail-digest-part", [("topic", word(lang, "topic", topic).into()), ("count", (*count).into())])
        });
        parts.collect::<Vec<_>>().join(" · ")
    };
    let known = joint
        .iter()
        .map(|(code, topics)| tf(lang, "mail-digest-line", [("code", code.clone().into()), ("parts", of(topics).into())]));
    known.chain(private.then(|| t(lang, "mail-digest-private"))).collect()
}
