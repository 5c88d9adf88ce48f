-- One-time links. Of a link's secret nothing is kept but its hash.
create table invitation (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    cooperation_id uuid not null references cooperation (id),
    contact_id uuid not null,
    token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
    valid_until timestamptz not null,
    used_at timestamptz,
    replaced boolean not null default false,
    -- Real time, also where the business clock stands still: it slows down whoever asks for link after link.
    made_at timestamptz not null default clock_timestamp(),
    event_version bigint not null default 0,
    unique (district, token_sha256)
);
create unique index one_current_invitation on invitation (cooperation_id) where not replaced;
select tenant_table('invitation');
