-- A missing or broken piece (kit_gap, which comes with a later migration) is charged once.
alter table recovery_charge
  add column kit_gap_id bigint after incident_id,
  add constraint recovery_charge_kit_gap unique (kit_gap_id);
