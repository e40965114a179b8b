-- What changes: entries are found by their time.
-- Why: what changed everywhere is read newest first, a page at a time.
-- Rejected: a table of news of its own, which would say the same twice.

create index entries_by_time on entries (recorded_at, id);
