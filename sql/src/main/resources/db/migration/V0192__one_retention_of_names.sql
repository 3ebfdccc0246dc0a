-- After how long a closed loan forgets its pupil was said twice: in the settings of reminders, which
-- the job read, and in the policy, which nobody read. The policy decides; where the settings promised
-- less, it promises that from now on.
update lending_policy p
  join reminder_setting s on s.authority_id = p.authority_id and s.forget_after_days is not null
  set p.personal_data_months = least(p.personal_data_months, greatest(1, s.forget_after_days div 30));
alter table reminder_setting
  drop constraint reminder_setting_forget,
  drop column forget_after_days;
