-- What changes: whether a person reads Arabic pages with 123 or with ١٢٣.
-- Why: both are in use among those who write Arabic, and a page shows one of them.
-- Rejected: the digits of the browser's locale, which the portal learns from no request.

alter table accounts add column digits text collate "C" not null default 'latin' check (digits in ('latin','arabic'));
