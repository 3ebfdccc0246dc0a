-- What a run did, in numbers that pages say in the reader's language; and when a job last ended,
-- also of runs that had nothing to do and are not kept.
alter table job_run
  add column counts varchar(400) character set ascii collate ascii_bin not null default '' after state;
alter table job_lease
  add column ended_at datetime(6),
  add column ended_as varchar(12) character set ascii collate ascii_bin,
  add constraint job_lease_ended_as check (ended_as in ('DONE', 'FAILED'));
