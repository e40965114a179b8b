-- What changes: threads tied to a paragraph, resolved and opened again; answers, mentions and files of messages; what somebody has seen.
-- Why: talk about a text must say which words it means, and must stay findable when the words change.
-- Rejected: the quoted words in the row, since the version keeps them for ever; a flag on the thread, which would hide who resolved it.

-- To which paragraph of which version a thread is tied.
create table anchors (
  thread_id text not null primary key,
  project_id text not null,
  audience text not null,
  version_id text not null references versions (id),
  section text not null,
  lang text not null check (lang in ('en','he','ar')),
  paragraph integer not null check (paragraph > 0),
  text_hash text not null check (length(text_hash) = 64),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  foreign key (thread_id, project_id, audience) references threads (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A thread resolved, by odd numbers, and opened again, by even ones.
create table settlings (
  id text not null primary key,
  thread_id text not null,
  project_id text not null,
  audience text not null,
  number integer not null check (number > 0),
  person_id text not null references people (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  unique (thread_id, number),
  foreign key (thread_id, project_id, audience) references threads (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A message answers another of its thread.
create table replies (
  message_id text not null primary key,
  to_id text not null,
  project_id text not null,
  audience text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  check (message_id <> to_id),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (to_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A message asks for the attention of somebody who may read it.
create table mentions (
  message_id text not null,
  person_id text not null references people (id),
  project_id text not null,
  audience text not null,
  entry_id text not null,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  primary key (message_id, person_id),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- Files of messages; their bytes lie with the other files.
create table message_files (
  id text not null primary key,
  message_id text not null,
  project_id text not null,
  audience text not null,
  name text not null,
  media_type text not null,
  size integer not null check (size > 0),
  digest text not null check (length(digest) = 64),
  person_id text not null references people (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  unique (message_id, digest),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index anchors_of_project on anchors (project_id);
create index mentions_of_person on mentions (person_id);

-- How far somebody has seen a thing, for their own eyes; part of no ledger.
create table seen (
  person_id text not null references people (id),
  kind text not null check (kind in ('thread','version','activity')),
  subject_id text not null,
  mark integer not null,
  primary key (person_id, kind, subject_id)
) strict, without rowid;

create trigger settling_guard before insert on settlings when not coalesce(new.number = 1 + coalesce((select max(number) from settlings where thread_id = new.thread_id), 0), 0)
begin select raise(abort, 'settling_guard'); end;

create trigger reply_guard before insert on replies when not coalesce(exists (select 1 from messages a join messages b on b.thread_id = a.thread_id where a.id = new.message_id and b.id = new.to_id), 0)
begin select raise(abort, 'reply_guard'); end;

create trigger message_file_guard before insert on message_files when not coalesce(exists (select 1 from messages m where m.id = new.message_id and m.person_id = new.person_id)
    and not exists (select 1 from message_ends e where e.message_id = new.message_id), 0)
begin select raise(abort, 'message_file_guard'); end;

create trigger anchors_stamp before insert on anchors when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger anchors_keep_update before update on anchors begin select raise(abort, 'keep'); end;

create trigger anchors_keep_delete before delete on anchors begin select raise(abort, 'keep'); end;

create trigger anchors_keep_replace before insert on anchors when exists (select 1 from anchors where thread_id = new.thread_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger settlings_stamp before insert on settlings when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger settlings_keep_update before update on settlings begin select raise(abort, 'keep'); end;

create trigger settlings_keep_delete before delete on settlings begin select raise(abort, 'keep'); end;

create trigger settlings_keep_replace before insert on settlings when exists (select 1 from settlings where id = new.id or entry_id = new.entry_id or (thread_id = new.thread_id and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger replies_stamp before insert on replies when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger replies_keep_update before update on replies begin select raise(abort, 'keep'); end;

create trigger replies_keep_delete before delete on replies begin select raise(abort, 'keep'); end;

create trigger replies_keep_replace before insert on replies when exists (select 1 from replies where message_id = new.message_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger mentions_stamp before insert on mentions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger mentions_keep_update before update on mentions begin select raise(abort, 'keep'); end;

create trigger mentions_keep_delete before delete on mentions begin select raise(abort, 'keep'); end;

create trigger mentions_keep_replace before insert on mentions when exists (select 1 from mentions where (message_id = new.message_id and person_id = new.person_id))
begin select raise(abort, 'keep'); end;

create trigger message_files_stamp before insert on message_files when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger message_files_keep_update before update on message_files begin select raise(abort, 'keep'); end;

create trigger message_files_keep_delete before delete on message_files begin select raise(abort, 'keep'); end;

create trigger message_files_keep_replace before insert on message_files when exists (select 1 from message_files where id = new.id or entry_id = new.entry_id or (message_id = new.message_id and digest = new.digest))
begin select raise(abort, 'keep'); end;
