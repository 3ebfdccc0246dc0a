-- Applications without a visa are found by an index: looked for visa by visa, a list of 300,000 walks through all
-- that have one.
alter table aid_application
  add column visa_given boolean not null default false after meals_a_week;
update aid_application a join aid_visa v on v.standing_application_id = a.id set a.visa_given = true;
alter table aid_application
  add key aid_application_by_visa (campaign_id, visa_given, submitted_at, id, state);
