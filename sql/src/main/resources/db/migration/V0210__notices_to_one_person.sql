-- A notice may be for one person whom somebody named, not for a pupil's whole family: what a parent who
-- applies for meal aid is told, the other parent must not read. It then comes from the authority, not
-- from a school, and its person may be in no directory.
alter table notice
  modify column school_id bigint,
  modify column pupil_id bigint,
  add column person_key bigint after pupil_id,
  add column person_name varchar(240) after person_key,
  add column person_address varchar(254) after person_name,
  add constraint notice_for check ((pupil_id is not null and school_id is not null and person_key is null)
    or (person_key is not null and person_name is not null and person_address is not null));
alter table mail
  modify column school_id bigint,
  drop constraint mail_recipient,
  add constraint mail_recipient check (recipient_kind in ('PUPIL', 'GUARDIAN', 'PERSON'));
