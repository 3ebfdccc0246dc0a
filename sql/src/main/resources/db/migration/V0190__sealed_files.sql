-- Whether a file is encrypted on disk. Photos of devices always were; what somebody signed is from
-- now on, and the pages and drawings of before stay readable as they lie there.
alter table stored_file add column sealed boolean not null default false after digest;
update stored_file set sealed = true where purpose = 'CONDITION_PHOTO';
