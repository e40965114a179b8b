-- What changes: the guards.
-- Why: a bug in the program must not be able to break a promise; the database refuses what the rules refuse.
-- Rejected: checking in the program alone.

-- Shared trigger functions. PostgreSQL's triggers cannot hold a subquery in WHEN; the search path is pinned with pg_temp
-- last, so that no temporary table can stand in for a real one.
create function refuse() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  raise exception '%', tg_argv[0] using errcode = 'check_violation';
end $$;

create function serializable() returns void language plpgsql set search_path = portal, pg_temp as $$ begin
  if current_setting('transaction_isolation') <> 'serializable' then raise exception 'isolation'; end if;
end $$;

create function lock_project(wanted text) returns void language plpgsql set search_path = portal, pg_temp as $$ begin
  perform serializable();
  perform 1 from projects where id = wanted for no key update;
end $$;

create function stamp() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not exists (select 1 from entries e where e.id = new.entry_id 
      and e.seq = (select max(seq) from entries where ledger = e.ledger)) then
    raise exception 'stamp' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function stamp_of_project() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not exists (select 1 from entries e where e.id = new.entry_id 
      and e.seq = (select max(seq) from entries where ledger = e.ledger)) then
    raise exception 'stamp' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Guards: what a foreign key cannot say. One condition each, refused unless proven true.

create function entry_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.seq = 1 + coalesce((select max(seq) from entries where ledger = new.ledger), 0)
    and new.previous = coalesce((select hash from entries where ledger = new.ledger and seq = new.seq - 1), '0000000000000000000000000000000000000000000000000000000000000000')
    and new.recorded_at >= coalesce((select recorded_at from entries where ledger = new.ledger and seq = new.seq - 1), 0)
    and ((new.recorded_at <= cast(extract(epoch from clock_timestamp()) * 1000 as bigint) + 5000
        and (new.recorded_at >= cast(extract(epoch from clock_timestamp()) * 1000 as bigint) - 60000 or exists (select 1 from installation where kind = 'demonstration')))
      or exists (select 1 from entries where ledger = new.ledger and seq = new.seq - 1
        and recorded_at = new.recorded_at and recorded_at > cast(extract(epoch from clock_timestamp()) * 1000 as bigint) + 5000)), false) then
    raise exception 'entry_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger entry_guard before insert on entries for each row execute function entry_guard();

create function version_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(new.number = 1 + coalesce((select max(number) from versions where project_id = new.project_id), 0)
    and exists (select 1 from projects where id = new.project_id and stage in ('draft','in_discussion','implementing'))
    and not exists (select 1 from ballots where project_id = new.project_id and closed_at is null), false) then
    raise exception 'version_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger version_guard before insert on versions for each row execute function version_guard();

create function ballot_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(new.closed_at is null
    and exists (select 1 from newest_versions where id = new.version_id)
    and new.number = 1 + coalesce((select max(number) from ballots where project_id = new.project_id), 0)
    and not exists (select 1 from ballots where project_id = new.project_id and closed_at is null)
    and exists (select 1 from projects where id = new.project_id and stage in ('in_discussion','group_ballot','implementing'))
    and case new.level
      when 'group' then exists (select 1 from joint_consents
        where subject = 'ballot' and subject_id = new.id and subject_hash = new.content_hash)
      else exists (select 1 from ballots where project_id = new.project_id and number = new.number - 1
        and level = 'group' and outcome = 'passed' and version_id = new.version_id) end, false) then
    raise exception 'ballot_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ballot_guard before insert on ballots for each row execute function ballot_guard();

create function ballot_close() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(old.closed_at is null and new.closed_at is not null
    and new.id = old.id and new.project_id = old.project_id and new.number = old.number and new.version_id = old.version_id
    and new.content_hash = old.content_hash and new.level = old.level and new.entry_id = old.entry_id
    and new.recorded_at = old.recorded_at and new.ledger = old.ledger
    and not exists (select 1 from ballots where closing_entry_id = new.closing_entry_id)
    and exists (select 1 from entries where id = new.closing_entry_id and seq = (select max(seq) from entries where ledger = 'joint'))
    and (new.outcome <> 'passed'
      or (not exists (select 1 from open_points where project_id = new.project_id and party <> 'us')
        and exists (select 1 from live_positions i join live_positions s on s.ballot_id = i.ballot_id
          where i.ballot_id = new.id and i.party = 'il' and s.party = 'sy'
            and i.verdict in ('approve','no_objection') and s.verdict in ('approve','no_objection')))), false) then
    raise exception 'ballot_close' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ballot_close before update on ballots for each row execute function ballot_close();

