-- What changes: the letters that mandates rest on, and how far a person's name may be seen.
-- Why: who may decide is proved by a letter; other parties see offices unless head and person together allow more.
-- Rejected: the letter as a column of the mandate, which never changes; a name that a head alone can open.

-- The letter of a mandate. Its bytes lie with the other files; only the own side reads it.
create table letters (
  mandate_id text not null primary key references mandates (id),
  file_id text not null,
  party text not null,
  name text not null,
  media_type text not null,
  size integer not null check (size > 0),
  digest text not null check (length(digest) = 64),
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What others see of a person; the newest counts.
create table profiles (
  id text not null primary key,
  person_id text not null references people (id),
  number integer not null check (number > 0),
  profile text not null check (profile in ('office','joint','public')),
  offered_by text references people (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  check (profile = 'office' or offered_by is not null),
  unique (person_id, number),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- What a head offers and the person has not answered; part of no ledger, since nothing has changed.
create table profile_offers (
  person_id text not null primary key references people (id),
  profile text not null check (profile in ('joint','public')),
  offered_by text not null references people (id),
  created_at integer not null
) strict, without rowid;

create trigger letters_stamp before insert on letters when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger letters_keep_update before update on letters begin select raise(abort, 'keep'); end;

create trigger letters_keep_delete before delete on letters begin select raise(abort, 'keep'); end;

create trigger letters_keep_replace before insert on letters when exists (select 1 from letters where mandate_id = new.mandate_id)
begin select raise(abort, 'keep'); end;

create trigger profiles_stamp before insert on profiles when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger profiles_keep_update before update on profiles begin select raise(abort, 'keep'); end;

create trigger profiles_keep_delete before delete on profiles begin select raise(abort, 'keep'); end;

create trigger profiles_keep_replace before insert on profiles when exists (select 1 from profiles where id = new.id or entry_id = new.entry_id or (person_id = new.person_id and number = new.number))
begin select raise(abort, 'keep'); end;
