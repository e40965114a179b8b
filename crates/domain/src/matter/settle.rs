//! How a matter ends: both co-chairs agree to the same words of how it is settled (I-12), or the side that raised it takes it back.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Matter, may_raise};
use crate::canonical;
use crate::change::{Change, Command, Record};
use crate::id::{MatterId, Occasion, PersonId, ResolutionId};
use crate::party::{Delegation, Party};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{self, Lang, Note};
use crate::viewer::Viewer;

/// A way to settle a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Its id.
    pub id: ResolutionId,
    /// Of which matter.
    pub matter_id: MatterId,
    /// Its number in the matter, from 1; only the newest can be agreed to.
    pub number: i64,
    /// The language of its words.
    pub lang: Lang,
    /// What both sides would hold to, Markdown.
    pub text: String,
    /// The SHA-256 of matter, number and words.
    pub hash: String,
    /// Which side proposed it.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
}

impl Resolution {
    /// What `hash` has to be (I-3).
    #[must_use]
    pub fn computed_hash(&self) -> String {
        let whole = json!({
            "format": "portal-resolution-1",
            "matter": self.matter_id,
            "number": self.number,
            "lang": self.lang,
            "text": self.text,
        });
        text::hash(&canonical::text(&whole))
    }
}

/// One side's yes to a resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterConsent {
    /// To which one.
    pub resolution_id: ResolutionId,
    /// Of which matter.
    pub matter_id: MatterId,
    /// Its hash.
    pub hash: String,
    /// Whose yes.
    pub party: Party,
    /// Given by whom.
    pub person_id: PersonId,
}

/// How a matter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterOutcome {
    /// Both sides agreed to how it is settled.
    Resolved,
    /// The side that raised it took it back.
    Withdrawn,
}

impl MatterOutcome {
    /// The code of rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// The end of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterEnd {
    /// Of which matter.
    pub matter_id: MatterId,
    /// How.
    pub outcome: MatterOutcome,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why it was taken back.
    pub reason: Option<String>,
    /// By which party.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
}

impl Matter {
    /// Did this side say yes to this resolution?
    #[must_use]
    pub fn agreed(&self, resolution: &Resolution, side: Delegation) -> bool {
        self.consents.iter().any(|one| one.resolution_id == resolution.id && one.party == side.party())
    }
}

/// The resolution that can be agreed to.
#[must_use]
pub fn newest(matter: &Matter) -> Option<&Resolution> {
    matter.resolutions.last().map(|(resolution, _)| resolution)
}

/// May this viewer settle matters of a group for their side?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_settle(viewer: &Viewer, group: &crate::id::GroupId) -> Result<(), Refusal> {
    viewer.delegation()?;
    policy::decide(viewer, Action::AgreeJointly, group)
}

/// Proposes how the matter is settled, which is the own side's yes to it. What was proposed before stays on record and binds nobody.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::AlreadyEnded`], [`Refusal::StaleText`] where somebody proposed another meanwhile: `base` is the
/// number of the one that was looked at, 0 while there is none; [`Refusal::ReasonNeeded`] without words.
pub fn propose(matter: &Matter, viewer: &Viewer, base: i64, words: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    may_settle(viewer, &matter.start.group_id)?;
    matter.open()?;
    if newest(matter).map_or(0, |one| one.number) != base {
        return Err(Refusal::StaleText);
    }
    if words.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let mut resolution = Resolution {
        id: occasion.ids().fresh(),
        matter_id: matter.start.id.clone(),
        number: base + 1,
        lang: words.lang,
        text: words.text.clone(),
        hash: String::new(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    resolution.hash = resolution.computed_hash();
    let consent = yes(viewer, &resolution);
    Ok(matter
        .change(viewer, Command::ProposeResolution, occasion)
        .with(Record::Resolution(resolution))
        .with(Record::MatterConsent(consent)))
}

fn yes(viewer: &Viewer, to: &Resolution) -> MatterConsent {
    MatterConsent {
        resolution_id: to.id.clone(),
        matter_id: to.matter_id.clone(),
        hash: to.hash.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    }
}

/// Says yes to the newest resolution for the own side; with the second yes the matter is settled.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::AlreadyEnded`], [`Refusal::StaleText`] where it is not the newest any more,
/// [`Refusal::AlreadyGiven`].
pub fn agree(matter: &Matter, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    may_settle(viewer, &matter.start.group_id)?;
    let side = viewer.delegation()?;
    matter.open()?;
    let resolution = newest(matter).filter(|one| one.hash == hash).ok_or(Refusal::StaleText)?;
    if matter.agreed(resolution, side) {
        return Err(Refusal::AlreadyGiven);
    }
    let consent = yes(viewer, resolution);
    let settled = matter.agreed(resolution, side.other());
    let end = settled.then(|| Record::MatterEnd(ended(matter, viewer, MatterOutcome::Resolved, None)));
    Ok(matter.change(viewer, Command::AgreeResolution, occasion).with(Record::MatterConsent(consent)).with_all(end))
}

/// The party that raised the matter takes it back, and says why.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::NotYourSide`] for everybody else, [`Refusal::AlreadyEnded`], [`Refusal::ReasonNeeded`].
pub fn withdraw(matter: &Matter, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    may_raise(viewer, &matter.start.group_id)?;
    if viewer.party != matter.start.party {
        return Err(Refusal::NotYourSide);
    }
    matter.open()?;
    if reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let end = ended(matter, viewer, MatterOutcome::Withdrawn, Some(reason));
    Ok(matter.change(viewer, Command::WithdrawMatter, occasion).with(Record::MatterEnd(end)))
}

fn ended(matter: &Matter, viewer: &Viewer, outcome: MatterOutcome, reason: Option<&Note>) -> MatterEnd {
    MatterEnd {
        matter_id: matter.start.id.clone(),
        outcome,
        lang: reason.map(|reason| reason.lang),
        reason: reason.map(|reason| reason.text.clone()),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    }
}
