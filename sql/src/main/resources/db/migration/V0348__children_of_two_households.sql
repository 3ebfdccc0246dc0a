-- How the scale counts a child who lives with both parents in turn: the applicant's household alone, half of what it
-- gives to each, or the lower of the two.
alter table aid_campaign
  add column two_households varchar(12) character set ascii collate ascii_bin not null default 'APPLICANT' after without_income,
  add constraint aid_campaign_two_households check (two_households in ('APPLICANT', 'HALF_EACH', 'LOWER'));