create function position_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id))
    and exists (select 1 from ballots where id = new.ballot_id and closed_at is null)
    and new.number = 1 + coalesce((select max(number) from positions where ballot_id = new.ballot_id and party = new.party), 0), false) then
    raise exception 'position_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger position_guard before insert on positions for each row execute function position_guard();

create function withdrawal_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id)), false) then
    raise exception 'withdrawal_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger withdrawal_guard before insert on withdrawals for each row execute function withdrawal_guard();

create function revocation_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id)), false) then
    raise exception 'revocation_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger revocation_guard before insert on revocations for each row execute function revocation_guard();

create function sign_off_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id))
    and exists (select 1 from dossiers where ballot_id = new.ballot_id)
    and exists (select 1 from projects where id = new.project_id and stage in ('supervisor_review','implementing'))
    and (new.decision <> 'signed'
      or (new.valid_until > new.recorded_at and not exists (select 1 from open_points where project_id = new.project_id))), false) then
    raise exception 'sign_off_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sign_off_guard before insert on sign_offs for each row execute function sign_off_guard();

create function authorisation_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from projects where id = new.project_id and stage in ('supervisor_review','implementing'))
    and exists (select 1 from dossiers d join sign_offs o on o.id = new.sign_off_id
      where d.ballot_id = new.ballot_id and d.il_position = new.il_position and d.sy_position = new.sy_position
        and o.valid_until > new.recorded_at and not exists (select 1 from revocations r where r.sign_off_id = o.id)), false) then
    raise exception 'authorisation_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger authorisation_guard before insert on authorisations for each row execute function authorisation_guard();

create function release_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from summaries s join joint_consents c on c.subject = 'summary' and c.subject_id = s.id and c.subject_hash = s.hash
      where s.id = new.summary_id and s.project_id = new.project_id), false) then
    raise exception 'release_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger release_guard before insert on releases for each row execute function release_guard();

create function project_new() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform serializable();
  if not coalesce(new.stage = 'draft' and new.authorisation_id is null and new.code is null
    and new.created_entry_id = new.entry_id
    and not exists (select 1 from projects where id = new.id), false) then
    raise exception 'project_new' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger project_new before insert on projects for each row execute function project_new();

create function project_fixed() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform serializable();
  if not coalesce(new.id = old.id and new.group_id = old.group_id and new.sector = old.sector and new.proposed_by = old.proposed_by
    and new.source = old.source and new.person_id = old.person_id and new.created_entry_id = old.created_entry_id
    and (old.code is null or new.code = old.code)
    and (new.ledger = old.ledger or new.ledger = 'joint')
    and new.entry_id <> old.entry_id and new.recorded_at >= old.recorded_at
    and not exists (select 1 from projects x where x.id <> new.id and (x.code = new.code or x.entry_id = new.entry_id)), false) then
    raise exception 'project_fixed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger project_fixed before update on projects for each row execute function project_fixed();

create function project_step() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform serializable();
  if not coalesce(new.stage = old.stage
    or (exists (select 1 from stage_changes where from_stage = old.stage and to_stage = new.stage)
      and (new.stage in ('group_ballot','principals_ballot')
        or not exists (select 1 from ballots where project_id = new.id and closed_at is null))
      and (new.stage not in ('implementing','completed') or not exists (select 1 from open_stop_works where project_id = new.id))
      and (new.stage not in ('implementing','completed','closed') or exists (select 1 from joint_consents c
        join authorisations a on a.id = new.authorisation_id and c.subject = new.stage and c.subject_id = a.id
          and c.subject_hash = a.content_hash))), false) then
    raise exception 'project_step' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger project_step before update on projects for each row execute function project_step();

create function project_evidence() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform serializable();
  if not coalesce((new.stage = old.stage and new.authorisation_id is not distinct from old.authorisation_id) or case
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
      else true end, false) then
    raise exception 'project_evidence' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger project_evidence before update on projects for each row execute function project_evidence();

-- Stamps: a row carries the newest entry of its ledger, so nobody picks an old time.

create trigger roles_stamp before insert on roles for each row execute function stamp();

create trigger mandates_stamp before insert on mandates for each row execute function stamp();

create trigger mandate_ends_stamp before insert on mandate_ends for each row execute function stamp();

create trigger projects_stamp before insert on projects for each row execute function stamp();

create trigger project_steps_stamp before insert on project_steps for each row execute function stamp_of_project();

create trigger edits_stamp before insert on edits for each row execute function stamp_of_project();

