-- What changes: views that name the facts the guards ask for.
-- Why: one definition of newest, live, open and joint for guards and queries.
-- Rejected: columns that repeat them, which could be out of date.

create view newest_versions with (security_invoker = true) as
select * from versions v
where not exists (select 1 from versions n where n.project_id = v.project_id and n.number > v.number);

create view live_positions with (security_invoker = true) as
select * from positions p
where not exists (select 1 from withdrawals w where w.position_id = p.id)
  and not exists (select 1 from positions n where n.ballot_id = p.ballot_id and n.party = p.party and n.number > p.number);

create view open_points with (security_invoker = true) as
select * from points t where not exists (select 1 from point_ends e where e.point_id = t.id);

create view joint_consents with (security_invoker = true) as
select a.subject, a.subject_id, a.subject_hash
from consents a
join consents b on b.subject = a.subject and b.subject_id = a.subject_id and b.subject_hash = a.subject_hash
where a.party = 'il' and b.party = 'sy'
  and not exists (select 1 from consent_ends e where e.consent_id in (a.id, b.id));

create view dossiers with (security_invoker = true) as
select b.id as ballot_id, b.project_id, i.id as il_position, s.id as sy_position
from ballots b
join newest_versions v on v.id = b.version_id
join live_positions i on i.ballot_id = b.id and i.party = 'il' and i.verdict = 'approve'
join live_positions s on s.ballot_id = b.id and s.party = 'sy' and s.verdict = 'approve'
where b.level = 'principals' and b.outcome = 'passed'
  and not exists (select 1 from ballots n where n.project_id = b.project_id and n.number > b.number);

create view standing_authorisations with (security_invoker = true) as
select a.*, o.valid_until
from authorisations a
join sign_offs o on o.id = a.sign_off_id
join live_positions i on i.id = a.il_position
join live_positions s on s.id = a.sy_position
where not exists (select 1 from revocations r where r.sign_off_id = a.sign_off_id);

create view open_stop_works with (security_invoker = true) as
select * from stop_works o where not exists (select 1 from stop_work_ends e where e.stop_work_id = o.id);

create view unverified_conditions with (security_invoker = true) as
select c.* from conditions c
where (select count(*) from verifications v where v.condition_id = c.id) < case when c.party = 'us' then 3 else 2 end;
