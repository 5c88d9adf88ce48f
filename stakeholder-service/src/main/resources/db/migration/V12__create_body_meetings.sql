create table body_meeting (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    body_id uuid not null references body (id),
    held_on date not null,
    -- Day and month as the source writes them where it leaves out the year.
    source_date text,
    place text not null default '',
    agenda text not null default '' check (length(agenda) <= 20000),
    invited_on date,
    invitation text check (invitation ~ '^[0-9a-f]{64}$'),
    minutes text check (minutes ~ '^[0-9a-f]{64}$'),
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    event_version bigint not null default 0,
    check (invited_on is null or invited_on <= held_on)
);
create index on body_meeting (district, held_on desc, id);
create index on body_meeting (body_id);
select tenant_table('body_meeting');

-- What a body said as a whole (F64). It is no statement: it has no row in statement and enters no tally.
create table body_position (
    district text not null default current_setting('app.district'),
    meeting_id uuid not null references body_meeting (id),
    case_id uuid not null,
    position text not null check (position in ('APPROVE', 'MOSTLY_APPROVE', 'MIXED', 'MOSTLY_REJECT', 'REJECT')),
    reasons text[] not null,
    note text not null default '' check (length(note) <= 4000),
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    primary key (meeting_id, case_id)
);
select tenant_table('body_position');
