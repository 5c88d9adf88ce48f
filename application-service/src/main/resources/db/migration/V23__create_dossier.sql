-- A dossier: what the conception and its annexes were at one moment, never to change again.
create table dossier (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null references funding_case,
    no int not null check (no > 0),
    state_sha256 text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content text not null,
    frozen_at timestamptz not null,
    constraint dossier_numbered unique (case_id, no)
);
select tenant_table('dossier');
revoke update, delete, truncate on dossier from ${app};
create trigger dossier_is_immutable before update or delete on dossier
    for each row execute function refuse_frozen_change();
create trigger dossiers_stay before truncate on dossier
    for each statement execute function refuse_frozen_change();

-- Making the files takes a while and may be taken up again by anybody; the lease is system time.
create table dossier_job (
    dossier_id uuid primary key references dossier,
    district text not null default current_setting('app.district'),
    claimed_until timestamptz,
    attempts int not null default 0,
    failure text
);
select tenant_table('dossier_job');

create table dossier_file (
    dossier_id uuid not null references dossier,
    district text not null default current_setting('app.district'),
    type text not null check (type in ('pdf', 'zip')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    primary key (dossier_id, type)
);
alter table dossier_file alter column content set storage external;
select tenant_table('dossier_file');
revoke update, delete, truncate on dossier_file from ${app};

-- Which dossier went out with an application.
create table application_dossier (
    application_id uuid primary key references application,
    district text not null default current_setting('app.district'),
    dossier_no int not null,
    sha256 text not null
);
select tenant_table('application_dossier');
revoke update, delete, truncate on application_dossier from ${app};
