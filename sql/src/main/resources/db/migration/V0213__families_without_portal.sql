-- Families that no portal knows come in by a link sent to their address. Their account has a login that
-- nobody types and no password.
alter table account add column by_mail_link boolean not null default false after staff_member_id;

create table mail_link (
  -- SHA-256 of the secret in the link; the secret itself is kept nowhere.
  token_hash binary(32) not null primary key,
  purpose varchar(12) character set ascii collate ascii_bin not null,
  authority_id bigint not null,
  email varchar(254) not null,
  name varchar(240) not null,
  -- Where the link leads after sign-on; a path of ours.
  leads_to varchar(200) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6),
  key mail_link_expiry (expires_at),
  key mail_link_of_address (authority_id, email, created_at),
  constraint mail_link_authority foreign key (authority_id) references local_authority (id),
  constraint mail_link_purpose check (purpose in ('SIGN_ON', 'RENEWAL')),
  constraint mail_link_life check (expires_at > created_at and expires_at <= created_at + interval 10 day)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The child whom such a family names. Until the school or an officer confirmed it, the family sees nothing
-- that the directory holds.
create sequence aid_child_claim_seq start with 1 increment by 50 cache 10;
create table aid_child_claim (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  account_id bigint not null,
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  birth_date date not null,
  child_key varchar(300) character set ascii collate ascii_bin not null,
  school_id bigint not null,
  pupil_id bigint,
  confirmed_at datetime(6),
  confirmed_by varchar(240),
  refused_at datetime(6),
  created_at datetime(6) not null,
  constraint aid_child_claim_public_id unique (public_id),
  constraint aid_child_claim_child unique (account_id, child_key),
  key aid_child_claim_of_school (school_id, confirmed_at, refused_at, id),
  constraint aid_child_claim_account foreign key (account_id) references account (id),
  constraint aid_child_claim_school foreign key (school_id) references school (id),
  constraint aid_child_claim_pupil foreign key (pupil_id) references pupil (id),
  constraint aid_child_claim_confirmed check ((confirmed_at is null) = (confirmed_by is null)
    and not (confirmed_at is not null and refused_at is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
