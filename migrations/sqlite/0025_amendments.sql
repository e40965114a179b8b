-- What changes: amendments to a section, and how each ended.
-- Why: other words are proposed by anyone and stand in the text when both sides said yes to them.
-- Rejected: the words as a draft edit, which would be text before both agreed; one end for both outcomes without its reason.

-- A proposed wording of one section; a language without words stays as it is.
create table amendments (
  id text not null primary key,
  project_id text not null references projects (id),
  version_id text not null references versions (id),
  section text not null,
  text_en text,
  text_he text,
  text_ar text,
  base_en integer not null check (base_en >= 0),
  base_he integer not null check (base_he >= 0),
  base_ar integer not null check (base_ar >= 0),
  lang text not null check (lang in ('en','he','ar')),
  reason text not null,
  hash text not null check (length(hash) = 64),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (id, project_id),
  check (text_en is not null or text_he is not null or text_ar is not null),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- How an amendment ended.
create table amendment_ends (
  amendment_id text not null primary key,
  project_id text not null,
  outcome text not null check (outcome in ('accepted','declined','withdrawn')),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  lang text check (lang in ('en','he','ar')),
  reason text,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  check ((outcome = 'declined') = (reason is not null)),
  check ((lang is null) = (reason is null)),
  foreign key (amendment_id, project_id) references amendments (id, project_id),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index amendments_of_project on amendments (project_id);

create trigger amendment_guard before insert on amendments when not coalesce(exists (select 1 from projects p where p.id = new.project_id and p.stage = 'in_discussion')
    and new.version_id = (select v.id from versions v where v.project_id = new.project_id order by v.number desc limit 1), 0)
begin select raise(abort, 'amendment_guard'); end;

create trigger amendment_end_guard before insert on amendment_ends when not coalesce(exists (select 1 from amendments a where a.id = new.amendment_id
    and (new.outcome <> 'withdrawn' or new.person_id = a.person_id)
    and (new.outcome <> 'accepted' or (exists (select 1 from consents c where c.subject = 'amendment' and c.subject_id = a.id and c.subject_hash = a.hash and c.party = 'il' and not exists (select 1 from consent_ends x where x.consent_id = c.id))
      and exists (select 1 from consents c where c.subject = 'amendment' and c.subject_id = a.id and c.subject_hash = a.hash and c.party = 'sy' and not exists (select 1 from consent_ends x where x.consent_id = c.id))))), 0)
begin select raise(abort, 'amendment_end_guard'); end;

create trigger amendments_stamp before insert on amendments when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger amendments_keep_update before update on amendments begin select raise(abort, 'keep'); end;

create trigger amendments_keep_delete before delete on amendments begin select raise(abort, 'keep'); end;

create trigger amendments_keep_replace before insert on amendments when exists (select 1 from amendments where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger amendment_ends_stamp before insert on amendment_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger amendment_ends_keep_update before update on amendment_ends begin select raise(abort, 'keep'); end;

create trigger amendment_ends_keep_delete before delete on amendment_ends begin select raise(abort, 'keep'); end;

create trigger amendment_ends_keep_replace before insert on amendment_ends when exists (select 1 from amendment_ends where amendment_id = new.amendment_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
