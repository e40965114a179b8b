-- What changes: one-time links with which a person sets a password.
-- Why: nobody else ever knows a password, not even who made the account.
-- Rejected: a first password that is told; it would be known to two and kept in a message.

-- Only the hash of a link's key is kept; a newer link of a person takes the place of the one before.
create table invitations (
  person_id text not null primary key references people (id),
  key_hash text not null unique,
  expires_at integer not null
) strict, without rowid;
