-- When the first of an account's failed_attempts was: those of one day count together.
alter table account
  add column failing_since datetime(6) after failed_attempts;
