-- What changes: who reads which rows.
-- Why: privacy lives in the data layer; a forgotten condition in a query must not show a caucus.
-- Rejected: one schema per audience.

-- Row security: the store names the viewer's audiences in each transaction; without a viewer there is no row.
create function audience_is_read(wanted text) returns boolean language sql stable set search_path = portal, pg_temp as $$
  select position(',' || wanted || ',' in ',' || coalesce(current_setting('portal.audiences', true), '') || ',') > 0
$$;

alter table entries enable row level security;
alter table entries force row level security;
create policy readers on entries using (audience_is_read(ledger)) with check (audience_is_read(ledger));

alter table threads enable row level security;
alter table threads force row level security;
create policy readers on threads using (audience_is_read(audience)) with check (audience_is_read(audience));

alter table messages enable row level security;
alter table messages force row level security;
create policy readers on messages using (audience_is_read(audience)) with check (audience_is_read(audience));

alter table wordings enable row level security;
alter table wordings force row level security;
create policy readers on wordings using (audience_is_read(audience)) with check (audience_is_read(audience));

alter table message_ends enable row level security;
alter table message_ends force row level security;
create policy readers on message_ends using (audience_is_read(audience)) with check (audience_is_read(audience));

alter table projects enable row level security;
alter table projects force row level security;
create policy readers on projects using (audience_is_read(ledger)) with check (audience_is_read(ledger));

alter table project_steps enable row level security;
alter table project_steps force row level security;
create policy readers on project_steps using (exists (select 1 from projects p where p.id = project_id))
  with check (exists (select 1 from projects p where p.id = project_id));

alter table edits enable row level security;
alter table edits force row level security;
create policy readers on edits using (exists (select 1 from projects p where p.id = project_id))
  with check (exists (select 1 from projects p where p.id = project_id));

alter table scopes enable row level security;
alter table scopes force row level security;
create policy readers on scopes using (exists (select 1 from projects p where p.id = project_id))
  with check (exists (select 1 from projects p where p.id = project_id));

alter table attachments enable row level security;
alter table attachments force row level security;
create policy readers on attachments using (exists (select 1 from projects p where p.id = project_id))
  with check (exists (select 1 from projects p where p.id = project_id));

alter table removals enable row level security;
alter table removals force row level security;
create policy readers on removals using (exists (select 1 from projects p where p.id = project_id))
  with check (exists (select 1 from projects p where p.id = project_id));
