-- Whether an open loan goes with a pupil who changes school inside the authority, or must come back.
alter table lending_policy add column loan_follows_pupil boolean not null default true;
