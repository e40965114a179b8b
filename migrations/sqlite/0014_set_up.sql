-- What changes: the portal's own name, and the key with which whoever runs the server sets it up.
-- Why: a fresh portal has no account, so its first page is opened by a key that only the server's console shows.
-- Rejected: a first account with a known password.

-- What the portal is called in each language; said once, when it is set up.
create table portal_names (
  lang text not null primary key check (lang in ('en','he','ar')),
  name text not null check (length(name) > 0)
) strict, without rowid;

-- Keys for the set-up; only hashes are kept, and all go when it is done.
create table set_up_keys (
  key_hash text not null primary key,
  created_at integer not null
) strict, without rowid;
