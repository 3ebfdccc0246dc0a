-- A line of a campaign is about the loan that it called, not about whoever has the device later.
-- Null while the campaign is open: how it went is read from the loan. Kept when the campaign closes.
alter table return_campaign_device
  add column outcome varchar(8) character set ascii collate ascii_bin,
  add constraint return_campaign_outcome check (outcome in ('MISSING', 'RETURNED', 'DAMAGED', 'GONE'));
-- Swaps so far: the loan of the device went over to another pupil at one and the same moment.
update return_campaign_device x
  join loan l on l.id = x.loan_id and l.closing_reason = 'SWAPPED'
  join loan n on n.device_id = x.device_id and n.id <> l.id and n.checked_out_at = l.recorded_return_at
  set x.loan_id = n.id;
-- Campaigns that are closed already: as far as the loans still tell it.
update return_campaign_device x
  join return_campaign c on c.id = x.campaign_id and c.state = 'CLOSED'
  join loan l on l.id = x.loan_id
  set x.outcome = case
    when l.state = 'LOST' then 'GONE'
    when l.state <> 'CLOSED' or coalesce(l.recorded_return_at, l.returned_at) > c.closed_at then 'MISSING'
    when l.closing_reason in ('DECLARED_STOLEN', 'OWNERSHIP_TRANSFERRED') then 'GONE'
    when l.returned_grade in ('DAMAGED', 'INCOMPLETE') then 'DAMAGED'
    else 'RETURNED' end;
