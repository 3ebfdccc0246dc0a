-- The journal is read by period: the same entry costs of an index as before, in the order that readers ask for.
alter table journal_entry
  add key journal_by_time (authority_id, happened_at, id),
  drop key journal_authority;