create trigger scopes_stamp before insert on scopes for each row execute function stamp_of_project();

create trigger attachments_stamp before insert on attachments for each row execute function stamp_of_project();

create trigger removals_stamp before insert on removals for each row execute function stamp_of_project();

create trigger versions_stamp before insert on versions for each row execute function stamp_of_project();

create trigger marks_stamp before insert on marks for each row execute function stamp_of_project();

create trigger consents_stamp before insert on consents for each row execute function stamp_of_project();

create trigger consent_ends_stamp before insert on consent_ends for each row execute function stamp_of_project();

create trigger ballots_stamp before insert on ballots for each row execute function stamp_of_project();

create trigger positions_stamp before insert on positions for each row execute function stamp_of_project();

create trigger withdrawals_stamp before insert on withdrawals for each row execute function stamp_of_project();

create trigger sign_offs_stamp before insert on sign_offs for each row execute function stamp_of_project();

create trigger preparations_stamp before insert on preparations for each row execute function stamp_of_project();

create trigger revocations_stamp before insert on revocations for each row execute function stamp_of_project();

create trigger authorisations_stamp before insert on authorisations for each row execute function stamp_of_project();

create trigger points_stamp before insert on points for each row execute function stamp_of_project();

create trigger answers_stamp before insert on answers for each row execute function stamp_of_project();

create trigger point_ends_stamp before insert on point_ends for each row execute function stamp_of_project();

create trigger conditions_stamp before insert on conditions for each row execute function stamp_of_project();

create trigger verifications_stamp before insert on verifications for each row execute function stamp_of_project();

create trigger stop_works_stamp before insert on stop_works for each row execute function stamp_of_project();

create trigger stop_work_ends_stamp before insert on stop_work_ends for each row execute function stamp_of_project();

create trigger threads_stamp before insert on threads for each row execute function stamp_of_project();

create trigger messages_stamp before insert on messages for each row execute function stamp_of_project();

create trigger wordings_stamp before insert on wordings for each row execute function stamp_of_project();

create trigger message_ends_stamp before insert on message_ends for each row execute function stamp_of_project();

create trigger summaries_stamp before insert on summaries for each row execute function stamp_of_project();

create trigger releases_stamp before insert on releases for each row execute function stamp_of_project();

create trigger retractions_stamp before insert on retractions for each row execute function stamp_of_project();

create trigger projects_stamp_update before update on projects for each row execute function stamp();

-- Keep: what is recorded stays as it is.

create trigger installation_keep before update or delete on installation for each row execute function refuse('keep');
create trigger installation_keep_all before truncate on installation for each statement execute function refuse('keep');

create trigger entries_keep before update or delete on entries for each row execute function refuse('keep');
create trigger entries_keep_all before truncate on entries for each statement execute function refuse('keep');

create trigger people_keep before update or delete on people for each row execute function refuse('keep');
create trigger people_keep_all before truncate on people for each statement execute function refuse('keep');

create trigger working_groups_keep before update or delete on working_groups for each row execute function refuse('keep');
create trigger working_groups_keep_all before truncate on working_groups for each statement execute function refuse('keep');

create trigger roles_keep before update or delete on roles for each row execute function refuse('keep');
create trigger roles_keep_all before truncate on roles for each statement execute function refuse('keep');

create trigger mandates_keep before update or delete on mandates for each row execute function refuse('keep');
create trigger mandates_keep_all before truncate on mandates for each statement execute function refuse('keep');

create trigger mandate_ends_keep before update or delete on mandate_ends for each row execute function refuse('keep');
create trigger mandate_ends_keep_all before truncate on mandate_ends for each statement execute function refuse('keep');

create trigger stage_changes_keep before update or delete on stage_changes for each row execute function refuse('keep');
create trigger stage_changes_keep_all before truncate on stage_changes for each statement execute function refuse('keep');

create trigger projects_keep before delete on projects for each row execute function refuse('keep');
create trigger projects_keep_all before truncate on projects for each statement execute function refuse('keep');

create trigger project_steps_keep before update or delete on project_steps for each row execute function refuse('keep');
create trigger project_steps_keep_all before truncate on project_steps for each statement execute function refuse('keep');

create trigger edits_keep before update or delete on edits for each row execute function refuse('keep');
create trigger edits_keep_all before truncate on edits for each statement execute function refuse('keep');

create trigger scopes_keep before update or delete on scopes for each row execute function refuse('keep');
create trigger scopes_keep_all before truncate on scopes for each statement execute function refuse('keep');

