-- The texts that pupils and families sign. A published version never changes: what was signed stays what it was.
create sequence agreement_text_seq start with 1 increment by 50 cache 10;
create table agreement_text (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- Versions of one text share its name.
  name varchar(120) not null,
  number int not null,
  state varchar(10) character set ascii collate ascii_bin not null default 'DRAFT',
  title varchar(160) not null,
  body text not null,
  -- Printed below what is lent, on every agreement of this version.
  note varchar(1000) not null default '',
  -- SHA-256 of title, body and note once published.
  digest binary(32),
  saved_at datetime(6) not null,
  saved_by varchar(240) not null,
  published_at datetime(6),
  published_by varchar(240),
  version int not null default 0,
  draft_name varchar(120) as (case when state = 'DRAFT' then name end) persistent,
  constraint agreement_text_public_id unique (public_id),
  constraint agreement_text_number unique (authority_id, name, number),
  constraint agreement_text_one_draft unique (authority_id, draft_name),
  constraint agreement_text_authority foreign key (authority_id) references local_authority (id),
  constraint agreement_text_state check (state in ('DRAFT', 'PUBLISHED')),
  constraint agreement_text_digest check ((state = 'PUBLISHED') = (digest is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What one pupil signs. Its lines are the loans made under it; it is closed when the last of them is.
create sequence loan_agreement_seq start with 1 increment by 50 cache 1000;
create table loan_agreement (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  pupil_id bigint not null,
  text_id bigint not null,
  -- What its barcode holds, after the two letters that say which page it is.
  code char(11) character set ascii collate ascii_bin not null,
  note varchar(1000) not null default '',
  state varchar(10) character set ascii collate ascii_bin not null default 'ACTIVE',
  ends_on date,
  issued_at datetime(6) not null,
  issued_by varchar(240) not null,
  cancelled_at datetime(6),
  cancelled_by varchar(240),
  pupil_signed_at datetime(6),
  guardian_signed_at datetime(6),
  receipt_signed_at datetime(6),
  declined_at datetime(6),
  version int not null default 0,
  constraint loan_agreement_public_id unique (public_id),
  constraint loan_agreement_code unique (code),
  key loan_agreement_of_pupil (pupil_id, state, id),
  key loan_agreement_of_school (school_id, state, id),
  constraint loan_agreement_authority foreign key (authority_id) references local_authority (id),
  constraint loan_agreement_school foreign key (school_id) references school (id),
  constraint loan_agreement_pupil foreign key (pupil_id) references pupil (id),
  constraint loan_agreement_text foreign key (text_id) references agreement_text (id),
  constraint loan_agreement_state check ((state = 'CANCELLED') = (cancelled_at is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A device that the agreement promises and that is not handed over yet: a line without a device.
create table agreement_promise (
  agreement_id bigint not null,
  model_id bigint not null,
  quantity smallint not null default 1,
  primary key (agreement_id, model_id),
  constraint agreement_promise_agreement foreign key (agreement_id) references loan_agreement (id),
  constraint agreement_promise_model foreign key (model_id) references device_model (id),
  constraint agreement_promise_quantity check (quantity between 1 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

alter table loan add column agreement_id bigint,
  add key loan_of_agreement (agreement_id, state),
  add constraint loan_agreement_fk foreign key (agreement_id) references loan_agreement (id);

-- Who signed or declined what, when, how, and which version of the text.
create sequence agreement_signature_seq start with 1 increment by 50 cache 1000;
create table agreement_signature (
  id bigint not null primary key,
  public_id uuid not null,
  agreement_id bigint not null,
  purpose varchar(10) character set ascii collate ascii_bin not null,
  party varchar(10) character set ascii collate ascii_bin not null,
  guardian_id bigint,
  signer_name varchar(240) not null,
  decision varchar(10) character set ascii collate ascii_bin not null,
  reason varchar(400),
  way varchar(8) character set ascii collate ascii_bin not null,
  text_id bigint not null,
  text_digest binary(32) not null,
  -- SHA-256 of what was on the screen, names and devices filled in; null on paper.
  shown_digest binary(32),
  file_id uuid,
  signed_at datetime(6) not null,
  recorded_by varchar(240) not null,
  account_id bigint not null,
  -- One signature of each party at most.
  signed_party varchar(24) character set ascii collate ascii_bin
    as (case when decision = 'SIGNED' then concat(purpose, ' ', party) end) persistent,
  constraint agreement_signature_public_id unique (public_id),
  constraint agreement_signature_once unique (agreement_id, signed_party),
  key agreement_signature_file (file_id),
  constraint agreement_signature_agreement foreign key (agreement_id) references loan_agreement (id),
  constraint agreement_signature_text foreign key (text_id) references agreement_text (id),
  constraint agreement_signature_guardian foreign key (guardian_id) references guardian (id),
  constraint agreement_signature_purpose check (purpose in ('AGREEMENT', 'RECEIPT')),
  constraint agreement_signature_party check (party in ('PUPIL', 'GUARDIAN')),
  constraint agreement_signature_decision check (decision in ('SIGNED', 'DECLINED')),
  constraint agreement_signature_way check (way in ('ENT', 'DESK', 'PAPER'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A page of paper that somebody scanned and sent. Nothing sent is lost: what files itself is FILED, the rest waits.
create sequence signed_page_seq start with 1 increment by 50 cache 100;
create table signed_page (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  source_name varchar(200) not null,
  -- The work that took the stack apart, and the page's place in it: done again, it files nothing twice.
  task_id uuid not null,
  number int not null,
  file_id uuid not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  -- Why it waits, see PaperRule.
  problem varchar(16) character set ascii collate ascii_bin,
  code varchar(16) character set ascii collate ascii_bin,
  agreement_id bigint,
  received_at datetime(6) not null,
  received_by varchar(240) not null,
  settled_at datetime(6),
  settled_by varchar(240),
  version int not null default 0,
  constraint signed_page_public_id unique (public_id),
  constraint signed_page_once unique (task_id, number),
  key signed_page_waiting (school_id, state, id),
  key signed_page_of_agreement (agreement_id),
  constraint signed_page_authority foreign key (authority_id) references local_authority (id),
  constraint signed_page_school foreign key (school_id) references school (id),
  constraint signed_page_agreement foreign key (agreement_id) references loan_agreement (id),
  constraint signed_page_state check (state in ('FILED', 'WAITING', 'DISCARDED')),
  constraint signed_page_problem check (state <> 'WAITING' or problem is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
