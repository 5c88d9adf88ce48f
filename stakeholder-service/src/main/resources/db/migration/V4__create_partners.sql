create table partner (
    alias text not null,
    district text not null default current_setting('app.district'),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null check (name <> ''),
    category text not null,
    active boolean not null default true,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    event_version bigint not null default 0,
    primary key (district, alias),
    check (alias = district || '-' || slug)
);
select tenant_table('partner');

-- Whom to write to at a partner; the id is the contact id of the contacts topic.
create table partner_contact (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    alias text not null,
    salutation text not null check (salutation in ('FRAU', 'HERR', 'NEUTRAL')),
    name text not null check (name <> ''),
    email text not null check (email <> ''),
    language text not null check (language in ('de', 'en')),
    subscriptions text[] not null default '{}',
    has_account boolean not null default false,
    valid_from date not null,
    event_version bigint not null default 0,
    foreign key (district, alias) references partner (district, alias),
    unique (district, alias)
);
select tenant_table('partner_contact');
