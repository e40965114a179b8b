//! The sitemap: every page with its class, and every address that a form posts to with the fields it may bring. The server
//! registers what stands here and nothing else; what is missing here does not exist.

use std::future::Future;
use std::pin::Pin;

use crate::frame::{Class, Page};
use crate::pages::{
    account, ballot, conditions, desk, discussion, draft, edit, events, groups, history, implementation, invitation, people,
    permissions, points, project, projects, public, reset, security, sessions, set_up, sign_in, sign_off, start, summary, texts,
    versions,
};
use crate::request::{Ask, Stop};

/// A page that is being made.
pub type Making = Pin<Box<dyn Future<Output = Result<Page, Stop>> + Send>>;

/// A page: its address, who may open it, and how it is made from the parts of the address.
pub struct PageRoute {
    /// The address, with `{}` for its parts.
    pub path: &'static str,
    /// Who may open it, and its headers.
    pub class: Class,
    /// How it is made.
    pub make: fn(Ask, Vec<String>) -> Making,
}

/// Where the language of the desk is chosen, with what is typed meanwhile.
pub const LANGUAGE: &str = "/do/language";
/// Where a form is kept while it is typed.
pub const AUTOSAVE: &str = "/do/autosave";

/// An address that a form posts to.
pub struct FormRoute {
    /// The address.
    pub path: &'static str,
    /// The fields it may bring beside the hidden ones of every form.
    pub fields: &'static [&'static str],
    /// May somebody post here who is not signed in?
    pub open: bool,
}

impl FormRoute {
    /// Does it take whatever form of the page is being filled in?
    fn takes_any(&self) -> bool {
        [AUTOSAVE, LANGUAGE].contains(&self.path)
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
        self.path == "/do/attach"
    }
}

