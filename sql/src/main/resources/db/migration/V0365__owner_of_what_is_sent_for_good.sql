-- Whose a device was before it was sent for good without a slip, so that a cancelled transfer gives it back.
alter table device
  add column transit_owner_school_id bigint after transit_transfer_id,
  add constraint device_transit_owner foreign key (transit_owner_school_id) references school (id);
