-- What changes: the guards.
-- Why: a bug in the program must not be able to break a promise; the database refuses what the rules refuse.
-- Rejected: checking in the program alone.

-- Guards: what a foreign key cannot say. One condition each, refused unless proven true.

create trigger entry_guard before insert on entries when not coalesce(new.seq = 1 + coalesce((select max(seq) from entries where ledger = new.ledger), 0)
    and new.previous = coalesce((select hash from entries where ledger = new.ledger and seq = new.seq - 1), '0000000000000000000000000000000000000000000000000000000000000000')
    and new.recorded_at >= coalesce((select recorded_at from entries where ledger = new.ledger and seq = new.seq - 1), 0)
    and ((new.recorded_at <= cast(unixepoch('subsec') * 1000 as integer) + 5000
        and (new.recorded_at >= cast(unixepoch('subsec') * 1000 as integer) - 60000 or exists (select 1 from installation where kind = 'demonstration')))
      or exists (select 1 from entries where ledger = new.ledger and seq = new.seq - 1
        and recorded_at = new.recorded_at and recorded_at > cast(unixepoch('subsec') * 1000 as integer) + 5000)), false)
begin select raise(abort, 'entry_guard'); end;

create trigger version_guard before insert on versions when not coalesce(new.number = 1 + coalesce((select max(number) from versions where project_id = new.project_id), 0)
    and exists (select 1 from projects where id = new.project_id and stage in ('draft','in_discussion','implementing'))
    and not exists (select 1 from ballots where project_id = new.project_id and closed_at is null), false)
begin select raise(abort, 'version_guard'); end;

create trigger ballot_guard before insert on ballots when not coalesce(new.closed_at is null
    and exists (select 1 from newest_versions where id = new.version_id)
    and new.number = 1 + coalesce((select max(number) from ballots where project_id = new.project_id), 0)
    and not exists (select 1 from ballots where project_id = new.project_id and closed_at is null)
    and exists (select 1 from projects where id = new.project_id and stage in ('in_discussion','group_ballot','implementing'))
    and case new.level
      when 'group' then exists (select 1 from joint_consents
        where subject = 'ballot' and subject_id = new.id and subject_hash = new.content_hash)
      else exists (select 1 from ballots where project_id = new.project_id and number = new.number - 1
        and level = 'group' and outcome = 'passed' and version_id = new.version_id) end, false)
begin select raise(abort, 'ballot_guard'); end;

create trigger ballot_close before update on ballots when not coalesce(old.closed_at is null and new.closed_at is not null
    and new.id = old.id and new.project_id = old.project_id and new.number = old.number and new.version_id = old.version_id
    and new.content_hash = old.content_hash and new.level = old.level and new.entry_id = old.entry_id
    and new.recorded_at = old.recorded_at and new.ledger = old.ledger
    and not exists (select 1 from ballots where closing_entry_id = new.closing_entry_id)
    and exists (select 1 from entries where id = new.closing_entry_id and seq = (select max(seq) from entries where ledger = 'joint'))
    and (new.outcome <> 'passed'
      or (not exists (select 1 from open_points where project_id = new.project_id and party <> 'us')
        and exists (select 1 from live_positions i join live_positions s on s.ballot_id = i.ballot_id
          where i.ballot_id = new.id and i.party = 'il' and s.party = 'sy'
            and i.verdict in ('approve','no_objection') and s.verdict in ('approve','no_objection')))), false)
begin select raise(abort, 'ballot_close'); end;

create trigger position_guard before insert on positions when not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id))
    and exists (select 1 from ballots where id = new.ballot_id and closed_at is null)
    and new.number = 1 + coalesce((select max(number) from positions where ballot_id = new.ballot_id and party = new.party), 0), false)
begin select raise(abort, 'position_guard'); end;

create trigger withdrawal_guard before insert on withdrawals when not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id)), false)
begin select raise(abort, 'withdrawal_guard'); end;

create trigger revocation_guard before insert on revocations when not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id)), false)
begin select raise(abort, 'revocation_guard'); end;

create trigger sign_off_guard before insert on sign_offs when not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id))
    and exists (select 1 from dossiers where ballot_id = new.ballot_id)
    and exists (select 1 from projects where id = new.project_id and stage in ('supervisor_review','implementing'))
    and (new.decision <> 'signed'
      or (new.valid_until > new.recorded_at and not exists (select 1 from open_points where project_id = new.project_id))), false)
begin select raise(abort, 'sign_off_guard'); end;

