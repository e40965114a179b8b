-- What changes: threads with audiences, messages, and summaries for the public.
-- Why: an audience is part of every key, so a message cannot stand in a thread of another audience.
-- Rejected: a view of the project for the public; a summary is an object of its own with two consents.

-- Threads; whoever is outside the audience does not learn that one exists.
create table threads (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  audience text collate "C" not null check (audience in ('joint','caucus_il','caucus_sy','caucus_us','channel_il','channel_sy')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  title text collate "C" not null,
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  unique (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index threads_of_project on threads (project_id, audience);

-- Messages; the words are the newest wording.
create table messages (
  id text collate "C" not null primary key,
  thread_id text collate "C" not null,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  person_id text collate "C" not null,
  party text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  foreign key (thread_id, project_id, audience) references threads (id, project_id, audience),
  foreign key (person_id, party) references people (id, party),
  unique (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index messages_of_thread on messages (thread_id);

-- Every text a message has had.
create table wordings (
  id text collate "C" not null primary key,
  message_id text collate "C" not null,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  number bigint not null check (number > 0),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  unique (message_id, number),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Messages taken back.
create table message_ends (
  message_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What the public may read: written, and out only with a release.
create table summaries (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  number bigint not null,
  content text collate "C" not null,
  hash text collate "C" not null check (length(hash) = 64),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (project_id, number),
  unique (id, project_id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Summaries that went live.
create table releases (
  summary_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (summary_id, project_id) references summaries (id, project_id),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index releases_of_project on releases (project_id);

-- Summaries taken back.
create table retractions (
  summary_id text collate "C" not null primary key references releases (summary_id),
  project_id text collate "C" not null,
  person_id text collate "C" not null references people (id),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);
