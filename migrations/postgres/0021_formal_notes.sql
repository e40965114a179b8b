-- What changes: formal notes between the parties, and that a party took note of one.
-- Why: correspondence is numbered by its sender, read by those it is for, and never changed.
-- Rejected: one row of numbers for joint notes and those of a channel, whose gaps would tell of the others.

-- A note as it was sent. It belongs to a working group, not to a project.
create table formal_notes (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references working_groups (id),
  audience text collate "C" not null check (audience in ('joint','channel_il','channel_sy')),
  party text collate "C" not null check (party in ('il','sy','us')),
  year bigint not null check (year between 2000 and 9999),
  number bigint not null check (number > 0),
  addressee text collate "C" not null check (addressee in ('il','sy','us','il_sy','il_us','sy_us')),
  lang text collate "C" not null check (lang in ('en','he','ar')),
  title text collate "C" not null,
  text text collate "C" not null,
  reply_to_id text collate "C",
  due_on bigint,
  person_id text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  unique (party, audience, year, number),
  unique (id, audience),
  check (due_on is null or due_on > 0),
  foreign key (reply_to_id, audience) references formal_notes (id, audience),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

-- A party took note, and named the office that deals with it.
create table acknowledgements (
  note_id text collate "C" not null,
  audience text collate "C" not null,
  party text collate "C" not null,
  person_id text collate "C" not null,
  lang text collate "C" not null check (lang in ('en','he','ar')),
  office text collate "C" not null,
  entry_id text collate "C" not null unique,
  recorded_at bigint not null,
  ledger text collate "C" not null,
  check (ledger = audience),
  primary key (note_id, party),
  foreign key (note_id, audience) references formal_notes (id, audience),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
);

create index formal_notes_by_time on formal_notes (recorded_at, id);
create index formal_notes_of_reply on formal_notes (reply_to_id);

create function formal_note_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(new.number = 1 + coalesce((select max(number) from formal_notes where party = new.party and audience = new.audience and year = new.year), 0)
    and (new.audience <> 'channel_il' or new.party in ('il','us')) and (new.audience <> 'channel_sy' or new.party in ('sy','us')), false) then
    raise exception 'formal_note_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger formal_note_guard before insert on formal_notes for each row execute function formal_note_guard();

create function acknowledgement_guard() returns trigger language plpgsql set search_path = portal, pg_temp as $$ begin
  if not coalesce(exists (select 1 from formal_notes n where n.id = new.note_id and n.party <> new.party
    and n.addressee in (new.party, 'il_' || new.party, 'sy_' || new.party, new.party || '_sy', new.party || '_us')), false) then
    raise exception 'acknowledgement_guard' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger acknowledgement_guard before insert on acknowledgements for each row execute function acknowledgement_guard();

create trigger formal_notes_stamp before insert on formal_notes for each row execute function stamp();
create trigger formal_notes_keep before update or delete on formal_notes for each row execute function refuse('keep');
create trigger formal_notes_keep_all before truncate on formal_notes for each statement execute function refuse('keep');

alter table formal_notes enable row level security;
alter table formal_notes force row level security;
create policy readers on formal_notes using (audience_is_read(audience)) with check (audience_is_read(audience));

create trigger acknowledgements_stamp before insert on acknowledgements for each row execute function stamp();
create trigger acknowledgements_keep before update or delete on acknowledgements for each row execute function refuse('keep');
create trigger acknowledgements_keep_all before truncate on acknowledgements for each statement execute function refuse('keep');

alter table acknowledgements enable row level security;
alter table acknowledgements force row level security;
create policy readers on acknowledgements using (audience_is_read(audience)) with check (audience_is_read(audience));
