//! The sitemap: every page with its class, and every address that a form posts to with the fields it may bring. The server
//! registers what stands here and nothing else; what is missing here does not exist.

mod fields;
mod rule;

use std::future::Future;
use std::pin::Pin;

use domain::change::Command;
use domain::policy::Action;

use self::fields::{
    ADD_ACTION, AGAIN, ARRIVE, CHANGE_MEETING, GRANT, INVITE, MESSAGE, NOTE_POSITION, OPEN_THREAD, PERSON, PLAN_MEETING,
    POSITION, PROPOSE, REASON, SCOPE, SEND_NOTE, SET_UP, SIGN_OFF, SUMMARY, TEXT, WRITE_AGENDA,
};
pub use self::rule::Rule;
use crate::frame::{Class, Page};
use crate::pages::{
    account, activity, amendments, ballot, conditions, desk, discussion, draft, edit, events, glossary, groups, history,
    implementation, inbox, invitation, links, matters, meetings, notes, paragraphs, people, permissions, points, project,
    projects, public, reset, search, security, sessions, set_up, sign_in, sign_off, start, summary, texts, versions, word,
};
use crate::request::{Ask, Stop};

/// A page that is being made.
pub type Making = Pin<Box<dyn Future<Output = Result<Page, Stop>> + Send>>;

/// A page: its address, who may open it, and how it is made from the parts of the address.
pub struct PageRoute {
    /// The address, with `{}` for its parts.
    pub path: &'static str,
    /// Its headers.
    pub class: Class,
    /// Who may open it.
    pub rule: Rule,
    /// How it is made.
    pub make: fn(Ask, Vec<String>) -> Making,
}

/// Where the language of the desk is chosen, with what is typed meanwhile.
pub const LANGUAGE: &str = "/do/language";
/// Where a form is kept while it is typed.
pub const AUTOSAVE: &str = "/do/autosave";
/// Where a language is shown or hidden beside the others, with what is typed meanwhile.
pub const SHOW_LANGUAGES: &str = "/do/show-languages";

/// An address that a form posts to.
pub struct FormRoute {
    /// The address.
    pub path: &'static str,
    /// The fields it may bring beside the hidden ones of every form.
    pub fields: &'static [&'static str],
    /// Who may send it.
    pub rule: Rule,
}

impl FormRoute {
    /// May somebody post here who is not signed in?
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.rule, Rule::Everyone)
    }

    /// Does it take whatever form of the page is being filled in?
    fn takes_any(&self) -> bool {
        [AUTOSAVE, LANGUAGE, SHOW_LANGUAGES].contains(&self.path)
    }

    /// The fields it may bring. What takes any form has those of every form with a draft, but for passwords and steps.
    #[must_use]
    pub fn takes(&self) -> Vec<&'static str> {
        if !self.takes_any() {
            return self.fields.to_vec();
        }
        let kept = FORMS.iter().filter(|form| form.fields.contains(&"draft")).flat_map(|form| form.fields).copied();
        let kept = kept.filter(|name| !AGAIN.contains(name) && *name != "step");
        let mut names: Vec<_> = self.fields.iter().copied().chain(kept).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The form that was filled in: where any may come, its draft is named after it.
    #[must_use]
    pub fn filled_in(&self, draft: &str) -> &'static str {
        let named = draft.rsplit_once('#').filter(|_| self.takes_any()).map(|(_, name)| format!("/do/{name}"));
        named.and_then(|path| form(&path)).map_or(self.path, |form| form.path)
    }

    /// May the form bring a file?
    #[must_use]
    pub fn takes_file(&self) -> bool {
        ["/do/attach", "/do/attach-to-message", "/do/read-word", "/do/invite", "/do/grant-role"].contains(&self.path)
    }
}

