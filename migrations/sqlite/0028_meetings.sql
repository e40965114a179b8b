-- What changes: meetings, from the plan to the agreed minutes, the screens on the wall and the private calendars.
-- Why: working groups decide in meetings, and what is agreed in the room becomes the record without being typed again.
-- Rejected: rows for the items of an agenda, since both sides agree to one text with one hash; a stage beside the steps; consents among
-- those of projects, since a meeting belongs to none.

-- A meeting as it was called.
create table meetings (
  id text not null primary key,
  group_id text not null references working_groups (id),
  number integer not null check (number > 0),
  party text not null check (party in ('il','sy','us','none')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (group_id, number),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- When and where; the newest one holds.
create table meeting_plans (
  meeting_id text not null references meetings (id),
  revision integer not null check (revision > 0),
  starts_at integer not null,
  ends_at integer not null,
  lang text not null check (lang in ('en','he','ar')),
  place text not null,
  link text not null,
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, revision),
  check (ends_at > starts_at),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- From one stage to the next.
create table meeting_steps (
  meeting_id text not null references meetings (id),
  number integer not null check (number > 0),
  from_stage text not null check (from_stage in ('planned','agenda_agreed','running','ended','corrections','recorded','cancelled')),
  to_stage text not null check (to_stage in ('planned','agenda_agreed','running','ended','corrections','recorded','cancelled')),
  person_id text not null,
  lang text check (lang in ('en','he','ar')),
  reason text,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, number),
  check ((to_stage = 'cancelled') = (reason is not null)),
  check ((lang is null) = (reason is null)),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- An agenda as it was written.
create table agendas (
  meeting_id text not null references meetings (id),
  revision integer not null check (revision > 0),
  content text not null,
  hash text not null check (length(hash) = 64),
  party text not null check (party in ('il','sy','us','none')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, revision),
  unique (meeting_id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- One side's yes to a hash.
create table meeting_consents (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  subject text not null check (subject in ('agenda','decision','minutes','release')),
  subject_hash text not null check (length(subject_hash) = 64),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (id, meeting_id, party),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A yes taken back before the other side's.
create table meeting_consent_ends (
  consent_id text not null primary key,
  meeting_id text not null,
  party text not null,
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (consent_id, meeting_id, party) references meeting_consents (id, meeting_id, party),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- Who came to a meeting; a guest has a name and no account.
create table attendees (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  party text not null check (party in ('il','sy','us','none')),
  seat text not null check (seat in ('co_chair','member','observer','guest')),
  person_id text,
  lang text check (lang in ('en','he','ar')),
  name text,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (id, meeting_id),
  unique (meeting_id, person_id),
  check ((seat = 'guest') = (person_id is null)),
  check ((person_id is null) = (name is not null)),
  check ((lang is null) = (name is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What happened in a meeting, and when.
create table moments (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  number integer not null check (number > 0),
  kind text not null check (kind in ('arrived','left','opened','closed','asked','speaks','finished')),
  item_id text,
  attendee_id text,
  happened_at integer not null,
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (meeting_id, number),
  check ((kind in ('opened','closed')) = (attendee_id is null)),
  check (kind not in ('opened','closed') or item_id is not null),
  check (happened_at <= recorded_at),
  foreign key (attendee_id, meeting_id) references attendees (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A wording on the table; with both consents to its hash it is decided.
create table decisions (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  item_id text not null,
  number integer not null check (number > 0),
  text_en text not null,
  text_he text not null,
  text_ar text not null,
  version_id text references versions (id),
  content_hash text,
  hash text not null check (length(hash) = 64),
  party text not null check (party in ('il','sy','us','none')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (meeting_id, item_id, number),
  unique (meeting_id, hash),
  check ((version_id is null) = (content_hash is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A position as it was spoken; it has no effect.
create table spoken_positions (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  item_id text not null,
  project_id text not null references projects (id),
  ballot_id text references ballots (id),
  version_id text not null,
  content_hash text not null,
  party text not null check (party in ('il','sy')),
  verdict text not null check (verdict in ('approve','no_objection','needs_time','object','decline')),
  lang text not null check (lang in ('en','he','ar')),
  words text not null,
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (version_id, project_id, content_hash) references versions (id, project_id, content_hash),
  unique (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A spoken position that was noted by mistake.
create table spoken_position_ends (
  spoken_position_id text not null primary key,
  meeting_id text not null,
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (spoken_position_id, meeting_id) references spoken_positions (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What a meeting left somebody to do.
create table action_items (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  item_id text,
  group_id text not null references working_groups (id),
  party text not null check (party in ('il','sy','us','none')),
  lang text not null check (lang in ('en','he','ar')),
  office text not null,
  text text not null,
  due_on integer not null check (due_on > 0),
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- How an action item ended.
create table action_item_ends (
  action_item_id text not null primary key references action_items (id),
  outcome text not null check (outcome in ('done','dropped')),
  party text not null check (party in ('il','sy','us','none')),
  person_id text not null,
  lang text not null check (lang in ('en','he','ar')),
  note text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A text of the minutes.
create table minutes (
  meeting_id text not null references meetings (id),
  revision integer not null check (revision > 0),
  content text not null,
  hash text not null check (length(hash) = 64),
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  primary key (meeting_id, revision),
  unique (meeting_id, hash),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What somebody who attended would change in the minutes.
create table corrections (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  item_id text,
  lang text not null check (lang in ('en','he','ar')),
  text text not null check (text <> ''),
  party text not null check (party in ('il','sy','us','none')),
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (id, meeting_id),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What became of a correction.
create table correction_answers (
  correction_id text not null primary key,
  meeting_id text not null,
  outcome text not null check (outcome in ('taken','left')),
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (correction_id, meeting_id) references corrections (id, meeting_id),
  foreign key (person_id) references people (id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What one side alone says for the record.
create table statements (
  id text not null primary key,
  meeting_id text not null references meetings (id),
  about_hash text,
  party text not null check (party in ('il','sy','us')),
  lang text not null check (lang in ('en','he','ar')),
  text text not null check (text <> ''),
  person_id text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index meetings_of_group on meetings (group_id);
create index meeting_consents_of_meeting on meeting_consents (meeting_id);
create index spoken_positions_of_meeting on spoken_positions (meeting_id);
create index action_items_of_meeting on action_items (meeting_id);
create index action_items_of_group on action_items (group_id);
create index corrections_of_meeting on corrections (meeting_id);
create index statements_of_meeting on statements (meeting_id);

-- A code that pairs one screen with one meeting, once; part of no ledger.
create table screen_codes (
  code_hash text not null primary key,
  meeting_id text not null references meetings (id),
  person_id text not null references people (id),
  ends_at integer not null,
  used integer not null
) strict, without rowid;

-- A screen on a wall: it reads one meeting until that ends or somebody cuts it off.
create table screens (
  token_hash text not null primary key,
  id text not null unique,
  meeting_id text not null references meetings (id),
  paired_at integer not null,
  ended_at integer
) strict, without rowid;

create index screens_of_meeting on screens (meeting_id);

-- The private address of somebody's calendar.
create table calendar_keys (
  person_id text not null primary key references people (id),
  key_hash text not null unique,
  made_at integer not null
) strict, without rowid;

create trigger meeting_number_guard before insert on meetings when not coalesce(new.number = 1 + coalesce((select max(number) from meetings where group_id = new.group_id), 0), 0)
begin select raise(abort, 'meeting_number_guard'); end;

create trigger meeting_plan_guard before insert on meeting_plans when not coalesce(new.revision = 1 + coalesce((select max(revision) from meeting_plans where meeting_id = new.meeting_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('planned','agenda_agreed'), 0)
begin select raise(abort, 'meeting_plan_guard'); end;

create trigger meeting_step_guard before insert on meeting_steps when not coalesce(new.number = 1 + coalesce((select max(number) from meeting_steps where meeting_id = new.meeting_id), 0)
    and new.from_stage = coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned')
    and ((new.from_stage = 'planned' and new.to_stage = 'agenda_agreed' and (exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'agenda' and c.subject_hash = (select g.hash from agendas g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'il' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))
      and exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'agenda' and c.subject_hash = (select g.hash from agendas g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'sy' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))))
      or (new.from_stage = 'agenda_agreed' and new.to_stage = 'running' and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'il' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'sy' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived'))
      or (new.from_stage = 'running' and new.to_stage = 'ended')
      or (new.from_stage = 'ended' and new.to_stage = 'corrections' and (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) is not null)
      or (new.from_stage = 'corrections' and new.to_stage = 'recorded' and (exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'minutes' and c.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'il' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))
      and exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = 'minutes' and c.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1) and c.party = 'sy' and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id)))
        and not exists (select 1 from corrections c where c.meeting_id = new.meeting_id and not exists (select 1 from correction_answers a where a.correction_id = c.id)))
      or (new.from_stage in ('planned','agenda_agreed') and new.to_stage = 'cancelled')), 0)
begin select raise(abort, 'meeting_step_guard'); end;

create trigger agenda_guard before insert on agendas when not coalesce(new.revision = 1 + coalesce((select max(revision) from agendas where meeting_id = new.meeting_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('planned','agenda_agreed','running'), 0)
begin select raise(abort, 'agenda_guard'); end;

create trigger meeting_consent_guard before insert on meeting_consents when not coalesce(not exists (select 1 from meeting_consents c where c.meeting_id = new.meeting_id and c.subject = new.subject and c.subject_hash = new.subject_hash and c.party = new.party and not exists (select 1 from meeting_consent_ends x where x.consent_id = c.id))
    and ((new.subject = 'agenda' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('planned','agenda_agreed','running') and new.subject_hash = (select g.hash from agendas g where g.meeting_id = new.meeting_id order by g.revision desc limit 1))
      or (new.subject = 'decision' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running' and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'il' and a.seat = 'co_chair' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'il' and a.seat = 'member' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'sy' and a.seat = 'co_chair' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived') and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.party = 'sy' and a.seat = 'member' and (select m.kind from moments m where m.attendee_id = a.id and m.kind in ('arrived','left') order by m.number desc limit 1) = 'arrived')
        and exists (select 1 from decisions d where d.meeting_id = new.meeting_id and d.hash = new.subject_hash and d.number = (select max(number) from decisions where meeting_id = d.meeting_id and item_id = d.item_id)))
      or (new.subject = 'minutes' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'corrections' and new.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1))
      or (new.subject = 'release' and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'recorded' and new.subject_hash = (select g.hash from minutes g where g.meeting_id = new.meeting_id order by g.revision desc limit 1))), 0)
begin select raise(abort, 'meeting_consent_guard'); end;

create trigger meeting_consent_end_guard before insert on meeting_consent_ends when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running' and exists (select 1 from meeting_consents c where c.id = new.consent_id and c.subject = 'decision' and not exists (select 1 from meeting_consents o where o.meeting_id = c.meeting_id and o.subject = 'decision' and o.subject_hash = c.subject_hash and o.party <> c.party and not exists (select 1 from meeting_consent_ends x where x.consent_id = o.id))), 0)
begin select raise(abort, 'meeting_consent_end_guard'); end;

create trigger attendee_guard before insert on attendees when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('agenda_agreed','running'), 0)
begin select raise(abort, 'attendee_guard'); end;

create trigger moment_guard before insert on moments when not coalesce(new.number = 1 + coalesce((select max(number) from moments where meeting_id = new.meeting_id), 0)
    and new.happened_at >= coalesce((select max(happened_at) from moments where meeting_id = new.meeting_id), 0)
    and (coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running' or (coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'agenda_agreed' and new.kind in ('arrived','left'))), 0)
begin select raise(abort, 'moment_guard'); end;

create trigger decision_guard before insert on decisions when not coalesce(new.number = 1 + coalesce((select max(number) from decisions where meeting_id = new.meeting_id and item_id = new.item_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running'
    and (new.version_id is null or exists (select 1 from versions v where v.id = new.version_id and v.content_hash = new.content_hash)), 0)
begin select raise(abort, 'decision_guard'); end;

create trigger spoken_position_guard before insert on spoken_positions when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running', 0)
begin select raise(abort, 'spoken_position_guard'); end;

create trigger spoken_position_end_guard before insert on spoken_position_ends when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'running', 0)
begin select raise(abort, 'spoken_position_end_guard'); end;

create trigger action_item_guard before insert on action_items when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('running','ended') and exists (select 1 from meetings m where m.id = new.meeting_id and m.group_id = new.group_id), 0)
begin select raise(abort, 'action_item_guard'); end;

create trigger action_item_end_guard before insert on action_item_ends when not coalesce(exists (select 1 from action_items a where a.id = new.action_item_id and new.party in (a.party, 'none')), 0)
begin select raise(abort, 'action_item_end_guard'); end;

create trigger minutes_guard before insert on minutes when not coalesce(new.revision = 1 + coalesce((select max(revision) from minutes where meeting_id = new.meeting_id), 0)
    and coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('ended','corrections'), 0)
begin select raise(abort, 'minutes_guard'); end;

create trigger correction_guard before insert on corrections when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'corrections' and exists (select 1 from attendees a where a.meeting_id = new.meeting_id and a.person_id = new.person_id), 0)
begin select raise(abort, 'correction_guard'); end;

create trigger correction_answer_guard before insert on correction_answers when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') = 'corrections', 0)
begin select raise(abort, 'correction_answer_guard'); end;

create trigger statement_guard before insert on statements when not coalesce(coalesce((select s.to_stage from meeting_steps s where s.meeting_id = new.meeting_id order by s.number desc limit 1), 'planned') in ('running','ended','corrections','recorded'), 0)
begin select raise(abort, 'statement_guard'); end;

create trigger meetings_stamp before insert on meetings when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger meetings_keep_update before update on meetings begin select raise(abort, 'keep'); end;

create trigger meetings_keep_delete before delete on meetings begin select raise(abort, 'keep'); end;

create trigger meetings_keep_replace before insert on meetings when exists (select 1 from meetings where id = new.id or entry_id = new.entry_id or (group_id = new.group_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger meeting_plans_stamp before insert on meeting_plans when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger meeting_plans_keep_update before update on meeting_plans begin select raise(abort, 'keep'); end;

create trigger meeting_plans_keep_delete before delete on meeting_plans begin select raise(abort, 'keep'); end;

create trigger meeting_plans_keep_replace before insert on meeting_plans when exists (select 1 from meeting_plans where entry_id = new.entry_id or (meeting_id = new.meeting_id and revision = new.revision))
begin select raise(abort, 'keep'); end;

create trigger meeting_steps_stamp before insert on meeting_steps when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger meeting_steps_keep_update before update on meeting_steps begin select raise(abort, 'keep'); end;

create trigger meeting_steps_keep_delete before delete on meeting_steps begin select raise(abort, 'keep'); end;

create trigger meeting_steps_keep_replace before insert on meeting_steps when exists (select 1 from meeting_steps where entry_id = new.entry_id or (meeting_id = new.meeting_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger agendas_stamp before insert on agendas when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger agendas_keep_update before update on agendas begin select raise(abort, 'keep'); end;

create trigger agendas_keep_delete before delete on agendas begin select raise(abort, 'keep'); end;

create trigger agendas_keep_replace before insert on agendas when exists (select 1 from agendas where entry_id = new.entry_id or (meeting_id = new.meeting_id and revision = new.revision) or (meeting_id = new.meeting_id and hash = new.hash))
begin select raise(abort, 'keep'); end;

create trigger meeting_consents_stamp before insert on meeting_consents when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger meeting_consents_keep_update before update on meeting_consents begin select raise(abort, 'keep'); end;

create trigger meeting_consents_keep_delete before delete on meeting_consents begin select raise(abort, 'keep'); end;

create trigger meeting_consents_keep_replace before insert on meeting_consents when exists (select 1 from meeting_consents where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger meeting_consent_ends_stamp before insert on meeting_consent_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger meeting_consent_ends_keep_update before update on meeting_consent_ends begin select raise(abort, 'keep'); end;

create trigger meeting_consent_ends_keep_delete before delete on meeting_consent_ends begin select raise(abort, 'keep'); end;

create trigger meeting_consent_ends_keep_replace before insert on meeting_consent_ends when exists (select 1 from meeting_consent_ends where consent_id = new.consent_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger attendees_stamp before insert on attendees when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger attendees_keep_update before update on attendees begin select raise(abort, 'keep'); end;

create trigger attendees_keep_delete before delete on attendees begin select raise(abort, 'keep'); end;

create trigger attendees_keep_replace before insert on attendees when exists (select 1 from attendees where id = new.id or entry_id = new.entry_id or (meeting_id = new.meeting_id and person_id = new.person_id))
begin select raise(abort, 'keep'); end;

create trigger moments_stamp before insert on moments when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger moments_keep_update before update on moments begin select raise(abort, 'keep'); end;

create trigger moments_keep_delete before delete on moments begin select raise(abort, 'keep'); end;

create trigger moments_keep_replace before insert on moments when exists (select 1 from moments where id = new.id or entry_id = new.entry_id or (meeting_id = new.meeting_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger decisions_stamp before insert on decisions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger decisions_keep_update before update on decisions begin select raise(abort, 'keep'); end;

create trigger decisions_keep_delete before delete on decisions begin select raise(abort, 'keep'); end;

create trigger decisions_keep_replace before insert on decisions when exists (select 1 from decisions where id = new.id or entry_id = new.entry_id or (meeting_id = new.meeting_id and item_id = new.item_id and number = new.number) or (meeting_id = new.meeting_id and hash = new.hash))
begin select raise(abort, 'keep'); end;

create trigger spoken_positions_stamp before insert on spoken_positions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger spoken_positions_keep_update before update on spoken_positions begin select raise(abort, 'keep'); end;

create trigger spoken_positions_keep_delete before delete on spoken_positions begin select raise(abort, 'keep'); end;

create trigger spoken_positions_keep_replace before insert on spoken_positions when exists (select 1 from spoken_positions where id = new.id)
begin select raise(abort, 'keep'); end;

create trigger spoken_position_ends_stamp before insert on spoken_position_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger spoken_position_ends_keep_update before update on spoken_position_ends begin select raise(abort, 'keep'); end;

create trigger spoken_position_ends_keep_delete before delete on spoken_position_ends begin select raise(abort, 'keep'); end;

create trigger spoken_position_ends_keep_replace before insert on spoken_position_ends when exists (select 1 from spoken_position_ends where spoken_position_id = new.spoken_position_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger action_items_stamp before insert on action_items when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger action_items_keep_update before update on action_items begin select raise(abort, 'keep'); end;

create trigger action_items_keep_delete before delete on action_items begin select raise(abort, 'keep'); end;

create trigger action_items_keep_replace before insert on action_items when exists (select 1 from action_items where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger action_item_ends_stamp before insert on action_item_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger action_item_ends_keep_update before update on action_item_ends begin select raise(abort, 'keep'); end;

create trigger action_item_ends_keep_delete before delete on action_item_ends begin select raise(abort, 'keep'); end;

create trigger action_item_ends_keep_replace before insert on action_item_ends when exists (select 1 from action_item_ends where action_item_id = new.action_item_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger minutes_stamp before insert on minutes when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger minutes_keep_update before update on minutes begin select raise(abort, 'keep'); end;

create trigger minutes_keep_delete before delete on minutes begin select raise(abort, 'keep'); end;

create trigger minutes_keep_replace before insert on minutes when exists (select 1 from minutes where entry_id = new.entry_id or (meeting_id = new.meeting_id and revision = new.revision) or (meeting_id = new.meeting_id and hash = new.hash))
begin select raise(abort, 'keep'); end;

create trigger corrections_stamp before insert on corrections when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger corrections_keep_update before update on corrections begin select raise(abort, 'keep'); end;

create trigger corrections_keep_delete before delete on corrections begin select raise(abort, 'keep'); end;

create trigger corrections_keep_replace before insert on corrections when exists (select 1 from corrections where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger correction_answers_stamp before insert on correction_answers when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger correction_answers_keep_update before update on correction_answers begin select raise(abort, 'keep'); end;

create trigger correction_answers_keep_delete before delete on correction_answers begin select raise(abort, 'keep'); end;

create trigger correction_answers_keep_replace before insert on correction_answers when exists (select 1 from correction_answers where correction_id = new.correction_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger statements_stamp before insert on statements when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger statements_keep_update before update on statements begin select raise(abort, 'keep'); end;

create trigger statements_keep_delete before delete on statements begin select raise(abort, 'keep'); end;

create trigger statements_keep_replace before insert on statements when exists (select 1 from statements where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
