-- What changes: formal notes between the parties, and that a party took note of one.
-- Why: correspondence is numbered by its sender, read by those it is for, and never changed.
-- Rejected: one row of numbers for joint notes and those of a channel, whose gaps would tell of the others.

-- A note as it was sent. It belongs to a working group, not to a project.
create table formal_notes (
  id text not null primary key,
  group_id text not null references working_groups (id),
  audience text not null check (audience in ('joint','channel_il','channel_sy')),
  party text not null check (party in ('il','sy','us')),
  year integer not null check (year between 2000 and 9999),
  number integer not null check (number > 0),
  addressee text not null check (addressee in ('il','sy','us','il_sy','il_us','sy_us')),
  lang text not null check (lang in ('en','he','ar')),
  title text not null,
  text text not null,
  reply_to_id text,
  due_on integer,
  person_id text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  unique (party, audience, year, number),
  unique (id, audience),
  check (due_on is null or due_on > 0),
  foreign key (reply_to_id, audience) references formal_notes (id, audience),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

-- A party took note, and named the office that deals with it.
create table acknowledgements (
  note_id text not null,
  audience text not null,
  party text not null,
  person_id text not null,
  lang text not null check (lang in ('en','he','ar')),
  office text not null,
  entry_id text not null unique,
  recorded_at integer not null,
  ledger text not null,
  check (ledger = audience),
  primary key (note_id, party),
  foreign key (note_id, audience) references formal_notes (id, audience),
  foreign key (person_id, party) references people (id, party),
  foreign key (entry_id, recorded_at, ledger) references entries (id, recorded_at, ledger)
) strict, without rowid;

create index formal_notes_by_time on formal_notes (recorded_at, id);
create index formal_notes_of_reply on formal_notes (reply_to_id);

create trigger formal_note_guard before insert on formal_notes when not coalesce(new.number = 1 + coalesce((select max(number) from formal_notes where party = new.party and audience = new.audience and year = new.year), 0)
    and (new.audience <> 'channel_il' or new.party in ('il','us')) and (new.audience <> 'channel_sy' or new.party in ('sy','us')), 0)
begin select raise(abort, 'formal_note_guard'); end;

create trigger acknowledgement_guard before insert on acknowledgements when not coalesce(exists (select 1 from formal_notes n where n.id = new.note_id and n.party <> new.party
    and n.addressee in (new.party, 'il_' || new.party, 'sy_' || new.party, new.party || '_sy', new.party || '_us')), 0)
begin select raise(abort, 'acknowledgement_guard'); end;

create trigger formal_notes_stamp before insert on formal_notes when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger formal_notes_keep_update before update on formal_notes begin select raise(abort, 'keep'); end;

create trigger formal_notes_keep_delete before delete on formal_notes begin select raise(abort, 'keep'); end;

create trigger formal_notes_keep_replace before insert on formal_notes when exists (select 1 from formal_notes where id = new.id or entry_id = new.entry_id or (party = new.party and audience = new.audience and year = new.year and number = new.number))
begin select raise(abort, 'keep'); end;

create trigger acknowledgements_stamp before insert on acknowledgements when not exists (select 1 from entries e where e.id = new.entry_id and e.seq = (select max(seq) from entries where ledger = e.ledger))
begin select raise(abort, 'stamp'); end;

create trigger acknowledgements_keep_update before update on acknowledgements begin select raise(abort, 'keep'); end;

create trigger acknowledgements_keep_delete before delete on acknowledgements begin select raise(abort, 'keep'); end;

create trigger acknowledgements_keep_replace before insert on acknowledgements when exists (select 1 from acknowledgements where (note_id = new.note_id and party = new.party) or entry_id = new.entry_id)
begin select raise(abort, 'keep'); end;
