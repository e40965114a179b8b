//! The glossary of a working group: what is called how in the three languages. A term is agreed when both sides' co-chairs said yes to the
//! same words; a newer agreed one for the same English words stands in its place. Until then it is a proposal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::id::{GroupId, Occasion, PersonId, TermId};
use crate::party::{Audience, Delegation, Party};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::search::{self, Query};
use crate::text::{self, Lang};
use crate::viewer::Viewer;

/// One term in three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// In which working group.
    pub group_id: GroupId,
    /// In English.
    pub term_en: String,
    /// In Hebrew.
    pub term_he: String,
    /// In Arabic.
    pub term_ar: String,
    /// The SHA-256 of group and words; consents are to it.
    pub hash: String,
    /// The proposer's party.
    pub party: Party,
    /// Who proposed it.
    pub person_id: PersonId,
}

impl Term {
    /// The term in a language.
    #[must_use]
    pub fn word(&self, lang: Lang) -> &str {
        lang.of([&self.term_en, &self.term_he, &self.term_ar])
    }
}

/// One side's yes to a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermConsent {
    /// To which term.
    pub term_id: TermId,
    /// To which words.
    pub hash: String,
    /// Whose yes.
    pub party: Party,
    /// Given by whom.
    pub person_id: PersonId,
}

/// A proposal that came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermEnd {
    /// Which term.
    pub term_id: TermId,
    /// Which party ended it.
    pub party: Party,
    /// Who.
    pub person_id: PersonId,
}

/// A term that was not ended, with the sides that said yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The term.
    pub term: Term,
    /// Whose yes there is.
    pub given: Vec<Party>,
}

impl Standing {
    /// Did both sides say yes?
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        Delegation::BOTH.into_iter().all(|side| self.given.contains(&side.party()))
    }
}

/// The words of a term as somebody proposes them.
pub type Words = BTreeMap<Lang, String>;

/// May this viewer propose terms in a group?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_propose(viewer: &Viewer, group: &GroupId) -> Result<(), Refusal> {
    viewer.delegation()?;
    policy::decide(viewer, Action::EditText, group).map(|_| ())
}

/// May this viewer say yes for their side?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_agree(viewer: &Viewer, group: &GroupId) -> Result<(), Refusal> {
    viewer.delegation()?;
    policy::decide(viewer, Action::AgreeJointly, group).map(|_| ())
}

fn hash(group: &GroupId, words: &Words) -> String {
    let whole = serde_json::json!({"format": "portal-term-1", "group": group.as_str(), "words": words});
    text::hash(&whole.to_string())
}

