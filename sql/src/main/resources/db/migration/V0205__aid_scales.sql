-- The published versions of a campaign's scale. The application may add rows and read them, nothing else
-- (its privileges say so): what families were told and decisions were computed with stays as it is.
create sequence aid_scale_seq start with 1 increment by 50 cache 10;
create table aid_scale (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  campaign_id bigint not null,
  -- 1 for the campaign's first version; each one replaces all brackets of the one before.
  number smallint not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  unit varchar(12) character set ascii collate ascii_bin not null,
  bound_style varchar(16) character set ascii collate ascii_bin not null,
  -- Whether bounds of a tax income are for a month.
  monthly boolean not null,
  -- One start for all cells.
  starts_on date not null,
  -- What checks saw and a person confirmed, as a JSON array of keys.
  confirmed longtext not null default '[]',
  published_at datetime(6) not null,
  published_by_account bigint,
  published_by varchar(240) not null,
  constraint aid_scale_public_id unique (public_id),
  constraint aid_scale_number unique (campaign_id, number),
  constraint aid_scale_authority foreign key (authority_id) references local_authority (id),
  constraint aid_scale_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_scale_kind check (kind in ('FAMILY_QUOTIENT', 'INCOME_BY_CHILDREN', 'INCOME_BY_SHARES')),
  constraint aid_scale_unit check (unit in ('RATE', 'PER_MEAL', 'PER_TERM', 'PER_YEAR')),
  constraint aid_scale_style check (bound_style in ('UPPER_INCLUDED', 'LOWER_INCLUDED', 'BOTH_INCLUDED')),
  constraint aid_scale_confirmed check (json_valid(confirmed))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The lines of a published version, in the order in which the first that fits wins.
create table aid_bracket (
  scale_id bigint not null,
  position smallint not null,
  label varchar(80) not null,
  -- The number of children it is for; empty: any.
  children smallint,
  from_amount decimal(12,2),
  up_to decimal(12,2),
  condition_kind varchar(12) character set ascii collate ascii_bin not null,
  condition_number smallint not null default 0,
  -- Either a value for one child, or a percentage of the figure between two bounds.
  value decimal(10,2),
  percent decimal(8,4),
  least decimal(10,2),
  most decimal(10,2),
  primary key (scale_id, position),
  constraint aid_bracket_scale foreign key (scale_id) references aid_scale (id),
  constraint aid_bracket_condition check (condition_kind in ('NONE', 'WELFARE', 'SCHOLARSHIP', 'CHILD_RANK', 'CHILDREN')),
  constraint aid_bracket_tariff check ((value is null) = (percent is not null)
    and (percent is null) = (least is null) and (percent is null) = (most is null)),
  constraint aid_bracket_amounts check (value >= 0 and coalesce(from_amount, 0) >= 0 or least >= 0 and most >= least)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
