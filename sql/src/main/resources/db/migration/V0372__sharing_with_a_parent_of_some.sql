-- Who lives with the applicant shares only as a parent of every child applied for; what was shared before that rule
-- with a parent of some of them is shared no more. A part that was given stays.
delete c from aid_contributor c
  join aid_application a on a.id = c.application_id
where c.kind = 'TOGETHER' and c.submitted_at is null and c.guardian_id is not null
  and exists (select 1 from aid_application o
    where o.campaign_id = a.campaign_id
      and (o.applicant_guardian_id = a.applicant_guardian_id or o.applicant_account_id = a.applicant_account_id)
      and o.state not in ('WITHDRAWN', 'CLOSED')
      and not exists (select 1 from guardianship g
        where g.pupil_id = o.pupil_id and g.guardian_id = c.guardian_id and g.parental_authority
          and g.kind in ('MOTHER', 'FATHER')));
