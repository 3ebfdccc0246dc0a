-- Questions to official sources, and what came of them. They wait here: no submit waits for an answer.
-- Of an answer the value is kept, and what proves it; neither the address nor the family's other members.
create sequence source_call_seq start with 1 increment by 50 cache 100;
create table source_call (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  application_id bigint not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  -- Of whom: who applies, the other parent, or the pupil.
  subject varchar(12) character set ascii collate ascii_bin not null,
  subject_name varchar(240) not null,
  -- The parameters as they are sent, without who asks.
  question varchar(2000) character set ascii collate ascii_bin not null,
  -- For pupils: the calendar year in which the school year begins, and whether the school is a private one.
  school_year smallint,
  private_school boolean not null default false,
  state varchar(10) character set ascii collate ascii_bin not null,
  -- When it is asked next; while it is asked, when its server counts as dead. Null once it is over.
  due_at datetime(6),
  holder varchar(120),
  attempts smallint not null default 0,
  requested_at datetime(6) not null,
  requester_account_id bigint,
  requester_name varchar(240) not null,
  -- What the source knows the requester by: nothing but us can say who it is.
  requester_ref char(36) character set ascii collate ascii_bin,
  purpose varchar(40) character set ascii collate ascii_bin not null,
  -- The last answer.
  answered_at datetime(6),
  http_status smallint,
  code varchar(40) character set ascii collate ascii_bin,
  said varchar(400),
  provider varchar(8) character set ascii collate ascii_bin,
  api_version tinyint,
  quotient decimal(10,2),
  quotient_month date,
  computed_month date,
  child_found varchar(12) character set ascii collate ascii_bin,
  scholarship varchar(12) character set ascii collate ascii_bin,
  scholarship_level tinyint,
  boarding varchar(24) character set ascii collate ascii_bin,
  enrolled boolean,
  school_uai varchar(16) character set ascii collate ascii_bin,
  proof_link varchar(400) character set ascii collate ascii_bin,
  proof_code varchar(40) character set ascii collate ascii_bin,
  -- One open question of a kind about one person; MariaDB has no partial index.
  open_application_id bigint as (case when due_at is not null then application_id end) persistent,
  constraint source_call_public_id unique (public_id),
  constraint source_call_one_open unique (open_application_id, kind, subject),
  key source_call_due (authority_id, due_at, id),
  key source_call_of_application (application_id, id),
  key source_call_by_state (authority_id, state, id),
  constraint source_call_authority foreign key (authority_id) references local_authority (id),
  constraint source_call_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint source_call_kind check (kind in ('FAMILY_QUOTIENT', 'SCHOLARSHIP')),
  constraint source_call_subject check (subject in ('APPLICANT', 'OTHER_PARENT', 'PUPIL')),
  constraint source_call_state check (state in ('WAITING', 'ASKING', 'POSTPONED', 'ANSWERED', 'NOT_FOUND', 'TO_CHECK',
    'FAILED', 'CANCELLED')),
  constraint source_call_open check ((state in ('WAITING', 'ASKING', 'POSTPONED')) = (due_at is not null)),
  -- An unknown income is never 0.
  constraint source_call_quotient check (quotient > 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
