create table round (
    id            uuid primary key,
    district      text   not null,
    title         text   not null,
    event_version bigint not null default 0
);
select tenant_table('round');
create table statement (
    id       uuid primary key,
    district text not null,
    round_id uuid not null references round (id),
    text     text not null
);
select tenant_table('statement');
create table draft (
    id           uuid primary key,
    district     text not null,
    organisation text not null,
    text         text not null
);
select organisation_table('draft');
create table seen (
    seq      bigint generated always as identity primary key,
    district text not null,
    key      text not null,
    what     text not null
);
select tenant_table('seen');
