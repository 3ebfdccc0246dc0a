-- A one-time link lets a person choose the first password, or a new one; we keep the SHA-256 of its secret.
alter table account
  drop column password_expired,
  add column activation_hash binary(32) after password_hash,
  add column activation_expires_at datetime(6) after activation_hash,
  add constraint account_activation unique (activation_hash);
