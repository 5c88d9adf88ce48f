create extension if not exists btree_gist;

-- The only table with names of office holders; everything else knows the id (the contact id).
create table office_holder (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    organisation text not null,
    function text not null check (function in ('MAYOR', 'OFFICIAL', 'CLERK', 'HEAD', 'TREASURER', 'LANDRAT', 'COUNCIL_SECRETARY')),
    salutation text not null check (salutation in ('FRAU', 'HERR', 'NEUTRAL')),
    name text not null check (name <> ''),
    email text not null check (email <> ''),
    language text not null check (language in ('de', 'en')),
    has_account boolean not null,
    valid_from date not null,
    valid_to date,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    event_version bigint not null default 0,
    check (valid_to is null or valid_to >= valid_from),
    -- A town has one mayor and a district one Landrat on any one day.
    constraint one_holder_at_a_time exclude using gist (
        district with =, organisation with =, function with =, daterange(valid_from, valid_to, '[]') with &&)
        where (function in ('MAYOR', 'LANDRAT'))
);
create index on office_holder (district, organisation, function, valid_from);
select tenant_table('office_holder');
