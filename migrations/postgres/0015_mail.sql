-- What changes: what waits to be mailed also holds requests for a new password, and says when it is tried again.
-- Why: a mail may fail and is tried again; whoever asks for a link gets one answer, whether the address is known or not.
-- Rejected: links in the table; a key is made when its mail leaves, so that only its hash is ever kept.

drop table outbox;

-- Mail to be sent, written with its cause: to a person, or to an address of which nobody has looked up yet whether it is known.
create table outbox (
  id text collate "C" not null primary key,
  person_id text collate "C" references people (id),
  address text collate "C",
  entry_id text collate "C" references entries (id),
  kind text collate "C" not null,
  created_at bigint not null,
  due_at bigint not null,
  tries bigint not null default 0,
  sent_at bigint,
  check ((person_id is null) <> (address is null))
);

create index outbox_waiting on outbox (due_at) where sent_at is null;
