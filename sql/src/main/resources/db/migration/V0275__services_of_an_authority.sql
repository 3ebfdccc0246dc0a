-- Which of the two services an authority runs: what it does not run is in nobody's menu, and its pages are not
-- there. A région usually lends and a département usually pays aid; some do both.
alter table local_authority
  add column runs_lending boolean not null default true,
  add column runs_meal_aid boolean not null default true;
update local_authority a
   set runs_lending = (a.kind = 'REGION' or exists (select 1 from device d where d.authority_id = a.id)),
       runs_meal_aid = (a.kind = 'DEPARTEMENT'
         or exists (select 1 from aid_campaign c where c.authority_id = a.id));
alter table local_authority
  add constraint local_authority_runs_something check (runs_lending or runs_meal_aid);