macro_rules! pages {
    ($($(#[$when:meta])? $class:ident $path:literal => $make:path $(, $part:literal)*;)+) => {
        /// Every page.
        pub const PAGES: &[PageRoute] = &[$($(#[$when])? PageRoute {
            path: $path,
            class: Class::$class,
            make: |ask, parts| {
                let _ = &parts;
                Box::pin($make(ask $(, parts.get($part).cloned().unwrap_or_default())*))
            },
        }),+];
    };
}

pages! {
    Public "/{lang}" => public::home::page;
    Public "/{lang}/projects" => public::projects::page;
    Public "/{lang}/projects/{code}" => public::project::page, 1;
    Public "/{lang}/how-approval-works" => public::how::page;
    Public "/{lang}/accessibility" => public::how::accessibility;
    #[cfg(debug_assertions)]
    Public "/{lang}/design" => crate::pages::design::page;
    Member "/setup" => set_up::page;
    Member "/{lang}/sign-in" => sign_in::page;
    Member "/{lang}/invitation" => invitation::page;
    Member "/{lang}/reset" => reset::page;
    Member "/desk" => desk::page;
    Member "/desk/account" => account::page;
    Member "/desk/account/security" => security::page;
    Member "/desk/account/sessions" => sessions::page;
    Member "/desk/drafts" => draft::page;
    Member "/desk/admin/events" => events::page;
    Member "/desk/admin/people" => people::page;
    Member "/desk/admin/people/new" => people::invite::page;
    Member "/desk/admin/people/{id}" => people::person::page, 0;
    Member "/desk/admin/permissions" => permissions::page;
    Member "/desk/projects" => projects::page;
    Member "/desk/projects/new" => start::page;
    Member "/desk/groups" => groups::index;
    Member "/desk/groups/{slug}" => groups::page, 0;
    Member "/desk/projects/{code}" => project::page, 0;
    Member "/desk/projects/{code}/edit" => edit::page, 0;
    Member "/desk/projects/{code}/edit/{section}" => edit::section, 0, 1;
    Member "/desk/projects/{code}/text" => texts::page, 0;
    Member "/desk/projects/{code}/versions" => versions::page, 0;
    Member "/desk/projects/{code}/compare" => versions::compare, 0;
    Member "/desk/projects/{code}/discussion" => discussion::page, 0;
    Member "/desk/projects/{code}/discussion/{id}" => discussion::thread, 0, 1;
    Member "/desk/projects/{code}/discussion/new/{audience}" => discussion::new, 0, 1;
    Member "/desk/projects/{code}/ballot" => ballot::page, 0;
    Member "/desk/projects/{code}/points" => points::page, 0;
    Member "/desk/projects/{code}/conditions" => conditions::page, 0;
    Member "/desk/projects/{code}/sign-off" => sign_off::page, 0;
    Member "/desk/projects/{code}/implementation" => implementation::page, 0;
    Member "/desk/projects/{code}/summary" => summary::page, 0;
    Member "/desk/projects/{code}/history" => history::page, 0;
}

const AGAIN: &[&str] = &["password", "code", "passkey", "challenge"];
const PERSON: &[&str] = &["person", "password", "code", "passkey", "challenge"];
const GRANT: &[&str] = &["person", "role", "group", "until", "password", "code", "passkey", "challenge"];
const INVITE: &[&str] = &[
    "name",
    "email",
    "office_en",
    "office_he",
    "office_ar",
    "role",
    "group",
    "until",
    "password",
    "code",
    "passkey",
    "challenge",
];
const SET_UP: &[&str] = &[
    "key",
    "name_en",
    "name_he",
    "name_ar",
    "il_name",
    "il_email",
    "sy_name",
    "sy_email",
    "us_name",
    "us_email",
    "us_second_name",
    "us_second_email",
    "none_name",
    "none_email",
];
const REASON: &[&str] = &["project", "reason", "note_language"];

/// Every address that a form posts to.
pub const FORMS: &[FormRoute] = &[
    FormRoute { path: "/do/sign-in", fields: &["email", "password", "next", "kept"], open: true },
    FormRoute { path: "/do/second-factor", fields: &["half", "next", "kept", "code"], open: true },
    FormRoute { path: "/do/passkey-sign-in", fields: &["next", "kept", "challenge", "passkey"], open: true },
    FormRoute { path: "/do/ask-reset", fields: &["email"], open: true },
    FormRoute { path: "/do/set-up", fields: SET_UP, open: true },
    FormRoute { path: "/do/invitation", fields: &["key", "new_password"], open: true },
    FormRoute { path: "/do/sign-out", fields: &[], open: false },
    FormRoute { path: LANGUAGE, fields: &["lang"], open: false },
    FormRoute { path: "/do/end-session", fields: &["session"], open: false },
    FormRoute { path: "/do/end-other-sessions", fields: &[], open: false },
    FormRoute { path: "/do/theme", fields: &["theme"], open: false },
    FormRoute { path: "/do/digits", fields: &["digits"], open: false },
    FormRoute { path: "/do/password", fields: &["password", "code", "passkey", "challenge", "new_password"], open: false },
    FormRoute {
        path: "/do/authenticator",
        fields: &["password", "code", "passkey", "challenge", "secret", "new_code"],
        open: false,
    },
    FormRoute { path: "/do/remove-authenticator", fields: AGAIN, open: false },
    FormRoute { path: "/do/recovery-codes", fields: AGAIN, open: false },
    FormRoute { path: "/do/passkey", fields: &["name", "password", "code", "new_challenge", "new_key"], open: false },
    FormRoute { path: "/do/remove-passkey", fields: &["key", "password", "code", "passkey", "challenge"], open: false },
    FormRoute { path: "/do/invite", fields: INVITE, open: false },
    FormRoute { path: "/do/second-nomination", fields: &["nomination", "password", "code", "passkey", "challenge"], open: false },
    FormRoute { path: "/do/drop-nomination", fields: &["nomination"], open: false },
    FormRoute { path: "/do/grant-role", fields: GRANT, open: false },
    FormRoute { path: "/do/end-role", fields: &["person", "role", "password", "code", "passkey", "challenge"], open: false },
    FormRoute { path: "/do/suspend", fields: PERSON, open: false },
    FormRoute { path: "/do/reinstate", fields: PERSON, open: false },
    FormRoute { path: "/do/new-link", fields: PERSON, open: false },
    FormRoute { path: "/do/start-project", fields: &["group", "proposer", "source", "title"], open: false },
    FormRoute { path: "/do/save-text", fields: TEXT, open: false },
    FormRoute { path: AUTOSAVE, fields: &[], open: false },
    FormRoute { path: "/do/stay", fields: &[], open: false },
    FormRoute { path: "/do/discard-draft", fields: &["draft"], open: false },
    FormRoute { path: "/do/scope", fields: SCOPE, open: false },
    FormRoute { path: "/do/attach", fields: &["project"], open: false },
    FormRoute { path: "/do/remove-file", fields: &["project", "file"], open: false },
    FormRoute { path: "/do/table", fields: &["project"], open: false },
    FormRoute { path: "/do/next-version", fields: REASON, open: false },
    FormRoute { path: "/do/take-up", fields: &["project"], open: false },
    FormRoute { path: "/do/send-back", fields: REASON, open: false },
    FormRoute { path: "/do/return-to-discussion", fields: REASON, open: false },
    FormRoute { path: "/do/reopen", fields: REASON, open: false },
    FormRoute { path: "/do/withdraw-project", fields: REASON, open: false },
    FormRoute { path: "/do/mark-text", fields: &["project", "language", "degree", "hash"], open: false },
    FormRoute { path: "/do/open-ballot", fields: &["project", "hash"], open: false },
    FormRoute { path: "/do/recall-ballot", fields: &["project", "ballot", "reason", "note_language"], open: false },
    FormRoute { path: "/do/position", fields: POSITION, open: false },
    FormRoute { path: "/do/withdraw-approval", fields: &["project", "position", "reason", "note_language"], open: false },
    FormRoute { path: "/do/answer-point", fields: &["project", "point", "note", "note_language"], open: false },
    FormRoute { path: "/do/close-point", fields: &["project", "point", "note", "note_language"], open: false },
    FormRoute { path: "/do/accept-condition", fields: &["project", "condition"], open: false },
    FormRoute { path: "/do/verify-condition", fields: &["project", "condition", "note", "note_language"], open: false },
    FormRoute { path: "/do/prepare-dossier", fields: &["project", "dossier", "note", "note_language", "draft"], open: false },
    FormRoute { path: "/do/sign-off", fields: SIGN_OFF, open: false },
    FormRoute {
        path: "/do/revoke-sign-off",
        fields: &["project", "reason", "note_language", "password", "code", "passkey", "challenge"],
        open: false,
    },
    FormRoute { path: "/do/start-work", fields: &["project", "hash"], open: false },
    FormRoute { path: "/do/complete-work", fields: &["project", "hash"], open: false },
    FormRoute { path: "/do/close-project", fields: &["project", "hash", "note", "note_language"], open: false },
    FormRoute { path: "/do/take-back-consent", fields: &["project", "subject", "consent"], open: false },
    FormRoute { path: "/do/stop-work", fields: REASON, open: false },
    FormRoute { path: "/do/lift-stop-work", fields: REASON, open: false },
    FormRoute { path: "/do/write-summary", fields: SUMMARY, open: false },
    FormRoute { path: "/do/consent-summary", fields: &["project", "hash"], open: false },
    FormRoute { path: "/do/retract-summary", fields: REASON, open: false },
    FormRoute {
        path: "/do/open-thread",
        fields: &["project", "audience", "title", "text", "note_language", "draft"],
        open: false,
    },
    FormRoute { path: "/do/post-message", fields: &["project", "thread", "text", "note_language", "draft"], open: false },
    FormRoute { path: "/do/edit-message", fields: &["project", "thread", "message", "base", "text"], open: false },
    FormRoute { path: "/do/take-back-message", fields: &["project", "thread", "message"], open: false },
];

const TEXT: &[&str] = &[
    "project",
    "section",
    "draft",
    "text_en",
    "text_he",
    "text_ar",
    "base_en",
    "base_he",
    "base_ar",
    "still_right_en",
    "still_right_he",
    "still_right_ar",
];
const SCOPE: &[&str] = &["project", "purpose", "no_military_party", "no_collection", "no_military_site", "dual_use"];
const POSITION: &[&str] = &[
    "project",
    "draft",
    "step",
    "ballot",
    "level",
    "hash",
    "verdict",
    "scope",
    "statement",
    "note_language",
    "point_section",
    "point_class",
    "point_text",
    "point_resolve",
    "condition_text",
    "condition_owner",
    "condition_due",
    "condition_evidence",
];
const SIGN_OFF: &[&str] = &[
    "project",
    "draft",
    "step",
    "hash",
    "dossier",
    "decision",
    "valid_until",
    "scope",
    "note",
    "note_language",
    "password",
    "code",
    "passkey",
    "challenge",
    "point_section",
    "point_class",
    "point_text",
    "point_resolve",
    "condition_text",
    "condition_owner",
    "condition_due",
    "condition_evidence",
];
const SUMMARY: &[&str] = &[
    "project",
    "draft",
    "title_en",
    "title_he",
    "title_ar",
    "text_en",
    "text_he",
    "text_ar",
    "reasons_en",
    "reasons_he",
    "reasons_ar",
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
