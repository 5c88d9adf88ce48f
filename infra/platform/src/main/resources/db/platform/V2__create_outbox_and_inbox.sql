-- The columns are those Debezium's outbox event router can be pointed at. seq is drawn while the row the key names is
-- locked, so per key seq order is commit order. hashtext may be negative; masking avoids abs of the smallest int.
create table outbox (
    seq         bigint generated always as identity primary key,
    id          uuid        not null unique,
    slot        int         not null generated always as ((hashtext(key) & 2147483647) % 16) stored,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    subject     text        not null,
    time        timestamptz not null,
    district    text        not null,
    causationid text,
    traceparent text,
    payload     text
);
create index outbox_by_slot on outbox (slot, seq);
alter table outbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
comment on column outbox.payload is 'JSON; null is a tombstone of the key';
revoke update, delete on outbox from ${app};
grant select, delete on outbox to ${relay};

-- What a consumer has already applied; commits together with the effect.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_by_age on inbox (received_at);
revoke update, delete on inbox from ${app};
grant select, delete on inbox to ${relay};

-- On topics of full states: the newest version applied per key.
create table inbox_version (
    consumer text   not null,
    topic    text   not null,
    key      text   not null,
    version  bigint not null,
    primary key (consumer, topic, key)
);

-- FAILED: gave up after the last retry. PARKED: a later event of the same key, waiting behind it.
create table dead_letter (
    seq         bigint generated always as identity primary key,
    id          uuid        not null unique,
    consumer    text        not null,
    event_id    uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    district    text        not null,
    state       text        not null check (state in ('FAILED', 'PARKED')),
    partition   int         not null,
    record_offset bigint    not null,
    headers     text        not null,
    payload     text,
    error       text,
    attempts    int         not null default 0,
    received_at timestamptz not null default now(),
    unique (consumer, event_id)
);
create index dead_letter_by_key on dead_letter (consumer, key, seq);
grant select on dead_letter to ${relay};
