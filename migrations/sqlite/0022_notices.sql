-- What changes: each person has an inbox, a row for each change that concerns them and that they may read.
-- Why: whoever was away finds what came, and what they have read stays read.
-- Rejected: the words in the row, which would be shown after the right to read them ends; one mark for all, which cannot leave one unread.

-- A change that concerns somebody, for their own eyes; part of no ledger.
create table notices (
  person_id text not null references people (id),
  entry_id text not null references entries (id),
  topic text not null check (topic in ('duties','mentions','decisions','texts','discussion')),
  created_at integer not null,
  read_at integer,
  primary key (person_id, entry_id)
) strict, without rowid;

create index notices_of_person on notices (person_id, created_at, entry_id);

create index notices_unread on notices (person_id) where read_at is null;

create index notices_by_time on notices (created_at);
