-- Bodies that advise and never decide (F59 to F63), and the joint deployment management (F42).
create table body (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    code text not null check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,29}$'),
    name text not null check (name <> ''),
    kind text not null check (kind in ('WORKING_GROUP', 'DEPLOYMENT_MANAGEMENT', 'CONFERENCE', 'OFFICIAL_MEETING')),
    lead_unit text not null default '',
    founded_on date,
    founded_for uuid,
    founding_minutes text,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    event_version bigint not null default 0,
    unique (district, code),
    check ((founded_on is null) = (founded_for is null)),
    check (founding_minutes is null or founded_on is not null)
);
select tenant_table('body');

-- A seat belongs to a function of an organisation, never to a named person.
create table body_member (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    body_id uuid not null references body (id),
    side text not null check (side in ('DISTRICT', 'STATE', 'MUNICIPALITIES', 'PARTNERS')),
    organisation text not null,
    organisation_name text not null check (organisation_name <> ''),
    function text not null check (function <> ''),
    valid_from date not null,
    valid_to date,
    unique (body_id, organisation, function, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
create index on body_member (district, organisation);
select tenant_table('body_member');

create table body_mandate (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    body_id uuid not null references body (id),
    case_id uuid not null,
    phase integer not null check (phase between 1 and 9),
    text text not null check (text <> ''),
    granted_on date not null,
    awaits text check (awaits in ('KREISTAG', 'KREISAUSSCHUSS')),
    status text not null check (status in ('PLANNED', 'ACTIVE')),
    active_on date,
    unique (body_id, case_id, phase),
    check ((status = 'ACTIVE') = (active_on is not null)),
    check (status = 'ACTIVE' or awaits is not null)
);
create index on body_mandate (district, case_id) where status = 'PLANNED';
select tenant_table('body_mandate');

-- Local copy of what councils adopted, so that a mandate entered later finds its condition met.
create table resolution_copy (
    id uuid not null,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    body text not null,
    decided_on date not null,
    primary key (district, id)
);
create index on resolution_copy (district, case_id);
select tenant_table('resolution_copy');
