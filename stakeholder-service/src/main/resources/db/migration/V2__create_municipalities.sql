create table municipality (
    district text not null default current_setting('app.district'),
    ags text not null check (ags ~ '^[0-9]{8}$'),
    name text not null check (name <> ''),
    type text not null check (type in ('STADT', 'GEMEINDE')),
    inhabitants integer not null check (inhabitants >= 0),
    own_youth_office boolean not null,
    event_version bigint not null default 0,
    primary key (district, ags),
    -- KrO NRW § 1: a municipality belongs to the district whose key its own key begins with.
    check (left(ags, 5) = district)
);
select tenant_table('municipality');
