-- The data key of an encrypted file, wrapped by a numbered master key (nonce, then the wrapped key).
-- Kept in the row and not in the file: another master key is one small write, and what has lost its
-- row can't be read any more. Null for files that are not encrypted; a number without a key says
-- which master key the head of a file of the first format needs.
alter table stored_file
  add column key_number int,
  add column wrapped_key varbinary(96),
  -- First byte of the public id: rows and stored files are compared a part at a time.
  add column shard smallint not null default 0,
  add key stored_file_key_number (key_number, id),
  add key stored_file_shard (shard);
update stored_file set shard = conv(left(cast(public_id as char(36)), 2), 16, 10);
