-- What changes: amendments to a section, and how each ended.
-- Why: other words are proposed by anyone and stand in the text when both sides said yes to them.
-- Rejected: the words as a draft edit, which would be text before both agreed; one end for both outcomes without its reason.

-- A proposed wording of one section; a language without words stays as it is.
create table amendments (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  version_id text collate "C" not null references versions (id),
  section text collate "C" not null,
  text_en text collate "C",
  text_he text collate "C",
  text_ar text collate "C",
  base_en bigint not null check (base_en >= 0),
  base_he bigint not null check (base_he >= 0),
  base_ar bigint not null check (base_ar >= 0),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null,
  hash text collate "C" not null check (length(hash) = 64),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, project_id),
  check (text_en is not null or text_he is not null or text_ar is not null),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- How an amendment ended.
create table amendment_ends (
  amendment_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  outcome text collate "C" not null check (outcome in ('accepted','declined','withdrawn')),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  lang text collate "C" check (lang in ('en','he','ar')),
  reason text collate "C",
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check ((outcome = 'declined') = (reason is not null)),
  check ((lang is null) = (reason is null)),
  foreign key (amendment_id, project_id) references amendments (id, project_id),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index amendments_of_project on amendments (project_id);

create function amendment_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from projects p where p.id = new.project_id and p.stage = 'in_discussion')
    and new.version_id = (select v.id from versions v where v.project_id = new.project_id order by v.number desc limit 1), false) then
    raise exception 'amendment_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger amendment_guard before insert on amendments for each row execute function amendment_guard();

create function amendment_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from amendments a where a.id = new.amendment_id
    and (new.outcome <> 'withdrawn' or new.person_id = a.person_id)
    and (new.outcome <> 'accepted' or (exists (select 1 from consents c where c.subject = 'amendment' and c.subject_id = a.id and c.subject_hash = a.hash and c.party = 'il' and not exists (select 1 from consent_ends x where x.consent_id = c.id))
      and exists (select 1 from consents c where c.subject = 'amendment' and c.subject_id = a.id and c.subject_hash = a.hash and c.party = 'sy' and not exists (select 1 from consent_ends x where x.consent_id = c.id))))), false) then
    raise exception 'amendment_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger amendment_end_guard before insert on amendment_ends for each row execute function amendment_end_guard();

create trigger amendments_stamp before insert on amendments for each row execute function stamp();
create trigger amendments_keep before update or delete on amendments for each row execute function refuse('keep');
create trigger amendments_keep_all before truncate on amendments for each statement execute function refuse('keep');

alter table amendments enable row level security;
alter table amendments force row level security;
create policy readers on amendments using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger amendment_ends_stamp before insert on amendment_ends for each row execute function stamp();
create trigger amendment_ends_keep before update or delete on amendment_ends for each row execute function refuse('keep');
create trigger amendment_ends_keep_all before truncate on amendment_ends for each statement execute function refuse('keep');

alter table amendment_ends enable row level security;
alter table amendment_ends force row level security;
create policy readers on amendment_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));