create trigger attachments_keep before update or delete on attachments for each row execute function refuse('keep');
create trigger attachments_keep_all before truncate on attachments for each statement execute function refuse('keep');

create trigger removals_keep before update or delete on removals for each row execute function refuse('keep');
create trigger removals_keep_all before truncate on removals for each statement execute function refuse('keep');

create trigger versions_keep before update or delete on versions for each row execute function refuse('keep');
create trigger versions_keep_all before truncate on versions for each statement execute function refuse('keep');

create trigger marks_keep before update or delete on marks for each row execute function refuse('keep');
create trigger marks_keep_all before truncate on marks for each statement execute function refuse('keep');

create trigger consents_keep before update or delete on consents for each row execute function refuse('keep');
create trigger consents_keep_all before truncate on consents for each statement execute function refuse('keep');

create trigger consent_ends_keep before update or delete on consent_ends for each row execute function refuse('keep');
create trigger consent_ends_keep_all before truncate on consent_ends for each statement execute function refuse('keep');

create trigger ballots_keep before delete on ballots for each row execute function refuse('keep');
create trigger ballots_keep_all before truncate on ballots for each statement execute function refuse('keep');

create trigger positions_keep before update or delete on positions for each row execute function refuse('keep');
create trigger positions_keep_all before truncate on positions for each statement execute function refuse('keep');

create trigger withdrawals_keep before update or delete on withdrawals for each row execute function refuse('keep');
create trigger withdrawals_keep_all before truncate on withdrawals for each statement execute function refuse('keep');

create trigger sign_offs_keep before update or delete on sign_offs for each row execute function refuse('keep');
create trigger sign_offs_keep_all before truncate on sign_offs for each statement execute function refuse('keep');

create trigger preparations_keep before update or delete on preparations for each row execute function refuse('keep');
create trigger preparations_keep_all before truncate on preparations for each statement execute function refuse('keep');

create trigger revocations_keep before update or delete on revocations for each row execute function refuse('keep');
create trigger revocations_keep_all before truncate on revocations for each statement execute function refuse('keep');

create trigger authorisations_keep before update or delete on authorisations for each row execute function refuse('keep');
create trigger authorisations_keep_all before truncate on authorisations for each statement execute function refuse('keep');

create trigger points_keep before update or delete on points for each row execute function refuse('keep');
create trigger points_keep_all before truncate on points for each statement execute function refuse('keep');

create trigger answers_keep before update or delete on answers for each row execute function refuse('keep');
create trigger answers_keep_all before truncate on answers for each statement execute function refuse('keep');

create trigger point_ends_keep before update or delete on point_ends for each row execute function refuse('keep');
create trigger point_ends_keep_all before truncate on point_ends for each statement execute function refuse('keep');

create trigger conditions_keep before update or delete on conditions for each row execute function refuse('keep');
create trigger conditions_keep_all before truncate on conditions for each statement execute function refuse('keep');

create trigger verifications_keep before update or delete on verifications for each row execute function refuse('keep');
create trigger verifications_keep_all before truncate on verifications for each statement execute function refuse('keep');

create trigger stop_works_keep before update or delete on stop_works for each row execute function refuse('keep');
create trigger stop_works_keep_all before truncate on stop_works for each statement execute function refuse('keep');

create trigger stop_work_ends_keep before update or delete on stop_work_ends for each row execute function refuse('keep');
create trigger stop_work_ends_keep_all before truncate on stop_work_ends for each statement execute function refuse('keep');

create trigger threads_keep before update or delete on threads for each row execute function refuse('keep');
create trigger threads_keep_all before truncate on threads for each statement execute function refuse('keep');

create trigger messages_keep before update or delete on messages for each row execute function refuse('keep');
create trigger messages_keep_all before truncate on messages for each statement execute function refuse('keep');

create trigger wordings_keep before update or delete on wordings for each row execute function refuse('keep');
create trigger wordings_keep_all before truncate on wordings for each statement execute function refuse('keep');

create trigger message_ends_keep before update or delete on message_ends for each row execute function refuse('keep');
create trigger message_ends_keep_all before truncate on message_ends for each statement execute function refuse('keep');

create trigger summaries_keep before update or delete on summaries for each row execute function refuse('keep');
create trigger summaries_keep_all before truncate on summaries for each statement execute function refuse('keep');

create trigger releases_keep before update or delete on releases for each row execute function refuse('keep');
create trigger releases_keep_all before truncate on releases for each statement execute function refuse('keep');

create trigger retractions_keep before update or delete on retractions for each row execute function refuse('keep');
create trigger retractions_keep_all before truncate on retractions for each statement execute function refuse('keep');
