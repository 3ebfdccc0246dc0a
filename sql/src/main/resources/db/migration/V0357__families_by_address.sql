-- Last year's families are told by address, one after the other: each is looked up in both campaigns.
alter table aid_application add key aid_application_by_email (campaign_id, applicant_email);
