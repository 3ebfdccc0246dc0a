-- From which day of the school year the end of schooling may be chosen about: month and day, as
-- loan_ends; null from its first day on.
alter table lending_policy add column given_from char(5) character set ascii collate ascii_bin after given_mef;
