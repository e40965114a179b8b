-- What changes: declared links between projects, and how one is taken back; a point about a linked project names one.
-- Why: what hangs on another project is said openly by a side, before anybody objects because of it.
-- Rejected: a link from the text's words, which nobody would answer for; a link without direction, since one that needs another is not
-- needed by it; a table between points and links, where a point could stand for a moment without its link.

-- What one project has to do with another, as one side declares it.
create table project_links (
  id text not null primary key,
  project_id text not null references projects (id),
  other_id text not null references projects (id),
  kind text not null check (kind in ('depends_on','shares','follows')),
  lang text not null check (lang in ('en','he','ar')),
  reason text not null check (reason <> ''),
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  unique (id, project_id, party),
  check (project_id <> other_id),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A link that its own side took back: the key says so.
create table project_link_ends (
  link_id text not null primary key,
  project_id text not null,
  party text not null check (party in ('il','sy')),
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null default 'joint' check (ledger = 'joint'),
  foreign key (link_id, project_id, party) references project_links (id, project_id, party),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- Which link a point about a linked project names; null for every other class, and for none of that class.
alter table points add column link_id text references project_links (id);

create index project_links_of_project on project_links (project_id);
create index project_links_to_project on project_links (other_id);
create index points_of_link on points (link_id);

create trigger project_link_guard before insert on project_links when not coalesce(exists (select 1 from projects p, projects o where p.id = new.project_id and o.id = new.other_id
    and p.ledger = 'joint' and p.stage in ('draft','tabled','in_discussion','group_ballot','principals_ballot','supervisor_review','cleared','implementing')
    and o.ledger = 'joint' and o.code is not null and o.stage <> 'draft'
    and (new.kind <> 'follows' or o.stage in ('declined','withdrawn')))
    and not exists (select 1 from project_links l where l.project_id = new.project_id and l.other_id = new.other_id and l.kind = new.kind
      and not exists (select 1 from project_link_ends x where x.link_id = l.id)), 0)
begin select raise(abort, 'project_link_guard'); end;

create trigger project_link_end_guard before insert on project_link_ends when not coalesce(exists (select 1 from projects p where p.id = new.project_id
    and p.stage in ('draft','tabled','in_discussion','group_ballot','principals_ballot','supervisor_review','cleared','implementing'))
    and not exists (select 1 from points t where t.link_id = new.link_id and not exists (select 1 from point_ends x where x.point_id = t.id)), 0)
begin select raise(abort, 'project_link_end_guard'); end;

create trigger point_link_guard before insert on points when not coalesce((new.class = 'linked_project') = (new.link_id is not null)
    and (new.link_id is null or exists (select 1 from project_links l where l.id = new.link_id and l.project_id = new.project_id
      and not exists (select 1 from project_link_ends x where x.link_id = l.id))), 0)
begin select raise(abort, 'point_link_guard'); end;

create trigger project_links_stamp before insert on project_links when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger project_links_keep_update before update on project_links begin select raise(abort, 'keep'); end;

create trigger project_links_keep_delete before delete on project_links begin select raise(abort, 'keep'); end;

create trigger project_links_keep_replace before insert on project_links when exists (select 1 from project_links where id = new.id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;

create trigger project_link_ends_stamp before insert on project_link_ends when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger project_link_ends_keep_update before update on project_link_ends begin select raise(abort, 'keep'); end;

create trigger project_link_ends_keep_delete before delete on project_link_ends begin select raise(abort, 'keep'); end;

create trigger project_link_ends_keep_replace before insert on project_link_ends when exists (select 1 from project_link_ends where link_id = new.link_id or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
