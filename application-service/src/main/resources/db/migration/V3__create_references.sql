-- Local copies of other services' announcements. They arrive in any order, so nothing here refers to anything.
create table ref_municipality (
    district text not null default current_setting('app.district'),
    ags text not null,
    name text not null,
    type text not null,
    inhabitants int not null,
    own_youth_office boolean not null,
    primary key (district, ags)
);
select tenant_table('ref_municipality');

create table ref_round (
    round_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    title text,
    kind text,
    sent_on date,
    due_on date,
    due_version bigint not null default 0,
    closed_at timestamptz,
    asked int,
    on_time int,
    tallies jsonb
);
create index ref_round_by_case on ref_round (case_id);
select tenant_table('ref_round');

create table ref_addressee (
    round_id uuid not null,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    ags text not null,
    primary key (round_id, ags)
);
create index ref_addressee_by_case on ref_addressee (case_id, ags);
create index ref_addressee_by_town on ref_addressee (ags);
select tenant_table('ref_addressee');

create table ref_statement (
    statement_id uuid primary key,
    district text not null default current_setting('app.district'),
    round_id uuid not null,
    case_id uuid not null,
    ags text not null,
    position text not null,
    late boolean not null,
    received_at timestamptz not null,
    round_version bigint not null
);
create index ref_statement_by_round on ref_statement (round_id, ags);
select tenant_table('ref_statement');

create table ref_cost_plan (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    cost_plan_id uuid not null,
    gross bigint not null,
    state_grant bigint not null,
    saving bigint not null,
    net bigint not null,
    case_version bigint not null
);
select tenant_table('ref_cost_plan');

create table ref_levy_effect (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    levy_effect_id uuid not null,
    base_id uuid not null,
    amount bigint not null,
    rate_delta text not null,
    input_hash text not null,
    shares jsonb not null,
    case_version bigint not null
);
select tenant_table('ref_levy_effect');
