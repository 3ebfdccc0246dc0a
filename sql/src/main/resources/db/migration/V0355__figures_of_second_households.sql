-- A child who lives with both parents in turn has two households (M-F20): officers establish figures of either. The
-- child's place at the canteen is its own, whichever household it is counted in.
alter table aid_established
  add column second_household boolean not null default false after application_id,
  drop constraint aid_established_one_stands,
  add constraint aid_established_one_stands unique (standing_application_id, second_household, figure),
  add constraint aid_established_rank check (not second_household or figure <> 'CHILD_RANK');
