-- Local copies of what texts and annexes are made of, kept by a consumer of their own that reads from the beginning.
create table ref_cost_table (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    gross bigint not null,
    state_grant bigint not null,
    saving bigint not null,
    net bigint not null,
    items jsonb not null,
    case_version bigint not null
);
select tenant_table('ref_cost_table');

create table ref_levy_table (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    amount bigint not null,
    rate_delta text not null,
    year int,
    input_hash text not null,
    shares jsonb not null,
    case_version bigint not null
);
select tenant_table('ref_levy_table');

create table ref_staffing (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    fte text not null,
    teachers int not null,
    workplaces int not null,
    rooms int not null,
    case_version bigint not null
);
select tenant_table('ref_staffing');

create table ref_ruling (
    ruling_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    authority text not null,
    outcome text not null,
    minimum_posts text,
    ruled_on date not null,
    case_version bigint not null
);
create index ref_ruling_by_case on ref_ruling (case_id);
select tenant_table('ref_ruling');

create table ref_milestone (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    milestone text not null,
    title text not null,
    status text not null,
    precision text not null,
    planned_to date,
    case_version bigint not null,
    primary key (case_id, milestone)
);
select tenant_table('ref_milestone');

create table ref_body_position (
    meeting_id uuid not null,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    body_name text not null,
    held_on date not null,
    position text not null,
    case_version bigint not null,
    primary key (meeting_id, case_id)
);
create index ref_body_position_by_case on ref_body_position (case_id);
select tenant_table('ref_body_position');

create table ref_synopsis (
    round_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    synopsis int not null,
    released_on date not null,
    entries jsonb not null
);
create index ref_synopsis_by_case on ref_synopsis (case_id);
select tenant_table('ref_synopsis');

-- Which version of the conception a town was asked to judge (F67); no version: the latest released.
create table ref_judged_conception (
    round_id uuid not null,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    ags text not null,
    conception_version int,
    primary key (round_id, ags)
);
create index ref_judged_conception_by_town on ref_judged_conception (case_id, ags);
select tenant_table('ref_judged_conception');
