-- How often the code of a document was begun to be read: after a few tries that nobody ended it is given up.
alter table aid_document
  add column read_tries smallint not null default 0 after to_read;
