-- What changes: the ledgers, people, roles and mandates.
-- Why: every other row is stamped by an entry, and nothing is decided without a mandate.
-- Rejected: sequences as ids, which would count rows that others may not know of.

-- What kind of installation this is: times may lie in the past only in a demonstration.
create table installation (
  id integer not null primary key check (id = 1),
  kind text not null check (kind in ('live','demonstration'))
) strict, without rowid;

-- The ledgers: one row for each recorded change, bound to the one before by hash.
create table entries (
  id text not null primary key,
  ledger text not null check (ledger in ('public','joint','caucus_il','caucus_sy','caucus_us','channel_il','channel_sy','security')),
  seq integer not null,
  recorded_at integer not null,
  person_id text not null,
  party text not null check (party in ('il','sy','us','none')),
  command text not null,
  subject text not null,
  subject_id text not null,
  project_id text,
  version_id text,
  content_hash text,
  request_id text not null,
  salt text not null,
  commitment text not null check (length(commitment) = 64),
  previous text not null check (length(previous) = 64),
  hash text not null unique check (length(hash) = 64),
  unique (ledger, seq),
  unique (id, recorded_at, ledger)
) strict, without rowid;

create index entries_of_project on entries (project_id, ledger, seq);

-- A person belongs to one party for ever.
create table people (
  id text not null primary key,
  party text not null check (party in ('il','sy','us','none')),
  name text not null,
  office_en text not null,
  office_he text not null,
  office_ar text not null,
  unique (id, party)
) strict, without rowid;

-- What a person may change about themselves, and how they sign in. Not part of any ledger.
create table accounts (
  person_id text not null primary key references people (id),
  email text not null unique,
  password_hash text not null,
  lang text not null check (lang in ('en','he','ar')),
  revision integer not null default 1
) strict, without rowid;

-- Working groups, with their names in three languages.
create table working_groups (
  id text not null primary key,
  slug text not null unique,
  sector text not null check (sector in ('medicine','energy','agriculture')),
  name_en text not null,
  name_he text not null,
  name_ar text not null,
  terms_en text not null,
  terms_he text not null,
  terms_ar text not null
) strict, without rowid;

-- Roles as held, in one group or, without a group, in all.
create table roles (
  id text not null primary key,
  person_id text not null,
  party text not null,
  role text not null check (role in ('member','translator','co_chair','signatory','head','reviewer','officer','secretariat','administrator')),
  group_id text references working_groups (id),
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  check ((role in ('reviewer','officer')) = (party = 'us')),
  check ((role in ('secretariat','administrator')) = (party = 'none')),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index roles_of_person on roles (person_id);

-- The right to decide for a party; it never changes and ends by a row of its own.
create table mandates (
  id text not null primary key,
  person_id text not null,
  party text not null check (party <> 'none'),
  group_id text not null references working_groups (id),
  power text not null check (power in ('group','principals','sign_off')),
  starts_at integer not null,
  ends_at integer not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  check (starts_at < ends_at),
  check ((power = 'sign_off') = (party = 'us')),
  unique (id, person_id, party, power),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index mandates_of_person on mandates (person_id);
create index mandates_of_group on mandates (group_id);

-- Mandates that have ended early.
create table mandate_ends (
  mandate_id text not null primary key references mandates (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;
