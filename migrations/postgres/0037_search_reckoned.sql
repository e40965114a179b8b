-- What changes: whether a stretch is gone down or gathered is reckoned in microseconds, with every list that is read in the index.
-- Why: stretches were gone down for 20 to 40 ms that are gathered in 6 to 13: for two common words, and for a rare word of several forms,
-- of each of which the planner supposes more than there is.
-- Rejected: a list of all words, so that beginnings are whole words for the index. It would save a quarter, but writers of the same new
-- word would wait for each other.

drop function search_stretch(text, tsquery[], tsquery, bigint, bigint, bigint);

-- The best places of a stretch that have all the terms: everything is the terms together. Going down costs 0.8 us a place gone past.
-- Gathering costs 0.3 us for each place in the list of a term that is looked for in the index, and 2 us for each place that all of those
-- have: so a term is looked for there as long as its list costs less than the places that it saves, the rarest first, and the others are
-- looked for in what is found. Shares are guessed and words stand unevenly: so going down must seem half as dear as gathering, goes half
-- as far again as should do, and gives way to gathering.
create function search_stretch(stretch text, terms tsquery[], everything tsquery, lowest bigint, highest bigint, most bigint)
returns table (place bigint, project_id text) language plpgsql volatile set search_path = portal, pg_temp as $$ declare
  there text := format('from %I s where s.place between %s and %s', stretch, lowest, highest);
  asked text := 'select array(select s.place ' || there || ')';
  told json;
  plans jsonb;
  rows float8;
  term record;
  had float8;
  all_terms float8;
  gathered float8 := 0;
  looked_for tsquery;
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
  had := rows;
  all_terms := rows;
  for term in
    select terms[n] as sought, least(1, cast(plans -> n ->> 'Plan Rows' as float8) / rows) as share
    from generate_series(1, cardinality(terms)) n order by share
  loop
    all_terms := all_terms * term.share;
    if looked_for is null or 0.3 * rows * term.share < 2 * had * (1 - term.share) then
      looked_for := coalesce(looked_for && term.sought, term.sought);
      gathered := gathered + 0.3 * rows * term.share;
      had := had * term.share;
    end if;
  end loop;
  gathered := gathered + 2 * had;
  if 1.6 * rows * most / all_terms < gathered then
    execute format('select array_agg(f.place), array_agg(f.project_id) from (select x.place, x.project_id from '
      '(select s.place, s.project_id, s.words %s order by s.place desc limit $3) x where x.words @@ $1 limit $2) f', there)
      into places, projects using everything, most, cast(1.5 * rows * most / all_terms as bigint);
    if cardinality(places) = most then
      return query select * from unnest(places, projects);
      return;
    end if;
  end if;
  return query execute format('select s.place, s.project_id %s and s.words @@ $1 and ts_match_vq(s.words, $2) order by s.place + 0 desc limit $3', there)
    using looked_for, everything, most;
end $$;
