create table ruling (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    authority text not null,
    question text not null check (length(question) between 1 and 2000),
    answer text,
    reason text,
    outcome text not null check (outcome in ('REFUSED', 'ACCEPTED', 'OPEN')),
    ruled_on date not null,
    minimum_posts numeric(6, 2) check (minimum_posts > 0),
    minimum_teachers int check (minimum_teachers >= 0),
    document_sha256 text,
    version bigint not null default 0,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_afterwards boolean not null,
    constraint decided_has_an_answer check (outcome = 'OPEN' or answer is not null)
);
create index ruling_by_case on ruling (case_id, ruled_on);
select tenant_table('ruling');
