-- Who may take a file away follows from why it is kept; those of the last day are told apart by name.
update stored_file set purpose = 'AID_EXPORT' where purpose = 'EXPORT' and sealed;
update stored_file set purpose = 'REPAIRS' where purpose = 'EXPORT' and file_name like 'reparations-%';
update stored_file set purpose = 'CERTIFICATE' where purpose = 'EXPORT' and file_name like 'certificat-%';
update stored_file set purpose = 'CLASS_SHEETS' where purpose = 'LABELS' and file_name = 'Classes.pdf';
