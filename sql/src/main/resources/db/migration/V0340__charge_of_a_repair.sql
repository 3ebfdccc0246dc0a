-- The charge of a repair follows the cost of that repair until somebody validates it.
alter table recovery_charge
  add column repair_id bigint after incident_id,
  add constraint recovery_charge_repair unique (repair_id),
  add constraint recovery_charge_of_repair foreign key (repair_id) references repair (id)
    on delete set null;

update recovery_charge c
  join (select incident_id, min(id) id from recovery_charge where kit_gap_id is null
    group by incident_id) earliest on earliest.id = c.id
  join incident i on i.id = c.incident_id and i.charge_kind = 'REPAIR_COST'
  join (select incident_id, min(id) id from repair where cost > 0 and not warranty
    group by incident_id) r on r.incident_id = i.id
  set c.repair_id = r.id;
