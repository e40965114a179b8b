-- What changes: consents, ballots, positions, points, conditions, sign-offs and the authorisation that joins three keys.
-- Why: composite keys tie each key to the same ballot, version and hash; constants are pinned by checks, nothing is null.
-- Rejected: a flag on the project; a flag can be set without its reasons.

-- One side's yes to a thing that must be joint, bound to its hash.
create table consents (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  subject text collate "C" not null,
  subject_id text collate "C" not null,
  subject_hash text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  unique (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index consents_of_project on consents (project_id);
create index consents_of_subject on consents (subject, subject_id);

-- Consents taken back.
create table consent_ends (
  consent_id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  party text collate "C" not null,
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (consent_id, party) references consents (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Ballots; closing is the only thing that ever happens to one.
create table ballots (
  id text collate "C" not null primary key,
  project_id text collate "C" not null,
  number bigint not null,
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  level text collate "C" not null check (level in ('group','principals')),
  closed_at bigint,
  closing_entry_id text collate "C" unique,
  outcome text collate "C" check (outcome in ('passed','returned','declined','recalled','lapsed')),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (closing_entry_id, closed_at, ledger) references entries (id, recorded_at, ledger),
  check ((closed_at is null) = (outcome is null)),
  check ((closed_at is null) = (closing_entry_id is null)),
  foreign key (project_id, version_id, content_hash) references versions (project_id, id, content_hash),
  unique (project_id, number),
  unique (id, project_id, version_id, content_hash, level),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create unique index ballots_open on ballots (project_id) where closed_at is null;

-- One side's formal answer in one ballot.
create table positions (
  id text collate "C" not null primary key,
  ballot_id text collate "C" not null,
  project_id text collate "C" not null,
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  level text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy')),
  number bigint not null,
  mandate_id text collate "C" not null,
  person_id text collate "C" not null,
  verdict text collate "C" not null check (verdict in ('approve','no_objection','needs_time','object','decline')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  statement text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check (verdict <> 'no_objection' or level = 'group'),
  check (verdict <> 'decline' or level = 'principals'),
  foreign key (ballot_id, project_id, version_id, content_hash, level) references ballots (id, project_id, version_id, content_hash, level),
  foreign key (mandate_id, person_id, party, level) references mandates (id, person_id, party, power),
  unique (ballot_id, party, number),
  unique (id, project_id, party, level),
  unique (id, ballot_id, project_id, version_id, content_hash, level, party, verdict),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index positions_of_project on positions (project_id);

-- Approvals taken back.
create table withdrawals (
  position_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  party text collate "C" not null,
  level text collate "C" not null check (level = 'principals'),
  mandate_id text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (position_id, project_id, party, level) references positions (id, project_id, party, level),
  foreign key (mandate_id, person_id, party, level) references mandates (id, person_id, party, power),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index withdrawals_of_project on withdrawals (project_id);

-- Dossiers prepared by a reviewer for an officer.
create table preparations (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  ballot_id text collate "C" not null references ballots (id),
  dossier_hash text collate "C" not null check (length(dossier_hash) = 64),
  person_id text collate "C" not null references people (id),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  note text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (ballot_id, person_id, dossier_hash),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index preparations_of_project on preparations (project_id);

-- The supervisor's decisions. The preparer is never the officer.
create table sign_offs (
  id text collate "C" not null primary key,
  ballot_id text collate "C" not null unique,
  project_id text collate "C" not null,
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  level text collate "C" not null check (level = 'principals'),
  dossier_hash text collate "C" not null check (length(dossier_hash) = 64),
  decision text collate "C" not null check (decision in ('signed','returned','refused')),
  valid_until bigint,
  party text collate "C" not null check (party = 'us'),
  power text collate "C" not null check (power = 'sign_off'),
  mandate_id text collate "C" not null,
  person_id text collate "C" not null,
  preparer_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  note text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check (person_id <> preparer_id),
  check ((decision = 'signed') = (valid_until is not null)),
  foreign key (ballot_id, preparer_id, dossier_hash) references preparations (ballot_id, person_id, dossier_hash),
  foreign key (preparer_id, party) references people (id, party),
  foreign key (ballot_id, project_id, version_id, content_hash, level) references ballots (id, project_id, version_id, content_hash, level),
  foreign key (mandate_id, person_id, party, power) references mandates (id, person_id, party, power),
  unique (id, project_id, party),
  unique (id, ballot_id, project_id, version_id, content_hash, decision),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index sign_offs_of_project on sign_offs (project_id);

-- Sign-offs taken back.
create table revocations (
  sign_off_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  party text collate "C" not null,
  power text collate "C" not null check (power = 'sign_off'),
  mandate_id text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (sign_off_id, project_id, party) references sign_offs (id, project_id, party),
  foreign key (mandate_id, person_id, party, power) references mandates (id, person_id, party, power),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index revocations_of_project on revocations (project_id);

-- Three keys of one hash. Every column is needed by a key: none may be null.
create table authorisations (
  id text collate "C" not null primary key,
  ballot_id text collate "C" not null,
  project_id text collate "C" not null,
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  level text collate "C" not null check (level = 'principals'),
  verdict text collate "C" not null check (verdict = 'approve'),
  decision text collate "C" not null check (decision = 'signed'),
  il_position text collate "C" not null unique,
  il text collate "C" not null check (il = 'il'),
  sy_position text collate "C" not null unique,
  sy text collate "C" not null check (sy = 'sy'),
  sign_off_id text collate "C" not null unique,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, project_id),
  foreign key (il_position, ballot_id, project_id, version_id, content_hash, level, il, verdict) references positions (id, ballot_id, project_id, version_id, content_hash, level, party, verdict),
  foreign key (sy_position, ballot_id, project_id, version_id, content_hash, level, sy, verdict) references positions (id, ballot_id, project_id, version_id, content_hash, level, party, verdict),
  foreign key (sign_off_id, ballot_id, project_id, version_id, content_hash, decision) references sign_offs (id, ballot_id, project_id, version_id, content_hash, decision),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index authorisations_of_project on authorisations (project_id);

-- Points of an objection or of a returned sign-off.
create table points (
  id text collate "C" not null primary key,
  project_id text collate "C" not null,
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  number bigint not null,
  position_id text collate "C" references positions (id),
  sign_off_id text collate "C" references sign_offs (id),
  section text collate "C" not null,
  class text collate "C" not null check (class in ('scope','safety','legal','cost','wording','capacity','linked_project','other')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null,
  resolve text collate "C" not null check (length(resolve) > 0),
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check ((position_id is null) <> (sign_off_id is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (project_id, version_id, content_hash) references versions (project_id, id, content_hash),
  unique (project_id, number),
  unique (id, project_id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Answers to points; they do not close them.
create table answers (
  id text collate "C" not null primary key,
  point_id text collate "C" not null references points (id),
  project_id text collate "C" not null references projects (id),
  party text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index answers_of_project on answers (project_id);

-- Points closed by their own party.
create table point_ends (
  point_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  party text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  note text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (point_id, project_id, party) references points (id, project_id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index point_ends_of_project on point_ends (project_id);

-- Conditions set with an approval or a sign-off.
create table conditions (
  id text collate "C" not null primary key,
  project_id text collate "C" not null,
  version_id text collate "C" not null,
  content_hash text collate "C" not null,
  position_id text collate "C" references positions (id),
  sign_off_id text collate "C" references sign_offs (id),
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  number bigint not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null,
  owner text collate "C" not null check (owner in ('il','sy')),
  due text collate "C" not null check (due in ('before_start','during','before_completion')),
  evidence text collate "C" not null,
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check ((position_id is null) <> (sign_off_id is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (project_id, version_id, content_hash) references versions (project_id, id, content_hash),
  unique (project_id, number),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- One party's word that a condition is fulfilled.
create table verifications (
  id text collate "C" not null primary key,
  condition_id text collate "C" not null references conditions (id),
  project_id text collate "C" not null references projects (id),
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  note text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  unique (condition_id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index verifications_of_project on verifications (project_id);

-- Stop-work orders.
create table stop_works (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  unique (id, project_id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index stop_works_of_project on stop_works (project_id);

-- Orders lifted by the party that gave them.
create table stop_work_ends (
  stop_work_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  party text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  note text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (stop_work_id, project_id, party) references stop_works (id, project_id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index stop_work_ends_of_project on stop_work_ends (project_id);

alter table projects add foreign key (authorisation_id, id) references authorisations (id, project_id);
