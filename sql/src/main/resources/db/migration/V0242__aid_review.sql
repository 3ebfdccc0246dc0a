-- Who looks at an application just now. A courtesy, not a lock: it runs out by itself.
create table aid_presence (
  application_id bigint not null primary key,
  account_id bigint not null,
  name varchar(240) not null,
  since datetime(6) not null,
  until datetime(6) not null,
  constraint aid_presence_application foreign key (application_id) references aid_application (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What family and officers write to each other.
create sequence aid_message_seq start with 1 increment by 50 cache 10;
create table aid_message (
  id bigint not null primary key,
  application_id bigint not null,
  side varchar(8) character set ascii collate ascii_bin not null,
  account_id bigint,
  name varchar(240) not null,
  body varchar(4000) not null,
  -- Made by the form: the same form sent twice writes one message.
  form_id uuid not null,
  sent_at datetime(6) not null,
  constraint aid_message_once unique (application_id, form_id),
  key aid_message_of_application (application_id, id),
  constraint aid_message_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_message_side check (side in ('FAMILY', 'OFFICER'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Something that the family has to put right, with the day until which it may.
create sequence aid_correction_seq start with 1 increment by 50 cache 10;
create table aid_correction (
  id bigint not null primary key,
  application_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  message_id bigint not null,
  asked_at datetime(6) not null,
  asked_by varchar(240) not null,
  due_on date not null,
  resolved_at datetime(6),
  resolution varchar(10) character set ascii collate ascii_bin,
  pending_application_id bigint as (case when resolved_at is null then application_id end) persistent,
  constraint aid_correction_one_pending unique (pending_application_id),
  key aid_correction_of_application (application_id, id),
  constraint aid_correction_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_correction_message foreign key (message_id) references aid_message (id) on delete cascade,
  constraint aid_correction_kind check (kind in ('INCORRECT', 'INCOMPLETE', 'OUTDATED')),
  constraint aid_correction_resolution check ((resolved_at is null) = (resolution is null)),
  constraint aid_correction_how check (resolution in ('ANSWERED', 'RESUMED', 'DECIDED', 'WITHDRAWN'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What officers write for each other; no family ever reads it.
create sequence aid_note_seq start with 1 increment by 50 cache 10;
create table aid_note (
  id bigint not null primary key,
  application_id bigint not null,
  account_id bigint not null,
  name varchar(240) not null,
  body varchar(4000) not null,
  written_at datetime(6) not null,
  key aid_note_of_application (application_id, id),
  constraint aid_note_application foreign key (application_id) references aid_application (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A second pair of eyes: no decision before somebody else than who asked has answered.
create sequence aid_second_look_seq start with 1 increment by 50 cache 10;
create table aid_second_look (
  id bigint not null primary key,
  application_id bigint not null,
  asked_account bigint not null,
  asked_by varchar(240) not null,
  question varchar(2000) not null,
  asked_at datetime(6) not null,
  answered_account bigint,
  answered_by varchar(240),
  agreed boolean,
  answer varchar(2000),
  answered_at datetime(6),
  open_application_id bigint as (case when answered_at is null then application_id end) persistent,
  constraint aid_second_look_one_open unique (open_application_id),
  key aid_second_look_of_application (application_id, id),
  constraint aid_second_look_application foreign key (application_id) references aid_application (id)
    on delete cascade,
  constraint aid_second_look_other check (answered_account is null or answered_account <> asked_account),
  constraint aid_second_look_answer check ((answered_at is null) = (agreed is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What the authority wants its officers to fill in for themselves, by campaign.
create table aid_annotation (
  campaign_id bigint not null,
  code varchar(24) character set ascii collate ascii_bin not null,
  label varchar(120) not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  mandatory boolean not null,
  position smallint not null,
  primary key (campaign_id, code),
  constraint aid_annotation_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_annotation_kind check (kind in ('TEXT', 'NUMBER', 'DAY', 'YES_NO'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create table aid_annotation_value (
  application_id bigint not null,
  code varchar(24) character set ascii collate ascii_bin not null,
  value varchar(400) not null,
  primary key (application_id, code),
  constraint aid_annotation_value_application foreign key (application_id) references aid_application (id)
    on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Two applications that look like one child's, and what an officer found.
create table aid_duplicate (
  application_id bigint not null,
  other_id bigint not null,
  same_child boolean not null,
  found_at datetime(6) not null,
  found_by varchar(240) not null,
  primary key (application_id, other_id),
  constraint aid_duplicate_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_duplicate_other foreign key (other_id) references aid_application (id) on delete cascade,
  constraint aid_duplicate_order check (application_id < other_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
