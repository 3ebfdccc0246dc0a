-- What the work list of officers reads: every state by date, a school's, and words of names.
alter table aid_application
  add key aid_application_by_date (campaign_id, submitted_at, id),
  add key aid_application_by_name (campaign_id, child_family_name, id),
  add key aid_application_school_date (campaign_id, school_id, state, submitted_at, id);
alter table aid_application
  add fulltext key aid_application_names (child_family_name, child_given_name, applicant_name);
