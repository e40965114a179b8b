-- What changes: meetings, from the plan to the agreed minutes, the screens on the wall and the private calendars.
-- Why: working groups decide in meetings, and what is agreed in the room becomes the record without being typed again.
-- Rejected: rows for the items of an agenda, since both sides agree to one text with one hash; a stage beside the steps; consents among
-- those of projects, since a meeting belongs to none.

-- A meeting as it was called.
create table meetings (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references working_groups (id),
  number bigint not null check (number > 0),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (group_id, number),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- When and where; the newest one holds.
create table meeting_plans (
  meeting_id text collate "C" not null references meetings (id),
  revision bigint not null check (revision > 0),
  starts_at bigint not null,
  ends_at bigint not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  place text collate "C" not null,
  link text collate "C" not null,
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, revision),
  check (ends_at > starts_at),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- From one stage to the next.
create table meeting_steps (
  meeting_id text collate "C" not null references meetings (id),
  number bigint not null check (number > 0),
  from_stage text collate "C" not null check (from_stage in ('planned','agenda_agreed','running','ended','corrections','recorded','cancelled')),
  to_stage text collate "C" not null check (to_stage in ('planned','agenda_agreed','running','ended','corrections','recorded','cancelled')),
  person_id text collate "C" not null,
  lang text collate "C" check (lang in ('en','he','ar')),
  reason text collate "C",
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, number),
  check ((to_stage = 'cancelled') = (reason is not null)),
  check ((lang is null) = (reason is null)),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- An agenda as it was written.
create table agendas (
  meeting_id text collate "C" not null references meetings (id),
  revision bigint not null check (revision > 0),
  content text collate "C" not null,
  hash text collate "C" not null check (length(hash) = 64),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, revision),
  unique (meeting_id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- One side's yes to a hash.
create table meeting_consents (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  subject text collate "C" not null check (subject in ('agenda','decision','minutes','release')),
  subject_hash text collate "C" not null check (length(subject_hash) = 64),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, meeting_id, party),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A yes taken back before the other side's.
create table meeting_consent_ends (
  consent_id text collate "C" not null primary key,
  meeting_id text collate "C" not null,
  party text collate "C" not null,
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (consent_id, meeting_id, party) references meeting_consents (id, meeting_id, party),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Who came to a meeting; a guest has a name and no account.
create table attendees (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  seat text collate "C" not null check (seat in ('co_chair','member','observer','guest')),
  person_id text collate "C",
  lang text collate "C" check (lang in ('en','he','ar')),
  name text collate "C",
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, meeting_id),
  unique (meeting_id, person_id),
  check ((seat = 'guest') = (person_id is null)),
  check ((person_id is null) = (name is not null)),
  check ((lang is null) = (name is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What happened in a meeting, and when.
create table moments (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  number bigint not null check (number > 0),
  kind text collate "C" not null check (kind in ('arrived','left','opened','closed','asked','speaks','finished')),
  item_id text collate "C",
  attendee_id text collate "C",
  happened_at bigint not null,
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (meeting_id, number),
  check ((kind in ('opened','closed')) = (attendee_id is null)),
  check (kind not in ('opened','closed') or item_id is not null),
  check (happened_at <= recorded_at),
  foreign key (attendee_id, meeting_id) references attendees (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A wording on the table; with both consents to its hash it is decided.
create table decisions (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  item_id text collate "C" not null,
  number bigint not null check (number > 0),
  text_en text collate "C" not null,
  text_he text collate "C" not null,
  text_ar text collate "C" not null,
  version_id text collate "C" references versions (id),
  content_hash text collate "C",
  hash text collate "C" not null check (length(hash) = 64),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (meeting_id, item_id, number),
  unique (meeting_id, hash),
  check ((version_id is null) = (content_hash is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A position as it was spoken; it has no effect.
create table spoken_positions (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  item_id text collate "C" not null,
  project_id text collate "C" not null references projects (id),
  ballot_id text collate "C" references ballots (id),
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy')),
  verdict text collate "C" not null check (verdict in ('approve','no_objection','needs_time','object','decline')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  words text collate "C" not null,
  person_id text collate "C" not null,
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (version_id, project_id, content_hash) references versions (id, project_id, content_hash),
  unique (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A spoken position that was noted by mistake.
create table spoken_position_ends (
  spoken_position_id text collate "C" not null primary key,
  meeting_id text collate "C" not null,
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (spoken_position_id, meeting_id) references spoken_positions (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What a meeting left somebody to do.
create table action_items (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  item_id text collate "C",
  group_id text collate "C" not null references working_groups (id),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  office text collate "C" not null,
  text text collate "C" not null,
  due_on bigint not null check (due_on > 0),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- How an action item ended.
create table action_item_ends (
  action_item_id text collate "C" not null primary key references action_items (id),
  outcome text collate "C" not null check (outcome in ('done','dropped')),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  note text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A text of the minutes.
create table minutes (
  meeting_id text collate "C" not null references meetings (id),
  revision bigint not null check (revision > 0),
  content text collate "C" not null,
  hash text collate "C" not null check (length(hash) = 64),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, revision),
  unique (meeting_id, hash),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What somebody who attended would change in the minutes.
create table corrections (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  item_id text collate "C",
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null check (text <> ''),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, meeting_id),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What became of a correction.
create table correction_answers (
  correction_id text collate "C" not null primary key,
  meeting_id text collate "C" not null,
  outcome text collate "C" not null check (outcome in ('taken','left')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (correction_id, meeting_id) references corrections (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What one side alone says for the record.
create table statements (
  id text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  about_hash text collate "C",
  party text collate "C" not null check (party in ('il','sy','us')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null check (text <> ''),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index meetings_of_group on meetings (group_id);
create index meeting_consents_of_meeting on meeting_consents (meeting_id);
create index spoken_positions_of_meeting on spoken_positions (meeting_id);
create index action_items_of_meeting on action_items (meeting_id);
create index action_items_of_group on action_items (group_id);
create index corrections_of_meeting on corrections (meeting_id);
create index statements_of_meeting on statements (meeting_id);

-- A code that pairs one screen with one meeting, once; part of no ledger.
create table screen_codes (
  code_hash text collate "C" not null primary key,
  meeting_id text collate "C" not null references meetings (id),
  person_id text collate "C" not null references people (id),
  ends_at bigint not null,
  used bigint not null
);

-- A screen on a wall: it reads one meeting until that ends or somebody cuts it off.
create table screens (
  token_hash text collate "C" not null primary key,
  id text collate "C" not null unique,
  meeting_id text collate "C" not null references meetings (id),
  paired_at bigint not null,
  ended_at bigint
);

create index screens_of_meeting on screens (meeting_id);

-- The private address of somebody's calendar.
create table calendar_keys (
  person_id text collate "C" not null primary key references people (id),
  key_hash text collate "C" not null unique,
  made_at bigint not null
);

create function meeting_number_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from meetings where group_id = new.group_id), 0), false) then
    raise exception 'meeting_number_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger meeting_number_guard before insert on meetings for each row execute function meeting_number_guard();

create function meeting_plan_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.revision = 1 + coalesce((select max(revision) from meeting_plans where meeting_id = new.meeting_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('planned','agenda_agreed'), false) then
    raise exception 'meeting_plan_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger meeting_plan_guard before insert on meeting_plans for each row execute function meeting_plan_guard();

create function meeting_step_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from meeting_steps where meeting_id = new.meeting_id), 0)
    and new.from_stage = coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned')
    and ((new.from_stage = 'planned' and new.to_stage = 'agenda_agreed' and (exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'agenda' and c.subject_hash = (select g.hash from agendas g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'il' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))
      and exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'agenda' and c.subject_hash = (select g.hash from agendas g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'sy' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))))
      or (new.from_stage = 'agenda_agreed' and new.to_stage = 'running' and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'il' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'sy' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived'))
      or (new.from_stage = 'running' and new.to_stage = 'ended')
      or (new.from_stage = 'ended' and new.to_stage = 'corrections' and (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) is not null)
      or (new.from_stage = 'corrections' and new.to_stage = 'recorded' and (exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'minutes' and c.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'il' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))
      and exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'minutes' and c.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'sy' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id)))
        and not exists (select 1 from corrections c where c.meeting_id = new.meeting_id and not exists (select 1 from correction_answers a where a.correction_id = c.id)))
      or (new.from_stage in ('planned','agenda_agreed') and new.to_stage = 'cancelled')), false) then
    raise exception 'meeting_step_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger meeting_step_guard before insert on meeting_steps for each row execute function meeting_step_guard();

create function agenda_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.revision = 1 + coalesce((select max(revision) from agendas where meeting_id = new.meeting_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('planned','agenda_agreed','running'), false) then
    raise exception 'agenda_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger agenda_guard before insert on agendas for each row execute function agenda_guard();

create function meeting_consent_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(not exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = new.subject and c.subject_hash = new.subject_hash and c.party = new.party and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))
    and ((new.subject = 'agenda' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('planned','agenda_agreed','running') and new.subject_hash = (select g.hash from agendas g where g.meeting_id = new.meeting_id order by g.revision desc limit 1))
      or (new.subject = 'decision' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running' and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'il' and a.seat = 'co_chair' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'il' and a.seat = 'member' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'sy' and a.seat = 'co_chair' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'sy' and a.seat = 'member' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived')
        and exists (select 1 from decisions d where d.meeting_id = new.meeting_id and d.hash = new.subject_hash and d.number = (select max(number) from decisions where meeting_id = d.meeting_id and item_id = d.item_id)))
      or (new.subject = 'minutes' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'corrections' and new.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1))
      or (new.subject = 'release' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'recorded' and new.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1))), false) then
    raise exception 'meeting_consent_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger meeting_consent_guard before insert on meeting_consents for each row execute function meeting_consent_guard();

create function meeting_consent_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running' and exists (select 1 from meeting_consents c where c.id = new.consent_id and c.subject = 'decision' and not exists (select 1 from meeting_consents o where o.meeting_id = c.meeting_id and o.subject = 'decision' and o.subject_hash = c.subject_hash and o.party <> c.party and not exists (select 1 from meeting_consent_ends x where x.consent_id = o.id))), false) then
    raise exception 'meeting_consent_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger meeting_consent_end_guard before insert on meeting_consent_ends for each row execute function meeting_consent_end_guard();

create function attendee_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('agenda_agreed','running'), false) then
    raise exception 'attendee_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger attendee_guard before insert on attendees for each row execute function attendee_guard();

create function moment_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from moments where meeting_id = new.meeting_id), 0)
    and new.happened_at >= coalesce((select max(happened_at) from moments where meeting_id = new.meeting_id), 0)
    and (coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running' or (coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'agenda_agreed' and new.kind in ('arrived','left'))), false) then
    raise exception 'moment_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger moment_guard before insert on moments for each row execute function moment_guard();

create function decision_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from decisions where meeting_id = new.meeting_id and item_id = new.item_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running'
    and (new.version_id is null or exists (select 1 from versions v where v.id = new.version_id and v.content_hash = new.content_hash)), false) then
    raise exception 'decision_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger decision_guard before insert on decisions for each row execute function decision_guard();

create function spoken_position_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running', false) then
    raise exception 'spoken_position_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger spoken_position_guard before insert on spoken_positions for each row execute function spoken_position_guard();

create function spoken_position_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running', false) then
    raise exception 'spoken_position_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger spoken_position_end_guard before insert on spoken_position_ends for each row execute function spoken_position_end_guard();

create function action_item_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('running','ended') and exists (select 1 from meetings m where m.id = new.meeting_id and m.group_id = new.group_id), false) then
    raise exception 'action_item_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger action_item_guard before insert on action_items for each row execute function action_item_guard();

create function action_item_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from action_items a where a.id = new.action_item_id and new.party in (a.party, 'none')), false) then
    raise exception 'action_item_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger action_item_end_guard before insert on action_item_ends for each row execute function action_item_end_guard();

create function minutes_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.revision = 1 + coalesce((select max(revision) from minutes where meeting_id = new.meeting_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('ended','corrections'), false) then
    raise exception 'minutes_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger minutes_guard before insert on minutes for each row execute function minutes_guard();

create function correction_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'corrections' and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.person_id = new.person_id), false) then
    raise exception 'correction_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger correction_guard before insert on corrections for each row execute function correction_guard();

create function correction_answer_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'corrections', false) then
    raise exception 'correction_answer_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger correction_answer_guard before insert on correction_answers for each row execute function correction_answer_guard();

