create table case_task (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    kind text not null check (kind in ('FURTHER_TALKS', 'CONCEPTION_MANDATE', 'ANSWER_QUERY', 'OTHER')),
    title text not null check (length(title) between 1 and 300),
    role text not null,
    due_on date,
    page text not null,
    origin text not null,
    opened_on date not null,
    status text not null check (status in ('OPEN', 'DONE', 'DROPPED')),
    reason text,
    closed_on date,
    version bigint not null default 0,
    constraint task_once unique (case_id, origin),
    constraint closed_has_a_day check ((status = 'OPEN') = (closed_on is null)),
    constraint dropped_has_a_reason check (status <> 'DROPPED' or reason is not null)
);
create index case_task_by_case on case_task (case_id, status);
select tenant_table('case_task');
