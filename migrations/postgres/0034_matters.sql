-- What changes: matters, what is raised between the sides: answered, handed over to the co-chairs, settled by both or taken back.
-- Why: a misunderstanding is to be seen early, with a holder and a day, and to end in words that both sides agreed to.
-- Rejected: a thread with a state, where nobody would be asked; the levels above the co-chairs already now, which bring walls before
--   projects with them and come together with these.

-- A matter as it was raised: about a version or about a meeting, of the same working group.
create table matters (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references working_groups (id),
  number bigint not null check (number > 0),
  project_id text collate "C" ,
  version_id text collate "C" ,
  content_hash text collate "C" ,
  meeting_id text collate "C" references meetings (id),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  title text collate "C" not null check (title <> ''),
  text text collate "C" not null check (text <> ''),
  wish text collate "C" not null check (wish <> ''),
  civilian boolean not null check (civilian),
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (group_id, number),
  check ((version_id is null) = (meeting_id is not null)),
  check ((version_id is null) = (project_id is null) and (version_id is null) = (content_hash is null)),
  foreign key (project_id, version_id, content_hash) references versions (project_id, id, content_hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- What somebody answers.
create table matter_replies (
  id text collate "C" not null primary key,
  matter_id text collate "C" not null references matters (id),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null check (text <> ''),
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A query handed over to the co-chairs, once: by somebody with a note, or by the clock.
create table matter_hand_overs (
  matter_id text collate "C" not null primary key references matters (id),
  from_level text collate "C" not null check (from_level = 'query'),
  to_level text collate "C" not null check (to_level = 'concern'),
  lang text collate "C" check (lang in ('en','he','ar')),
  note text collate "C" check (note <> ''),
  party text collate "C" not null check (party in ('il','sy','us','none')),
  person_id text collate "C" ,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check ((person_id is null) = (party = 'none') and (person_id is null) = (note is null) and (note is null) = (lang is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A way to settle a matter; only the newest is agreed to.
create table resolutions (
  id text collate "C" not null primary key,
  matter_id text collate "C" not null references matters (id),
  number bigint not null check (number > 0),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  text text collate "C" not null check (text <> ''),
  hash text collate "C" not null check (length(hash) = 64),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (matter_id, number),
  unique (id, matter_id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- The yes of a side to a resolution; to propose one is to say yes to it.
create table matter_consents (
  resolution_id text collate "C" not null,
  matter_id text collate "C" not null,
  hash text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  primary key (resolution_id, party),
  foreign key (resolution_id, matter_id, hash) references resolutions (id, matter_id, hash),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create table matter_ends (
  matter_id text collate "C" not null primary key references matters (id),
  outcome text collate "C" not null check (outcome in ('resolved','withdrawn')),
  lang text collate "C" check (lang in ('en','he','ar')),
  reason text collate "C" check (reason <> ''),
  party text collate "C" not null check (party in ('il','sy','us')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  check ((outcome = 'withdrawn') = (reason is not null) and (reason is null) = (lang is null)),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index matters_of_version on matters (version_id);
create index matters_of_meeting on matters (meeting_id);
create index matter_replies_of_matter on matter_replies (matter_id);

create function matter_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from matters where group_id = new.group_id), 0)
    and (exists (select 1 from projects p join newest_versions v on v.project_id = p.id where p.id = new.project_id and v.id = new.version_id
        and p.group_id = new.group_id and p.ledger = 'joint')
      or exists (select 1 from meetings m where m.id = new.meeting_id and m.group_id = new.group_id)), false) then
    raise exception 'matter_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger matter_guard before insert on matters for each row execute function matter_guard();

create function matter_reply_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id), false) then
    raise exception 'matter_reply_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger matter_reply_guard before insert on matter_replies for each row execute function matter_reply_guard();

create function matter_hand_over_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id), false) then
    raise exception 'matter_hand_over_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger matter_hand_over_guard before insert on matter_hand_overs for each row execute function matter_hand_over_guard();

create function resolution_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id)
    and new.number = 1 + coalesce((select max(number) from resolutions where matter_id = new.matter_id), 0), false) then
    raise exception 'resolution_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger resolution_guard before insert on resolutions for each row execute function resolution_guard();

create function matter_consent_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(not exists (select 1 from matter_ends e where e.matter_id = new.matter_id)
    and not exists (select 1 from resolutions r join resolutions n on n.matter_id = r.matter_id and n.number > r.number where r.id = new.resolution_id), false) then
    raise exception 'matter_consent_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger matter_consent_guard before insert on matter_consents for each row execute function matter_consent_guard();

create function matter_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce((new.outcome = 'withdrawn' and exists (select 1 from matters m where m.id = new.matter_id and m.party = new.party))
    or (new.outcome = 'resolved' and 2 = (select count(*) from matter_consents c join resolutions r on r.id = c.resolution_id
      where r.matter_id = new.matter_id and not exists (select 1 from resolutions n where n.matter_id = r.matter_id and n.number > r.number))), false) then
    raise exception 'matter_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger matter_end_guard before insert on matter_ends for each row execute function matter_end_guard();

create trigger matters_stamp before insert on matters for each row execute function stamp();
create trigger matters_keep before update or delete on matters for each row execute function refuse('keep');
create trigger matters_keep_all before truncate on matters for each statement execute function refuse('keep');

alter table matters enable row level security;
alter table matters force row level security;
create policy readers on matters using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger matter_replies_stamp before insert on matter_replies for each row execute function stamp();
create trigger matter_replies_keep before update or delete on matter_replies for each row execute function refuse('keep');
create trigger matter_replies_keep_all before truncate on matter_replies for each statement execute function refuse('keep');

alter table matter_replies enable row level security;
alter table matter_replies force row level security;
create policy readers on matter_replies using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger matter_hand_overs_stamp before insert on matter_hand_overs for each row execute function stamp();
create trigger matter_hand_overs_keep before update or delete on matter_hand_overs for each row execute function refuse('keep');
create trigger matter_hand_overs_keep_all before truncate on matter_hand_overs for each statement execute function refuse('keep');

alter table matter_hand_overs enable row level security;
alter table matter_hand_overs force row level security;
create policy readers on matter_hand_overs using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger resolutions_stamp before insert on resolutions for each row execute function stamp();
create trigger resolutions_keep before update or delete on resolutions for each row execute function refuse('keep');
create trigger resolutions_keep_all before truncate on resolutions for each statement execute function refuse('keep');

alter table resolutions enable row level security;
alter table resolutions force row level security;
create policy readers on resolutions using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger matter_consents_stamp before insert on matter_consents for each row execute function stamp();
create trigger matter_consents_keep before update or delete on matter_consents for each row execute function refuse('keep');
create trigger matter_consents_keep_all before truncate on matter_consents for each statement execute function refuse('keep');

alter table matter_consents enable row level security;
alter table matter_consents force row level security;
create policy readers on matter_consents using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger matter_ends_stamp before insert on matter_ends for each row execute function stamp();
create trigger matter_ends_keep before update or delete on matter_ends for each row execute function refuse('keep');
create trigger matter_ends_keep_all before truncate on matter_ends for each statement execute function refuse('keep');

alter table matter_ends enable row level security;
alter table matter_ends force row level security;
create policy readers on matter_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));
