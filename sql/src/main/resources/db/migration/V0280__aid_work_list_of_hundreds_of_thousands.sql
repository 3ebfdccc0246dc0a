-- What the work list looks for among 300,000 applications: those that came late, read and sorted from the
-- index alone, and short beginnings of given names, which no index of words holds.
alter table aid_application
  add key aid_application_late (campaign_id, first_term, state, submitted_at, id, authority_id, forgotten_at),
  add key aid_application_by_given_name (campaign_id, child_given_name, id);
