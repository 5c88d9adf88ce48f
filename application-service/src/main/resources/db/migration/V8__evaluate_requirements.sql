alter table requirement_evidence
    -- Speaks for the requirement without settling it: a body without its state side, a plan without rooms.
    add column partial boolean not null default false,
    -- The day of what is evidenced, for example of the concept; its age is counted from here.
    add column dated_on date;

-- Answers of a person to one of a requirement's questions instead of the evidence.
create table requirement_override (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    requirement text not null,
    check_code text not null,
    reason text not null,
    primary key (case_id, requirement, check_code),
    foreign key (case_id, requirement) references requirement
);
select tenant_table('requirement_override');

-- Partners that were asked to confirm their cooperation; arrives by event, in any order.
create table requirement_partner (
    case_id uuid not null,
    district text not null default current_setting('app.district'),
    cooperation_id uuid not null,
    partner text not null,
    category text not null,
    due_on date not null,
    primary key (case_id, cooperation_id)
);
select tenant_table('requirement_partner');

create table ref_partner (
    district text not null default current_setting('app.district'),
    alias text not null,
    name text not null,
    category text not null,
    primary key (district, alias)
);
select tenant_table('ref_partner');
