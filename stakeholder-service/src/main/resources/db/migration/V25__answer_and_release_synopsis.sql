-- What the administration answers to each town and proposes to the council.
create table synopsis_answer (
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    answer text not null default '' check (length(answer) <= 10000),
    proposed_decision text not null default '' check (length(proposed_decision) <= 2000),
    authors text[] not null,
    version bigint not null default 0,
    field_versions jsonb not null default '{}',
    primary key (round_id, ags),
    foreign key (round_id, ags) references consultation_addressee (round_id, ags)
);
select tenant_table('synopsis_answer');

-- A synopsis as it was released; never changed, a correction is the next version.
create table synopsis_release (
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    version integer not null check (version > 0),
    released_on date not null,
    released_by text not null,
    content text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (round_id, version)
);
select tenant_table('synopsis_release');
create trigger append_only before update or delete on synopsis_release for each row execute function refuse_change();

-- Which release the towns of a round were given last.
create table synopsis_publication (
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    version integer not null,
    published_at timestamptz not null,
    primary key (round_id, version),
    foreign key (round_id, version) references synopsis_release (round_id, version)
);
select tenant_table('synopsis_publication');
