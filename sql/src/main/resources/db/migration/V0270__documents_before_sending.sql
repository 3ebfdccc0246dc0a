-- Whether a family sends its application only with every mandatory document; off, it may add them later.
alter table aid_campaign
  add column documents_first boolean not null default false after draft_grace_days;
