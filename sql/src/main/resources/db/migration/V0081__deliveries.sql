-- A delivery may be for several schools: then it names none.
alter table delivery modify column school_id bigint null;
alter table device add key device_of_delivery (delivery_id, state);
