-- Every word that a search for a pupil may begin with, without accents, case or punctuation.
-- Found by prefix inside one school, or inside the authority.
create table pupil_name_token (
  pupil_id bigint not null,
  token varchar(40) character set ascii collate ascii_bin not null,
  school_id bigint not null,
  authority_id bigint not null,
  primary key (pupil_id, token),
  key pupil_name_token_school (school_id, token, pupil_id),
  key pupil_name_token_authority (authority_id, token, pupil_id),
  constraint pupil_name_token_pupil foreign key (pupil_id) references pupil (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
