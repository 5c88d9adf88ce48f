create table document (
    district   text        not null,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    filename   text        not null,
    media_type text        not null,
    size       bigint      not null check (size >= 0),
    content    bytea       not null,
    stored_at  timestamptz not null default now(),
    primary key (district, sha256)
);
-- Office files and pictures are compressed already.
alter table document alter column content set storage external;
select tenant_table('document');
revoke update on document from ${app};