create function statement_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('running','ended','corrections','recorded'), false) then
    raise exception 'statement_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger statement_guard before insert on statements for each row execute function statement_guard();

create trigger meetings_stamp before insert on meetings for each row execute function stamp();
create trigger meetings_keep before update or delete on meetings for each row execute function refuse('keep');
create trigger meetings_keep_all before truncate on meetings for each statement execute function refuse('keep');

alter table meetings enable row level security;
alter table meetings force row level security;
create policy readers on meetings using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger meeting_plans_stamp before insert on meeting_plans for each row execute function stamp();
create trigger meeting_plans_keep before update or delete on meeting_plans for each row execute function refuse('keep');
create trigger meeting_plans_keep_all before truncate on meeting_plans for each statement execute function refuse('keep');

alter table meeting_plans enable row level security;
alter table meeting_plans force row level security;
create policy readers on meeting_plans using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger meeting_steps_stamp before insert on meeting_steps for each row execute function stamp();
create trigger meeting_steps_keep before update or delete on meeting_steps for each row execute function refuse('keep');
create trigger meeting_steps_keep_all before truncate on meeting_steps for each statement execute function refuse('keep');

alter table meeting_steps enable row level security;
alter table meeting_steps force row level security;
create policy readers on meeting_steps using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger agendas_stamp before insert on agendas for each row execute function stamp();
create trigger agendas_keep before update or delete on agendas for each row execute function refuse('keep');
create trigger agendas_keep_all before truncate on agendas for each statement execute function refuse('keep');

