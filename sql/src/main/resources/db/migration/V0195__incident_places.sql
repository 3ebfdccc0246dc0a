-- Where it happened, apart from how: families answer one question at a time.
alter table incident add column place varchar(200) not null default '' after happened_on;
