-- What the follow-up of a campaign counts: states by school, and what arrived by half hour, both read
-- from the index alone.
alter table aid_application
  add key aid_application_counted (campaign_id, school_id, state, archived_from, submitted_at, complete_at);
