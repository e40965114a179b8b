-- What changes: sessions, one-time form answers, idempotency keys, unsent text and outgoing mail.
-- Why: they come and go, so they are neither stamped nor guarded.
-- Rejected: session contents in cookies, which could not be ended everywhere.

-- Sessions; only the hash of an id is kept.
create table sessions (
  id_hash text collate "C" not null primary key,
  person_id text collate "C" references people (id),
  record text collate "C" not null,
  expires_at bigint not null
);

create index sessions_of_person on sessions (person_id);

-- What a form says once after a redirect; opened by its own session only.
create table flashes (
  id text collate "C" not null primary key,
  session_hash text collate "C" not null,
  form text collate "C" not null,
  content text collate "C" not null,
  created_at bigint not null
);

-- Forms that were sent, so that sending one again is harmless.
create table form_keys (
  person_id text collate "C" not null,
  form_key text collate "C" not null,
  digest text collate "C" not null,
  answer text collate "C" not null,
  created_at bigint not null,
  primary key (person_id, form_key)
);

-- Text typed and not sent, read by its author only.
create table drafts (
  person_id text collate "C" not null references people (id),
  form text collate "C" not null,
  content text collate "C" not null,
  saved_at bigint not null,
  primary key (person_id, form)
);

-- Mail to be sent, written with its cause.
create table outbox (
  id text collate "C" not null primary key,
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null references entries (id),
  kind text collate "C" not null,
  created_at bigint not null,
  sent_at bigint
);
