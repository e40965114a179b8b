-- What changes: security events, second factors, roles that end, people who are suspended, and people who wait for a second yes.
-- Why: who gets in, and who decides it, has to be seen by others; leaving takes effect at the next request.
-- Rejected: events in the log alone, where whoever runs the server can take them out.

-- What happened at the doors: an entry of the ledger for security each, read by administrators.
create table security_events (
  id text not null primary key,
  person_id text,
  network text,
  times integer not null check (times > 0),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'security' check (ledger = 'security'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- Roles that have ended.
create table role_ends (
  role_id text not null primary key references roles (id),
  person_id text not null references people (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- People who may not come in, until a row ends it.
create table suspensions (
  id text not null primary key,
  person_id text not null references people (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- Suspensions that have ended.
create table suspension_ends (
  suspension_id text not null primary key references suspensions (id),
  person_id text not null references people (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- People who wait for the yes of a second one of their side. Not part of any ledger: what waits has happened to nobody.
create table nominations (
  id text not null primary key,
  party text not null check (party in ('il','sy','us','none')),
  proposed_by text not null references people (id),
  content text not null,
  created_at integer not null
) strict, without rowid;

-- One-time codes by an app: the secret, sealed, and the last step that was used.
create table authenticators (
  person_id text not null primary key references people (id),
  secret text not null,
  last_step integer not null,
  created_at integer not null
) strict, without rowid;

-- Codes for the day on which the app is lost; only hashes are kept, a used one goes.
create table recovery_codes (
  code_hash text not null primary key,
  person_id text not null references people (id),
  created_at integer not null
) strict, without rowid;

-- Passkeys: the public half, with its counter.
create table passkeys (
  id text not null primary key,
  person_id text not null references people (id),
  name text not null,
  credential text not null,
  created_at integer not null,
  used_at integer
) strict, without rowid;

create trigger security_events_stamp before insert on security_events when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger security_events_keep_update before update on security_events begin select raise(abort, 'keep'); end;

create trigger security_events_keep_delete before delete on security_events begin select raise(abort, 'keep'); end;

create trigger security_events_keep_replace before insert on security_events when exists (select 1 from security_events where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger role_ends_stamp before insert on role_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger role_ends_keep_update before update on role_ends begin select raise(abort, 'keep'); end;

create trigger role_ends_keep_delete before delete on role_ends begin select raise(abort, 'keep'); end;

create trigger role_ends_keep_replace before insert on role_ends when exists (select 1 from role_ends where role_id = new.role_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger suspensions_stamp before insert on suspensions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger suspensions_keep_update before update on suspensions begin select raise(abort, 'keep'); end;

create trigger suspensions_keep_delete before delete on suspensions begin select raise(abort, 'keep'); end;

create trigger suspensions_keep_replace before insert on suspensions when exists (select 1 from suspensions where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger suspension_ends_stamp before insert on suspension_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger suspension_ends_keep_update before update on suspension_ends begin select raise(abort, 'keep'); end;

create trigger suspension_ends_keep_delete before delete on suspension_ends begin select raise(abort, 'keep'); end;

create trigger suspension_ends_keep_replace before insert on suspension_ends when exists (select 1 from suspension_ends where suspension_id = new.suspension_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create index recovery_codes_of_person on recovery_codes (person_id);

create index passkeys_of_person on passkeys (person_id);

create index suspensions_of_person on suspensions (person_id);

-- The roles that are held now.
create view held_roles as
select * from roles r
where not exists (select 1 from role_ends e where e.role_id = r.id)
  and not exists (select 1 from suspensions s where s.person_id = r.person_id
    and not exists (select 1 from suspension_ends n where n.suspension_id = s.id));

-- The mandates under which somebody may decide, while they last.
create view held_mandates as
select * from mandates m
where not exists (select 1 from mandate_ends e where e.mandate_id = m.id)
  and not exists (select 1 from suspensions s where s.person_id = m.person_id
    and not exists (select 1 from suspension_ends n where n.suspension_id = s.id));
