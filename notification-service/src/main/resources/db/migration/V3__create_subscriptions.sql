-- What a partner without an account wants to be told, after it said so itself (double opt-in).
create table subscription (
    contact_id uuid primary key,
    district text not null default current_setting('app.district'),
    organisation text not null,
    address_hash text not null,
    state text not null check (state in ('ASKED', 'CONFIRMED', 'ENDED')),
    offered text[] not null,
    chosen text[] not null,
    confirmed_at timestamptz,
    ended_at timestamptz
);
create index subscription_by_notice on subscription using gin (chosen);
select tenant_table('subscription');

create table link (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    contact_id uuid not null references subscription (contact_id) on delete cascade,
    purpose text not null check (purpose in ('CONFIRM', 'MANAGE')),
    created_at timestamptz not null,
    renewal_at timestamptz,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_for text check (used_for in ('CONFIRMED', 'CHANGED', 'ENDED'))
);
create index link_by_contact on link (district, contact_id);
select tenant_table('link');
