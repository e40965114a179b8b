-- What changes: what can be found, and for each audience a full-text index of its own.
-- Why: one index for all would let what is private to one audience move the counts, the order and the time of another.
-- Rejected: one index with a filter; words in tables of our own, which both databases would search slowly.

-- What can be found, with its text as it is shown. Made from the other tables and made anew at will; not part of the ledger.
-- The place is the rank: the kind first, then the time.
create table search_documents (
  audience text collate "C" not null check (audience in ('joint','caucus_il','caucus_sy','caucus_us','channel_il','channel_sy')),
  place bigint not null,
  kind text collate "C" not null,
  subject_id text collate "C" not null,
  part text collate "C" not null,
  within text collate "C" not null,
  project_id text collate "C" not null references projects (id),
  written_at bigint not null,
  text_en text collate "C",
  text_he text collate "C",
  text_ar text collate "C",
  primary key (audience, place),
  unique (kind, subject_id, part)
);

create index search_documents_of_project on search_documents (project_id);

-- With which folding the indexes were made; where the newest is missing they are made anew.
create table search_formats (
  number bigint not null primary key,
  made_at bigint not null
);

alter table search_documents enable row level security;
alter table search_documents force row level security;
create policy readers on search_documents using (audience_is_read(audience)) with check (audience_is_read(audience));

-- The words alone, already folded: letters and digits, and the traits, which begin with a sign. The index takes each word at once:
-- a list of words that wait for it would be read by every search.
create table search_joint (place bigint not null primary key, words tsvector not null);
create index words_of_joint on search_joint using gin (words) with (fastupdate = off);
alter table search_joint enable row level security;
create policy readers on search_joint using (audience_is_read('joint')) with check (audience_is_read('joint'));

create table search_caucus_il (place bigint not null primary key, words tsvector not null);
create index words_of_caucus_il on search_caucus_il using gin (words) with (fastupdate = off);
alter table search_caucus_il enable row level security;
create policy readers on search_caucus_il using (audience_is_read('caucus_il')) with check (audience_is_read('caucus_il'));

create table search_caucus_sy (place bigint not null primary key, words tsvector not null);
create index words_of_caucus_sy on search_caucus_sy using gin (words) with (fastupdate = off);
alter table search_caucus_sy enable row level security;
create policy readers on search_caucus_sy using (audience_is_read('caucus_sy')) with check (audience_is_read('caucus_sy'));

create table search_caucus_us (place bigint not null primary key, words tsvector not null);
create index words_of_caucus_us on search_caucus_us using gin (words) with (fastupdate = off);
alter table search_caucus_us enable row level security;
create policy readers on search_caucus_us using (audience_is_read('caucus_us')) with check (audience_is_read('caucus_us'));

create table search_channel_il (place bigint not null primary key, words tsvector not null);
create index words_of_channel_il on search_channel_il using gin (words) with (fastupdate = off);
alter table search_channel_il enable row level security;
create policy readers on search_channel_il using (audience_is_read('channel_il')) with check (audience_is_read('channel_il'));

create table search_channel_sy (place bigint not null primary key, words tsvector not null);
create index words_of_channel_sy on search_channel_sy using gin (words) with (fastupdate = off);
alter table search_channel_sy enable row level security;
create policy readers on search_channel_sy using (audience_is_read('channel_sy')) with check (audience_is_read('channel_sy'));

-- The best places of an audience. Under row security PostgreSQL may not look for words by an index, because the function that
-- compares them is not known to keep secrets. So this one runs as the owner of the tables, who is not bound by their policies, and
-- asks first what the policy asks. It tells places only, and nothing of other audiences. What is sought differs each time, so each
-- time it is planned: a rare word by its index, a word that stands everywhere by going down the places.
-- Where only the newest is sought, each kind's stretch is gone down by itself, so that no older text is read on the way.
create function search_places(wanted text, sought text, since bigint, lowest bigint, highest bigint, most bigint)
returns table (place bigint) language plpgsql stable security definer set search_path = portal, pg_temp as $$ declare
  asked text := format('select s.place from %I s where s.words @@ $1 and s.place between $2 and $3 order by s.place desc limit $4',
    'search_' || wanted);
  missing bigint := most;
  came bigint;
begin
  if not audience_is_read(wanted) then return; end if;
  if since = 0 then
    return query execute asked using cast(sought as tsquery), lowest, highest, most;
    return;
  end if;
  -- The kinds have the stretches from 15 down; eight are read, which is more than there are.
  for kind in reverse 15..8 loop
    continue when (cast(kind as bigint) << 54) > highest or (cast(kind + 1 as bigint) << 54) <= lowest;
    return query execute asked
      using cast(sought as tsquery), (cast(kind as bigint) << 54) + (since << 10), (cast(kind as bigint) << 54) + (1::bigint << 54) - 1, missing;
    get diagnostics came = row_count;
    missing := missing - came;
    exit when missing <= 0;
  end loop;
end $$;
revoke execute on function search_places(text, text, bigint, bigint, bigint, bigint) from public;
