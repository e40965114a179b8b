-- What changes: each person chooses how fast a topic of the inbox comes by mail, and it is kept when they last had a digest.
-- Why: a duty is mailed at once; the rest is read when it suits its reader, or never.
-- Rejected: one choice for everything, with which whoever wants decisions at once gets every message at once.

-- Where somebody wants another pace than the usual one; part of no ledger.
create table notice_choices (
  person_id text collate "C" not null references people (id),
  topic text collate "C" not null check (topic in ('mentions','decisions','texts','discussion')),
  pace text collate "C" not null check (pace in ('at_once','daily','weekly','none')),
  primary key (person_id, topic)
);

-- The last digest of each pace: its day or week, from when to when it reaches.
create table digests (
  person_id text collate "C" not null references people (id),
  pace text collate "C" not null check (pace in ('daily','weekly')),
  period bigint not null,
  since bigint not null,
  made_at bigint not null,
  primary key (person_id, pace)
);
