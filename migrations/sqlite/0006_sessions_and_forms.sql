-- What changes: sessions, one-time form answers, idempotency keys, unsent text and outgoing mail.
-- Why: they come and go, so they are neither stamped nor guarded.
-- Rejected: session contents in cookies, which could not be ended everywhere.

-- Sessions; only the hash of an id is kept.
create table sessions (
  id_hash text not null primary key,
  person_id text references people (id),
  record text not null,
  expires_at integer not null
) strict, without rowid;

create index sessions_of_person on sessions (person_id);

-- What a form says once after a redirect; opened by its own session only.
create table flashes (
  id text not null primary key,
  session_hash text not null,
  form text not null,
  content text not null,
  created_at integer not null
) strict, without rowid;

-- Forms that were sent, so that sending one again is harmless.
create table form_keys (
  person_id text not null,
  form_key text not null,
  digest text not null,
  answer text not null,
  created_at integer not null,
  primary key (person_id, form_key)
) strict, without rowid;

-- Text typed and not sent, read by its author only.
create table drafts (
  person_id text not null references people (id),
  form text not null,
  content text not null,
  saved_at integer not null,
  primary key (person_id, form)
) strict, without rowid;

-- Mail to be sent, written with its cause.
create table outbox (
  id text not null primary key,
  person_id text not null references people (id),
  entry_id text not null references entries (id),
  kind text not null,
  created_at integer not null,
  sent_at integer
) strict, without rowid;
