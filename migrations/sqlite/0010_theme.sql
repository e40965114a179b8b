-- What changes: which colours a person has chosen for the desk.
-- Why: the server writes the choice into the page, so that nothing flashes and no script is needed.
-- Rejected: a cookie, which would be one more thing to explain and to lose.

alter table accounts add column theme text not null default 'system' check (theme in ('system','light','dark'));
