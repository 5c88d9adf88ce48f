-- Profile demo only: one clock for the whole installation, no domain data.
create table demo_clock (
    id text primary key,
    event_version bigint not null default 0
);
insert into demo_clock (id) values ('clock');

create table clock_move (
    id uuid primary key,
    target timestamptz not null,
    state text not null check (state in ('RUNNING', 'DONE', 'STUCK')),
    touched_at timestamptz not null default clock_timestamp()
);
create unique index clock_move_one_at_a_time on clock_move ((true)) where state = 'RUNNING';

create table clock_report (
    service text primary key,
    move_id uuid not null,
    reached timestamptz not null,
    next_due timestamptz
);
