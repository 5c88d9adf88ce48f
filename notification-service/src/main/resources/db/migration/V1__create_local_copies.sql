-- What this service knows of others, built from their events only.

create table contact (
    contact_id uuid primary key,
    district text not null default current_setting('app.district'),
    organisation text not null,
    organisation_name text not null,
    function text not null,
    salutation text not null check (salutation in ('FRAU', 'HERR', 'NEUTRAL')),
    name text not null,
    email text not null,
    language text not null check (language in ('de', 'en')),
    has_account boolean not null,
    valid_from date not null,
    valid_to date
);
create index contact_by_function on contact (district, organisation, function);
select tenant_table('contact');

create table known_municipality (
    district text not null default current_setting('app.district'),
    ags text not null,
    name text not null,
    primary key (district, ags)
);
select tenant_table('known_municipality');

create table known_case (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    title text not null,
    file_reference text not null,
    status text not null,
    opened_on date not null
);
select tenant_table('known_case');

-- Finance may speak of a case before the case itself arrives here: other topic, other order.
create table known_figure (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    figure text not null check (figure in ('COST_PLAN', 'LEVY_EFFECT')),
    primary key (case_id, figure)
);
select tenant_table('known_figure');

create table known_requirement (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    code text not null,
    status text not null,
    due_on date,
    primary key (case_id, code)
);
select tenant_table('known_requirement');

create table known_application (
    application_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    stage int not null,
    status text not null,
    changed_on date not null
);
create index known_application_by_case on known_application (district, case_id);
select tenant_table('known_application');

create table known_round (
    round_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    title text not null,
    due_on date not null,
    opened_at timestamptz not null,
    closed boolean not null default false
);
create index known_round_by_case on known_round (district, case_id);
select tenant_table('known_round');

create table known_addressee (
    round_id uuid not null,
    district text not null default current_setting('app.district'),
    ags text not null,
    answered_at timestamptz,
    late boolean not null default false,
    primary key (round_id, ags)
);
create index known_addressee_by_town on known_addressee (district, ags);
select tenant_table('known_addressee');

-- What happened, for "since your last visit"; no position, no amount, no name.
create table happening (
    event_id uuid not null,
    district text not null default current_setting('app.district'),
    kind text not null,
    facts jsonb not null,
    case_id uuid,
    round_id uuid,
    ags text,
    happened_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (event_id, kind)
);
create index happening_recent on happening (district, recorded_at desc);
select tenant_table('happening');

create table visit (
    subject text not null,
    district text not null default current_setting('app.district'),
    last_at timestamptz not null,
    previous_at timestamptz,
    primary key (district, subject)
);
select tenant_table('visit');
