-- The text of the letters of a round while it can be edited; without a row the form text holds.
create table letter_text (
    round_id uuid primary key references consultation_round (id),
    district text not null default current_setting('app.district'),
    text text not null check (text <> '' and length(text) <= 10000),
    version bigint not null default 0
);
select tenant_table('letter_text');

-- One letter per addressee as it went out. Functions and forms of address, never a name.
create table letter (
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    address text not null,
    body text not null,
    sent_on date not null,
    primary key (round_id, ags)
);
select tenant_table('letter');
create trigger append_only before update or delete on letter for each row execute function refuse_change();
