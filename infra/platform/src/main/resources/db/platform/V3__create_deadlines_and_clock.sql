create table deadline (
    id              uuid primary key,
    district        text        not null,
    kind            text        not null,
    subject         text        not null,
    due_at          timestamptz not null,
    payload         text        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    last_error      text,
    unique (district, kind, subject)
);
create index deadline_by_due on deadline (due_at, id);
grant select, update on deadline to ${relay};

-- One row, used in profile demo only: the instant at which the business clock stands.
create table business_clock (
    id            text primary key check (id = 'clock'),
    now           timestamptz not null,
    move_id       uuid,
    event_version bigint      not null default 0
);
grant select, insert, update on business_clock to ${relay};