macro_rules! pages {
    ($($(#[$when:meta])? $class:ident $path:literal, $rule:expr => $make:path $(, $part:literal)*;)+) => {
        /// Every page.
        pub const PAGES: &[PageRoute] = &[$($(#[$when])? PageRoute {
            path: $path,
            class: Class::$class,
            rule: $rule,
            make: |ask, parts| {
                let _ = &parts;
                Box::pin($make(ask $(, parts.get($part).cloned().unwrap_or_default())*))
            },
        }),+];
    };
}

pages! {
    Public "/{lang}", Rule::Everyone => public::home::page;
    Public "/{lang}/projects", Rule::Everyone => public::projects::page;
    Public "/{lang}/projects/{code}", Rule::Everyone => public::project::page, 1;
    Public "/{lang}/meetings", Rule::Everyone => public::meetings::page;
    Public "/{lang}/meetings/{id}", Rule::Everyone => public::meetings::one, 1;
    Public "/{lang}/how-approval-works", Rule::Everyone => public::how::page;
    Public "/{lang}/accessibility", Rule::Everyone => public::how::accessibility;
    #[cfg(debug_assertions)]
    Public "/{lang}/design", Rule::Everyone => crate::pages::design::page;
    Member "/setup", Rule::Everyone => set_up::page;
    Member "/{lang}/sign-in", Rule::Everyone => sign_in::page;
    Member "/{lang}/invitation", Rule::Everyone => invitation::page;
    Member "/{lang}/reset", Rule::Everyone => reset::page;
    Member "/{lang}/unsubscribe", Rule::Everyone => inbox::unsubscribe::page;
    Member "/desk", Rule::SignedIn => desk::page;
    Member "/desk/account", Rule::SignedIn => account::page;
    Member "/desk/account/security", Rule::SignedIn => security::page;
    Member "/desk/account/notifications", Rule::SignedIn => inbox::notifications::page;
    Member "/desk/account/sessions", Rule::SignedIn => sessions::page;
    Member "/desk/activity", Rule::SignedIn => activity::page;
    Member "/desk/inbox", Rule::SignedIn => inbox::page;
    Member "/desk/glossary", Rule::SignedIn => glossary::page;
    Member "/desk/matters", Rule::SignedIn => matters::page;
    Member "/desk/matters/new/{subject}", Rule::Action(Action::ReadJoint) => matters::new::page, 0;
    Member "/desk/matters/{id}", Rule::Action(Action::ReadJoint) => matters::one::page, 0;
    Member "/desk/notes", Rule::SignedIn => notes::page;
    Member "/desk/notes/new/{audience}", Rule::Audience => notes::new::page, 0;
    Member "/desk/notes/{number}", Rule::Audience => notes::one::page, 0;
    Member "/screen", Rule::Everyone => meetings::screen::door;
    Member "/screen/{code}", Rule::Everyone => meetings::screen::wall, 0;
    Member "/desk/meetings", Rule::SignedIn => meetings::page;
    Member "/desk/meetings/new", Rule::SignedIn => meetings::plan::new;
    Member "/desk/meetings/{id}", Rule::Action(Action::ReadJoint) => meetings::one::page, 0;
    Member "/desk/meetings/{id}/agenda", Rule::Action(Action::ReadJoint) => meetings::agenda::page, 0;
    Member "/desk/meetings/{id}/console", Rule::Action(Action::ReadJoint) => meetings::console::page, 0;
    Member "/desk/meetings/{id}/minutes", Rule::Action(Action::ReadJoint) => meetings::minutes::page, 0;
    Member "/desk/meetings/{id}/statement", Rule::Action(Action::ReadJoint) => meetings::statement::page, 0;
    Member "/desk/meetings/{id}/papers", Rule::Action(Action::ReadJoint) => meetings::papers::page, 0;
    Member "/desk/drafts", Rule::SignedIn => draft::page;
    Member "/desk/admin/events", Rule::Administrators => events::page;
    Member "/desk/admin/people", Rule::Action(Action::ManagePeople) => people::page;
    Member "/desk/admin/people/new", Rule::Action(Action::ManagePeople) => people::invite::page;
    Member "/desk/admin/people/{id}", Rule::Action(Action::ManagePeople) => people::person::page, 0;
    Member "/desk/admin/permissions", Rule::Administrators => permissions::page;
    Member "/desk/search", Rule::SignedIn => search::page;
    Member "/desk/projects", Rule::SignedIn => projects::page;
    Member "/desk/projects/new", Rule::SignedIn => start::page;
    Member "/desk/groups", Rule::SignedIn => groups::index;
    Member "/desk/groups/{slug}", Rule::Action(Action::ReadJoint) => groups::page, 0;
    Member "/desk/groups/{slug}/minutes", Rule::Action(Action::ReadJoint) => meetings::series::page, 0;
    Member "/desk/projects/{code}", Rule::Action(Action::ReadJoint) => project::page, 0;
    Member "/desk/projects/{code}/edit", Rule::Action(Action::ReadJoint) => edit::page, 0;
    Member "/desk/projects/{code}/edit/{section}", Rule::Action(Action::ReadJoint) => edit::section::page, 0, 1;
    Member "/desk/projects/{code}/edit/{section}/saves", Rule::Audience => edit::saves::page, 0, 1;
    Member "/desk/projects/{code}/text", Rule::Action(Action::ReadJoint) => texts::page, 0;
    Member "/desk/projects/{code}/text/{section}", Rule::Action(Action::ReadJoint) => paragraphs::page, 0, 1;
    Member "/desk/projects/{code}/word", Rule::Action(Action::ReadJoint) => word::page, 0;
    Member "/desk/projects/{code}/amendments", Rule::Audience => amendments::page, 0;
    Member "/desk/projects/{code}/amendments/new/{section}", Rule::Audience => amendments::new::page, 0, 1;
    Member "/desk/projects/{code}/versions", Rule::Action(Action::ReadJoint) => versions::page, 0;
    Member "/desk/projects/{code}/compare", Rule::Action(Action::ReadJoint) => versions::compare, 0;
    Member "/desk/projects/{code}/links", Rule::Action(Action::ReadJoint) => links::page, 0;
    Member "/desk/projects/{code}/discussion", Rule::Action(Action::ReadJoint) => discussion::page, 0;
    Member "/desk/projects/{code}/discussion/{id}", Rule::Audience => discussion::thread::page, 0, 1;
    Member "/desk/projects/{code}/discussion/new/{audience}", Rule::Audience => discussion::new::page, 0, 1;
    Member "/desk/projects/{code}/ballot", Rule::Action(Action::ReadJoint) => ballot::page, 0;
    Member "/desk/projects/{code}/points", Rule::Action(Action::ReadJoint) => points::page, 0;
    Member "/desk/projects/{code}/conditions", Rule::Action(Action::ReadJoint) => conditions::page, 0;
    Member "/desk/projects/{code}/sign-off", Rule::Action(Action::ReadJoint) => sign_off::page, 0;
    Member "/desk/projects/{code}/implementation", Rule::Action(Action::ReadJoint) => implementation::page, 0;
    Member "/desk/projects/{code}/summary", Rule::Action(Action::ReadJoint) => summary::page, 0;
    Member "/desk/projects/{code}/history", Rule::Action(Action::ReadJoint) => history::page, 0;
}

/// Every address that a form posts to.
pub const FORMS: &[FormRoute] = &[
    FormRoute { path: "/do/sign-in", fields: &["email", "password", "next", "kept"], rule: Rule::Everyone },
    FormRoute { path: "/do/second-factor", fields: &["half", "next", "kept", "code"], rule: Rule::Everyone },
    FormRoute { path: "/do/passkey-sign-in", fields: &["next", "kept", "challenge", "passkey"], rule: Rule::Everyone },
    FormRoute { path: "/do/ask-reset", fields: &["email"], rule: Rule::Everyone },
    FormRoute { path: "/do/set-up", fields: SET_UP, rule: Rule::Everyone },
    FormRoute { path: "/do/invitation", fields: &["key", "new_password"], rule: Rule::Everyone },
    FormRoute { path: "/do/sign-out", fields: &[], rule: Rule::SignedIn },
    FormRoute { path: LANGUAGE, fields: &["lang"], rule: Rule::SignedIn },
    FormRoute { path: SHOW_LANGUAGES, fields: &["show"], rule: Rule::SignedIn },
    FormRoute { path: "/do/end-session", fields: &["session"], rule: Rule::SignedIn },
    FormRoute { path: "/do/end-other-sessions", fields: &[], rule: Rule::SignedIn },
    FormRoute { path: "/do/seen-activity", fields: &["mark"], rule: Rule::SignedIn },
    FormRoute { path: "/do/notify", fields: &["mentions", "decisions", "texts", "discussion"], rule: Rule::SignedIn },
    FormRoute { path: "/do/renew-calendar", fields: &[], rule: Rule::SignedIn },
    FormRoute { path: "/do/end-calendar", fields: &[], rule: Rule::SignedIn },
    FormRoute { path: "/do/unsubscribe", fields: &["key"], rule: Rule::Everyone },
    FormRoute { path: "/do/read-notice", fields: &["notice"], rule: Rule::SignedIn },
    FormRoute { path: "/do/read-all-notices", fields: &["mark"], rule: Rule::SignedIn },
    FormRoute {
        path: "/do/propose-term",
        fields: &["group", "term_en", "term_he", "term_ar"],
        rule: Rule::Action(Action::EditText),
    },
    FormRoute { path: "/do/consent-term", fields: &["group", "term"], rule: Rule::Action(Action::AgreeJointly) },
    FormRoute { path: "/do/end-term", fields: &["group", "term"], rule: Rule::Action(Action::EditText) },
    FormRoute { path: "/do/plan-meeting", fields: PLAN_MEETING, rule: Rule::Action(Action::PrepareMeeting) },
    FormRoute { path: "/do/change-meeting", fields: CHANGE_MEETING, rule: Rule::Action(Action::PrepareMeeting) },
    FormRoute {
        path: "/do/cancel-meeting",
        fields: &["meeting", "reason", "note_language"],
        rule: Rule::Action(Action::PrepareMeeting),
    },
    FormRoute { path: "/do/write-agenda", fields: WRITE_AGENDA, rule: Rule::Action(Action::PrepareMeeting) },
    FormRoute { path: "/do/agree-agenda", fields: &["meeting", "hash"], rule: Rule::Action(Action::AgreeJointly) },
    FormRoute { path: "/do/open-meeting", fields: &["meeting"], rule: Rule::Action(Action::RunMeeting) },
    FormRoute { path: "/do/end-meeting", fields: &["meeting"], rule: Rule::Action(Action::RunMeeting) },
    FormRoute { path: "/do/arrive", fields: ARRIVE, rule: Rule::Action(Action::RunMeeting) },
    FormRoute {
        path: "/do/note-room",
        fields: &["meeting", "kind", "subject", "happened_at"],
        rule: Rule::Action(Action::RunMeeting),
    },
    FormRoute {
        path: "/do/propose-wording",
        fields: &["meeting", "item", "text_en", "text_he", "text_ar"],
        rule: Rule::Action(Action::RunMeeting),
    },
    FormRoute { path: "/do/agree-wording", fields: &["meeting", "hash"], rule: Rule::Action(Action::AgreeJointly) },
    FormRoute { path: "/do/take-back-wording", fields: &["meeting", "hash"], rule: Rule::Action(Action::AgreeJointly) },
    FormRoute { path: "/do/note-position", fields: NOTE_POSITION, rule: Rule::Action(Action::RunMeeting) },
    FormRoute { path: "/do/drop-position", fields: &["meeting", "spoken"], rule: Rule::Action(Action::RunMeeting) },
    FormRoute { path: "/do/add-action", fields: ADD_ACTION, rule: Rule::Action(Action::RunMeeting) },
    FormRoute {
        path: "/do/end-action",
        fields: &["action", "outcome", "note", "note_language"],
        rule: Rule::Action(Action::ReadJoint),
    },
    FormRoute { path: "/do/circulate-minutes", fields: &["meeting"], rule: Rule::Action(Action::RunMeeting) },
    FormRoute {
        path: "/do/correct-minutes",
        fields: &["meeting", "item", "text", "note_language", "draft"],
        rule: Rule::Action(Action::ReadJoint),
    },
    FormRoute {
        path: "/do/answer-correction",
        fields: &["meeting", "correction", "outcome"],
        rule: Rule::Action(Action::RunMeeting),
    },
    FormRoute { path: "/do/agree-minutes", fields: &["meeting", "hash"], rule: Rule::Action(Action::AgreeJointly) },
    FormRoute { path: "/do/release-minutes", fields: &["meeting", "hash"], rule: Rule::Action(Action::Conclude) },
    FormRoute {
        path: "/do/file-statement",
        fields: &["meeting", "about", "text", "note_language", "step", "draft"],
        rule: Rule::Action(Action::FileStatement),
    },
    FormRoute { path: "/do/offer-screen", fields: &["meeting"], rule: Rule::Action(Action::RunMeeting) },
    FormRoute { path: "/do/cut-screen", fields: &["meeting", "screen"], rule: Rule::Action(Action::RunMeeting) },
    FormRoute { path: "/do/pair-screen", fields: &["screen_code"], rule: Rule::Everyone },
    FormRoute {
        path: "/do/raise-matter",
        fields: &["subject", "hash", "title", "text", "wish", "note_language", "scope", "step", "draft"],
        rule: Rule::Action(Action::RaiseMatter),
    },
    FormRoute {
        path: "/do/reply-matter",
        fields: &["matter", "text", "note_language", "draft"],
        rule: Rule::Action(Action::RaiseMatter),
    },
    FormRoute {
        path: "/do/hand-over-matter",
        fields: &["matter", "note", "note_language"],
        rule: Rule::Action(Action::HandOverMatter),
    },
    FormRoute {
        path: "/do/propose-resolution",
        fields: &["matter", "base", "note", "note_language"],
        rule: Rule::Action(Action::AgreeJointly),
    },
    FormRoute { path: "/do/agree-resolution", fields: &["matter", "hash"], rule: Rule::Action(Action::AgreeJointly) },
    FormRoute {
        path: "/do/withdraw-matter",
        fields: &["matter", "reason", "note_language"],
        rule: Rule::Action(Action::RaiseMatter),
    },
    FormRoute { path: "/do/send-note", fields: SEND_NOTE, rule: Rule::Action(Action::SendNote) },
    FormRoute {
        path: "/do/acknowledge-note",
        fields: &["note", "office", "note_language"],
        rule: Rule::Action(Action::SendNote),
    },
    FormRoute { path: "/do/theme", fields: &["theme"], rule: Rule::SignedIn },
    FormRoute { path: "/do/digits", fields: &["digits"], rule: Rule::SignedIn },
    FormRoute {
        path: "/do/password",
        fields: &["password", "code", "passkey", "challenge", "new_password"],
        rule: Rule::SignedIn,
    },
    FormRoute {
        path: "/do/authenticator",
        fields: &["password", "code", "passkey", "challenge", "secret", "new_code"],
        rule: Rule::SignedIn,
    },
    FormRoute { path: "/do/remove-authenticator", fields: AGAIN, rule: Rule::SignedIn },
    FormRoute { path: "/do/recovery-codes", fields: AGAIN, rule: Rule::SignedIn },
    FormRoute { path: "/do/passkey", fields: &["name", "password", "code", "new_challenge", "new_key"], rule: Rule::SignedIn },
    FormRoute { path: "/do/remove-passkey", fields: &["key", "password", "code", "passkey", "challenge"], rule: Rule::SignedIn },
    FormRoute { path: "/do/invite", fields: INVITE, rule: Rule::Action(Action::ManagePeople) },
    FormRoute {
        path: "/do/second-nomination",
        fields: &["nomination", "password", "code", "passkey", "challenge"],
        rule: Rule::Action(Action::ManagePeople),
    },
    FormRoute { path: "/do/drop-nomination", fields: &["nomination"], rule: Rule::Action(Action::ManagePeople) },
    FormRoute { path: "/do/grant-role", fields: GRANT, rule: Rule::Action(Action::ManagePeople) },
    FormRoute {
        path: "/do/end-role",
        fields: &["person", "role", "password", "code", "passkey", "challenge"],
        rule: Rule::Action(Action::ManagePeople),
    },
    FormRoute {
        path: "/do/offer-profile",
        fields: &["person", "profile", "password", "code", "passkey", "challenge"],
        rule: Rule::Action(Action::ManagePeople),
    },
    FormRoute { path: "/do/answer-profile", fields: &["answer"], rule: Rule::SignedIn },
    FormRoute { path: "/do/suspend", fields: PERSON, rule: Rule::Action(Action::ManagePeople) },
    FormRoute { path: "/do/reinstate", fields: PERSON, rule: Rule::Action(Action::ManagePeople) },
    FormRoute { path: "/do/new-link", fields: PERSON, rule: Rule::Action(Action::ManagePeople) },
    FormRoute {
        path: "/do/start-project",
        fields: &["group", "proposer", "source", "title"],
        rule: Rule::Action(Action::CreateDraft),
    },
    FormRoute { path: "/do/save-text", fields: TEXT, rule: Rule::Deeds(&[Command::SaveText]) },
    FormRoute { path: "/do/read-word", fields: &["project"], rule: Rule::Deeds(&[Command::ImportText]) },
    FormRoute {
        path: "/do/take-word",
        fields: &["project", "draft", "hash", "collisions", "origin"],
        rule: Rule::Deeds(&[Command::ImportText]),
    },
    FormRoute { path: AUTOSAVE, fields: &[], rule: Rule::SignedIn },
    FormRoute { path: "/do/stay", fields: &[], rule: Rule::SignedIn },
    FormRoute { path: "/do/discard-draft", fields: &["draft"], rule: Rule::SignedIn },
    FormRoute { path: "/do/scope", fields: SCOPE, rule: Rule::Deeds(&[Command::DeclareScope]) },
    FormRoute { path: "/do/attach", fields: &["project"], rule: Rule::Deeds(&[Command::AttachFile]) },
    FormRoute { path: "/do/remove-file", fields: &["project", "file"], rule: Rule::Deeds(&[Command::RemoveFile]) },
    FormRoute { path: "/do/table", fields: &["project"], rule: Rule::Deeds(&[Command::TableProject]) },
    FormRoute { path: "/do/next-version", fields: REASON, rule: Rule::Deeds(&[Command::FreezeVersion]) },
    FormRoute { path: "/do/take-up", fields: &["project"], rule: Rule::Deeds(&[Command::TakeUp]) },
    FormRoute { path: "/do/send-back", fields: REASON, rule: Rule::Deeds(&[Command::SendBack]) },
    FormRoute { path: "/do/return-to-discussion", fields: REASON, rule: Rule::Deeds(&[Command::ReturnToDiscussion]) },
    FormRoute { path: "/do/reopen", fields: REASON, rule: Rule::Deeds(&[Command::ReopenProject]) },
    FormRoute { path: "/do/withdraw-project", fields: REASON, rule: Rule::Deeds(&[Command::WithdrawProject]) },
    FormRoute {
        path: "/do/mark-text",
        fields: &["project", "language", "degree", "hash"],
        rule: Rule::Deeds(&[Command::MarkReviewed, Command::AgreeTranslation]),
    },
    FormRoute { path: "/do/open-ballot", fields: &["project", "hash"], rule: Rule::Deeds(&[Command::ConsentBallot]) },
    FormRoute {
        path: "/do/recall-ballot",
        fields: &["project", "ballot", "reason", "note_language"],
        rule: Rule::Deeds(&[Command::RecallBallot]),
    },
    FormRoute { path: "/do/position", fields: POSITION, rule: Rule::Deeds(&[Command::RecordPosition]) },
    FormRoute {
        path: "/do/withdraw-approval",
        fields: &["project", "position", "reason", "note_language"],
        rule: Rule::Deeds(&[Command::WithdrawApproval]),
    },
    FormRoute {
        path: "/do/answer-point",
        fields: &["project", "point", "note", "note_language"],
        rule: Rule::Deeds(&[Command::AnswerPoint]),
    },
    FormRoute {
        path: "/do/close-point",
        fields: &["project", "point", "note", "note_language"],
        rule: Rule::Deeds(&[Command::ClosePoint]),
    },
    FormRoute { path: "/do/accept-condition", fields: &["project", "condition"], rule: Rule::Deeds(&[Command::AcceptCondition]) },
    FormRoute {
        path: "/do/verify-condition",
        fields: &["project", "condition", "note", "note_language"],
        rule: Rule::Deeds(&[Command::VerifyCondition]),
    },
    FormRoute {
        path: "/do/prepare-dossier",
        fields: &["project", "dossier", "note", "note_language", "draft"],
        rule: Rule::Deeds(&[Command::PrepareDossier]),
    },
    FormRoute {
        path: "/do/extend-review",
        fields: &["project", "number", "reason", "note_language"],
        rule: Rule::Deeds(&[Command::ExtendReview]),
    },
    FormRoute { path: "/do/sign-off", fields: SIGN_OFF, rule: Rule::Deeds(&[Command::SignOff]) },
    FormRoute {
        path: "/do/revoke-sign-off",
        fields: &["project", "reason", "note_language", "password", "code", "passkey", "challenge"],
        rule: Rule::Deeds(&[Command::RevokeSignOff]),
    },
    FormRoute { path: "/do/start-work", fields: &["project", "hash"], rule: Rule::Deeds(&[Command::ConsentStart]) },
    FormRoute { path: "/do/complete-work", fields: &["project", "hash"], rule: Rule::Deeds(&[Command::ConsentCompletion]) },
    FormRoute {
        path: "/do/close-project",
        fields: &["project", "hash", "note", "note_language"],
        rule: Rule::Deeds(&[Command::ConsentClosing]),
    },
    FormRoute {
        path: "/do/take-back-consent",
        fields: &["project", "subject", "consent"],
        rule: Rule::Deeds(&[Command::TakeBackConsent]),
    },
    FormRoute { path: "/do/stop-work", fields: REASON, rule: Rule::Deeds(&[Command::StopWork]) },
    FormRoute { path: "/do/lift-stop-work", fields: REASON, rule: Rule::Deeds(&[Command::LiftStopWork]) },
    FormRoute { path: "/do/write-summary", fields: SUMMARY, rule: Rule::Deeds(&[Command::WriteSummary]) },
    FormRoute { path: "/do/consent-summary", fields: &["project", "hash"], rule: Rule::Deeds(&[Command::ConsentSummary]) },
    FormRoute { path: "/do/retract-summary", fields: REASON, rule: Rule::Deeds(&[Command::RetractSummary]) },
    FormRoute { path: "/do/propose-amendment", fields: PROPOSE, rule: Rule::Deeds(&[Command::ProposeAmendment]) },
    FormRoute { path: "/do/accept-amendment", fields: &["project", "amendment"], rule: Rule::Deeds(&[Command::AcceptAmendment]) },
    FormRoute {
        path: "/do/decline-amendment",
        fields: &["project", "amendment", "note", "note_language"],
        rule: Rule::Deeds(&[Command::EndAmendment]),
    },
    FormRoute { path: "/do/withdraw-amendment", fields: &["project", "amendment"], rule: Rule::Deeds(&[Command::EndAmendment]) },
    FormRoute {
        path: "/do/declare-link",
        fields: &["project", "other", "kind", "reason", "note_language"],
        rule: Rule::Deeds(&[Command::DeclareLink]),
    },
    FormRoute { path: "/do/take-back-link", fields: &["project", "link"], rule: Rule::Deeds(&[Command::TakeBackLink]) },
    FormRoute { path: "/do/open-thread", fields: OPEN_THREAD, rule: Rule::Audience },
    FormRoute { path: "/do/post-message", fields: MESSAGE, rule: Rule::Audience },
    FormRoute { path: "/do/edit-message", fields: &["project", "thread", "message", "base", "text"], rule: Rule::Audience },
    FormRoute { path: "/do/attach-to-message", fields: &["project", "thread", "message"], rule: Rule::Audience },
    FormRoute { path: "/do/settle-thread", fields: &["project", "thread", "state"], rule: Rule::Audience },
    FormRoute { path: "/do/seen-version", fields: &["project", "mark"], rule: Rule::Audience },
    FormRoute { path: "/do/seen-thread", fields: &["project", "thread", "mark"], rule: Rule::Audience },
    FormRoute { path: "/do/take-back-message", fields: &["project", "thread", "message"], rule: Rule::Audience },
];

/// What is open to somebody who needs a second factor and has none yet: its set-up, and what every page has.
#[must_use]
pub fn is_open_to_limited(path: &str) -> bool {
    ["/desk/account/security", "/do/authenticator", "/do/passkey", "/do/sign-out", LANGUAGE, "/do/stay"].contains(&path)
}

/// The form that posts to this address.
#[must_use]
pub fn form(path: &str) -> Option<&'static FormRoute> {
    FORMS.iter().find(|form| form.path == path)
}

/// A value as it stands in an address.
#[must_use]
pub fn encode(value: &str) -> String {
    value.bytes().fold(String::with_capacity(value.len()), |mut made, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => made.push(char::from(byte)),
            _ => made.push_str(&format!("%{byte:02X}")),
        }
        made
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_stands_here_twice() {
        let mut paths: Vec<_> = PAGES.iter().map(|page| page.path).chain(FORMS.iter().map(|form| form.path)).collect();
        let count = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), count);
    }

    #[test]
    fn every_server_function_stands_in_the_table_and_no_other() {
        let mut known: Vec<String> = FORMS.iter().map(|form| form.path.to_owned()).collect();
        let mut registered: Vec<String> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
        known.sort();
        registered.sort();
        assert_eq!(known, registered);
    }

    #[test]
    fn a_value_is_safe_in_an_address() {
        assert_eq!(encode("a b&c=ד"), "a%20b%26c%3D%D7%93");
    }
}
