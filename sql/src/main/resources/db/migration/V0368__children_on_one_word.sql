-- A child of whom only one account says who it is: whatever a stranger names stands in no family's way
-- any more. Ends with the confirmation of the link. What was decided already stays as it is.
update aid_application a
  left join aid_child_claim k on k.account_id = a.applicant_account_id and k.child_key = a.child_key
    and k.confirmed_at is not null
set a.child_key = concat(a.child_key, '#', a.applicant_account_id)
where a.pupil_id is null and a.origin = 'FAMILY' and a.applicant_account_id is not null
  and a.state not in ('GRANTED', 'REFUSED', 'ARCHIVED')
  and a.child_key not like 'forgotten:%' and k.id is null;
