-- A device on its way keeps its sender, who alone may keep it after all. Before, a school that it passed by
-- mistake was written in the sender's place. A slip says who sent what travels on it.
update device d
  join site_transfer t on t.id = d.transit_transfer_id
  set d.transit_from_school_id = t.from_school_id
  where d.state = 'IN_TRANSIT';

-- Without a slip, the journal does: what happened to the device first since it was sent, being seen apart.
update device d
  join journal_entry j on j.id = (
    select min(e.id) from journal_entry e where e.subject_type = 'DEVICE' and e.subject_id = d.id
      and e.action <> 'SEEN' and e.happened_at >= d.transit_sent_at)
  set d.transit_from_school_id = j.school_id
  where d.state = 'IN_TRANSIT' and d.transit_transfer_id is null and j.school_id is not null;
