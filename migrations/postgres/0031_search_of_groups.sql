-- What changes: what can be found may belong to a group and to no project: a note between parties, a meeting.
-- Why: search is over all that is written; the condition of the group is the same, that of the project falls away.
-- Rejected: a table of its own for each, which would rank apart. Everything is indexed anew at the next start.
truncate search_documents;
alter table search_documents alter column project_id drop not null;
alter table search_documents add column group_id text collate "C" not null references working_groups (id);
