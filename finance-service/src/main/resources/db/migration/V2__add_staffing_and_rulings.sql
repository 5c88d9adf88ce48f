-- What the programme says of its posts and authorities; null while an older state is all there is.
alter table programme add column post_categories jsonb;
alter table programme add column authorities jsonb;

-- Informal rulings that bind the planning (F30), by event; the case may be heard of later.
create table informal_ruling (
    ruling_id                uuid primary key,
    district                 text   not null default current_setting('app.district'),
    case_id                  uuid   not null,
    authority                text   not null,
    outcome                  text   not null,
    minimum_posts_hundredths bigint check (minimum_posts_hundredths >= 0),
    minimum_teachers         integer check (minimum_teachers >= 0),
    ruled_on                 date   not null,
    source_version           bigint not null
);
create index informal_ruling_by_case on informal_ruling (case_id, ruled_on desc);
select tenant_table('informal_ruling');

create table staffing_plan (
    case_id      uuid primary key references funding_case (id),
    district     text    not null default current_setting('app.district'),
    version      bigint  not null,
    -- What was last announced, so that a ruling heard of later is announced once.
    below_ruling boolean not null
);
select tenant_table('staffing_plan');

-- One row per save; the one with the highest number is the current plan.
create table staffing_plan_version (
    id              uuid primary key,
    district        text        not null default current_setting('app.district'),
    case_id         uuid        not null references staffing_plan (case_id),
    version         bigint      not null,
    posts           jsonb       not null,
    fte_hundredths  bigint      not null check (fte_hundredths >= 0),
    teachers        integer     not null check (teachers >= 0),
    workplaces      integer     not null check (workplaces >= 0),
    rooms           integer     not null check (rooms >= 0),
    premises_reason text        not null,
    saved_at        timestamptz not null,
    saved_by        text        not null,
    unique (case_id, version)
);
select tenant_table('staffing_plan_version');
revoke update, delete on staffing_plan_version from ${app};
