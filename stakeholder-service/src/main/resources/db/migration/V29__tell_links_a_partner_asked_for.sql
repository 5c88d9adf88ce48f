-- The pause between two links holds for those a partner asks for, not for the one the clerk sent.
alter table invitation add column asked_by_partner boolean not null default false;
