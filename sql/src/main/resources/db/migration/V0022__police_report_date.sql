-- A theft counts with the number of the police report and its date.
alter table device add column police_report_on date after police_report;
