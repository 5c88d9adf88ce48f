-- The business day on which the case was entered here: what happened before it was recorded afterwards (domain 2.17).
-- Cases that exist already take the day of this migration: all of their past was recorded afterwards.
alter table funding_case add column entered_on date not null default current_date;
alter table funding_case alter column entered_on drop default;

create table motion (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    dated_on date not null,
    proposers text[] not null check (cardinality(proposers) > 0),
    subject text not null check (length(subject) between 1 and 500),
    wording text,
    document_sha256 text,
    mandate text,
    mandate_status text check (mandate_status in ('PROPOSED', 'EFFECTIVE', 'REFUSED')),
    mandate_decided_on date,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_afterwards boolean not null,
    constraint mandate_has_a_state check ((mandate is null) = (mandate_status is null)),
    constraint decided_mandate_has_a_day check ((mandate_status in ('EFFECTIVE', 'REFUSED')) is not true or mandate_decided_on is not null)
);
create index motion_by_case on motion (case_id, dated_on);
select tenant_table('motion');

create table paper (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    number text not null check (length(number) between 1 and 60),
    type text not null check (type in ('REPORT', 'RESOLUTION_PAPER', 'INFORMATION', 'ANNEX')),
    title text not null check (length(title) between 1 and 500),
    dated_on date not null,
    supplementary boolean not null,
    announced_on date,
    sent_on date,
    document_sha256 text,
    version bigint not null default 0,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_afterwards boolean not null,
    constraint paper_number_once unique (case_id, number)
);
select tenant_table('paper');

-- Beratungsfolge: which body hears, recommends or decides, in which order.
create table consultation_step (
    paper_id uuid not null references paper,
    district text not null default current_setting('app.district'),
    no int not null,
    body text not null check (body in ('KREISAUSSCHUSS', 'KREISTAG')),
    competence text not null check (competence in ('HEARING', 'RECOMMENDATION', 'DECISION')),
    planned_on date,
    primary key (paper_id, no)
);
select tenant_table('consultation_step');

create table meeting (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    body text not null check (body in ('KREISAUSSCHUSS', 'KREISTAG')),
    held_on date not null,
    invited_on date,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_afterwards boolean not null,
    constraint meeting_once unique (case_id, body, held_on),
    constraint invited_before check (invited_on <= held_on)
);
select tenant_table('meeting');

alter table resolution
    add column resolves text check (resolves in ('APPLICATION', 'CONCEPT', 'OTHER')),
    add column recorded_by text,
    add column recorded_afterwards boolean not null default false;

create table agenda_item (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    meeting_id uuid not null references meeting,
    case_id uuid not null references funding_case,
    number text not null check (length(number) between 1 and 20),
    title text not null check (length(title) between 1 and 500),
    public_item boolean not null,
    competence text not null check (competence in ('HEARING', 'RECOMMENDATION', 'DECISION')),
    motion_id uuid references motion,
    paper_ids uuid[] not null default '{}',
    outcome text check (outcome in ('ADOPTED_UNANIMOUS', 'ADOPTED_MAJORITY', 'ADOPTED_AMENDED', 'REJECTED',
        'DEFERRED', 'REFERRED', 'NOTED', 'WITHDRAWN', 'NO_DECISION')),
    yes int check (yes >= 0),
    no int check (no >= 0),
    abstain int check (abstain >= 0),
    note text,
    resolution_id uuid references resolution,
    version bigint not null default 0,
    constraint item_number_once unique (meeting_id, number),
    constraint votes_together check (num_nulls(yes, no, abstain) in (0, 3)),
    constraint adopted_has_a_resolution check ((outcome like 'ADOPTED%') is not true or resolution_id is not null)
);
create index agenda_item_by_case on agenda_item (case_id);
select tenant_table('agenda_item');
