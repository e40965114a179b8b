-- What changes: what waits to be mailed also holds requests for a new password, and says when it is tried again.
-- Why: a mail may fail and is tried again; whoever asks for a link gets one answer, whether the address is known or not.
-- Rejected: links in the table; a key is made when its mail leaves, so that only its hash is ever kept.

drop table outbox;

-- Mail to be sent, written with its cause: to a person, or to an address of which nobody has looked up yet whether it is known.
create table outbox (
  id text not null primary key,
  person_id text references people (id),
  address text,
  entry_id text references entries (id),
  kind text not null,
  created_at integer not null,
  due_at integer not null,
  tries integer not null default 0,
  sent_at integer,
  check ((person_id is null) <> (address is null))
) strict, without rowid;

create index outbox_waiting on outbox (due_at) where sent_at is null;
