-- One partner asked in one case whether it works with the centre (F45, F46).
create table cooperation (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    partner text not null,
    category text not null,
    request text not null check (request <> '' and length(request) <= 4000),
    asked_on date not null,
    due_on date not null,
    status text not null check (status in ('ASKED', 'CONFIRMED', 'DECLINED')),
    channel text check (channel in ('LINK', 'LETTER', 'PORTAL')),
    answered_at timestamptz,
    function text,
    note text not null default '' check (length(note) <= 2000),
    letter text check (letter ~ '^[0-9a-f]{64}$'),
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    unique (district, case_id, partner),
    foreign key (district, partner) references partner (district, alias),
    check (due_on >= asked_on),
    check ((status = 'ASKED') = (answered_at is null)),
    check ((channel = 'LETTER') = (letter is not null))
);
create index on cooperation (district, partner);
select tenant_table('cooperation');
