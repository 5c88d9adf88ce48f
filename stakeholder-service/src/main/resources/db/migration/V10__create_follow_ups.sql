-- Stands for a case of application-service as the key of this service's events; made when the first of them is written.
create table case_thread (
    id uuid not null,
    district text not null default current_setting('app.district'),
    event_version bigint not null default 0,
    primary key (district, id)
);
select tenant_table('case_thread');

create table follow_up (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    kind text not null check (kind in ('BURDEN_CHECK', 'OPEN_REQUEST', 'OTHER')),
    title text not null check (title <> ''),
    role text not null check (role <> ''),
    page text not null check (page like '/%'),
    status text not null check (status in ('OPEN', 'POSTPONED', 'DONE', 'DROPPED')),
    due_on date,
    reason text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    check (status <> 'POSTPONED' or due_on is not null),
    check (status in ('OPEN', 'POSTPONED') = (closed_at is null)),
    check (closed_at is null or reason is not null)
);
create index on follow_up (district, case_id, opened_at);
select tenant_table('follow_up');
