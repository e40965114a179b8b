-- What changes: the glossary of a working group, with both sides' consents.
-- Why: what is called how in three languages is agreed once, and not in every text anew.
-- Rejected: consents to terms among those of projects, since a term belongs to none; a term that is changed in its place.

-- One term in three languages.
create table terms (
  id text not null primary key,
  group_id text not null references working_groups (id),
  term_en text not null check (term_en <> ''),
  term_he text not null check (term_he <> ''),
  term_ar text not null check (term_ar <> ''),
  hash text not null check (length(hash) = 64),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- One side's yes to a term.
create table term_consents (
  term_id text not null,
  hash text not null,
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  primary key (term_id, party),
  foreign key (term_id, hash) references terms (id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A proposal that came to nothing.
create table term_ends (
  term_id text not null primary key references terms (id),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index terms_of_group on terms (group_id);

create trigger term_consent_guard before insert on term_consents when not coalesce(not exists (select 1 from term_ends e where e.term_id = new.term_id), 0)
begin select raise(abort, 'term_consent_guard'); end;

create trigger term_end_guard before insert on term_ends when not coalesce((select count(*) from term_consents c where c.term_id = new.term_id) < 2, 0)
begin select raise(abort, 'term_end_guard'); end;

create trigger terms_stamp before insert on terms when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger terms_keep_update before update on terms begin select raise(abort, 'keep'); end;

create trigger terms_keep_delete before delete on terms begin select raise(abort, 'keep'); end;

create trigger terms_keep_replace before insert on terms when exists (select 1 from terms where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger term_consents_stamp before insert on term_consents when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger term_consents_keep_update before update on term_consents begin select raise(abort, 'keep'); end;

create trigger term_consents_keep_delete before delete on term_consents begin select raise(abort, 'keep'); end;

create trigger term_consents_keep_replace before insert on term_consents when exists (select 1 from term_consents where (term_id = new.term_id and party = new.party) or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger term_ends_stamp before insert on term_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger term_ends_keep_update before update on term_ends begin select raise(abort, 'keep'); end;

create trigger term_ends_keep_delete before delete on term_ends begin select raise(abort, 'keep'); end;

create trigger term_ends_keep_replace before insert on term_ends when exists (select 1 from term_ends where term_id = new.term_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