/// Proposes a term.
///
/// # Errors
/// [`Refusal::NotPermitted`]; [`Refusal::NothingChanged`] where the same words stand or are proposed already.
pub fn propose(
    viewer: &Viewer,
    group: &GroupId,
    words: &Words,
    known: &[Standing],
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_propose(viewer, group)?;
    let hash = hash(group, words);
    if known.iter().any(|one| one.term.hash == hash) {
        return Err(Refusal::NothingChanged);
    }
    let word = |lang| words.get(&lang).cloned().unwrap_or_default();
    let term = Term {
        id: occasion.ids().fresh(),
        group_id: group.clone(),
        term_en: word(Lang::En),
        term_he: word(Lang::He),
        term_ar: word(Lang::Ar),
        hash,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    let id = term.id.to_string();
    Ok(change(viewer, Command::ProposeTerm, &id, occasion).with(Record::Term(term)))
}

/// Says yes for the viewer's side.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::AlreadyGiven`].
pub fn consent(viewer: &Viewer, standing: &Standing, occasion: Occasion) -> Result<Change, Refusal> {
    may_agree(viewer, &standing.term.group_id)?;
    if standing.given.contains(&viewer.party) {
        return Err(Refusal::AlreadyGiven);
    }
    let consent = TermConsent {
        term_id: standing.term.id.clone(),
        hash: standing.term.hash.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(change(viewer, Command::ConsentTerm, standing.term.id.as_str(), occasion).with(Record::TermConsent(consent)))
}

/// Ends a proposal: its proposer takes it back, or a co-chair declines it. What is agreed stays until other words are agreed.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::AlreadyEnded`] for what both sides agreed to.
pub fn end(viewer: &Viewer, standing: &Standing, occasion: Occasion) -> Result<Change, Refusal> {
    let own = standing.term.person_id == viewer.person_id;
    if own {
        may_propose(viewer, &standing.term.group_id)?
    } else {
        may_agree(viewer, &standing.term.group_id)?
    }
    if standing.is_agreed() {
        return Err(Refusal::AlreadyEnded);
    }
    let end = TermEnd { term_id: standing.term.id.clone(), party: viewer.party, person_id: viewer.person_id.clone() };
    Ok(change(viewer, Command::EndTerm, standing.term.id.as_str(), occasion).with(Record::TermEnd(end)))
}

fn change(viewer: &Viewer, command: Command, term: &str, occasion: Occasion) -> Change {
    Change::new(Audience::Joint, command, &viewer.person_id, viewer.party, occasion).about("term", term)
}

/// The terms in force, of one English word the newest agreed one; they come oldest first.
#[must_use]
pub fn in_force(known: &[Standing]) -> Vec<&Term> {
    let mut newest: BTreeMap<String, &Term> = BTreeMap::new();
    for one in known.iter().filter(|one| one.is_agreed()) {
        newest.insert(folded(&one.term.term_en), &one.term);
    }
    newest.into_values().collect()
}

fn folded(word: &str) -> String {
    search::tokens(word).into_iter().filter_map(|token| token.forms.into_iter().next()).collect::<Vec<_>>().join(" ")
}

/// What is to be said of a term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It stands in one language, and these say it in other words.
    Otherwise(Term, Vec<Lang>),
    /// It stands in the text, and not both sides agreed to it.
    NotAgreed(Term),
}

/// What is to be said of the terms in one section: agreed ones that one language uses and another does not, and proposals that any uses.
#[must_use]
pub fn remarks(known: &[Standing], texts: &BTreeMap<Lang, String>) -> Vec<Remark> {
    let forms: BTreeMap<Lang, _> = texts.iter().map(|(lang, text)| (*lang, search::forms([text.as_str()]))).collect();
    let stands = |term: &Term, lang: Lang| {
        let query = Query::parse(term.word(lang));
        query.zip(forms.get(&lang)).is_some_and(|(query, forms)| query.is_in(forms))
    };
    let written = |lang: &Lang| texts.get(lang).is_some_and(|text| !text.trim().is_empty());
    let agreed = in_force(known);
    let otherwise = agreed.iter().filter_map(|term| {
        let (used, missing): (Vec<Lang>, Vec<Lang>) = Lang::ALL.into_iter().filter(written).partition(|lang| stands(term, *lang));
        (!used.is_empty() && !missing.is_empty()).then(|| Remark::Otherwise((*term).clone(), missing))
    });
    let proposals = known.iter().filter(|one| !one.is_agreed());
    let open = proposals.filter(|one| Lang::ALL.into_iter().any(|lang| stands(&one.term, lang)));
    otherwise.chain(open.map(|one| Remark::NotAgreed(one.term.clone()))).collect()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;
    use crate::person::{HeldRole, Role};
    use crate::time::Timestamp;

    fn viewer(party: Party, role: Role) -> Viewer {
        let roles = vec![HeldRole { role, group_id: Some("g".into()) }];
        Viewer { person_id: format!("{} {role:?}", party.code()).as_str().into(), party, roles, mandates: vec![] }
    }

    fn words(en: &str, he: &str, ar: &str) -> Words {
        [(Lang::En, en), (Lang::He, he), (Lang::Ar, ar)].into_iter().map(|(lang, word)| (lang, word.to_owned())).collect()
    }

    fn at(seed: u8) -> Occasion {
        Occasion::new(Timestamp(1), [seed; 32])
    }

    fn proposed(words: &Words, seed: u8) -> Standing {
        let change = propose(&viewer(Party::Il, Role::Member), &"g".into(), words, &[], at(seed)).expect("a member proposes");
        let [Record::Term(term)] = change.records.as_slice() else { panic!("a term is one row") };
        Standing { term: term.clone(), given: vec![] }
    }

    fn agreed(words: &Words, seed: u8) -> Standing {
        Standing { given: vec![Party::Il, Party::Sy], ..proposed(words, seed) }
    }

    #[test]
    fn members_propose_co_chairs_agree_and_nobody_else() {
        let one = proposed(&words("well", "באר", "بئر"), 1);
        for party in [Party::Il, Party::Sy] {
            for (role, proposes, agrees) in [
                (Role::Member, true, false),
                (Role::Translator, true, false),
                (Role::CoChair, true, true),
                (Role::Signatory, false, false),
                (Role::Head, false, false),
            ] {
                let viewer = viewer(party, role);
                let other = words("pump", "משאבה", "مضخة");
                assert_eq!(propose(&viewer, &"g".into(), &other, &[], at(2)).is_ok(), proposes, "{role:?}");
                assert_eq!(consent(&viewer, &one, at(2)).is_ok(), agrees, "{role:?}");
            }
        }
        for role in [Role::Officer, Role::Reviewer] {
            assert_eq!(consent(&viewer(Party::Us, role), &one, at(2)).err(), Some(Refusal::NotPermitted));
        }
        let elsewhere = propose(&viewer(Party::Sy, Role::Member), &"other".into(), &words("a", "b", "c"), &[], at(2));
        assert_eq!(elsewhere.err(), Some(Refusal::NotPermitted));
    }

    #[test]
    fn the_same_words_are_not_proposed_twice_and_one_side_says_yes_once() {
        let one = proposed(&words("well", "באר", "بئر"), 1);
        let again = propose(
            &viewer(Party::Sy, Role::Member),
            &"g".into(),
            &words("well", "באר", "بئر"),
            std::slice::from_ref(&one),
            at(2),
        );
        assert_eq!(again.err(), Some(Refusal::NothingChanged));
        let given = Standing { given: vec![Party::Il], ..one };
        assert_eq!(consent(&viewer(Party::Il, Role::CoChair), &given, at(2)).err(), Some(Refusal::AlreadyGiven));
        assert!(consent(&viewer(Party::Sy, Role::CoChair), &given, at(2)).is_ok());
    }

    #[test]
    fn a_proposal_is_ended_by_its_proposer_or_a_co_chair_and_an_agreed_term_by_nobody() {
        let one = proposed(&words("well", "באר", "بئر"), 1);
        assert!(end(&viewer(Party::Il, Role::Member), &one, at(2)).is_ok(), "it is their own");
        assert!(end(&viewer(Party::Sy, Role::CoChair), &one, at(2)).is_ok());
        assert_eq!(end(&viewer(Party::Sy, Role::Member), &one, at(2)).err(), Some(Refusal::NotPermitted));
        let done = Standing { given: vec![Party::Il, Party::Sy], ..one };
        assert_eq!(end(&viewer(Party::Sy, Role::CoChair), &done, at(2)).err(), Some(Refusal::AlreadyEnded));
    }

    #[test]
    fn the_newest_agreed_words_are_in_force() {
        let known = [
            agreed(&words("Well", "באר", "بئر"), 1),
            proposed(&words("well", "באר ישנה", "بئر"), 2),
            agreed(&words("well", "קידוח", "بئر"), 3),
        ];
        let found: Vec<&str> = in_force(&known).into_iter().map(|term| term.term_he.as_str()).collect();
        assert_eq!(found, ["קידוח"]);
    }

    #[test]
    fn a_translation_in_other_words_and_a_word_that_is_not_agreed_are_remarked_on() {
        let known = [agreed(&words("solar pump", "משאבה סולארית", "مضخة شمسية"), 1), proposed(&words("grid", "רשת", "شبكة"), 2)];
        let texts: BTreeMap<Lang, String> =
            words("Two solar pumps stand there: one solar pump each.", "שתי משאבות סולאריות", "وضُعت المضخة الشمسية");
        let found = remarks(&known, &texts);
        assert_eq!(found, [Remark::Otherwise(known[0].term.clone(), vec![Lang::He])], "a prefix is no other word");
        let with_grid: BTreeMap<Lang, String> = words("The grid.", "", "");
        assert_eq!(remarks(&known, &with_grid), [Remark::NotAgreed(known[1].term.clone())]);
        assert!(remarks(&known, &words("Nothing.", "", "")).is_empty());
    }
}
