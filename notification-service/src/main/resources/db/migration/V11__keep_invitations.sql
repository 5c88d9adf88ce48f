-- One-time links of others on their way to a mailbox. The token is encrypted (AES-GCM, key of the installation) and
-- set to null as soon as the mail server has accepted the mail, at the latest when the link ends.
create table invitation (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    contact_id uuid not null,
    case_id uuid not null,
    token bytea,
    valid_until timestamptz not null
);
create index invitation_by_contact on invitation (district, contact_id);
select tenant_table('invitation');
