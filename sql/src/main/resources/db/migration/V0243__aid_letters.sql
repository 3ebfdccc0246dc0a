-- Texts of letters: versions for each campaign and kind, with fields. A published version never changes.
create sequence aid_letter_text_seq start with 1 increment by 50 cache 10;
create table aid_letter_text (
  id bigint not null primary key,
  public_id uuid not null,
  campaign_id bigint not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  number int not null,
  title varchar(160) not null,
  body text not null,
  signatory varchar(160) not null,
  footer varchar(190) not null,
  logo mediumblob,
  saved_at datetime(6) not null,
  saved_by varchar(240) not null,
  published_at datetime(6),
  published_by varchar(240),
  version int not null default 0,
  constraint aid_letter_text_public_id unique (public_id),
  constraint aid_letter_text_number unique (campaign_id, kind, number),
  constraint aid_letter_text_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_letter_text_kind check (kind in ('GRANTED', 'REFUSED', 'CLOSED', 'APPEAL_REJECTED')),
  constraint aid_letter_text_published check ((published_at is null) = (published_by is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A letter that is owed: written down with the decision, made afterwards and tried again until it is there.
create sequence aid_letter_seq start with 1 increment by 50 cache 100;
create table aid_letter (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  application_id bigint not null,
  decision_id bigint not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  -- For one batch of decisions its key: brothers and sisters get one mail.
  batch varchar(80) character set ascii collate ascii_bin not null,
  text_id bigint,
  state varchar(8) character set ascii collate ascii_bin not null default 'TO_MAKE',
  file_id uuid,
  attempts smallint not null default 0,
  failure varchar(400),
  next_attempt_at datetime(6) not null,
  created_at datetime(6) not null,
  made_at datetime(6),
  -- The decision does not stand any more.
  void_at datetime(6),
  -- How the family gets it.
  way varchar(8) character set ascii collate ascii_bin,
  printed_at datetime(6),
  constraint aid_letter_public_id unique (public_id),
  constraint aid_letter_once unique (decision_id, kind, batch),
  key aid_letter_todo (state, next_attempt_at, id),
  key aid_letter_of_application (application_id, id),
  key aid_letter_paper (authority_id, way, printed_at, id),
  constraint aid_letter_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_letter_decision foreign key (decision_id) references aid_decision (id) on delete cascade,
  constraint aid_letter_text_fk foreign key (text_id) references aid_letter_text (id),
  constraint aid_letter_state check (state in ('TO_MAKE', 'MADE')),
  constraint aid_letter_way check (way in ('MAIL', 'PAPER')),
  constraint aid_letter_made check ((state = 'MADE') = (file_id is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- When the family read a decision in its pages, for campaigns that ask for it.
create table aid_decision_reading (
  decision_id bigint not null primary key,
  account_id bigint not null,
  name varchar(240) not null,
  read_at datetime(6) not null,
  constraint aid_decision_reading_decision foreign key (decision_id) references aid_decision (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
