-- A town's own paper until it hands it in. The district never reads it, not even as supervisory authority:
-- the policy hides every row of another organisation.
create table statement_draft (
    district text not null default current_setting('app.district'),
    organisation text not null default current_setting('app.organisation'),
    round_id uuid not null references consultation_round (id),
    status text not null check (status in ('DRAFT', 'INTERNAL_SIGN_OFF')),
    position text check (position in ('APPROVE', 'APPROVE_WITH_CONDITIONS', 'NEUTRAL', 'REJECT', 'NO_OBJECTION')),
    reasons text[] not null default '{}',
    text text not null default '' check (length(text) <= 20000),
    updated_at timestamptz not null,
    updated_by text not null,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    primary key (round_id, organisation)
);
select organisation_table('statement_draft');

create sequence receipt_number;

-- What arrived. A row is never changed but for which of a town's statements counts.
create table statement (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    position text not null check (position in ('APPROVE', 'APPROVE_WITH_CONDITIONS', 'NEUTRAL', 'REJECT', 'NO_OBJECTION')),
    reasons text[] not null,
    text text not null check (length(text) <= 20000),
    channel text not null check (channel in ('PORTAL', 'MAIL', 'LETTER', 'ORAL')),
    received_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    late boolean not null,
    status text not null check (status in ('COUNTED', 'REPLACED', 'LATE')),
    receipt_number text not null unique,
    foreign key (round_id, ags) references consultation_addressee (round_id, ags)
);
create unique index one_counted_statement on statement (round_id, ags) where status = 'COUNTED';
create index on statement (round_id, received_at, id);
select tenant_table('statement');
