-- A mail that waits for the daily digest, and one that went out in it: its own state, so that no mail
-- goes out alone as well.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('WAITING_FOR_CONTACT', 'PENDING',
    'SENDING', 'SENT', 'BOUNCED', 'GAVE_UP', 'UNCLEAR', 'SUPPRESSED', 'EXPIRED', 'COLLECTED', 'BUNDLED'));
alter table delivery add column digest_id uuid references delivery (id);
create index delivery_collected on delivery (district, recipient) where state = 'COLLECTED';
create index delivery_of_digest on delivery (digest_id) where digest_id is not null;

-- Whether a function wants its mails once a day; off until somebody chooses it.
alter table preference_set add column digest boolean not null default false;
