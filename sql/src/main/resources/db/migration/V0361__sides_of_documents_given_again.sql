-- A document that was given again for another child kept the side of the first application, and the other parent could
-- open it: it belongs to the side that its sender has where it was given again.
update aid_document d
  join aid_contributor c on c.application_id = d.application_id
    and (c.account_id = d.sent_by_account or c.guardian_id = d.sent_by_guardian)
  set d.side = 'SEPARATED'
  where d.shared_from_id is not null and c.kind = 'SEPARATED';
update aid_document d
  join aid_application a on a.id = d.application_id
    and (a.applicant_account_id = d.sent_by_account or a.applicant_guardian_id = d.sent_by_guardian)
  set d.side = 'HOUSEHOLD'
  where d.shared_from_id is not null;
