-- The conception of a case (F1): a draft by sections, and the versions the Landrat released.
create table conception (
    case_id uuid primary key references funding_case,
    district text not null default current_setting('app.district'),
    id uuid not null unique,
    state text not null check (state in ('DRAFT', 'FROZEN')),
    version bigint not null default 0
);
select tenant_table('conception');

-- A section nobody has changed has no row: it reads as the programme's template says.
create table conception_section (
    case_id uuid not null references conception,
    district text not null default current_setting('app.district'),
    code text not null,
    text text not null check (length(text) <= 20000),
    version bigint not null,
    changed_in bigint not null,
    primary key (case_id, code)
);
select tenant_table('conception_section');

-- Everybody who wrote on the draft that becomes this version; none of them may release it.
create table conception_author (
    case_id uuid not null references conception,
    district text not null default current_setting('app.district'),
    no int not null,
    subject text not null,
    primary key (case_id, no, subject)
);
select tenant_table('conception_author');

create table conception_version (
    case_id uuid not null references conception,
    district text not null default current_setting('app.district'),
    no int not null check (no > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content text not null,
    released_on date not null,
    released_at timestamptz not null,
    primary key (case_id, no)
);
select tenant_table('conception_version');
revoke update, delete, truncate on conception_version from ${app};

create function refuse_frozen_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was frozen is immutable' using errcode = 'integrity_constraint_violation';
end $$;
create trigger conception_version_is_immutable before update or delete on conception_version
    for each row execute function refuse_frozen_change();
create trigger conception_versions_stay before truncate on conception_version
    for each statement execute function refuse_frozen_change();

create table conception_adoption (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    no int not null,
    resolution_id uuid not null references resolution,
    primary key (case_id, no),
    foreign key (case_id, no) references conception_version
);
select tenant_table('conception_adoption');
