-- What changes: what was told of a clock.
-- Why: a reminder goes out once, whoever looks and however often; the step's own entry says which clock it was.
-- Rejected: a date of the next reminder in a column, which a change of the calendar would leave wrong.

-- Told once for each step, named by the entry that began it; part of no ledger, since nothing has changed.
create table reminders (
  entry_id text not null references entries (id),
  code text not null,
  told_at integer not null,
  primary key (entry_id, code)
) strict, without rowid;
