-- What changes: the letters that mandates rest on, and how far a person's name may be seen.
-- Why: who may decide is proved by a letter; other parties see offices unless head and person together allow more.
-- Rejected: the letter as a column of the mandate, which never changes; a name that a head alone can open.

-- The letter of a mandate. Its bytes lie with the other files; only the own side reads it.
create table letters (
  mandate_id text collate "C" not null primary key references mandates (id),
  file_id text collate "C" not null,
  party text collate "C" not null,
  name text collate "C" not null,
  media_type text collate "C" not null,
  size bigint not null check (size > 0),
  digest text collate "C" not null check (length(digest) = 64),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What others see of a person; the newest counts.
create table profiles (
  id text collate "C" not null primary key,
  person_id text collate "C" not null references people (id),
  number bigint not null check (number > 0),
  profile text collate "C" not null check (profile in ('office','joint','public')),
  offered_by text collate "C" references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check (profile = 'office' or offered_by is not null),
  unique (person_id, number),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What a head offers and the person has not answered; part of no ledger, since nothing has changed.
create table profile_offers (
  person_id text collate "C" not null primary key references people (id),
  profile text collate "C" not null check (profile in ('joint','public')),
  offered_by text collate "C" not null references people (id),
  created_at bigint not null
);

create trigger letters_stamp before insert on letters for each row execute function stamp();
create trigger letters_keep before update or delete on letters for each row execute function refuse('keep');
create trigger letters_keep_all before truncate on letters for each statement execute function refuse('keep');

create trigger profiles_stamp before insert on profiles for each row execute function stamp();
create trigger profiles_keep before update or delete on profiles for each row execute function refuse('keep');
create trigger profiles_keep_all before truncate on profiles for each statement execute function refuse('keep');
