-- What changes: beside its words each place tells its project; where words are neither rare nor common a stretch is gone down sooner,
-- and words of like rarity are looked for together; an audience of few texts is asked whole.
-- Why: of thousands of places those of one stage are picked, and each had to be looked up again to learn its project (20 ms); a place
-- that is gathered costs 2 us, one that is gone past 0.7 us, one in the list of a word 0.25 us (measured on 200,000 sections).
-- Rejected: the stage beside the words, which a step would write to every text of its project.

drop function search_places(text, text, bigint, bigint, bigint, bigint);
drop function search_stretch(text, tsquery[], bigint, bigint, bigint);
drop function search_expects(text);
-- The key of the texts finds them as well, and the project is no longer looked for here.
drop index search_documents_of_place;

-- The projects stand in a table whose policy holds for its owner, too, who reads every audience here.
do $$ declare
  name text;
begin
  perform set_config('portal.audiences', 'joint,caucus_il,caucus_sy,caucus_us,channel_il,channel_sy', true);
  foreach name in array array['joint', 'caucus_il', 'caucus_sy', 'caucus_us', 'channel_il', 'channel_sy'] loop
    execute format('alter table search_%s add column project_id text', name);
    execute format('create table search_former as select place, words from search_%s order by place', name);
    execute format('truncate search_%s', name);
    execute format('drop index words_of_%s', name);
    execute format('insert into search_%1$s (place, words, project_id) select f.place, f.words, d.project_id from search_former f '
      'left join search_documents d on d.audience = %1$L and d.place = f.place order by f.place', name);
    execute format('create index words_of_%1$s on search_%1$s using gin (words) with (fastupdate = off)', name);
    drop table search_former;
  end loop;
  perform set_config('portal.audiences', '', true);
end $$;

-- The best places of a stretch that have all the terms: everything is the terms together. Going down costs what lies between the hits;
-- gathering costs the whole list of each term that is looked for in the index, and six times as much for each place that all of those
-- have. So the rarest is looked for there with those that are not much commoner, and the others in what is found. A place gathered costs
-- three times one gone past. Where terms are as common as to make going down cheaper, it goes half as far again as should do, and gathers
-- after all where they stand unevenly.
create function search_stretch(stretch text, terms tsquery[], everything tsquery, lowest bigint, highest bigint, most bigint)
returns table (place bigint, project_id text) language plpgsql volatile set search_path = portal, pg_temp as $$ declare
  there text := format('from %I s where s.place between %s and %s', stretch, lowest, highest);
  asked text := 'select array(select s.place ' || there || ')';
  told json;
  plans jsonb;
  rows float8;
  hits float8;
  fewest float8;
  expected float8[];
  rarest tsquery;
  places bigint[];
  projects text[];
begin
  -- The planner knows the share of each common word, and so need not count.
  for n in 1 .. cardinality(terms) loop
    asked := asked || format(', array(select s.place %s and s.words @@ %L)', there, terms[n]);
  end loop;
  execute 'explain (format json) ' || asked into told;
  plans := cast(told as jsonb) -> 0 -> 'Plan' -> 'Plans';
  rows := cast(plans -> 0 ->> 'Plan Rows' as float8);
  -- Among so few the planner may choose: nothing takes long.
  if rows < 2000 then
    return query execute format('select s.place, s.project_id %s and s.words @@ $1 order by s.place desc limit $2', there) using everything, most;
    return;
  end if;
  hits := rows;
  fewest := rows;
  for n in 1 .. cardinality(terms) loop
    expected[n] := least(rows, cast(plans -> n ->> 'Plan Rows' as float8));
    hits := hits * expected[n] / rows;
    fewest := least(fewest, expected[n]);
  end loop;
  if 3 * fewest * hits > rows * most then
    execute format('select array_agg(f.place), array_agg(f.project_id) from (select x.place, x.project_id from '
      '(select s.place, s.project_id, s.words %s order by s.place desc limit $3) x where x.words @@ $1 limit $2) f', there)
      into places, projects using everything, most, cast(1.5 * rows * most / hits as bigint);
    if cardinality(places) = most then
      return query select * from unnest(places, projects);
      return;
    end if;
  end if;
  for n in 1 .. cardinality(terms) loop
    if expected[n] <= 6 * fewest then
      rarest := coalesce(rarest && terms[n], terms[n]);
    end if;
  end loop;
  return query execute format('select s.place, s.project_id %s and s.words @@ $1 and ts_match_vq(s.words, $2) order by s.place + 0 desc limit $3', there)
    using rarest, everything, most;
end $$;

-- As it was, it runs as the owner of the tables, asks first what the policy asks, and tells places and projects only. Where only the
-- newest is sought, each kind has its newest places apart.
create function search_places(wanted text, sought text, since bigint, lowest bigint, highest bigint, most bigint)
returns table (place bigint, project_id text) language plpgsql volatile security definer set search_path = portal, pg_temp
set jit = off set max_parallel_workers_per_gather = 0 as $$ declare
  terms tsquery[] := array(select cast(term as tsquery) from unnest(string_to_array(sought, ' & ')) term);
  everything tsquery := terms[1];
  last int;
  least_place bigint;
  greatest_place bigint;
  missing bigint := most;
  came bigint;
begin
  if not audience_is_read(wanted) then return; end if;
  for n in 2 .. cardinality(terms) loop
    everything := everything && terms[n];
  end loop;
  -- Among few texts the planner may choose, as it must where nobody has counted them (-1).
  if (select sum(c.reltuples) from pg_class c join pg_inherits i on i.inhrelid = c.oid where i.inhparent = cast('search_' || wanted as regclass)) < 10000 then
    return query execute format('select s.place, s.project_id from search_%s s where s.place between $1 and $2 and s.words @@ $3 '
      'and (s.place / 1024) %% 17592186044416 >= $4 order by s.place desc limit $5', wanted) using lowest, highest, everything, since, most;
    return;
  end if;
  -- The kinds have the numbers from 15 down; eight are read, which is more than there are.
  for kind in reverse 15..8 loop
    continue when since = 0 and kind < 13;
    last := case when since = 0 and kind = 13 then 8 else kind end;
    least_place := greatest(lowest, (cast(last as bigint) << 54) + (since << 10));
    greatest_place := least(highest, (cast(kind as bigint) << 54) + (1::bigint << 54) - 1);
    continue when least_place > greatest_place;
    return query select * from search_stretch(format('search_%s_%s', wanted, case kind when 15 then 'titles' when 14 then 'sections' else 'rest' end),
      terms, everything, least_place, greatest_place, missing);
    get diagnostics came = row_count;
    missing := missing - came;
    exit when missing <= 0;
  end loop;
end $$;
