-- Whether a family is asked for pieces that do not come back, or come back broken. Each line keeps
-- what policy said when it was noted.
alter table lending_policy add column pieces_charged boolean not null default true after given_from;
alter table kit_gap add column charged boolean not null default true after unit_price;
update kit_gap set charged = false where step = 'HAND_OVER';
