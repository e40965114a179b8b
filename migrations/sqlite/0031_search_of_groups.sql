-- What changes: what can be found may belong to a group and to no project: a note between parties, a meeting.
-- Why: search is over all that is written; the condition of the group is the same, that of the project falls away.
-- Rejected: a table of its own for each, which would rank apart. Everything is indexed anew at the next start.
drop table search_documents;

create table search_documents (
  audience text not null check (audience in ('joint','caucus_il','caucus_sy','caucus_us','channel_il','channel_sy')),
  place integer not null,
  kind text not null,
  subject_id text not null,
  part text not null,
  within text not null,
  project_id text references projects (id),
  written_at integer not null,
  text_en text,
  text_he text,
  text_ar text,
  group_id text not null references working_groups (id),
  primary key (audience, place),
  unique (kind, subject_id, part)
) strict, without rowid;

create index search_documents_of_project on search_documents (project_id);
