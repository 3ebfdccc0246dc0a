-- The day on which an application came on paper or by telephone: it decides the term, not the day
-- on which somebody types it.
alter table aid_application
  add column received_on date,
  add constraint aid_application_received check (received_on is null or origin = 'AGENT');
