-- Days after closing in which a draft that was begun before may still be sent; 0: none.
alter table aid_campaign
  add column draft_grace_days tinyint not null default 0 after appeal_days,
  add constraint aid_campaign_grace check (draft_grace_days between 0 and 60);

-- What the authority says to families in its own words.
create table aid_campaign_text (
  campaign_id bigint not null,
  place varchar(16) character set ascii collate ascii_bin not null,
  body varchar(4000) not null,
  primary key (campaign_id, place),
  constraint aid_campaign_text_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_campaign_text_place check (place in ('WELCOME', 'CONTACT', 'SENT'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
