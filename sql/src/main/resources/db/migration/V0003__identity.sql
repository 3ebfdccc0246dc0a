-- An ENT that people arrive from. Its key is part of their identity.
create sequence identity_provider_seq start with 1 increment by 50 cache 10;
create table identity_provider (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  provider_key varchar(40) character set ascii collate ascii_bin not null,
  name varchar(120) not null,
  protocol varchar(8) character set ascii collate ascii_bin not null,
  base_url varchar(400) character set ascii collate ascii_bin not null,
  -- Attribute that carries the person's id in the directory feed (ENTPersonJointure unless the ENT says otherwise).
  person_id_attribute varchar(80) character set ascii collate ascii_bin not null default 'ENTPersonJointure',
  active boolean not null default true,
  version int not null default 0,
  constraint identity_provider_public_id unique (public_id),
  constraint identity_provider_key unique (provider_key),
  constraint identity_provider_authority foreign key (authority_id) references local_authority (id),
  constraint identity_provider_protocol check (protocol in ('CAS2', 'CAS3'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
-- Schools that a provider may speak for; what it says of others is ignored.
create table identity_provider_school (
  provider_id bigint not null,
  school_id bigint not null,
  primary key (provider_id, school_id),
  constraint identity_provider_school_provider foreign key (provider_id) references identity_provider (id),
  constraint identity_provider_school_school foreign key (school_id) references school (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Somebody who can sign on: through an ENT (provider_id, subject) or with a local password (login).
create sequence account_seq start with 1 increment by 50 cache 10;
create table account (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  provider_id bigint,
  subject varchar(190) collate utf8mb4_bin,
  login varchar(190) collate utf8mb4_bin,
  password_hash varchar(400) character set ascii collate ascii_bin,
  password_expired boolean not null default false,
  failed_attempts int not null default 0,
  locked_until datetime(6),
  display_name varchar(240) not null,
  email varchar(254),
  profile varchar(16) character set ascii collate ascii_bin,
  pupil_id bigint,
  guardian_id bigint,
  staff_member_id bigint,
  active boolean not null default true,
  last_signed_on_at datetime(6),
  created_at datetime(6) not null,
  version int not null default 0,
  constraint account_public_id unique (public_id),
  constraint account_subject unique (provider_id, subject),
  constraint account_login unique (login),
  key account_by_name (authority_id, display_name, id),
  constraint account_authority foreign key (authority_id) references local_authority (id),
  constraint account_provider foreign key (provider_id) references identity_provider (id),
  constraint account_pupil foreign key (pupil_id) references pupil (id),
  constraint account_guardian foreign key (guardian_id) references guardian (id),
  constraint account_staff_member foreign key (staff_member_id) references staff_member (id),
  constraint account_way_in check ((provider_id is not null and subject is not null and login is null)
    or (provider_id is null and subject is null and login is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A role on one school, or on the whole authority when school_id is null.
create sequence role_grant_seq start with 1 increment by 50 cache 10;
create table role_grant (
  id bigint not null primary key,
  public_id uuid not null,
  account_id bigint not null,
  role varchar(24) character set ascii collate ascii_bin not null,
  school_id bigint,
  granted_at datetime(6) not null,
  granted_by varchar(240) not null,
  school_key bigint as (coalesce(school_id, 0)) persistent,
  constraint role_grant_public_id unique (public_id),
  constraint role_grant_once unique (account_id, role, school_key),
  key role_grant_school (school_id),
  constraint role_grant_account foreign key (account_id) references account (id),
  constraint role_grant_role check (role in ('LOAN_AGENT', 'LOAN_MANAGER', 'BURSAR', 'AID_OFFICER',
    'AID_MANAGER', 'REGION_MANAGER', 'AUDITOR', 'ADMIN'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Keyed by the SHA-256 of the cookie's value: who reads the table cannot become anybody.
create table web_session (
  id_hash binary(32) not null primary key,
  account_id bigint not null,
  csrf_token varchar(64) character set ascii collate ascii_bin not null,
  -- School that the person works for at the moment, chosen with the switcher.
  current_school_id bigint,
  -- SHA-256 of the CAS service ticket, which a single logout names.
  ticket_hash binary(32),
  created_at datetime(6) not null,
  last_seen_at datetime(6) not null,
  expires_at datetime(6) not null,
  ended_at datetime(6),
  key web_session_ticket (ticket_hash),
  key web_session_account (account_id),
  key web_session_expiry (expires_at),
  constraint web_session_account_fk foreign key (account_id) references account (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence api_token_seq start with 1 increment by 50 cache 10;
create table api_token (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- The account that the token acts as; the token's own grants are a part of that account's.
  account_id bigint not null,
  token_hash binary(32) not null,
  purpose varchar(160) not null,
  created_at datetime(6) not null,
  created_by varchar(240) not null,
  expires_at datetime(6) not null,
  revoked_at datetime(6),
  last_used_at datetime(6),
  version int not null default 0,
  constraint api_token_public_id unique (public_id),
  constraint api_token_hash unique (token_hash),
  key api_token_authority (authority_id, created_at),
  constraint api_token_account foreign key (account_id) references account (id),
  constraint api_token_authority_fk foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create table api_token_grant (
  token_id bigint not null,
  role varchar(24) character set ascii collate ascii_bin not null,
  school_key bigint not null default 0,
  primary key (token_id, role, school_key),
  constraint api_token_grant_token foreign key (token_id) references api_token (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
