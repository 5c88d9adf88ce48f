-- Times are kept in the notation of the programme pack: 2014-04-15, 2014-04, 2014-Q4, 2015, 2014-05..2014-06, 2014-04..
create table milestone (
    case_id uuid not null references funding_case,
    district text not null default current_setting('app.district'),
    code text not null,
    planned text not null,
    forecast text,
    actual text,
    status text not null check (status in ('WAITING', 'PLANNED', 'DUE', 'DONE', 'LATE', 'DROPPED')),
    reason text,
    version bigint not null default 0,
    recorded_at timestamptz,
    recorded_by text,
    recorded_afterwards boolean,
    primary key (case_id, code),
    constraint done_has_a_time check ((status = 'DONE') = (actual is not null)),
    constraint dropped_has_a_reason check (status <> 'DROPPED' or reason is not null)
);
select tenant_table('milestone');
