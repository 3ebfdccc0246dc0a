-- Who added a police report, and when: one that the school wrote down itself has been seen.
alter table incident
  add column police_report_at datetime(6) after police_report_on,
  add column police_report_by varchar(240) after police_report_at,
  add column police_report_by_family boolean not null default false after police_report_by;

-- By whoever made it part of the incident, as the journal says; by who declared the incident otherwise.
update incident i
  left join journal_entry j on j.id = (
    select min(e.id) from journal_entry e where e.subject_type = 'INCIDENT' and e.subject_id = i.id
      and e.action in ('INCIDENT_DECLARED', 'INCIDENT_DESCRIBED')
      and json_value(e.detail, '$.policeReport') = i.police_report)
  set i.police_report_at = coalesce(j.happened_at, i.declared_at),
    i.police_report_by = coalesce(j.actor_name, i.declared_by),
    -- Whoever works for a school or the authority holds a role.
    i.police_report_by_family = if(j.actor_account_id is null, i.by_family, not exists (
      select 1 from role_grant g where g.account_id = j.actor_account_id))
  where i.police_report is not null;

alter table incident
  add constraint incident_report_added
    check ((police_report_at is null) = (police_report_by is null));