create trigger authorisation_guard before insert on authorisations when not coalesce(exists (select 1 from projects where id = new.project_id and stage in ('supervisor_review','implementing'))
    and exists (select 1 from dossiers d join sign_offs o on o.id = new.sign_off_id
      where d.ballot_id = new.ballot_id and d.il_position = new.il_position and d.sy_position = new.sy_position
        and o.valid_until > new.recorded_at and not exists (select 1 from revocations r where r.sign_off_id = o.id)), false)
begin select raise(abort, 'authorisation_guard'); end;

create trigger release_guard before insert on releases when not coalesce(exists (select 1 from summaries s join joint_consents c on c.subject = 'summary' and c.subject_id = s.id and c.subject_hash = s.hash
      where s.id = new.summary_id and s.project_id = new.project_id), false)
begin select raise(abort, 'release_guard'); end;

create trigger project_new before insert on projects when not coalesce(new.stage = 'draft' and new.authorisation_id is null and new.code is null
    and new.created_entry_id = new.entry_id
    and not exists (select 1 from projects where id = new.id), false)
begin select raise(abort, 'project_new'); end;

create trigger project_fixed before update on projects when not coalesce(new.id = old.id and new.group_id = old.group_id and new.sector = old.sector and new.proposed_by = old.proposed_by
    and new.source = old.source and new.person_id = old.person_id and new.created_entry_id = old.created_entry_id
    and (old.code is null or new.code = old.code)
    and (new.ledger = old.ledger or new.ledger = 'joint')
    and new.entry_id <> old.entry_id and new.recorded_at >= old.recorded_at
    and not exists (select 1 from projects x where x.id <> new.id and (x.code = new.code or x.entry_id = new.entry_id)), false)
begin select raise(abort, 'project_fixed'); end;

create trigger project_step before update on projects when not coalesce(new.stage = old.stage
    or (exists (select 1 from stage_changes where from_stage = old.stage and to_stage = new.stage)
      and (new.stage in ('group_ballot','principals_ballot')
        or not exists (select 1 from ballots where project_id = new.id and closed_at is null))
      and (new.stage not in ('implementing','completed') or not exists (select 1 from open_stop_works where project_id = new.id))
      and (new.stage not in ('implementing','completed','closed') or exists (select 1 from joint_consents c
        join authorisations a on a.id = new.authorisation_id and c.subject = new.stage and c.subject_id = a.id
          and c.subject_hash = a.content_hash))), false)
begin select raise(abort, 'project_step'); end;

create trigger project_evidence before update on projects when not coalesce((new.stage = old.stage and new.authorisation_id is not distinct from old.authorisation_id) or case
      when new.stage = 'tabled' then exists (select 1 from versions where project_id = new.id)
      when new.stage in ('group_ballot','principals_ballot') then exists (select 1 from ballots
        where project_id = new.id and closed_at is null and level || '_ballot' = new.stage)
      when new.stage = 'supervisor_review' then exists (select 1 from dossiers d where d.project_id = new.id
        and not exists (select 1 from sign_offs o where o.ballot_id = d.ballot_id))
      when new.stage in ('cleared','implementing') then exists (select 1 from standing_authorisations a
          join dossiers d on d.ballot_id = a.ballot_id
          where a.id = new.authorisation_id and a.valid_until > new.recorded_at)
        and (new.stage = 'cleared' or not exists (select 1 from unverified_conditions c
          join authorisations a on a.id = new.authorisation_id
          where c.due = 'before_start'
            and (c.position_id in (a.il_position, a.sy_position) or c.sign_off_id = a.sign_off_id)))
      when new.stage = 'completed' then exists (select 1 from standing_authorisations where id = new.authorisation_id)
        and not exists (select 1 from unverified_conditions c join authorisations a on a.id = new.authorisation_id
          where c.due <> 'before_start'
            and (c.position_id in (a.il_position, a.sy_position) or c.sign_off_id = a.sign_off_id))
      when new.stage = 'closed' then new.authorisation_id = old.authorisation_id
      else true end, false)
begin select raise(abort, 'project_evidence'); end;

-- Stamps: a row carries the newest entry of its ledger, so nobody picks an old time.

