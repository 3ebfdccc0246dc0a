-- A scan that waited for the network changed its device when it was made, not when it arrived: what is scanned between
-- the two is newer. Null for a scan that came at once.
alter table scan
  add column made_at datetime(6) after recorded_at;
