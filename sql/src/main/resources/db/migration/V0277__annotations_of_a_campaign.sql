-- What officers noted is counted for each annotation of a campaign, without reading its applications.
alter table aid_annotation_value add column campaign_id bigint;
update aid_annotation_value v join aid_application a on a.id = v.application_id set v.campaign_id = a.campaign_id;
alter table aid_annotation_value
  modify column campaign_id bigint not null,
  add key aid_annotation_value_noted (campaign_id, code, value);
