-- What was handed to the outbox, kept as long as the topics keep it, so that a consumer that lacks an event can be served again
-- (docs/adr/0013). On topics of full states only the newest state of a key stays: what was erased there is erased here as well.
create table emitted (
    seq         bigint generated always as identity primary key,
    id          uuid        not null unique,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    subject     text        not null,
    time        timestamptz not null,
    district    text        not null,
    causationid text,
    traceparent text,
    payload     text,
    full_state  boolean     not null,
    emitted_at  timestamptz not null default clock_timestamp(),
    reemissions int         not null default 0
);
-- A new state takes the place of the one before it.
create index emitted_states on emitted (topic, key) where full_state;
-- Rows come in the order of their time: a block range index costs the writers next to nothing.
create index emitted_by_age on emitted using brin (emitted_at);
revoke update on emitted from ${app};
grant update (reemissions) on emitted to ${app};
grant select, delete on emitted to ${relay};

-- Events a digest names and a consumer of this service has not seen.
create table reconciliation_gap (
    consumer   text        not null,
    event_id   uuid        not null,
    topic      text        not null,
    key        text        not null,
    version    bigint,
    noticed_at timestamptz not null default now(),
    asked_at   timestamptz,
    asks       int         not null default 0,
    primary key (consumer, event_id)
);
grant select on reconciliation_gap to ${relay};

-- Work of the night: for which day it was done last, in whichever instance. The lock on its row orders what it publishes.
create table technical_job (
    id            text primary key,
    done_for      date,
    event_version bigint not null default 0
);
insert into technical_job (id) values ('digest'), ('reemit'), ('audit-heads');
revoke insert, delete on technical_job from ${app};
