create table consultation_round (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    title text not null check (title <> ''),
    kind text not null check (kind in ('DRAFT_OPINION', 'CONCEPT_COORDINATION', 'LEVY_BENEHMEN', 'HEARING', 'PARTNER_SURVEY')),
    agreement_mode text not null check (agreement_mode in ('CONSENT', 'BENEHMEN', 'OPINION')),
    silence_means text not null check (silence_means in ('NO_REPLY', 'DEEMED_CONSENT')),
    status text not null check (status in ('PREPARED', 'OPEN', 'CLOSED_FOR_REPLY', 'EVALUATED', 'PUBLISHED', 'CANCELLED')),
    sent_on date,
    due_on date not null,
    reminder_days integer[] not null,
    reminders_sent integer not null default 0,
    opened_at timestamptz,
    closed_at timestamptz,
    levy_base_id uuid,
    cancel_reason text,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    event_version bigint not null default 0,
    check (status = 'PREPARED' or status = 'CANCELLED' or (sent_on is not null and opened_at is not null)),
    check (sent_on is null or due_on >= sent_on)
);
create index on consultation_round (district, due_on desc, id);
select tenant_table('consultation_round');

-- One municipality asked in one round. Name and inhabitants are frozen when the round is opened, so that a tally can be
-- recomputed years later.
create table consultation_addressee (
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    name text not null,
    inhabitants integer not null check (inhabitants >= 0),
    contact_id uuid,
    delivered_at timestamptz,
    receipt_confirmed_at timestamptz,
    extension_until date,
    extension_reason text,
    statement_id uuid,
    position text,
    channel text,
    received_at timestamptz,
    late boolean not null default false,
    reminded_at timestamptz,
    primary key (round_id, ags),
    check ((statement_id is null) = (received_at is null))
);
create index on consultation_addressee (district, ags);
select tenant_table('consultation_addressee');
