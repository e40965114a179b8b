-- What changes: the words of each audience lie in three stretches, that of the titles, that of the sections and the rest, each with an
-- index and statistics of its own; a stretch is looked through by the word that is rarest in it, or gone down from its best place.
-- An index tells the project at each place, and one the projects of each stage. The question of the policies is asked in place.
-- Why: rank is the kind first, so that a word of many titles need not be looked up in sections and messages; among 400,000 texts the
-- planner went down 75,000 places for the year of a code, and gathered 200,000 for the commoner of two words.
-- Rejected: rows of words and places, ten times as many as texts; the planner's choice, which knows neither that words are gathered
-- whole before they are compared, nor that they stand unevenly; the stage among the traits, which a step would write into every text.

-- Each row of each table asks this, so it must not be a call: a function that sets its search path is one, for 8 us a row. Every name
-- says whose it is instead, so that no search path changes what it means.
create or replace function audience_is_read(wanted text) returns boolean language sql stable as $$
  select pg_catalog.strpos(
    ',' operator(pg_catalog.||) coalesce(pg_catalog.current_setting('portal.audiences', true), '') operator(pg_catalog.||) ',',
    ',' operator(pg_catalog.||) wanted operator(pg_catalog.||) ',') operator(pg_catalog.>) 0
$$;

create index search_documents_of_place on search_documents (audience, place, project_id);
create index projects_of_stage on projects (stage, id, ledger);

-- Rows come and go, and are read, through the whole, whose policy holds for them; a stretch by itself shows nothing to the
-- application. The bounds are those of the kinds: 15 is that of projects, 14 that of sections.
do $$ declare
  name text;
begin
  foreach name in array array['joint', 'caucus_il', 'caucus_sy', 'caucus_us', 'channel_il', 'channel_sy'] loop
    execute format('alter table search_%s rename to search_former', name);
    execute format('alter index search_%s_pkey rename to search_former_pkey', name);
    execute format('drop index words_of_%s', name);
    execute format('create table search_%s (place bigint not null primary key, words tsvector not null) partition by range (place)', name);
    execute format('create table search_%1$s_titles partition of search_%1$s for values from (%2$s) to (maxvalue)', name, 15::bigint << 54);
    execute format('create table search_%1$s_sections partition of search_%1$s for values from (%2$s) to (%3$s)', name, 14::bigint << 54, 15::bigint << 54);
    execute format('create table search_%1$s_rest partition of search_%1$s for values from (minvalue) to (%2$s)', name, 14::bigint << 54);
    execute format('insert into search_%s select place, words from search_former order by place', name);
    execute format('create index words_of_%1$s on search_%1$s using gin (words) with (fastupdate = off)', name);
    execute format('alter table search_%s enable row level security', name);
    execute format('alter table search_%s_titles enable row level security', name);
    execute format('alter table search_%s_sections enable row level security', name);
    execute format('alter table search_%s_rest enable row level security', name);
    execute format('create policy readers on search_%s using (audience_is_read(%L)) with check (audience_is_read(%L))', name, name, name);
    drop table search_former;
  end loop;
end $$;

-- How many rows the planner expects of a statement: it knows the share of each common word, and so need not count.
create function search_expects(asked text) returns float8 language plpgsql volatile set search_path = portal, pg_temp as $$ declare
  told text;
begin
  execute 'explain ' || asked into told;
  return cast(substring(told from 'rows=(\d+)') as float8);
end $$;

-- The best places of a stretch that have all the terms. Going down costs what lies between the hits, gathering costs all hits of one
-- term: the index reads each term whole, so only the rarest is looked for there and the others in what it finds. Where terms are as
-- common as to make going down cheaper, it goes down twice as far as should do, and gathers after all where they stand unevenly.
create function search_stretch(stretch text, terms tsquery[], lowest bigint, highest bigint, most bigint)
returns setof bigint language plpgsql volatile set search_path = portal, pg_temp as $$ declare
  there text := format('select s.place from %I s where s.place between %s and %s', stretch, lowest, highest);
  rows float8 := search_expects(there);
  everything tsquery := terms[1];
  rarest tsquery := terms[1];
  fewest float8 := rows;
  hits float8 := rows;
  expected float8;
  found bigint[];
begin
  for n in 1 .. cardinality(terms) loop
    everything := case n when 1 then terms[1] else everything && terms[n] end;
  end loop;
  -- Among so few the planner may choose: nothing takes long.
  if rows < 2000 then
    return query execute there || ' and s.words @@ $1 order by s.place desc limit $2' using everything, most;
    return;
  end if;
  for n in 1 .. cardinality(terms) loop
    expected := least(rows, search_expects(there || format(' and s.words @@ %L', terms[n])));
    hits := hits * expected / rows;
    if expected < fewest then
      fewest := expected;
      rarest := terms[n];
    end if;
  end loop;
  if fewest * hits > 2 * rows * most then
    execute format('select array(select x.place from (%s) x where x.words @@ $1 limit $2)',
      replace(there, 's.place from', 's.place, s.words from') || ' order by s.place desc limit $3')
      into found using everything, most, cast(2 * rows * most / hits as bigint);
    if cardinality(found) = most then
      return query select unnest(found);
      return;
    end if;
  end if;
  return query execute there || ' and s.words @@ $1 and ts_match_vq(s.words, $2) order by s.place + 0 desc limit $3' using rarest, everything, most;
end $$;

-- As it was, it runs as the owner of the tables, asks first what the policy asks, and tells places only. Where only the newest is
-- sought, each kind has its newest places apart.
create or replace function search_places(wanted text, sought text, since bigint, lowest bigint, highest bigint, most bigint)
returns table (place bigint) language plpgsql volatile security definer set search_path = portal, pg_temp
set jit = off set max_parallel_workers_per_gather = 0 as $$ declare
  terms tsquery[] := array(select cast(term as tsquery) from unnest(string_to_array(sought, ' & ')) term);
  last int;
  least_place bigint;
  greatest_place bigint;
  missing bigint := most;
  came bigint;
begin
  if not audience_is_read(wanted) then return; end if;
  -- The kinds have the numbers from 15 down; eight are read, which is more than there are.
  for kind in reverse 15..8 loop
    continue when since = 0 and kind < 13;
    last := case when since = 0 and kind = 13 then 8 else kind end;
    least_place := greatest(lowest, (cast(last as bigint) << 54) + (since << 10));
    greatest_place := least(highest, (cast(kind as bigint) << 54) + (1::bigint << 54) - 1);
    continue when least_place > greatest_place;
    return query select * from search_stretch(format('search_%s_%s', wanted, case kind when 15 then 'titles' when 14 then 'sections' else 'rest' end),
      terms, least_place, greatest_place, missing);
    get diagnostics came = row_count;
    missing := missing - came;
    exit when missing <= 0;
  end loop;
end $$;
