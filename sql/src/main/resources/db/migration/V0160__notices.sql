-- What families have to be told, written in the transaction in which it happened. A job finds out later
-- whom to tell and how, so that nothing here may fail what happened: no foreign key to what it is about.
create sequence notice_seq start with 1 increment by 50 cache 1000;
create table notice (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  kind varchar(40) character set ascii collate ascii_bin not null,
  pupil_id bigint not null,
  -- What it speaks of (a loan), for whoever has to say later whether it still holds.
  subject_id bigint,
  -- What of one batch goes to the same person goes in one mail.
  batch varchar(80) character set ascii collate ascii_bin not null,
  -- JSON: the values of the sentence.
  facts text not null,
  ready_at datetime(6) not null,
  -- PAPER: nobody can be mailed, waits to be printed.
  state varchar(10) character set ascii collate ascii_bin not null default 'WAITING',
  reason varchar(24) character set ascii collate ascii_bin,
  created_at datetime(6) not null,
  printed_at datetime(6),
  constraint notice_public_id unique (public_id),
  key notice_todo (state, ready_at, id),
  key notice_of_school (school_id, state, pupil_id),
  key notice_of_pupil (pupil_id, id),
  constraint notice_state check (state in ('WAITING', 'MAILED', 'PAPER', 'PRINTED', 'DISCARDED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- One mail to one person. Its text is made from the notices when it is sent and is not kept.
create sequence mail_seq start with 1 increment by 50 cache 1000;
create table mail (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  recipient_kind varchar(10) character set ascii collate ascii_bin not null,
  recipient_id bigint not null,
  recipient_name varchar(240) not null,
  address varchar(254) not null,
  batch varchar(80) character set ascii collate ascii_bin not null,
  subject varchar(200),
  state varchar(10) character set ascii collate ascii_bin not null default 'WAITING',
  attempts smallint not null default 0,
  next_attempt_at datetime(6) not null,
  -- The server that sends it, and until when it counts as alive.
  holder varchar(120),
  held_until datetime(6),
  failure varchar(400),
  created_at datetime(6) not null,
  finished_at datetime(6),
  -- A mail that nobody tried to send yet takes in what comes for the same person and batch.
  open_batch varchar(80) character set ascii collate ascii_bin
    as (case when state = 'WAITING' and attempts = 0 then batch end) persistent,
  constraint mail_public_id unique (public_id),
  constraint mail_open unique (authority_id, recipient_kind, recipient_id, open_batch),
  key mail_due (state, next_attempt_at, id),
  key mail_of_authority (authority_id, state, id),
  key mail_of_school (school_id, state, id),
  constraint mail_recipient check (recipient_kind in ('PUPIL', 'GUARDIAN')),
  constraint mail_state check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DISCARDED')),
  constraint mail_held check ((state = 'SENDING') = (holder is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create table mail_notice (
  mail_id bigint not null,
  notice_id bigint not null,
  primary key (mail_id, notice_id),
  key mail_notice_notice (notice_id),
  constraint mail_notice_mail foreign key (mail_id) references mail (id),
  constraint mail_notice_notice_fk foreign key (notice_id) references notice (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Who wants no reminders by mail any more.
create table mail_refusal (
  recipient_kind varchar(10) character set ascii collate ascii_bin not null,
  recipient_id bigint not null,
  refused_at datetime(6) not null,
  primary key (recipient_kind, recipient_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Signs the links of mails; made here, known to this installation alone.
create table mail_key (
  id tinyint not null primary key,
  secret binary(32) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
insert into mail_key (id, secret) values (1, random_bytes(32));
