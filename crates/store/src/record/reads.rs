//! The columns of each kind of record, for reading it back when the ledger is verified.

/// How each kind of record is read back: the entry first, then the record's own columns.
pub(crate) const READS: &[(&str, &str)] = &[
    ("role_grant", "select entry_id, id, person_id, party, role, group_id from roles"),
    ("mandate", "select entry_id, id, person_id, party, group_id, power, starts_at, ends_at from mandates"),
    ("letter", "select entry_id, mandate_id, file_id, party, name, media_type, size, digest from letters"),
    ("profile_set", "select entry_id, id, person_id, number, profile, offered_by from profiles"),
    ("creation", "select created_entry_id, id, group_id, sector, proposed_by, source, person_id from projects"),
    (
        "step",
        "select entry_id, id, project_id, from_stage, to_stage, code, authorisation_id, audience, person_id, lang, reason \
      from project_steps",
    ),
    (
        "edit",
        "select entry_id, id, project_id, section, lang, number, text, text_hash, source_hash, person_id, origin from edits",
    ),
    (
        "scope",
        "select entry_id, id, project_id, purpose, no_military_party, no_collection, no_military_site, dual_use, \
      person_id from scopes",
    ),
    ("attachment", "select entry_id, id, project_id, name, media_type, size, digest, person_id from attachments"),
    ("removal", "select entry_id, attachment_id, project_id, person_id from removals"),
    (
        "version",
        "select entry_id, id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, lang, \
      reason, person_id from versions",
    ),
    ("mark", "select entry_id, id, project_id, section, lang, text_hash, source_hash, party, degree, person_id from marks"),
    (
        "amendment",
        "select entry_id, id, project_id, version_id, section, text_en, text_he, text_ar, base_en, base_he, base_ar, lang, reason, \
      hash, party, person_id from amendments",
    ),
    ("amendment_end", "select entry_id, amendment_id, project_id, outcome, party, person_id, lang, reason from amendment_ends"),
    ("link", "select entry_id, id, project_id, other_id, kind, lang, reason, party, person_id from project_links"),
    ("link_end", "select entry_id, link_id, project_id, party, person_id from project_link_ends"),
    ("consent", "select entry_id, id, project_id, subject, subject_id, subject_hash, party, person_id from consents"),
    (
        "affirmation",
        "select entry_id, id, project_id, version_id, content_hash, party, person_id, position_id, sign_off_id from affirmations",
    ),
    ("closing_note", "select entry_id, consent_id, project_id, party, person_id, lang, note from closing_notes"),
    ("consent_end", "select entry_id, consent_id, project_id, party, person_id from consent_ends"),
    ("opening", "select entry_id, id, project_id, number, version_id, content_hash, level from ballots"),
    (
        "position",
        "select entry_id, id, ballot_id, project_id, version_id, content_hash, level, party, number, mandate_id, \
      person_id, verdict, lang, statement from positions",
    ),
    (
        "withdrawal",
        "select entry_id, position_id, project_id, party, level, mandate_id, person_id, lang, reason from withdrawals",
    ),
    (
        "point",
        "select entry_id, id, project_id, version_id, content_hash, party, person_id, number, position_id, sign_off_id, \
      section, class, lang, text, resolve, link_id from points",
    ),
    ("answer", "select entry_id, id, point_id, project_id, party, person_id, lang, text from answers"),
    ("point_end", "select entry_id, point_id, project_id, party, person_id, lang, note from point_ends"),
    (
        "condition",
        "select entry_id, id, project_id, version_id, content_hash, position_id, sign_off_id, party, person_id, number, \
      lang, text, owner, due, evidence from conditions",
    ),
    ("verification", "select entry_id, id, condition_id, project_id, party, person_id, lang, note from verifications"),
    ("preparation", "select entry_id, id, project_id, ballot_id, dossier_hash, person_id, lang, note from preparations"),
    (
        "extension",
        "select entry_id, id, project_id, ballot_id, number, party, power, mandate_id, person_id, lang, reason from review_extensions",
    ),
    (
        "sign_off",
        "select entry_id, id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, decision, \
      valid_until, party, power, mandate_id, person_id, preparer_id, lang, note from sign_offs",
    ),
    (
        "authorisation",
        "select entry_id, id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, il_position, il, \
      sy_position, sy, sign_off_id from authorisations",
    ),
    (
        "revocation",
        "select entry_id, sign_off_id, project_id, party, power, mandate_id, person_id, lang, reason from revocations",
    ),
    ("stop_work", "select entry_id, id, project_id, party, person_id, lang, reason from stop_works"),
    ("stop_work_end", "select entry_id, stop_work_id, project_id, party, person_id, lang, note from stop_work_ends"),
    ("summary", "select entry_id, id, project_id, number, content, hash, person_id from summaries"),
    ("release", "select entry_id, summary_id, project_id from releases"),
    ("retraction", "select entry_id, summary_id, project_id, person_id, lang, reason from retractions"),
    ("thread_start", "select entry_id, id, project_id, audience, lang, title, person_id from threads"),
    ("anchor", "select entry_id, thread_id, project_id, audience, version_id, section, lang, paragraph, text_hash from anchors"),
    ("settling", "select entry_id, id, thread_id, project_id, audience, number, person_id from settlings"),
    ("message_start", "select entry_id, id, thread_id, project_id, audience, person_id, party from messages"),
    ("wording", "select entry_id, id, message_id, project_id, audience, number, lang, text from wordings"),
    ("reply", "select entry_id, message_id, to_id, project_id, audience from replies"),
    ("mention", "select entry_id, message_id, person_id, project_id, audience from mentions"),
    (
        "message_file",
        "select entry_id, id, message_id, project_id, audience, name, media_type, size, digest, person_id from message_files",
    ),
    ("message_end", "select entry_id, message_id, project_id, audience from message_ends"),
    ("term", "select entry_id, id, group_id, term_en, term_he, term_ar, hash, party, person_id from terms"),
    ("term_consent", "select entry_id, term_id, hash, party, person_id from term_consents"),
    ("term_end", "select entry_id, term_id, party, person_id from term_ends"),
    ("meeting_start", "select entry_id, id, group_id, number, party, person_id from meetings"),
    ("plan", "select entry_id, meeting_id, revision, starts_at, ends_at, lang, place, link, person_id from meeting_plans"),
    ("meeting_step", "select entry_id, meeting_id, number, from_stage, to_stage, person_id, lang, reason from meeting_steps"),
    ("agenda", "select entry_id, meeting_id, revision, content, hash, party, person_id from agendas"),
    ("meeting_consent", "select entry_id, id, meeting_id, subject, subject_hash, party, person_id from meeting_consents"),
    ("meeting_consent_end", "select entry_id, consent_id, meeting_id, party, person_id from meeting_consent_ends"),
    ("attendee", "select entry_id, id, meeting_id, party, seat, person_id, lang, name from attendees"),
    ("moment", "select entry_id, id, meeting_id, number, kind, item_id, attendee_id, happened_at, person_id from moments"),
    (
        "decision",
        "select entry_id, id, meeting_id, item_id, number, text_en, text_he, text_ar, version_id, content_hash, hash, party, person_id from decisions",
    ),
    (
        "spoken_position",
        "select entry_id, id, meeting_id, item_id, project_id, ballot_id, version_id, content_hash, party, verdict, lang, words, person_id from spoken_positions",
    ),
    ("spoken_position_end", "select entry_id, spoken_position_id, meeting_id, person_id from spoken_position_ends"),
    (
        "action_item",
        "select entry_id, id, meeting_id, item_id, group_id, party, lang, office, text, due_on, person_id from action_items",
    ),
    ("action_end", "select entry_id, action_item_id, outcome, party, person_id, lang, note from action_item_ends"),
    ("minutes", "select entry_id, meeting_id, revision, content, hash, person_id from minutes"),
    ("correction", "select entry_id, id, meeting_id, item_id, lang, text, party, person_id from corrections"),
    ("correction_answer", "select entry_id, correction_id, meeting_id, outcome, person_id from correction_answers"),
    ("statement", "select entry_id, id, meeting_id, about_hash, party, lang, text, person_id from statements"),
    (
        "matter_start",
        "select entry_id, id, group_id, number, project_id, version_id, content_hash, meeting_id, lang, title, text, wish, civilian, \
      party, person_id from matters",
    ),
    ("matter_reply", "select entry_id, id, matter_id, lang, text, party, person_id from matter_replies"),
    ("hand_over", "select entry_id, matter_id, from_level, to_level, lang, note, party, person_id from matter_hand_overs"),
    ("resolution", "select entry_id, id, matter_id, number, lang, text, hash, party, person_id from resolutions"),
    ("matter_consent", "select entry_id, resolution_id, matter_id, hash, party, person_id from matter_consents"),
    ("matter_end", "select entry_id, matter_id, outcome, lang, reason, party, person_id from matter_ends"),
    (
        "formal_note",
        "select entry_id, id, group_id, audience, party, year, number, addressee, lang, title, text, reply_to_id, due_on, person_id \
      from formal_notes",
    ),
    ("acknowledgement", "select entry_id, note_id, audience, party, person_id, lang, office from acknowledgements"),
    ("mandate_end", "select entry_id, mandate_id from mandate_ends"),
    ("role_end", "select entry_id, role_id, person_id from role_ends"),
    ("suspension", "select entry_id, id, person_id from suspensions"),
    ("suspension_end", "select entry_id, suspension_id, person_id from suspension_ends"),
    ("security_event", "select entry_id, id, person_id, network, times from security_events"),
    ("closing", "select closing_entry_id, id as ballot_id, project_id, outcome from ballots where outcome is not null"),
];
