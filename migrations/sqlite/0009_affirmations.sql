-- What changes: the civilian scope affirmed beside each key, what the heads say at a closing, and one more wall of the gate.
-- Why: each approval of the principals and each signature affirms the declaration again; an authorisation joins three keys
-- that all did. A project is closed with a note of each head.
-- Rejected: columns of positions and sign-offs, which would have to be rebuilt in SQLite with all their guards.

-- The civilian scope, affirmed beside a principals' approval or a signature.
create table affirmations (
  id text not null primary key,
  project_id text not null,
  version_id text not null,
  content_hash text not null,
  party text not null check (party in ('il','sy','us')),
  person_id text not null,
  position_id text unique references positions (id),
  sign_off_id text unique references sign_offs (id),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  check ((position_id is null) <> (sign_off_id is null)),
  check ((party = 'us') = (sign_off_id is not null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (project_id, version_id, content_hash) references versions (project_id, id, content_hash),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index affirmations_of_project on affirmations (project_id);

-- What each head says when a project is closed, with the consent it goes with.
create table closing_notes (
  consent_id text not null primary key,
  project_id text not null references projects (id),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  lang text not null check (lang in ('en','he','ar')),
  note text not null check (length(note) > 0),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (consent_id, party) references consents (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index closing_notes_of_project on closing_notes (project_id);

-- Guards: one condition each, refused unless proven true.
create trigger affirmation_guard before insert on affirmations when not coalesce(exists (select 1 from positions p where p.id = new.position_id and p.project_id = new.project_id and p.version_id = new.version_id
        and p.content_hash = new.content_hash and p.party = new.party and p.person_id = new.person_id and p.level = 'principals'
        and p.verdict = 'approve' and p.entry_id = new.entry_id)
    or exists (select 1 from sign_offs o where o.id = new.sign_off_id and o.project_id = new.project_id and o.version_id = new.version_id
        and o.content_hash = new.content_hash and o.person_id = new.person_id and o.decision = 'signed' and o.entry_id = new.entry_id), false)
begin select raise(abort, 'affirmation_guard'); end;

create trigger authorisation_affirmed before insert on authorisations when not coalesce((select count(*) from affirmations a where a.project_id = new.project_id
        and (a.position_id in (new.il_position, new.sy_position) or a.sign_off_id = new.sign_off_id)) = 3, false)
begin select raise(abort, 'authorisation_affirmed'); end;

create trigger project_closing before update on projects when not coalesce(new.stage <> 'closed' or old.stage = 'closed' or 2 = (select count(distinct n.party) from closing_notes n
      join consents c on c.id = n.consent_id and c.subject = 'closed' and c.subject_id = new.authorisation_id
      where n.project_id = new.id and not exists (select 1 from consent_ends e where e.consent_id = c.id)), false)
begin select raise(abort, 'project_closing'); end;

create trigger affirmations_stamp before insert on affirmations when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger affirmations_keep_update before update on affirmations begin select raise(abort, 'keep'); end;

create trigger affirmations_keep_delete before delete on affirmations begin select raise(abort, 'keep'); end;

create trigger affirmations_keep_replace before insert on affirmations when exists (select 1 from affirmations where id = new.id or entry_id = new.entry_id or position_id = new.position_id or sign_off_id = new.sign_off_id)
begin select raise(abort, 'keep'); end;

create trigger closing_notes_stamp before insert on closing_notes when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger closing_notes_keep_update before update on closing_notes begin select raise(abort, 'keep'); end;

create trigger closing_notes_keep_delete before delete on closing_notes begin select raise(abort, 'keep'); end;

create trigger closing_notes_keep_replace before insert on closing_notes when exists (select 1 from closing_notes where consent_id = new.consent_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
