-- The mails that all servers together may hand over: from when on the next one may go.
insert into call_budget (name, free_at) values ('MAILS', '2026-01-01 00:00:00');
