-- What changes: the glossary of a working group, with both sides' consents.
-- Why: what is called how in three languages is agreed once, and not in every text anew.
-- Rejected: consents to terms among those of projects, since a term belongs to none; a term that is changed in its place.

-- One term in three languages.
create table terms (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references working_groups (id),
  term_en text collate "C" not null check (term_en <> ''),
  term_he text collate "C" not null check (term_he <> ''),
  term_ar text collate "C" not null check (term_ar <> ''),
  hash text collate "C" not null check (length(hash) = 64),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- One side's yes to a term.
create table term_consents (
  term_id text collate "C" not null,
  hash text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  primary key (term_id, party),
  foreign key (term_id, hash) references terms (id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A proposal that came to nothing.
create table term_ends (
  term_id text collate "C" not null primary key references terms (id),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index terms_of_group on terms (group_id);

create function term_consent_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(not exists (select 1 from term_ends e where e.term_id = new.term_id), false) then
    raise exception 'term_consent_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger term_consent_guard before insert on term_consents for each row execute function term_consent_guard();

create function term_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce((select count(*) from term_consents c where c.term_id = new.term_id) < 2, false) then
    raise exception 'term_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger term_end_guard before insert on term_ends for each row execute function term_end_guard();

create trigger terms_stamp before insert on terms for each row execute function stamp();
create trigger terms_keep before update or delete on terms for each row execute function refuse('keep');
create trigger terms_keep_all before truncate on terms for each statement execute function refuse('keep');

alter table terms enable row level security;
alter table terms force row level security;
create policy readers on terms using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger term_consents_stamp before insert on term_consents for each row execute function stamp();
create trigger term_consents_keep before update or delete on term_consents for each row execute function refuse('keep');
create trigger term_consents_keep_all before truncate on term_consents for each statement execute function refuse('keep');

alter table term_consents enable row level security;
alter table term_consents force row level security;
create policy readers on term_consents using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger term_ends_stamp before insert on term_ends for each row execute function stamp();
create trigger term_ends_keep before update or delete on term_ends for each row execute function refuse('keep');
create trigger term_ends_keep_all before truncate on term_ends for each statement execute function refuse('keep');

alter table term_ends enable row level security;
alter table term_ends force row level security;
create policy readers on term_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));
