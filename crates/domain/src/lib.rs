//! What is true: the rules of the Cooperation Portal, pure. No input or output, no async, no clock, no dice, no SQL, no HTML.
//!
//! A **rule** is a function of facts and a viewer: it returns a [`change::Change`], or a [`refusal::Refusal`]. The store loads
//! the [`facts::Facts`] and records the change; nobody else makes rows. `stage::missing` says what a step still needs, and
//! the same list is the refusal and the page.
//!
//! | where | what is true there |
//! |---|---|
//! | `party` `person` `viewer` `policy` `permission` `enrolment` `profile` | who is who, who joins and leaves, and the one table of who may do what, where |
//! | `project` `edit` `attachment` `version` `translation` `link` | one text: written, translated, frozen, hashed; and what it has to do with others |
//! | `proposal` `ballot` `position` `point` `condition` | the road of a project through both sides |
//! | `affirmation` `sign_off` `authorisation` `implementation` | the gate: three keys of one hash, then work |
//! | `stage` `clock` `extension` `engine` `consent` | what is missing, whose turn it is and until when, what follows, what must be joint |
//! | `summary` `thread` `matter` `meeting` | what the public reads, what each audience says, what is raised between the sides, what is agreed in the room |
//! | `search` | what a word is folded to, and what a query finds |
//! | `change` `ledger` `canonical` `security` | what is recorded, and how it is proved |
//!
//! Invariants, in short: nothing is implemented without the approvals of both sides and the sign-off on one version and hash
//! (I-1); what judges a version quotes its hash (I-3); a new version leaves no approval alive and no point closed (I-8);
//! nobody reads another's caucus (I-10); swapping the sides mirrors every history (I-6).

pub mod affirmation;
pub mod amendment;
pub mod attachment;
pub mod authorisation;
pub mod ballot;
pub mod calendar;
pub mod canonical;
pub mod change;
pub mod clock;
pub mod condition;
pub mod consent;
pub mod edit;
pub mod engine;
pub mod enrolment;
pub mod extension;
pub mod facts;
pub mod formal_note;
pub mod glossary;
pub mod id;
pub mod implementation;
pub mod ledger;
pub mod link;
pub mod matter;
pub mod meeting;
pub mod notice;
pub mod party;
pub mod permission;
pub mod person;
pub mod point;
pub mod policy;
pub mod position;
pub mod profile;
pub mod project;
pub mod proposal;
pub mod refusal;
pub mod search;
pub mod security;
pub mod sign_off;
pub mod stage;
pub mod summary;
pub mod text;
pub mod thread;
pub mod time;
pub mod translation;
pub mod version;
pub mod viewer;
