-- Local copies of what other services own; they arrive by event and hold no rule.
create table municipality (
    district         text    not null default current_setting('app.district'),
    ags              text    not null,
    name             text    not null,
    type             text    not null,
    inhabitants      integer not null check (inhabitants >= 0),
    own_youth_office boolean not null,
    source_version   bigint  not null,
    primary key (district, ags)
);
select tenant_table('municipality');

-- Also the row that orders everything finance-service says of a case (event_version).
create table funding_case (
    id             uuid primary key,
    district       text   not null default current_setting('app.district'),
    title          text   not null,
    file_reference text   not null,
    programme_code text   not null,
    status         text   not null,
    opened_on      date   not null,
    source_version bigint not null,
    event_version  bigint not null default 0
);
create index funding_case_by_opening on funding_case (district, opened_on desc, id);
select tenant_table('funding_case');

create table programme (
    district             text    not null default current_setting('app.district'),
    code                 text    not null,
    title                text    not null,
    valid_from           date    not null,
    valid_to             date    not null,
    financing_type       text    not null,
    grant_cap_cents      bigint  not null check (grant_cap_cents >= 0),
    max_posts_thousandth bigint  not null check (max_posts_thousandth >= 0),
    source_version       bigint  not null,
    primary key (district, code)
);
select tenant_table('programme');

-- Rate of the general levy in force, in hundredths of a percent.
create table levy_rate (
    district   text    not null default current_setting('app.district'),
    year       integer not null check (year between 1975 and 2100),
    hundredths integer not null check (hundredths between 0 and 10000),
    source     text    not null,
    version    bigint  not null,
    primary key (district, year)
);
select tenant_table('levy_rate');

create table levy_base (
    id             uuid primary key,
    district       text        not null default current_setting('app.district'),
    year           integer     not null check (year between 1975 and 2100),
    status         text        not null check (status in ('MODEL_RUN_1', 'MODEL_RUN_2', 'FINAL')),
    as_of          date        not null,
    filename       text        not null,
    content_sha256 text        not null,
    total_cents    bigint      not null check (total_cents > 0),
    version        bigint      not null,
    imported_at    timestamptz not null,
    published_at   timestamptz,
    event_version  bigint      not null default 0,
    -- The same figures a second time are the same base, not a new version.
    unique (district, year, status, content_sha256)
);
select tenant_table('levy_base');

create table levy_base_entry (
    district         text    not null default current_setting('app.district'),
    base_id          uuid    not null references levy_base (id),
    ags              text    not null,
    name             text    not null,
    inhabitants      integer not null check (inhabitants > 0),
    own_youth_office boolean not null,
    components       jsonb   not null,
    base_cents       bigint  not null check (base_cents >= 0),
    primary key (base_id, ags)
);
select tenant_table('levy_base_entry');
-- Figures are never corrected in place: a corrected file is a new version of the base.
revoke update, delete on levy_base_entry from ${app};
revoke delete on levy_base from ${app};

create function keep_published_levy_base() returns trigger language plpgsql as $$
begin
    if old.published_at is not null
       and (to_jsonb(new) - 'event_version') is distinct from (to_jsonb(old) - 'event_version') then
        raise exception 'levy base % is published and stays as it is', old.id;
    end if;
    return new;
end $$;
create trigger keep_published before update on levy_base
    for each row execute function keep_published_levy_base();

create table cost_plan (
    case_id     uuid primary key references funding_case (id),
    district    text        not null default current_setting('app.district'),
    version     bigint      not null,
    locked_at   timestamptz,
    lock_reason text
);
select tenant_table('cost_plan');

-- One row per save; the one with the highest number is the current plan.
create table cost_plan_version (
    id           uuid primary key,
    district     text        not null default current_setting('app.district'),
    case_id      uuid        not null references cost_plan (case_id),
    version      bigint      not null,
    starts_on    date,
    items        jsonb       not null,
    gross_cents  bigint      not null,
    grant_cents  bigint      not null,
    saving_cents bigint      not null,
    net_cents    bigint      not null,
    saved_at     timestamptz not null,
    saved_by     text        not null,
    unique (case_id, version),
    check (net_cents = gross_cents - grant_cents - saving_cents)
);
select tenant_table('cost_plan_version');
revoke update, delete on cost_plan_version from ${app};

create table levy_effect (
    id            uuid primary key,
    district      text        not null default current_setting('app.district'),
    case_id       uuid        not null references funding_case (id),
    number        bigint      not null,
    base_id       uuid        not null references levy_base (id),
    cost_plan_id  uuid        references cost_plan_version (id),
    amount_cents  bigint      not null,
    inputs        text        not null,
    input_hash    text        not null,
    result        text        not null,
    result_hash   text        not null,
    calculated_at timestamptz not null,
    calculated_by text        not null,
    recorded_at   timestamptz not null default clock_timestamp(),
    unique (case_id, number)
);
select tenant_table('levy_effect');
revoke update, delete on levy_effect from ${app};

-- What the addressees of a consultation round may see, frozen when it was opened.
create table round_disclosure (
    round_id  uuid primary key,
    district  text not null default current_setting('app.district'),
    case_id   uuid not null,
    title     text not null,
    sent_on   date not null,
    due_on    date not null,
    effect_id uuid references levy_effect (id)
);
create index round_disclosure_by_case on round_disclosure (case_id);
select tenant_table('round_disclosure');

create table round_addressee (
    district text not null default current_setting('app.district'),
    round_id uuid not null references round_disclosure (round_id),
    ags      text not null,
    primary key (round_id, ags)
);
create index round_addressee_by_town on round_addressee (ags, round_id);
select tenant_table('round_addressee');
