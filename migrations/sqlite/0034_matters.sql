-- What changes: matters, what is raised between the sides: answered, handed over to the co-chairs, settled by both or taken back.
-- Why: a misunderstanding is to be seen early, with a holder and a day, and to end in words that both sides agreed to.
-- Rejected: a thread with a state, where nobody would be asked; the levels above the co-chairs already now, which bring walls before
--   projects with them and come together with these.

-- A matter as it was raised: about a version or about a meeting, of the same working group.
create table matters (
  id text not null primary key,
  group_id text not null references working_groups (id),
  number integer not null check (number > 0),
  project_id text ,
  version_id text ,
  content_hash text ,
  meeting_id text references meetings (id),
  lang text not null check (lang in ('en','he','ar')),
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  wish text not null check (wish <> ''),
  civilian integer not null check (civilian = 1),
  party text not null check (party in ('il','sy','us')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (group_id, number),
  check ((version_id is null) = (meeting_id is not null)),
  check ((version_id is null) = (project_id is null) and (version_id is null) = (content_hash is null)),
  foreign key (project_id, version_id, content_hash) references versions (project_id, id, content_hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What somebody answers.
create table matter_replies (
  id text not null primary key,
  matter_id text not null references matters (id),
  lang text not null check (lang in ('en','he','ar')),
  text text not null check (text <> ''),
  party text not null check (party in ('il','sy','us')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A query handed over to the co-chairs, once: by somebody with a note, or by the clock.
create table matter_hand_overs (
  matter_id text not null primary key references matters (id),
  from_level text not null check (from_level = 'query'),
  to_level text not null check (to_level = 'concern'),
  lang text check (lang in ('en','he','ar')),
  note text check (note <> ''),
  party text not null check (party in ('il','sy','us','none')),
  person_id text ,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  check ((person_id is null) = (party = 'none') and (person_id is null) = (note is null) and (note is null) = (lang is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A way to settle a matter; only the newest is agreed to.
create table resolutions (
  id text not null primary key,
  matter_id text not null references matters (id),
  number integer not null check (number > 0),
  lang text not null check (lang in ('en','he','ar')),
  text text not null check (text <> ''),
  hash text not null check (length(hash) = 64),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (matter_id, number),
  unique (id, matter_id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- The yes of a side to a resolution; to propose one is to say yes to it.
create table matter_consents (
  resolution_id text not null,
  matter_id text not null,
  hash text not null,
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  primary key (resolution_id, party),
  foreign key (resolution_id, matter_id, hash) references resolutions (id, matter_id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create table matter_ends (
  matter_id text not null primary key references matters (id),
  outcome text not null check (outcome in ('resolved','withdrawn')),
  lang text check (lang in ('en','he','ar')),
  reason text check (reason <> ''),
  party text not null check (party in ('il','sy','us')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  check ((outcome = 'withdrawn') = (reason is not null) and (reason is null) = (lang is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index matters_of_version on matters (version_id);
create index matters_of_meeting on matters (meeting_id);
create index matter_replies_of_matter on matter_replies (matter_id);

create trigger matter_guard before insert on matters when not coalesce(new.number = 1 + coalesce((select max(number) from matters where group_id = new.group_id), 0)
    and (exists (select 1 from projects p join newest_versions v on v.project_id = p.id where p.id = new.project_id and v.id = new.version_id
        and p.group_id = new.group_id and p.ledger = 'joint')
      or exists (select 1 from meetings m where m.id = new.meeting_id and m.group_id = new.group_id)), 0)
begin select raise(abort, 'matter_guard'); end;

create trigger matter_reply_guard before insert on matter_replies when not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id), 0)
begin select raise(abort, 'matter_reply_guard'); end;

create trigger matter_hand_over_guard before insert on matter_hand_overs when not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id), 0)
begin select raise(abort, 'matter_hand_over_guard'); end;

create trigger resolution_guard before insert on resolutions when not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id)
    and new.number = 1 + coalesce((select max(number) from resolutions where matter_id = new.matter_id), 0), 0)
begin select raise(abort, 'resolution_guard'); end;

create trigger matter_consent_guard before insert on matter_consents when not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id)
    and not exists (select 1 from resolutions r join resolutions n on n.matter_id = r.matter_id and n.number > r.number where r.id = new.resolution_id), 0)
begin select raise(abort, 'matter_consent_guard'); end;

create trigger matter_end_guard before insert on matter_ends when not coalesce((new.outcome = 'withdrawn' and exists (select 1 from matters m where m.id = new.matter_id and m.party = new.party))
    or (new.outcome = 'resolved' and 2 = (select count(*) from matter_consents c join resolutions r on r.id = c.resolution_id
      where r.matter_id = new.matter_id and not exists (select 1 from resolutions n where n.matter_id = r.matter_id and n.number > r.number))), 0)
begin select raise(abort, 'matter_end_guard'); end;

create trigger matters_stamp before insert on matters when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger matters_keep_update before update on matters begin select raise(abort, 'keep'); end;

create trigger matters_keep_delete before delete on matters begin select raise(abort, 'keep'); end;

create trigger matters_keep_replace before insert on matters when exists (select 1 from matters where id = new.id or entry_id = new.entry_id or (group_id = new.group_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger matter_replies_stamp before insert on matter_replies when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger matter_replies_keep_update before update on matter_replies begin select raise(abort, 'keep'); end;

create trigger matter_replies_keep_delete before delete on matter_replies begin select raise(abort, 'keep'); end;

create trigger matter_replies_keep_replace before insert on matter_replies when exists (select 1 from matter_replies where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger matter_hand_overs_stamp before insert on matter_hand_overs when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger matter_hand_overs_keep_update before update on matter_hand_overs begin select raise(abort, 'keep'); end;

create trigger matter_hand_overs_keep_delete before delete on matter_hand_overs begin select raise(abort, 'keep'); end;

create trigger matter_hand_overs_keep_replace before insert on matter_hand_overs when exists (select 1 from matter_hand_overs where matter_id = new.matter_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger resolutions_stamp before insert on resolutions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger resolutions_keep_update before update on resolutions begin select raise(abort, 'keep'); end;

create trigger resolutions_keep_delete before delete on resolutions begin select raise(abort, 'keep'); end;

create trigger resolutions_keep_replace before insert on resolutions when exists (select 1 from resolutions where id = new.id or entry_id = new.entry_id or (matter_id = new.matter_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger matter_consents_stamp before insert on matter_consents when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger matter_consents_keep_update before update on matter_consents begin select raise(abort, 'keep'); end;

create trigger matter_consents_keep_delete before delete on matter_consents begin select raise(abort, 'keep'); end;

create trigger matter_consents_keep_replace before insert on matter_consents when exists (select 1 from matter_consents where entry_id = new.entry_id or (resolution_id = new.resolution_id and party = new.party))
begin select raise(abort, 'keep'); end;

create trigger matter_ends_stamp before insert on matter_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger matter_ends_keep_update before update on matter_ends begin select raise(abort, 'keep'); end;

create trigger matter_ends_keep_delete before delete on matter_ends begin select raise(abort, 'keep'); end;

create trigger matter_ends_keep_replace before insert on matter_ends when exists (select 1 from matter_ends where matter_id = new.matter_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
