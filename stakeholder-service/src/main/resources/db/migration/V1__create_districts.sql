-- What a district decides for itself; a district without a row works with the defaults.
create table district (
    district text primary key default current_setting('app.district') check (district ~ '^[0-9]{5}$'),
    name text not null check (name <> ''),
    quiet_days text[] not null default '{}',
    version bigint not null default 0,
    event_version bigint not null default 0
);
select tenant_table('district');
