-- The emergency stock is a mark on each device, wherever it is (decision 34): the desk asks for the mark
-- before it lends, and a place of its own lost it as soon as a device left it. Devices of such places
-- are marked; the places become pools, of which proposals leave marked devices alone.
update device d
  join school s on s.kind = 'EMERGENCY' and s.id in (d.place_school_id, d.home_school_id)
  set d.emergency = true
  where d.state not in ('WITHDRAWN', 'OWNERSHIP_TRANSFERRED');
update school set kind = 'POOL' where kind = 'EMERGENCY';
alter table school drop constraint school_kind;
alter table school add constraint school_kind check (kind in ('SCHOOL', 'POOL'));
