//! The insert of each kind of record. It binds by name: the record's member with the name of the column, then the stamp.

/// The insert of each kind of record, by its name in snake case. `closing` is the one that updates.
pub(super) const INSERTS: &[(&str, &str)] = &[
    (
        "role_grant",
        "insert into roles (id, person_id, party, role, group_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, \
      $5, $6, $7, $8)",
    ),
    (
        "mandate",
        "insert into mandates (id, person_id, party, group_id, power, starts_at, ends_at, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "letter",
        "insert into letters (mandate_id, file_id, party, name, media_type, size, digest, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "profile_set",
        "insert into profiles (id, person_id, number, profile, offered_by, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6, $7, $8)",
    ),
    (
        "creation",
        "insert into projects (id, group_id, sector, proposed_by, source, person_id, stage, created_entry_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "step",
        "insert into project_steps (id, project_id, from_stage, to_stage, code, authorisation_id, audience, person_id, \
      lang, reason, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    ),
    (
        "edit",
        "insert into edits (id, project_id, section, lang, number, text, text_hash, source_hash, person_id, origin, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    ),
    (
        "scope",
        "insert into scopes (id, project_id, purpose, no_military_party, no_collection, no_military_site, dual_use, \
      person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "amendment",
        "insert into amendments (id, project_id, version_id, section, text_en, text_he, text_ar, base_en, base_he, base_ar, lang, \
      reason, hash, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, \
      $13, $14, $15, $16, $17, $18)",
    ),
    (
        "amendment_end",
        "insert into amendment_ends (amendment_id, project_id, outcome, party, person_id, lang, reason, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "link",
        "insert into project_links (id, project_id, other_id, kind, lang, reason, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "link_end",
        "insert into project_link_ends (link_id, project_id, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6, $7)",
    ),
    (
        "attachment",
        "insert into attachments (id, project_id, name, media_type, size, digest, person_id, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "removal",
        "insert into removals (attachment_id, project_id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6)",
    ),
    (
        "version",
        "insert into versions (id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, \
      lang, reason, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
      $12, $13, $14, $15)",
    ),
    (
        "mark",
        "insert into marks (id, project_id, section, lang, text_hash, source_hash, party, degree, person_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    ),
    (
        "consent",
        "insert into consents (id, project_id, subject, subject_id, subject_hash, party, person_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "consent_end",
        "insert into consent_ends (consent_id, project_id, party, person_id, entry_id, recorded_at, ledger) values ($1, \
      $2, $3, $4, $5, $6, $7)",
    ),
    (
        "affirmation",
        "insert into affirmations (id, project_id, version_id, content_hash, party, person_id, position_id, sign_off_id, \
      entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "closing_note",
        "insert into closing_notes (consent_id, project_id, party, person_id, lang, note, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "opening",
        "insert into ballots (id, project_id, number, version_id, content_hash, level, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "position",
        "insert into positions (id, ballot_id, project_id, version_id, content_hash, level, party, number, mandate_id, \
      person_id, verdict, lang, statement, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, \
      $10, $11, $12, $13, $14, $15, $16)",
    ),
    (
        "withdrawal",
        "insert into withdrawals (position_id, project_id, party, level, mandate_id, person_id, lang, reason, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "point",
        "insert into points (id, project_id, version_id, content_hash, party, person_id, number, position_id, \
      sign_off_id, section, class, lang, text, resolve, link_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, \
      $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    ),
    (
        "answer",
        "insert into answers (id, point_id, project_id, party, person_id, lang, text, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "point_end",
        "insert into point_ends (point_id, project_id, party, person_id, lang, note, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "condition",
        "insert into conditions (id, project_id, version_id, content_hash, position_id, sign_off_id, party, person_id, \
      number, lang, text, owner, due, evidence, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, \
      $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    ),
    (
        "verification",
        "insert into verifications (id, condition_id, project_id, party, person_id, lang, note, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "preparation",
        "insert into preparations (id, project_id, ballot_id, dossier_hash, person_id, lang, note, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "extension",
        "insert into review_extensions (id, project_id, ballot_id, number, party, power, mandate_id, person_id, lang, reason, \
      entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    ),
    (
        "sign_off",
        "insert into sign_offs (id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, decision, \
      valid_until, party, power, mandate_id, person_id, preparer_id, lang, note, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    ),
    (
        "authorisation",
        "insert into authorisations (id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, \
      il_position, il, sy_position, sy, sign_off_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, \
      $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    ),
    (
        "revocation",
        "insert into revocations (sign_off_id, project_id, party, power, mandate_id, person_id, lang, reason, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "stop_work",
        "insert into stop_works (id, project_id, party, person_id, lang, reason, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "stop_work_end",
        "insert into stop_work_ends (stop_work_id, project_id, party, person_id, lang, note, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "summary",
        "insert into summaries (id, project_id, number, content, hash, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    ("release", "insert into releases (summary_id, project_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)"),
    (
        "retraction",
        "insert into retractions (summary_id, project_id, person_id, lang, reason, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8)",
    ),
    (
        "thread_start",
        "insert into threads (id, project_id, audience, lang, title, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "anchor",
        "insert into anchors (thread_id, project_id, audience, version_id, section, lang, paragraph, text_hash, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "settling",
        "insert into settlings (id, thread_id, project_id, audience, number, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "message_start",
        "insert into messages (id, thread_id, project_id, audience, person_id, party, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "wording",
        "insert into wordings (id, message_id, project_id, audience, number, lang, text, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "reply",
        "insert into replies (message_id, to_id, project_id, audience, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, \
      $5, $6, $7)",
    ),
    (
        "mention",
        "insert into mentions (message_id, person_id, project_id, audience, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6, $7)",
    ),
    (
        "message_file",
        "insert into message_files (id, message_id, project_id, audience, name, media_type, size, digest, person_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    ),
    (
        "message_end",
        "insert into message_ends (message_id, project_id, audience, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6)",
    ),
    (
        "term",
        "insert into terms (id, group_id, term_en, term_he, term_ar, hash, party, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "term_consent",
        "insert into term_consents (term_id, hash, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7)",
    ),
    (
        "term_end",
        "insert into term_ends (term_id, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6)",
    ),
    (
        "formal_note",
        "insert into formal_notes (id, group_id, audience, party, year, number, addressee, lang, title, text, reply_to_id, due_on, \
      person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    ),
    (
        "meeting_start",
        "insert into meetings (id, group_id, number, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8)",
    ),
    (
        "plan",
        "insert into meeting_plans (meeting_id, revision, starts_at, ends_at, lang, place, link, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "meeting_step",
        "insert into meeting_steps (meeting_id, number, from_stage, to_stage, person_id, lang, reason, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "agenda",
        "insert into agendas (meeting_id, revision, content, hash, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "meeting_consent",
        "insert into meeting_consents (id, meeting_id, subject, subject_hash, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "meeting_consent_end",
        "insert into meeting_consent_ends (consent_id, meeting_id, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7)",
    ),
    (
        "attendee",
        "insert into attendees (id, meeting_id, party, seat, person_id, lang, name, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "moment",
        "insert into moments (id, meeting_id, number, kind, item_id, attendee_id, happened_at, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "decision",
        "insert into decisions (id, meeting_id, item_id, number, text_en, text_he, text_ar, version_id, content_hash, hash, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    ),
    (
        "spoken_position",
        "insert into spoken_positions (id, meeting_id, item_id, project_id, ballot_id, version_id, content_hash, party, verdict, lang, words, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    ),
    (
        "spoken_position_end",
        "insert into spoken_position_ends (spoken_position_id, meeting_id, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6)",
    ),
    (
        "action_item",
        "insert into action_items (id, meeting_id, item_id, group_id, party, lang, office, text, due_on, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    ),
    (
        "action_end",
        "insert into action_item_ends (action_item_id, outcome, party, person_id, lang, note, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "minutes",
        "insert into minutes (meeting_id, revision, content, hash, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8)",
    ),
    (
        "correction",
        "insert into corrections (id, meeting_id, item_id, lang, text, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "correction_answer",
        "insert into correction_answers (correction_id, meeting_id, outcome, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7)",
    ),
    (
        "statement",
        "insert into statements (id, meeting_id, about_hash, party, lang, text, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "acknowledgement",
        "insert into acknowledgements (note_id, audience, party, person_id, lang, office, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "matter_start",
        "insert into matters (id, group_id, number, project_id, version_id, content_hash, meeting_id, lang, title, text, wish, \
      civilian, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
      $14, $15, $16, $17)",
    ),
    (
        "matter_reply",
        "insert into matter_replies (id, matter_id, lang, text, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, \
      $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "hand_over",
        "insert into matter_hand_overs (matter_id, from_level, to_level, lang, note, party, person_id, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "resolution",
        "insert into resolutions (id, matter_id, number, lang, text, hash, party, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "matter_consent",
        "insert into matter_consents (resolution_id, matter_id, hash, party, person_id, entry_id, recorded_at, ledger) values ($1, \
      $2, $3, $4, $5, $6, $7, $8)",
    ),
    (
        "matter_end",
        "insert into matter_ends (matter_id, outcome, lang, reason, party, person_id, entry_id, recorded_at, ledger) values ($1, $2, \
      $3, $4, $5, $6, $7, $8, $9)",
    ),
    ("mandate_end", "insert into mandate_ends (mandate_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4)"),
    ("role_end", "insert into role_ends (role_id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)"),
    ("suspension", "insert into suspensions (id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)"),
    (
        "suspension_end",
        "insert into suspension_ends (suspension_id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)",
    ),
    (
        "security_event",
        "insert into security_events (id, person_id, network, times, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, \
      $5, $6, $7)",
    ),
];
