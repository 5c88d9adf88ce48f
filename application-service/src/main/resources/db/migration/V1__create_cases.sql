-- One row per programme version this district was told of; the root of its state event.
create table programme_version (
    district text not null default current_setting('app.district'),
    code text not null,
    content_sha256 text not null,
    event_version bigint not null default 0,
    primary key (district, code)
);
select tenant_table('programme_version');

create table funding_case (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    title text not null check (length(title) between 1 and 200),
    file_reference text not null check (length(file_reference) between 1 and 60),
    programme_code text not null,
    opened_on date not null,
    status text not null check (status in ('PREPARATION', 'STAGE_1', 'STAGE_2', 'CLOSED')),
    version bigint not null default 0,
    event_version bigint not null default 0,
    created_at timestamptz not null default now(),
    constraint file_reference_once unique (district, file_reference)
);
create index funding_case_by_opening on funding_case (district, opened_on desc, id);
select tenant_table('funding_case');

create table case_document (
    case_id uuid not null references funding_case,
    district text not null default current_setting('app.district'),
    sha256 text not null,
    filename text not null,
    media_type text not null,
    size bigint not null,
    added_at timestamptz not null,
    primary key (case_id, sha256)
);
select tenant_table('case_document');

create table requirement (
    case_id uuid not null references funding_case,
    district text not null default current_setting('app.district'),
    code text not null,
    decided text check (decided in ('FULFILLED', 'PROMISED', 'WAIVED')),
    due_on date,
    reason text,
    status text not null check (status in ('OPEN', 'IN_PROGRESS', 'FULFILLED', 'PROMISED', 'WAIVED', 'BREACHED')),
    version bigint not null default 0,
    primary key (case_id, code),
    constraint promise_has_a_day check ((decided = 'PROMISED') = (due_on is not null)),
    constraint waiver_has_a_reason check (decided is distinct from 'WAIVED' or reason is not null)
);
select tenant_table('requirement');

create table requirement_evidence (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    requirement text not null,
    kind text not null,
    category text,
    source text not null check (source in ('EVENT', 'MANUAL')),
    origin text not null,
    description text,
    document_sha256 text,
    figures jsonb not null default '{}',
    recorded_at timestamptz not null,
    foreign key (case_id, requirement) references requirement,
    constraint evidence_once unique (case_id, requirement, origin)
);
select tenant_table('requirement_evidence');

create table resolution (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    body text not null check (body in ('KREISAUSSCHUSS', 'KREISTAG')),
    decided_on date not null,
    outcome text not null check (outcome in ('ADOPTED_UNANIMOUS', 'ADOPTED_MAJORITY', 'ADOPTED_AMENDED', 'REJECTED',
        'DEFERRED', 'REFERRED', 'NOTED', 'WITHDRAWN', 'NO_DECISION')),
    subject text not null check (length(subject) between 1 and 500),
    document_sha256 text,
    recorded_at timestamptz not null,
    constraint adopted_is_documented check (outcome not like 'ADOPTED%' or document_sha256 is not null)
);
create index resolution_by_case on resolution (case_id, decided_on);
select tenant_table('resolution');

create table annex (
    case_id uuid not null references funding_case,
    district text not null default current_setting('app.district'),
    no int not null,
    document_sha256 text,
    waived_reason text,
    version bigint not null default 0,
    primary key (case_id, no),
    constraint present_or_waived check (document_sha256 is null or waived_reason is null)
);
select tenant_table('annex');
