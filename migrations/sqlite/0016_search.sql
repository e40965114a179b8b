-- What changes: what can be found, and for each audience a full-text index of its own.
-- Why: one index for all would let what is private to one audience move the counts, the order and the time of another.
-- Rejected: one index with a filter; words in tables of our own, which both databases would search slowly.

-- What can be found, with its text as it is shown. Made from the other tables and made anew at will; not part of the ledger.
-- The place is the rank: the kind first, then the time.
create table search_documents (
  audience text not null check (audience in ('joint','caucus_il','caucus_sy','caucus_us','channel_il','channel_sy')),
  place integer not null,
  kind text not null,
  subject_id text not null,
  part text not null,
  within text not null,
  project_id text not null references projects (id),
  written_at integer not null,
  text_en text,
  text_he text,
  text_ar text,
  primary key (audience, place),
  unique (kind, subject_id, part)
) strict, without rowid;

create index search_documents_of_project on search_documents (project_id);

-- With which folding the indexes were made; where the newest is missing they are made anew.
create table search_formats (
  number integer not null primary key,
  made_at integer not null
) strict;

-- The words alone, already folded: letters and digits with blanks between, and the traits, which begin with a sign.
-- A word is found by its beginning: each beginning of three to seven letters has a list of its own, so that one that stands
-- everywhere is read from its best place on and not gathered first (measured among 400,000 texts: 10 ms in place of 100).
create virtual table search_joint using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5 6 7');
create virtual table search_caucus_il using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5 6 7');
create virtual table search_caucus_sy using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5 6 7');
create virtual table search_caucus_us using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5 6 7');
create virtual table search_channel_il using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5 6 7');
create virtual table search_channel_sy using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5 6 7');
