-- Reasons the clerk read from a statement whose town ticked none; the town sees them and may object.
create table reason_coding (
    statement_id uuid primary key references statement (id),
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    reasons text[] not null,
    coded_by text not null,
    coded_at timestamptz not null,
    objection text check (objection <> '' and length(objection) <= 2000),
    objected_at timestamptz,
    answer text,
    version bigint not null default 0,
    check ((objection is null) = (objected_at is null))
);
create index on reason_coding (round_id);
select tenant_table('reason_coding');

-- One check of KrO NRW § 56 Abs. 4 for each town that says it gains nothing or less.
create table burden_check (
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    name text not null,
    case_id uuid not null,
    follow_up_id uuid not null,
    outcome text check (outcome in ('EQUAL_BENEFIT', 'LESS_BENEFIT', 'NO_BENEFIT')),
    reason text check (reason <> ''),
    decided_at timestamptz,
    version bigint not null default 0,
    primary key (round_id, ags),
    check ((outcome is null) = (decided_at is null)),
    check ((outcome is null) = (reason is null))
);
select tenant_table('burden_check');
