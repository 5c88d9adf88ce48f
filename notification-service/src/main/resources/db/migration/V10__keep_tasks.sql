-- What waits on a case, built from events only. The case itself may be heard of later: other topic, other order.

-- role and page are the event's; a task of a case and a follow-up with a town, a body or a partner are one list.
create table known_task (
    task_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    kind text not null,
    title text not null,
    role text not null,
    due_on date,
    page text,
    closed boolean not null default false
);
create index known_task_open on known_task (district, role) where not closed;
select tenant_table('known_task');

create table known_milestone (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    code text not null,
    title text not null,
    status text not null,
    expected_to date,
    primary key (case_id, code)
);
select tenant_table('known_milestone');

create table known_cooperation (
    cooperation_id uuid primary key,
    district text not null default current_setting('app.district'),
    case_id uuid not null,
    partner text not null,
    due_on date,
    confirmed boolean not null default false
);
create index known_cooperation_open on known_cooperation (district, case_id) where not confirmed;
select tenant_table('known_cooperation');

create table known_staffing (
    case_id uuid primary key,
    district text not null default current_setting('app.district'),
    below_ruling boolean not null
);
select tenant_table('known_staffing');

create table known_partner (
    district text not null default current_setting('app.district'),
    alias text not null,
    name text not null,
    active boolean not null,
    primary key (district, alias)
);
select tenant_table('known_partner');

-- A town's own last day, where it got more time than the round.
alter table known_addressee add column extended_until date;
