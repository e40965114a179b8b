-- What changes: projects, their steps, working text, files and versions.
-- Why: one text, edited by section, frozen into immutable versions; a save is a row, so nothing typed is overwritten.
-- Rejected: a table of version texts; the canonical bytes are the version, and rows beside them could disagree.

-- The steps a project may take, and no other.
create table stage_changes (
  from_stage text collate "C" not null,
  to_stage text collate "C" not null,
  primary key (from_stage, to_stage)
);

insert into stage_changes (from_stage, to_stage) values
  ('draft', 'tabled'),
  ('tabled', 'draft'),
  ('tabled', 'in_discussion'),
  ('in_discussion', 'group_ballot'),
  ('group_ballot', 'in_discussion'),
  ('group_ballot', 'principals_ballot'),
  ('principals_ballot', 'in_discussion'),
  ('principals_ballot', 'declined'),
  ('principals_ballot', 'supervisor_review'),
  ('supervisor_review', 'cleared'),
  ('supervisor_review', 'in_discussion'),
  ('supervisor_review', 'declined'),
  ('cleared', 'implementing'),
  ('cleared', 'in_discussion'),
  ('implementing', 'completed'),
  ('implementing', 'closed'),
  ('completed', 'closed'),
  ('draft', 'withdrawn'),
  ('tabled', 'withdrawn'),
  ('in_discussion', 'withdrawn'),
  ('supervisor_review', 'withdrawn'),
  ('cleared', 'withdrawn'),
  ('tabled', 'lapsed'),
  ('in_discussion', 'lapsed'),
  ('group_ballot', 'lapsed'),
  ('principals_ballot', 'lapsed'),
  ('supervisor_review', 'lapsed'),
  ('lapsed', 'in_discussion');

-- A project as it stands: the only row of the gate that moves, and only with an entry.
create table projects (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references working_groups (id),
  sector text collate "C" not null check (sector in ('medicine','energy','agriculture')),
  proposed_by text collate "C" not null check (proposed_by in ('il','sy','joint')),
  source text collate "C" not null check (source in ('en','he','ar')),
  person_id text collate "C" not null references people (id),
  stage text collate "C" not null check (stage in ('draft','tabled','in_discussion','group_ballot','principals_ballot','supervisor_review','cleared','implementing','completed','closed','withdrawn','declined','lapsed')),
  code text collate "C" unique,
  authorisation_id text collate "C",
  created_entry_id text collate "C" not null references entries (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (code is not null or stage in ('draft','withdrawn')),
  check (code is null or ledger = 'joint'),
  check (authorisation_id is not null or stage not in ('cleared','implementing','completed','closed')),
  check (ledger in ('joint','caucus_il','caucus_sy')),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index projects_of_group on projects (group_id, stage);

-- Every step of a project from one stage to another.
create table project_steps (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  from_stage text collate "C" not null,
  to_stage text collate "C" not null,
  code text collate "C",
  authorisation_id text collate "C",
  audience text collate "C" not null,
  person_id text collate "C",
  lang text collate "C",
  reason text collate "C",
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  foreign key (from_stage, to_stage) references stage_changes (from_stage, to_stage),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index project_steps_of_project on project_steps (project_id);

-- The working text: each save of a section in one language is a row; the newest is the text.
create table edits (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  section text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  number bigint not null check (number > 0),
  text text collate "C" not null,
  text_hash text collate "C" not null check (length(text_hash) = 64),
  source_hash text collate "C" not null check (length(source_hash) = 64),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  unique (project_id, section, lang, number),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Civilian-scope declarations.
create table scopes (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  purpose boolean not null,
  no_military_party boolean not null,
  no_collection boolean not null,
  no_military_site boolean not null,
  dual_use text collate "C" not null,
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index scopes_of_project on scopes (project_id);

-- Files of a project; the bytes lie in the data directory under the id.
create table attachments (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  name text collate "C" not null,
  media_type text collate "C" not null,
  size bigint not null check (size >= 0),
  digest text collate "C" not null check (length(digest) = 64),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index attachments_of_project on attachments (project_id);

-- Files that no longer belong to the working text.
create table removals (
  attachment_id text collate "C" not null primary key references attachments (id),
  project_id text collate "C" not null references projects (id),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Immutable versions: the canonical bytes and their hash.
create table versions (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  number bigint not null,
  content text collate "C" not null,
  content_hash text collate "C" not null check (length(content_hash) = 64 and content_hash = lower(content_hash)),
  provenance text collate "C" not null,
  title_en text collate "C",
  title_he text collate "C",
  title_ar text collate "C",
  lang text collate "C",
  reason text collate "C",
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (project_id, number),
  unique (id, project_id, content_hash),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger),
  unique (project_id, id, content_hash)
);

-- SQLite has no SHA-256; there the store computes the hash and `portal verify` recomputes it.
alter table versions add check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'));

-- Texts marked reviewed or agreed; a mark hangs on the text and its source.
create table marks (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  section text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text_hash text collate "C" not null check (length(text_hash) = 64),
  source_hash text collate "C" not null check (length(source_hash) = 64),
  party text collate "C" not null check (party in ('il','sy')),
  degree text collate "C" not null check (degree in ('reviewed','agreed')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index marks_of_project on marks (project_id);
