-- Days somebody has to know, for calendar feeds; no name, no position, no amount.
create table calendar_entry (
    uid text not null,
    district text not null default current_setting('app.district'),
    kind text not null check (kind in ('ROUND', 'PROMISE', 'MILESTONE', 'TASK', 'COOPERATION')),
    title text not null,
    day date not null,
    link text not null,
    -- Roles of the district administration that see it, towns and the partner that do.
    roles text[] not null default '{}',
    towns text[] not null default '{}',
    partner text,
    active boolean not null default true,
    sequence int not null default 0,
    changed_at timestamptz not null,
    primary key (district, uid)
);
create index calendar_entry_by_day on calendar_entry (district, day) where active;
select tenant_table('calendar_entry');

-- A person's feed: what that person could see at its last visit. The address is signed, nothing secret lies here.
create table calendar_feed (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    subject text not null,
    organisation text not null,
    roles text[] not null,
    language text not null check (language in ('de', 'en')),
    visited_at timestamptz not null default clock_timestamp(),
    unique (district, subject, organisation)
);
select tenant_table('calendar_feed');
