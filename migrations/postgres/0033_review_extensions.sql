-- What changes: the supervisor takes more time for its review: twice at most in one review, with a reason.
-- Why: its clock has two extensions, as those of the ballots have; a ballot's are told by its positions, a review has none.
-- Rejected: a new last day in the project's row, which would say neither who moved it nor why.

create table review_extensions (
  id text collate "C" not null primary key,
  project_id text collate "C" not null,
  ballot_id text collate "C" not null,
  number bigint not null check (number in (1, 2)),
  party text collate "C" not null check (party = 'us'),
  power text collate "C" not null check (power = 'sign_off'),
  mandate_id text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null check (reason <> ''),
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (ballot_id, number),
  foreign key (project_id) references projects (id),
  foreign key (ballot_id) references ballots (id),
  foreign key (mandate_id, person_id, party, power) references mandates (id, person_id, party, power),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index review_extensions_of_project on review_extensions (project_id);

create function review_extension_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  perform lock_project(new.project_id);
  if not coalesce(exists (select 1 from mandates m join projects p on p.group_id = m.group_id where p.id = new.project_id and m.id = new.mandate_id
      and m.starts_at <= new.recorded_at and new.recorded_at < m.ends_at
      and not exists (select 1 from mandate_ends e where e.mandate_id = m.id))
    and exists (select 1 from projects p join dossiers d on d.project_id = p.id where p.id = new.project_id and p.stage = 'supervisor_review'
      and d.ballot_id = new.ballot_id and not exists (select 1 from sign_offs o where o.ballot_id = d.ballot_id))
    and new.number = 1 + (select count(*) from review_extensions x where x.ballot_id = new.ballot_id), false) then
    raise exception 'review_extension_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger review_extension_guard before insert on review_extensions for each row execute function review_extension_guard();

create trigger review_extensions_stamp before insert on review_extensions for each row execute function stamp_of_project();
create trigger review_extensions_keep before update or delete on review_extensions for each row execute function refuse('keep');
create trigger review_extensions_keep_all before truncate on review_extensions for each statement execute function refuse('keep');

alter table review_extensions enable row level security;
alter table review_extensions force row level security;
create policy readers on review_extensions using (audience_is_read(ledger)) with check (audience_is_read(ledger));