alter table agendas enable row level security;
alter table agendas force row level security;
create policy readers on agendas using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger meeting_consents_stamp before insert on meeting_consents for each row execute function stamp();
create trigger meeting_consents_keep before update or delete on meeting_consents for each row execute function refuse('keep');
create trigger meeting_consents_keep_all before truncate on meeting_consents for each statement execute function refuse('keep');

alter table meeting_consents enable row level security;
alter table meeting_consents force row level security;
create policy readers on meeting_consents using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger meeting_consent_ends_stamp before insert on meeting_consent_ends for each row execute function stamp();
create trigger meeting_consent_ends_keep before update or delete on meeting_consent_ends for each row execute function refuse('keep');
create trigger meeting_consent_ends_keep_all before truncate on meeting_consent_ends for each statement execute function refuse('keep');

alter table meeting_consent_ends enable row level security;
alter table meeting_consent_ends force row level security;
create policy readers on meeting_consent_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger attendees_stamp before insert on attendees for each row execute function stamp();
create trigger attendees_keep before update or delete on attendees for each row execute function refuse('keep');
create trigger attendees_keep_all before truncate on attendees for each statement execute function refuse('keep');

alter table attendees enable row level security;
alter table attendees force row level security;
create policy readers on attendees using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger moments_stamp before insert on moments for each row execute function stamp();
create trigger moments_keep before update or delete on moments for each row execute function refuse('keep');
create trigger moments_keep_all before truncate on moments for each statement execute function refuse('keep');

