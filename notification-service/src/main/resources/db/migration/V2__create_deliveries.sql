-- One row per recipient, event, notice and channel: the unique key is the protection against telling twice.
create table delivery (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    event_id uuid not null,
    event_type text not null,
    notice text not null,
    facts jsonb not null,
    recipient text not null,
    organisation text not null,
    function text not null,
    contact_id uuid,
    channel text not null check (channel in ('MAIL', 'PORTAL')),
    state text not null check (state in ('WAITING_FOR_CONTACT', 'PENDING', 'SENDING', 'SENT', 'BOUNCED',
        'GAVE_UP', 'UNCLEAR', 'SUPPRESSED', 'EXPIRED')),
    reason text,
    link_id uuid,
    case_id uuid,
    attempts int not null default 0,
    created_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    event_version bigint not null default 0,
    unique (district, event_id, notice, recipient, channel)
);
create index delivery_recent on delivery (district, recorded_at desc, id);
create index delivery_by_organisation on delivery (district, organisation, recorded_at desc);
create index delivery_unfinished on delivery (district, state)
    where state in ('WAITING_FOR_CONTACT', 'BOUNCED', 'GAVE_UP', 'UNCLEAR');
create index delivery_by_contact on delivery (district, contact_id) where contact_id is not null;
select tenant_table('delivery');

-- Committed before the mail server is called; what the server said is added afterwards.
create table delivery_attempt (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    delivery_id uuid not null references delivery (id),
    number int not null,
    started_at timestamptz not null default clock_timestamp(),
    business_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('ACCEPTED', 'REFUSED', 'NOT_SENT', 'UNCLEAR')),
    reply text,
    unique (delivery_id, number)
);
select tenant_table('delivery_attempt');

-- Technical table: which mail is due, and who works on it until when (system time). No content, no address.
create table mail_queue (
    delivery_id uuid primary key,
    district text not null,
    due_at timestamptz not null default clock_timestamp(),
    leased_until timestamptz,
    lease_token uuid
);
create index mail_queue_due on mail_queue (due_at);
grant select, update on mail_queue to ${relay};

create table inbox_message (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    organisation text not null,
    function text not null,
    notice text not null,
    facts jsonb not null,
    created_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index inbox_message_of_function on inbox_message (district, organisation, function, recorded_at desc);
select tenant_table('inbox_message');

create table inbox_read (
    message_id uuid not null references inbox_message (id),
    subject text not null,
    district text not null default current_setting('app.district'),
    read_at timestamptz not null,
    primary key (message_id, subject)
);
select tenant_table('inbox_read');

create table preference (
    district text not null default current_setting('app.district'),
    organisation text not null,
    function text not null,
    notice text not null,
    channel text not null check (channel = 'MAIL'),
    enabled boolean not null,
    primary key (district, organisation, function, notice, channel)
);
select tenant_table('preference');

create table preference_set (
    district text not null default current_setting('app.district'),
    organisation text not null,
    function text not null,
    version bigint not null,
    primary key (district, organisation, function)
);
select tenant_table('preference_set');

-- What was told to the towns of a case, so that a round heard of later still reaches them.
create table case_notice (
    event_id uuid not null,
    district text not null default current_setting('app.district'),
    notice text not null,
    event_type text not null,
    case_id uuid not null,
    facts jsonb not null,
    happened_at timestamptz not null,
    primary key (event_id, notice)
);
create index case_notice_by_case on case_notice (district, case_id);
select tenant_table('case_notice');
