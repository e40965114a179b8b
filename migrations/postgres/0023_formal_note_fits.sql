-- What changes: the database refuses a note to its own sender or to whoever does not read it, an answer in another working group, and a
--   day for the answer that is over.
-- Why: the rule refuses them, and a row that the rule would refuse is not kept.
-- Rejected: the guard of 0021 written anew; a migration that was applied stays as it is, and two guards read one by one.

create function formal_note_fits() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(strpos(new.addressee, new.party) = 0 and (new.audience = 'joint' or new.addressee in ('il','sy','us') and not (new.audience = 'channel_il' and new.addressee = 'sy' or new.audience = 'channel_sy' and new.addressee = 'il'))
    and (new.reply_to_id is null or exists (select 1 from formal_notes n where n.id = new.reply_to_id and n.group_id = new.group_id))
    and (new.due_on is null or new.due_on > new.recorded_at / 86400000), false) then
    raise exception 'formal_note_fits' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger formal_note_fits before insert on formal_notes for each row execute function formal_note_fits();
