-- How asset tags of this authority guard themselves: a wrong check digit is refused before any look-up.
alter table local_authority add column tag_check varchar(8) character set ascii collate ascii_bin not null default 'NONE',
  add constraint local_authority_tag_check check (tag_check in ('NONE', 'LUHN'));
-- undo_state holds every row that a scan touched with the version that must still stand.
alter table scan drop column device_version, drop column loan_version;
