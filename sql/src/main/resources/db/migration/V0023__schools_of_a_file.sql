-- Schools whose data are inside a file, by id with commas; null for the whole authority. Who no longer
-- sees one of them no longer gets the file.
alter table stored_file drop column school_id, add column schools varchar(4000) character set ascii collate ascii_bin after authority_id;
