-- What changes: threads tied to a paragraph, resolved and opened again; answers, mentions and files of messages; what somebody has seen.
-- Why: talk about a text must say which words it means, and must stay findable when the words change.
-- Rejected: the quoted words in the row, since the version keeps them for ever; a flag on the thread, which would hide who resolved it.

-- To which paragraph of which version a thread is tied.
create table anchors (
  thread_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  version_id text collate "C" not null references versions (id),
  section text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  paragraph bigint not null check (paragraph > 0),
  text_hash text collate "C" not null check (length(text_hash) = 64),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  foreign key (thread_id, project_id, audience) references threads (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A thread resolved, by odd numbers, and opened again, by even ones.
create table settlings (
  id text collate "C" not null primary key,
  thread_id text collate "C" not null,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  number bigint not null check (number > 0),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  unique (thread_id, number),
  foreign key (thread_id, project_id, audience) references threads (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A message answers another of its thread.
create table replies (
  message_id text collate "C" not null primary key,
  to_id text collate "C" not null,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  check (message_id <> to_id),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (to_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A message asks for the attention of somebody who may read it.
create table mentions (
  message_id text collate "C" not null,
  person_id text collate "C" not null references people (id),
  project_id text collate "C" not null,
  audience text collate "C" not null,
  entry_id text collate "C" not null,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  primary key (message_id, person_id),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Files of messages; their bytes lie with the other files.
create table message_files (
  id text collate "C" not null primary key,
  message_id text collate "C" not null,
  project_id text collate "C" not null,
  audience text collate "C" not null,
  name text collate "C" not null,
  media_type text collate "C" not null,
  size bigint not null check (size > 0),
  digest text collate "C" not null check (length(digest) = 64),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  unique (message_id, digest),
  foreign key (message_id, project_id, audience) references messages (id, project_id, audience),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index anchors_of_project on anchors (project_id);
create index mentions_of_person on mentions (person_id);

-- How far somebody has seen a thing, for their own eyes; part of no ledger.
create table seen (
  person_id text collate "C" not null references people (id),
  kind text collate "C" not null check (kind in ('thread','version','activity')),
  subject_id text collate "C" not null,
  mark bigint not null,
  primary key (person_id, kind, subject_id)
);

create function settling_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from settlings where thread_id = new.thread_id), 0), false) then
    raise exception 'settling_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger settling_guard before insert on settlings for each row execute function settling_guard();

create function reply_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from messages a join messages b on b.thread_id = a.thread_id where a.id = new.message_id and b.id = new.to_id), false) then
    raise exception 'reply_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger reply_guard before insert on replies for each row execute function reply_guard();

create function message_file_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from messages m where m.id = new.message_id and m.person_id = new.person_id)
    and not exists (select 1 from message_ends e where e.message_id = new.message_id), false) then
    raise exception 'message_file_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger message_file_guard before insert on message_files for each row execute function message_file_guard();

create trigger anchors_stamp before insert on anchors for each row execute function stamp_of_project();
create trigger anchors_keep before update or delete on anchors for each row execute function refuse('keep');
create trigger anchors_keep_all before truncate on anchors for each statement execute function refuse('keep');

alter table anchors enable row level security;
alter table anchors force row level security;
create policy readers on anchors using (audience_is_read(audience)) with check (audience_is_read(audience));

create trigger settlings_stamp before insert on settlings for each row execute function stamp_of_project();
create trigger settlings_keep before update or delete on settlings for each row execute function refuse('keep');
create trigger settlings_keep_all before truncate on settlings for each statement execute function refuse('keep');

alter table settlings enable row level security;
alter table settlings force row level security;
create policy readers on settlings using (audience_is_read(audience)) with check (audience_is_read(audience));

create trigger replies_stamp before insert on replies for each row execute function stamp_of_project();
create trigger replies_keep before update or delete on replies for each row execute function refuse('keep');
create trigger replies_keep_all before truncate on replies for each statement execute function refuse('keep');

alter table replies enable row level security;
alter table replies force row level security;
create policy readers on replies using (audience_is_read(audience)) with check (audience_is_read(audience));

create trigger mentions_stamp before insert on mentions for each row execute function stamp_of_project();
create trigger mentions_keep before update or delete on mentions for each row execute function refuse('keep');
create trigger mentions_keep_all before truncate on mentions for each statement execute function refuse('keep');

alter table mentions enable row level security;
alter table mentions force row level security;
create policy readers on mentions using (audience_is_read(audience)) with check (audience_is_read(audience));

create trigger message_files_stamp before insert on message_files for each row execute function stamp_of_project();
create trigger message_files_keep before update or delete on message_files for each row execute function refuse('keep');
create trigger message_files_keep_all before truncate on message_files for each statement execute function refuse('keep');

alter table message_files enable row level security;
alter table message_files force row level security;
create policy readers on message_files using (audience_is_read(audience)) with check (audience_is_read(audience));
