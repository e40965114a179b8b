-- What changes: who reads which rows.
-- Why: privacy lives in the data layer; a forgotten condition in a query must not show a caucus.
-- Rejected: one schema per audience.

-- Who reads which rows is kept in PostgreSQL by row security. SQLite has no roles: there the store alone keeps it.
select 1;