create trigger roles_stamp before insert on roles when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger mandates_stamp before insert on mandates when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger mandate_ends_stamp before insert on mandate_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger projects_stamp before insert on projects when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger project_steps_stamp before insert on project_steps when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger edits_stamp before insert on edits when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger scopes_stamp before insert on scopes when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger attachments_stamp before insert on attachments when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger removals_stamp before insert on removals when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger versions_stamp before insert on versions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger marks_stamp before insert on marks when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger consents_stamp before insert on consents when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger consent_ends_stamp before insert on consent_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger ballots_stamp before insert on ballots when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger positions_stamp before insert on positions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger withdrawals_stamp before insert on withdrawals when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger sign_offs_stamp before insert on sign_offs when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger preparations_stamp before insert on preparations when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger revocations_stamp before insert on revocations when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger authorisations_stamp before insert on authorisations when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger points_stamp before insert on points when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger answers_stamp before insert on answers when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger point_ends_stamp before insert on point_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger conditions_stamp before insert on conditions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger verifications_stamp before insert on verifications when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger stop_works_stamp before insert on stop_works when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger stop_work_ends_stamp before insert on stop_work_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger threads_stamp before insert on threads when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger messages_stamp before insert on messages when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger wordings_stamp before insert on wordings when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger message_ends_stamp before insert on message_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger summaries_stamp before insert on summaries when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger releases_stamp before insert on releases when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger retractions_stamp before insert on retractions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger projects_stamp_update before update on projects when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

-- Keep: what is recorded stays as it is. An insert that meets an existing key would replace it, so that is refused as well.

create trigger installation_keep_update before update on installation begin select raise(abort, 'keep'); end;

create trigger installation_keep_delete before delete on installation begin select raise(abort, 'keep'); end;

