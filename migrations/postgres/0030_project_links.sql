-- What changes: declared links between projects, and how one is taken back; a point about a linked project names one.
-- Why: what hangs on another project is said openly by a side, before anybody objects because of it.
-- Rejected: a link from the text's words, which nobody would answer for; a link without direction, since one that needs another is not
-- needed by it; a table between points and links, where a point could stand for a moment without its link.

-- What one project has to do with another, as one side declares it.
create table project_links (
  id text collate "C" not null primary key,
  project_id text collate "C" not null references projects (id),
  other_id text collate "C" not null references projects (id),
  kind text collate "C" not null check (kind in ('depends_on','shares','follows')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  reason text collate "C" not null check (reason <> ''),
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  unique (id, project_id, party),
  check (project_id <> other_id),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A link that its own side took back: the key says so.
create table project_link_ends (
  link_id text collate "C" not null primary key,
  project_id text collate "C" not null,
  party text collate "C" not null check (party in ('il','sy')),
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null default 'joint' check (ledger = 'joint'),
  foreign key (link_id, project_id, party) references project_links (id, project_id, party),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- Which link a point about a linked project names; null for every other class, and for none of that class.
alter table points add column link_id text collate "C" references project_links (id);

create index project_links_of_project on project_links (project_id);
create index project_links_to_project on project_links (other_id);
create index points_of_link on points (link_id);

create function project_link_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from projects p, projects o where p.id = new.project_id and o.id = new.other_id
    and p.ledger = 'joint' and p.stage in ('draft','tabled','in_discussion','group_ballot','principals_ballot','supervisor_review','cleared','implementing')
    and o.ledger = 'joint' and o.code is not null and o.stage <> 'draft'
    and (new.kind <> 'follows' or o.stage in ('declined','withdrawn')))
    and not exists (select 1 from project_links l where l.project_id = new.project_id and l.other_id = new.other_id and l.kind = new.kind
      and not exists (select 1 from project_link_ends x where x.link_id = l.id)), false) then
    raise exception 'project_link_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger project_link_guard before insert on project_links for each row execute function project_link_guard();

create function project_link_end_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from projects p where p.id = new.project_id
    and p.stage in ('draft','tabled','in_discussion','group_ballot','principals_ballot','supervisor_review','cleared','implementing'))
    and not exists (select 1 from points t where t.link_id = new.link_id and not exists (select 1 from point_ends x where x.point_id = t.id)), false) then
    raise exception 'project_link_end_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger project_link_end_guard before insert on project_link_ends for each row execute function project_link_end_guard();

create function point_link_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce((new.class = 'linked_project') = (new.link_id is not null)
    and (new.link_id is null or exists (select 1 from project_links l where l.id = new.link_id and l.project_id = new.project_id
      and not exists (select 1 from project_link_ends x where x.link_id = l.id))), false) then
    raise exception 'point_link_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger point_link_guard before insert on points for each row execute function point_link_guard();

create trigger project_links_stamp before insert on project_links for each row execute function stamp();
create trigger project_links_keep before update or delete on project_links for each row execute function refuse('keep');
create trigger project_links_keep_all before truncate on project_links for each statement execute function refuse('keep');

alter table project_links enable row level security;
alter table project_links force row level security;
create policy readers on project_links using (audience_is_read(ledger)) with check (audience_is_read(ledger));

create trigger project_link_ends_stamp before insert on project_link_ends for each row execute function stamp();
create trigger project_link_ends_keep before update or delete on project_link_ends for each row execute function refuse('keep');
create trigger project_link_ends_keep_all before truncate on project_link_ends for each statement execute function refuse('keep');

alter table project_link_ends enable row level security;
alter table project_link_ends force row level security;
create policy readers on project_link_ends using (audience_is_read(ledger)) with check (audience_is_read(ledger));
