//! The fields of the longer forms, beside the hidden ones of every form.

pub(super) const AGAIN: &[&str] = &["password", "code", "passkey", "challenge"];
pub(super) const PERSON: &[&str] = &["person", "password", "code", "passkey", "challenge"];
pub(super) const GRANT: &[&str] = &["person", "role", "group", "until", "password", "code", "passkey", "challenge"];
pub(super) const INVITE: &[&str] = &[
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
pub(super) const SET_UP: &[&str] = &[
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
pub(super) const REASON: &[&str] = &["project", "reason", "note_language"];

pub(super) const TEXT: &[&str] = &[
    "project",
    "section",
    "draft",
    "languages",
    "text_en",
    "text_he",
    "text_ar",
    "base_en",
    "base_he",
    "base_ar",
    "was_en",
    "was_he",
    "was_ar",
    "still_right_en",
    "still_right_he",
    "still_right_ar",
    "machine_en",
    "machine_he",
    "machine_ar",
];
pub(super) const SCOPE: &[&str] = &["project", "purpose", "no_military_party", "no_collection", "no_military_site", "dual_use"];
pub(super) const POSITION: &[&str] = &[
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
    "point_link",
    "point_text",
    "point_resolve",
    "condition_text",
    "condition_owner",
    "condition_due",
    "condition_evidence",
];
pub(super) const SIGN_OFF: &[&str] = &[
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
    "point_link",
    "point_text",
    "point_resolve",
    "condition_text",
    "condition_owner",
    "condition_due",
    "condition_evidence",
];
pub(super) const SUMMARY: &[&str] = &[
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
pub(super) const MESSAGE: &[&str] =
    &["project", "thread", "answers", "text", "note_language", "mention_1", "mention_2", "mention_3", "draft"];
pub(super) const OPEN_THREAD: &[&str] = &[
    "project",
    "audience",
    "version",
    "section",
    "language",
    "paragraph",
    "title",
    "text",
    "note_language",
    "mention_1",
    "mention_2",
    "mention_3",
    "draft",
];
pub(super) const SEND_NOTE: &[&str] =
    &["audience", "group", "reply", "addressee", "title", "text", "note_language", "due_on", "step", "draft"];
pub(super) const PROPOSE: &[&str] = &[
    "project",
    "section",
    "draft",
    "text_en",
    "text_he",
    "text_ar",
    "base_en",
    "base_he",
    "base_ar",
    "was_en",
    "was_he",
    "was_ar",
    "reason",
    "note_language",
];
pub(super) const PLAN_MEETING: &[&str] = &["group", "date", "time", "minutes", "place", "link", "note_language"];
pub(super) const CHANGE_MEETING: &[&str] = &["meeting", "date", "time", "minutes", "place", "link", "note_language"];
pub(super) const WRITE_AGENDA: &[&str] =
    &["meeting", "base", "edit", "item", "title", "minutes", "project", "matter", "carried", "rapporteur", "note_language"];
pub(super) const ARRIVE: &[&str] = &["meeting", "guest", "person", "party", "name", "note_language"];
pub(super) const NOTE_POSITION: &[&str] =
    &["meeting", "item", "verdict_il", "words_il", "lang_il", "verdict_sy", "words_sy", "lang_sy"];
pub(super) const ADD_ACTION: &[&str] = &["meeting", "item", "party", "office", "text", "due_on", "note_language"];
