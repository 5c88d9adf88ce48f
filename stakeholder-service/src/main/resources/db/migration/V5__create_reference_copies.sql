-- Local copies of what other services own; filled by their events only.
create table case_copy (
    id uuid not null,
    district text not null default current_setting('app.district'),
    title text not null,
    file_reference text not null,
    status text not null,
    source_version bigint not null,
    primary key (district, id)
);
select tenant_table('case_copy');

create table levy_base_copy (
    id uuid not null,
    district text not null default current_setting('app.district'),
    year integer not null,
    status text not null check (status in ('MODEL_RUN_1', 'MODEL_RUN_2', 'FINAL')),
    total_cents bigint not null check (total_cents >= 0),
    published_at timestamptz not null,
    primary key (district, id)
);
select tenant_table('levy_base_copy');

create table levy_base_copy_entry (
    district text not null default current_setting('app.district'),
    base_id uuid not null,
    ags text not null,
    base_cents bigint not null check (base_cents >= 0),
    primary key (district, base_id, ags),
    foreign key (district, base_id) references levy_base_copy (district, id) on delete cascade
);
select tenant_table('levy_base_copy_entry');
