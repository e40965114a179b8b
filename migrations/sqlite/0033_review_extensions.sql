-- What changes: the supervisor takes more time for its review: twice at most in one review, with a reason.
-- Why: its clock has two extensions, as those of the ballots have; a ballot's are told by its positions, a review has none.
-- Rejected: a new last day in the project's row, which would say neither who moved it nor why.

create table review_extensions (
  id text not null primary key,
  project_id text not null,
  ballot_id text not null,
  number integer not null check (number in (1, 2)),
  party text not null check (party = 'us'),
  power text not null check (power = 'sign_off'),
  mandate_id text not null,
  person_id text not null,
  lang text not null check (lang in ('en','he','ar')),
  reason text not null check (reason <> ''),
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (ballot_id, number),
  foreign key (project_id) references projects (id),
  foreign key (ballot_id) references ballots (id),
  foreign key (mandate_id, person_id, party, power) references mandates (id, person_id, party, power),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index review_extensions_of_project on review_extensions (project_id);

create trigger review_extension_guard before insert on review_extensions when not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id))
    and exists (select 1 from projects p join dossiers d on d.project_id = p.id where p.id = new.project_id and p.stage = 'supervisor_review'
      and d.ballot_id = new.ballot_id and not exists (select 1 from sign_offs o where o.ballot_id = d.ballot_id))
    and new.number = 1 + (select count(*) from review_extensions x where x.ballot_id = new.ballot_id), 0)
begin select raise(abort, 'review_extension_guard'); end;

create trigger review_extensions_stamp before insert on review_extensions when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger review_extensions_keep_update before update on review_extensions begin select raise(abort, 'keep'); end;

create trigger review_extensions_keep_delete before delete on review_extensions begin select raise(abort, 'keep'); end;

create trigger review_extensions_keep_replace before insert on review_extensions when exists (select 1 from review_extensions where id = new.id or entry_id = new.entry_id or (ballot_id = new.ballot_id and number = new.number))
begin select raise(abort, 'keep'); end;
