-- Versions of conceptions that were released; the text stays with application-service.
create table conception_copy (
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    version integer not null check (version > 0),
    title text not null,
    sha256 text not null,
    released_on date not null,
    primary key (district, case_id, version)
);
select tenant_table('conception_copy');

-- The version the addressees judge (F67); frozen when the round is opened.
alter table consultation_round add column conception_version integer check (conception_version > 0);
