create table application (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    stage int not null check (stage in (1, 2)),
    status text not null check (status in ('DRAFT', 'INTERNAL_REVIEW', 'READY', 'SUBMITTED', 'UNDER_REVIEW', 'QUERY_OPEN',
        'APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED', 'WITHDRAWN')),
    predecessor_id uuid references application,
    cover_note text not null default '',
    approved_by text,
    submitted_on date,
    external_reference text,
    query_due_on date,
    decided_on date,
    version bigint not null default 0,
    created_at timestamptz not null
);
-- The second wall behind the case's lock: never two applications of a stage side by side.
create unique index one_active_application on application (case_id, stage)
    where status not in ('REJECTED', 'WITHDRAWN');
select tenant_table('application');

-- Everybody who wrote on the draft or handed it over; none of them may approve it.
create table application_author (
    application_id uuid not null references application,
    district text not null default current_setting('app.district'),
    subject text not null,
    primary key (application_id, subject)
);
select tenant_table('application_author');

create table application_condition (
    application_id uuid not null references application,
    district text not null default current_setting('app.district'),
    no int not null,
    text text not null,
    due_on date,
    requirement text,
    primary key (application_id, no)
);
select tenant_table('application_condition');

-- What happened to an application, in order, for the people who read its page.
create table application_step (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    application_id uuid not null references application,
    status text not null,
    happened_on date not null,
    note text,
    recorded_at timestamptz not null
);
create index application_step_by_application on application_step (application_id, id);
select tenant_table('application_step');

create table application_snapshot (
    application_id uuid primary key references application,
    district text not null default current_setting('app.district'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content text not null,
    frozen_at timestamptz not null
);
select tenant_table('application_snapshot');
revoke update, delete, truncate on application_snapshot from ${app};

-- Whoever gets past the grants, the owner included, still cannot change what was handed in.
create function refuse_snapshot_change() returns trigger language plpgsql as $$
begin
    raise exception 'A snapshot of a submitted application is immutable' using errcode = 'integrity_constraint_violation';
end $$;
create trigger snapshot_is_immutable before update or delete on application_snapshot
    for each row execute function refuse_snapshot_change();
create trigger snapshots_stay before truncate on application_snapshot
    for each statement execute function refuse_snapshot_change();

-- Which fields each version changed, so that whoever acts on an older one is told exactly what is new.
create table application_change (
    application_id uuid not null references application,
    district text not null default current_setting('app.district'),
    version bigint not null,
    field text not null,
    primary key (application_id, version, field)
);
select tenant_table('application_change');
