-- A separated parent is asked about for the second household: that answer says nothing of the first.
alter table source_call
  modify column subject varchar(20) character set ascii collate ascii_bin not null,
  drop constraint source_call_subject,
  add constraint source_call_subject
    check (subject in ('APPLICANT', 'OTHER_PARENT', 'SECOND_HOUSEHOLD', 'PUPIL'));
