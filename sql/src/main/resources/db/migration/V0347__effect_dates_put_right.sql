-- The day of effect of a change of situation was wrong: the new decision takes the place of the one on that change.
alter table aid_reopening
  drop constraint aid_reopening_kind,
  drop constraint aid_reopening_effect,
  add constraint aid_reopening_kind check (kind in ('APPEAL', 'MISTAKE', 'SITUATION', 'CORRECTION')),
  add constraint aid_reopening_effect check ((kind in ('SITUATION', 'CORRECTION')) = (effect_on is not null));
