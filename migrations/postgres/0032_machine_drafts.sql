-- What changes: a saved text says whether a person stands for it or a machine made it and nobody has gone through it.
-- Why: a machine's translation helps its reader and binds nobody, so it must be told apart for as long as it stands, and enters no version.
-- Rejected: a state of its own beside the text, which a save could forget; a guess from the words.

alter table edits add column origin text collate "C" not null default 'person' check (origin in ('person','machine'));

-- The original is nobody's translation, and nothing has no maker.
create function edit_origin_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.origin = 'person' or exists (select 1 from projects p where p.id = new.project_id and p.source <> new.lang and new.text <> ''), false) then
    raise exception 'edit_origin_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger edit_origin_guard before insert on edits for each row execute function edit_origin_guard();