create trigger installation_keep_replace before insert on installation when exists (select 1 from installation where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger entries_keep_update before update on entries begin select raise(abort, 'keep'); end;

create trigger entries_keep_delete before delete on entries begin select raise(abort, 'keep'); end;

create trigger entries_keep_replace before insert on entries when exists (select 1 from entries where id = new.id or hash = new.hash)
begin select raise(abort, 'keep'); end;

create trigger people_keep_update before update on people begin select raise(abort, 'keep'); end;

create trigger people_keep_delete before delete on people begin select raise(abort, 'keep'); end;

create trigger people_keep_replace before insert on people when exists (select 1 from people where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger working_groups_keep_update before update on working_groups begin select raise(abort, 'keep'); end;

create trigger working_groups_keep_delete before delete on working_groups begin select raise(abort, 'keep'); end;

create trigger working_groups_keep_replace before insert on working_groups when exists (select 1 from working_groups where id = new.id or slug = new.slug)
begin select raise(abort, 'keep'); end;

create trigger roles_keep_update before update on roles begin select raise(abort, 'keep'); end;

create trigger roles_keep_delete before delete on roles begin select raise(abort, 'keep'); end;

create trigger roles_keep_replace before insert on roles when exists (select 1 from roles where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger mandates_keep_update before update on mandates begin select raise(abort, 'keep'); end;

create trigger mandates_keep_delete before delete on mandates begin select raise(abort, 'keep'); end;

create trigger mandates_keep_replace before insert on mandates when exists (select 1 from mandates where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger mandate_ends_keep_update before update on mandate_ends begin select raise(abort, 'keep'); end;

create trigger mandate_ends_keep_delete before delete on mandate_ends begin select raise(abort, 'keep'); end;

create trigger mandate_ends_keep_replace before insert on mandate_ends when exists (select 1 from mandate_ends where mandate_id = new.mandate_id)
begin select raise(abort, 'keep'); end;

create trigger stage_changes_keep_update before update on stage_changes begin select raise(abort, 'keep'); end;

create trigger stage_changes_keep_delete before delete on stage_changes begin select raise(abort, 'keep'); end;

create trigger stage_changes_keep_replace before insert on stage_changes when exists (select 1 from stage_changes where from_stage = new.from_stage and to_stage = new.to_stage)
begin select raise(abort, 'keep'); end;

create trigger projects_keep_delete before delete on projects begin select raise(abort, 'keep'); end;

create trigger project_steps_keep_update before update on project_steps begin select raise(abort, 'keep'); end;

create trigger project_steps_keep_delete before delete on project_steps begin select raise(abort, 'keep'); end;

create trigger project_steps_keep_replace before insert on project_steps when exists (select 1 from project_steps where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger edits_keep_update before update on edits begin select raise(abort, 'keep'); end;

create trigger edits_keep_delete before delete on edits begin select raise(abort, 'keep'); end;

create trigger edits_keep_replace before insert on edits when exists (select 1 from edits where id = new.id or (project_id = new.project_id and section = new.section and lang = new.lang and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger scopes_keep_update before update on scopes begin select raise(abort, 'keep'); end;

create trigger scopes_keep_delete before delete on scopes begin select raise(abort, 'keep'); end;

create trigger scopes_keep_replace before insert on scopes when exists (select 1 from scopes where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger attachments_keep_update before update on attachments begin select raise(abort, 'keep'); end;

create trigger attachments_keep_delete before delete on attachments begin select raise(abort, 'keep'); end;

create trigger attachments_keep_replace before insert on attachments when exists (select 1 from attachments where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger removals_keep_update before update on removals begin select raise(abort, 'keep'); end;

create trigger removals_keep_delete before delete on removals begin select raise(abort, 'keep'); end;

create trigger removals_keep_replace before insert on removals when exists (select 1 from removals where attachment_id = new.attachment_id)
begin select raise(abort, 'keep'); end;

create trigger versions_keep_update before update on versions begin select raise(abort, 'keep'); end;

create trigger versions_keep_delete before delete on versions begin select raise(abort, 'keep'); end;

create trigger versions_keep_replace before insert on versions when exists (select 1 from versions where id = new.id or (project_id = new.project_id and number = new.number) or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger marks_keep_update before update on marks begin select raise(abort, 'keep'); end;

create trigger marks_keep_delete before delete on marks begin select raise(abort, 'keep'); end;

create trigger marks_keep_replace before insert on marks when exists (select 1 from marks where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger consents_keep_update before update on consents begin select raise(abort, 'keep'); end;

create trigger consents_keep_delete before delete on consents begin select raise(abort, 'keep'); end;

create trigger consents_keep_replace before insert on consents when exists (select 1 from consents where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger consent_ends_keep_update before update on consent_ends begin select raise(abort, 'keep'); end;

create trigger consent_ends_keep_delete before delete on consent_ends begin select raise(abort, 'keep'); end;

create trigger consent_ends_keep_replace before insert on consent_ends when exists (select 1 from consent_ends where consent_id = new.consent_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger ballots_keep_delete before delete on ballots begin select raise(abort, 'keep'); end;

create trigger ballots_keep_replace before insert on ballots
when exists (select 1 from ballots where id = new.id or entry_id = new.entry_id or (project_id = new.project_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger positions_keep_update before update on positions begin select raise(abort, 'keep'); end;

create trigger positions_keep_delete before delete on positions begin select raise(abort, 'keep'); end;

create trigger positions_keep_replace before insert on positions when exists (select 1 from positions where id = new.id or entry_id = new.entry_id or (ballot_id = new.ballot_id and party = new.party and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger withdrawals_keep_update before update on withdrawals begin select raise(abort, 'keep'); end;

create trigger withdrawals_keep_delete before delete on withdrawals begin select raise(abort, 'keep'); end;

create trigger withdrawals_keep_replace before insert on withdrawals when exists (select 1 from withdrawals where position_id = new.position_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger sign_offs_keep_update before update on sign_offs begin select raise(abort, 'keep'); end;

create trigger sign_offs_keep_delete before delete on sign_offs begin select raise(abort, 'keep'); end;

create trigger sign_offs_keep_replace before insert on sign_offs when exists (select 1 from sign_offs where id = new.id or ballot_id = new.ballot_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger preparations_keep_update before update on preparations begin select raise(abort, 'keep'); end;

create trigger preparations_keep_delete before delete on preparations begin select raise(abort, 'keep'); end;

create trigger preparations_keep_replace before insert on preparations when exists (select 1 from preparations where id = new.id or entry_id = new.entry_id or (ballot_id = new.ballot_id and person_id = new.person_id and dossier_hash = new.dossier_hash))
begin select raise(abort, 'keep'); end;

create trigger revocations_keep_update before update on revocations begin select raise(abort, 'keep'); end;

create trigger revocations_keep_delete before delete on revocations begin select raise(abort, 'keep'); end;

create trigger revocations_keep_replace before insert on revocations when exists (select 1 from revocations where sign_off_id = new.sign_off_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger authorisations_keep_update before update on authorisations begin select raise(abort, 'keep'); end;

create trigger authorisations_keep_delete before delete on authorisations begin select raise(abort, 'keep'); end;

create trigger authorisations_keep_replace before insert on authorisations when exists (select 1 from authorisations where id = new.id or entry_id = new.entry_id or il_position = new.il_position or sy_position = new.sy_position or sign_off_id = new.sign_off_id)
begin select raise(abort, 'keep'); end;

create trigger points_keep_update before update on points begin select raise(abort, 'keep'); end;

create trigger points_keep_delete before delete on points begin select raise(abort, 'keep'); end;

create trigger points_keep_replace before insert on points when exists (select 1 from points where id = new.id or (project_id = new.project_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger answers_keep_update before update on answers begin select raise(abort, 'keep'); end;

create trigger answers_keep_delete before delete on answers begin select raise(abort, 'keep'); end;

create trigger answers_keep_replace before insert on answers when exists (select 1 from answers where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger point_ends_keep_update before update on point_ends begin select raise(abort, 'keep'); end;

create trigger point_ends_keep_delete before delete on point_ends begin select raise(abort, 'keep'); end;

create trigger point_ends_keep_replace before insert on point_ends when exists (select 1 from point_ends where point_id = new.point_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger conditions_keep_update before update on conditions begin select raise(abort, 'keep'); end;

create trigger conditions_keep_delete before delete on conditions begin select raise(abort, 'keep'); end;

create trigger conditions_keep_replace before insert on conditions when exists (select 1 from conditions where id = new.id or (project_id = new.project_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger verifications_keep_update before update on verifications begin select raise(abort, 'keep'); end;

create trigger verifications_keep_delete before delete on verifications begin select raise(abort, 'keep'); end;

create trigger verifications_keep_replace before insert on verifications when exists (select 1 from verifications where id = new.id or entry_id = new.entry_id or (condition_id = new.condition_id and party = new.party))
begin select raise(abort, 'keep'); end;

create trigger stop_works_keep_update before update on stop_works begin select raise(abort, 'keep'); end;

create trigger stop_works_keep_delete before delete on stop_works begin select raise(abort, 'keep'); end;

create trigger stop_works_keep_replace before insert on stop_works when exists (select 1 from stop_works where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger stop_work_ends_keep_update before update on stop_work_ends begin select raise(abort, 'keep'); end;

create trigger stop_work_ends_keep_delete before delete on stop_work_ends begin select raise(abort, 'keep'); end;

create trigger stop_work_ends_keep_replace before insert on stop_work_ends when exists (select 1 from stop_work_ends where stop_work_id = new.stop_work_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger threads_keep_update before update on threads begin select raise(abort, 'keep'); end;

create trigger threads_keep_delete before delete on threads begin select raise(abort, 'keep'); end;

create trigger threads_keep_replace before insert on threads when exists (select 1 from threads where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger messages_keep_update before update on messages begin select raise(abort, 'keep'); end;

create trigger messages_keep_delete before delete on messages begin select raise(abort, 'keep'); end;

create trigger messages_keep_replace before insert on messages when exists (select 1 from messages where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger wordings_keep_update before update on wordings begin select raise(abort, 'keep'); end;

create trigger wordings_keep_delete before delete on wordings begin select raise(abort, 'keep'); end;

create trigger wordings_keep_replace before insert on wordings when exists (select 1 from wordings where id = new.id or entry_id = new.entry_id or (message_id = new.message_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger message_ends_keep_update before update on message_ends begin select raise(abort, 'keep'); end;

create trigger message_ends_keep_delete before delete on message_ends begin select raise(abort, 'keep'); end;

create trigger message_ends_keep_replace before insert on message_ends when exists (select 1 from message_ends where message_id = new.message_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger summaries_keep_update before update on summaries begin select raise(abort, 'keep'); end;

create trigger summaries_keep_delete before delete on summaries begin select raise(abort, 'keep'); end;

create trigger summaries_keep_replace before insert on summaries when exists (select 1 from summaries where id = new.id or entry_id = new.entry_id or (project_id = new.project_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger releases_keep_update before update on releases begin select raise(abort, 'keep'); end;

create trigger releases_keep_delete before delete on releases begin select raise(abort, 'keep'); end;

create trigger releases_keep_replace before insert on releases when exists (select 1 from releases where summary_id = new.summary_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger retractions_keep_update before update on retractions begin select raise(abort, 'keep'); end;

create trigger retractions_keep_delete before delete on retractions begin select raise(abort, 'keep'); end;

create trigger retractions_keep_replace before insert on retractions when exists (select 1 from retractions where summary_id = new.summary_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
