-- Officers see what an applicant was told of an application, and what became of the mail.
alter table notice add key notice_of_subject (subject_id, id);
