-- The language in which a family sent its application: what the product writes by itself is in it.
alter table aid_application
  add column language char(2) character set ascii collate ascii_bin not null default 'fr',
  add constraint aid_application_language check (language in ('fr', 'en'));
