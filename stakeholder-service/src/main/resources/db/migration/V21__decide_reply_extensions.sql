-- A town's wish for more time is decided; what it announces to hand in after its council met is no late reply.
alter table consultation_addressee
    add column extension_decision text check (extension_decision in ('GRANTED', 'REFUSED')),
    add column extension_granted_until date,
    add column extension_decision_reason text,
    add column reservation_until date,
    add column reservation_reason text,
    add column supplement boolean not null default false,
    add column supplemented_at timestamptz,
    add check (extension_decision is null or extension_until is not null),
    add check ((extension_decision = 'GRANTED') = (extension_granted_until is not null)),
    add check (not (late and supplement));

alter table statement
    add column supplement boolean not null default false,
    drop constraint statement_status_check,
    add constraint statement_status_check check (status in ('COUNTED', 'REPLACED', 'LATE', 'SUPPLEMENT')),
    add check (not (late and supplement));
