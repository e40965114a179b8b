-- What changes: the ledgers, people, roles and mandates.
-- Why: every other row is stamped by an entry, and nothing is decided without a mandate.
-- Rejected: sequences as ids, which would count rows that others may not know of.

create schema if not exists portal;

-- What kind of installation this is: times may lie in the past only in a demonstration.
create table installation (
  id bigint not null primary key check (id = 1),
  kind text collate "C" not null check (kind in ('live','demonstration'))
);

-- The ledgers: one row for each recorded change, bound to the one before by hash.
create table entries (
  id text collate "C" not null primary key,
  ledger text collate "C" not null check (ledger in ('public','joint','caucus_il','caucus_sy','caucus_us','channel_il','channel_sy','security')),
  seq bigint not null,
  recorded_at bigint not null,
  person_id text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy','us','none')),
  command text collate "C" not null,
  subject text collate "C" not null,
  subject_id text collate "C" not null,
  project_id text collate "C",
  version_id text collate "C",
  content_hash text collate "C",
  request_id text collate "C" not null,
  salt text collate "C" not null,
  commitment text collate "C" not null check (length(commitment) = 64),
  previous text collate "C" not null check (length(previous) = 64),
  hash text collate "C" not null unique check (length(hash) = 64),
  unique (ledger, seq),
  unique (id, recorded_at, ledger)
);

create index entries_of_project on entries (project_id, ledger, seq);

-- A person belongs to one party for ever.
create table people (
  id text collate "C" not null primary key,
  party text collate "C" not null check (party in ('il','sy','us','none')),
  name text collate "C" not null,
  office_en text collate "C" not null,
  office_he text collate "C" not null,
  office_ar text collate "C" not null,
  unique (id, party)
);

-- What a person may change about themselves, and how they sign in. Not part of any ledger.
create table accounts (
  person_id text collate "C" not null primary key references people (id),
  email text collate "C" not null unique,
  password_hash text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  revision bigint not null default 1
);

-- Working groups, with their names in three languages.
create table working_groups (
  id text collate "C" not null primary key,
  slug text collate "C" not null unique,
  sector text collate "C" not null check (sector in ('medicine','energy','agriculture')),
  name_en text collate "C" not null,
  name_he text collate "C" not null,
  name_ar text collate "C" not null,
  terms_en text collate "C" not null,
  terms_he text collate "C" not null,
  terms_ar text collate "C" not null
);

-- Roles as held, in one group or, without a group, in all.
create table roles (
  id text collate "C" not null primary key,
  person_id text collate "C" not null,
  party text collate "C" not null,
  role text collate "C" not null check (role in ('member','translator','co_chair','signatory','head','reviewer','officer','secretariat','administrator')),
  group_id text collate "C" references working_groups (id),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  check ((role in ('reviewer','officer')) = (party = 'us')),
  check ((role in ('secretariat','administrator')) = (party = 'none')),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index roles_of_person on roles (person_id);

-- The right to decide for a party; it never changes and ends by a row of its own.
create table mandates (
  id text collate "C" not null primary key,
  person_id text collate "C" not null,
  party text collate "C" not null check (party <> 'none'),
  group_id text collate "C" not null references working_groups (id),
  power text collate "C" not null check (power in ('group','principals','sign_off')),
  starts_at bigint not null,
  ends_at bigint not null,
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  check (starts_at < ends_at),
  check ((power = 'sign_off') = (party = 'us')),
  unique (id, person_id, party, power),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index mandates_of_person on mandates (person_id);
create index mandates_of_group on mandates (group_id);

-- Mandates that have ended early.
create table mandate_ends (
  mandate_id text collate "C" not null primary key references mandates (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);
