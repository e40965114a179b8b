-- What changes: security events, second factors, roles that end, people who are suspended, and people who wait for a second yes.
-- Why: who gets in, and who decides it, has to be seen by others; leaving takes effect at the next request.
-- Rejected: events in the log alone, where whoever runs the server can take them out.

-- What happened at the doors: an entry of the ledger for security each, read by administrators.
create table security_events (
  id text collate "C" not null primary key,
  person_id text collate "C",
  network text collate "C",
  times bigint not null check (times > 0),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'security' check (ledger = 'security'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Roles that have ended.
create table role_ends (
  role_id text collate "C" not null primary key references roles (id),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- People who may not come in, until a row ends it.
create table suspensions (
  id text collate "C" not null primary key,
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Suspensions that have ended.
create table suspension_ends (
  suspension_id text collate "C" not null primary key references suspensions (id),
  person_id text collate "C" not null references people (id),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- People who wait for the yes of a second one of their side. Not part of any ledger: what waits has happened to nobody.
create table nominations (
  id text collate "C" not null primary key,
  party text collate "C" not null check (party in ('il','sy','us','none')),
  proposed_by text collate "C" not null references people (id),
  content text collate "C" not null,
  created_at bigint not null
);

-- One-time codes by an app: the secret, sealed, and the last step that was used.
create table authenticators (
  person_id text collate "C" not null primary key references people (id),
  secret text collate "C" not null,
  last_step bigint not null,
  created_at bigint not null
);

-- Codes for the day on which the app is lost; only hashes are kept, a used one goes.
create table recovery_codes (
  code_hash text collate "C" not null primary key,
  person_id text collate "C" not null references people (id),
  created_at bigint not null
);

-- Passkeys: the public half, with its counter.
create table passkeys (
  id text collate "C" not null primary key,
  person_id text collate "C" not null references people (id),
  name text collate "C" not null,
  credential text collate "C" not null,
  created_at bigint not null,
  used_at bigint
);

create trigger security_events_stamp before insert on security_events for each row execute function stamp();
create trigger security_events_keep before update or delete on security_events for each row execute function refuse('keep');
create trigger security_events_keep_all before truncate on security_events for each statement execute function refuse('keep');

create trigger role_ends_stamp before insert on role_ends for each row execute function stamp();
create trigger role_ends_keep before update or delete on role_ends for each row execute function refuse('keep');
create trigger role_ends_keep_all before truncate on role_ends for each statement execute function refuse('keep');

create trigger suspensions_stamp before insert on suspensions for each row execute function stamp();
create trigger suspensions_keep before update or delete on suspensions for each row execute function refuse('keep');
create trigger suspensions_keep_all before truncate on suspensions for each statement execute function refuse('keep');

create trigger suspension_ends_stamp before insert on suspension_ends for each row execute function stamp();
create trigger suspension_ends_keep before update or delete on suspension_ends for each row execute function refuse('keep');
create trigger suspension_ends_keep_all before truncate on suspension_ends for each statement execute function refuse('keep');

create index recovery_codes_of_person on recovery_codes (person_id);

create index passkeys_of_person on passkeys (person_id);

create index suspensions_of_person on suspensions (person_id);

-- The roles that are held now.
create view held_roles with (security_invoker = true) as
select * from roles r
where not exists (select 1 from role_ends e where e.role_id = r.id)
  and not exists (select 1 from suspensions s where s.person_id = r.person_id
    and not exists (select 1 from suspension_ends n where n.suspension_id = s.id));

-- The mandates under which somebody may decide, while they last.
create view held_mandates with (security_invoker = true) as
select * from mandates m
where not exists (select 1 from mandate_ends e where e.mandate_id = m.id)
  and not exists (select 1 from suspensions s where s.person_id = m.person_id
    and not exists (select 1 from suspension_ends n where n.suspension_id = s.id));

-- Row security: what stands in the ledger for security is for its readers alone.
alter table security_events enable row level security;
alter table security_events force row level security;
create policy readers on security_events using (audience_is_read(ledger)) with check (audience_is_read(ledger));
