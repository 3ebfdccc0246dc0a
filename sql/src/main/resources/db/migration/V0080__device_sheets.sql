-- Spreadsheets of devices that somebody sends: takeovers and deliveries are read, shown and applied alike.
rename table takeover to device_sheet, takeover_row to device_sheet_row;
alter table device_sheet
  add column kind varchar(12) character set ascii collate ascii_bin not null default 'TAKEOVER' after account_id,
  -- JSON: what was said of the file as a whole (a delivery's reference, supplier, school...).
  add column about text not null default '{}' after file_name,
  drop key takeover_of_account,
  add key device_sheet_of_account (account_id, kind, id),
  add constraint device_sheet_kind check (kind in ('TAKEOVER', 'DELIVERY'));
alter table device_sheet_row rename column takeover_id to sheet_id;
-- Which column holds what in files of one form, as somebody confirmed it last.
create table sheet_form (
  authority_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- SHA-256 of the headings: a supplier's files look alike.
  headings binary(32) not null,
  columns_used text not null,
  confirmed_at datetime(6) not null,
  primary key (authority_id, kind, headings),
  constraint sheet_form_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