alter table moments enable row level security;
alter table moments force row level security;
create policy readers on moments using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger decisions_stamp before insert on decisions for each row execute function stamp();
create trigger decisions_keep before update or delete on decisions for each row execute function refuse('keep');
create trigger decisions_keep_all before truncate on decisions for each statement execute function refuse('keep');

alter table decisions enable row level security;
alter table decisions force row level security;
create policy readers on decisions using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger spoken_positions_stamp before insert on spoken_positions for each row execute function stamp();
create trigger spoken_positions_keep before update or delete on spoken_positions for each row execute function refuse('keep');
create trigger spoken_positions_keep_all before truncate on spoken_positions for each statement execute function refuse('keep');

alter table spoken_positions enable row level security;
alter table spoken_positions force row level security;
create policy readers on spoken_positions using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger spoken_position_ends_stamp before insert on spoken_position_ends for each row execute function stamp();
create trigger spoken_position_ends_keep before update or delete on spoken_position_ends for each row execute function refuse('keep');
create trigger spoken_position_ends_keep_all before truncate on spoken_position_ends for each statement execute function refuse('keep');

alter table spoken_position_ends enable row level security;
alter table spoken_position_ends force row level security;
create policy readers on spoken_position_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger action_items_stamp before insert on action_items for each row execute function stamp();
create trigger action_items_keep before update or delete on action_items for each row execute function refuse('keep');
create trigger action_items_keep_all before truncate on action_items for each statement execute function refuse('keep');

alter table action_items enable row level security;
alter table action_items force row level security;
create policy readers on action_items using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger action_item_ends_stamp before insert on action_item_ends for each row execute function stamp();
create trigger action_item_ends_keep before update or delete on action_item_ends for each row execute function refuse('keep');
create trigger action_item_ends_keep_all before truncate on action_item_ends for each statement execute function refuse('keep');

alter table action_item_ends enable row level security;
alter table action_item_ends force row level security;
create policy readers on action_item_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger minutes_stamp before insert on minutes for each row execute function stamp();
create trigger minutes_keep before update or delete on minutes for each row execute function refuse('keep');
create trigger minutes_keep_all before truncate on minutes for each statement execute function refuse('keep');

alter table minutes enable row level security;
alter table minutes force row level security;
create policy readers on minutes using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger corrections_stamp before insert on corrections for each row execute function stamp();
create trigger corrections_keep before update or delete on corrections for each row execute function refuse('keep');
create trigger corrections_keep_all before truncate on corrections for each statement execute function refuse('keep');

alter table corrections enable row level security;
alter table corrections force row level security;
create policy readers on corrections using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger correction_answers_stamp before insert on correction_answers for each row execute function stamp();
create trigger correction_answers_keep before update or delete on correction_answers for each row execute function refuse('keep');
create trigger correction_answers_keep_all before truncate on correction_answers for each statement execute function refuse('keep');

alter table correction_answers enable row level security;
alter table correction_answers force row level security;
create policy readers on correction_answers using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger statements_stamp before insert on statements for each row execute function stamp();
create trigger statements_keep before update or delete on statements for each row execute function refuse('keep');
create trigger statements_keep_all before truncate on statements for each statement execute function refuse('keep');

alter table statements enable row level security;
alter table statements force row level security;
create policy readers on statements using (audience_is_read(ledger)) with check (audience_is_read(ledger));
