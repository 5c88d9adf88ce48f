-- How a town signs its statements; its own affair.
create table town_signing (
    district text not null default current_setting('app.district'),
    organisation text not null default current_setting('app.organisation'),
    signing text not null check (signing in ('LOGIN', 'LETTER_UPLOAD', 'PAPER')),
    version bigint not null default 0,
    primary key (district, organisation)
);
select organisation_table('town_signing');

-- Files beside a draft: as hidden from the district as the draft itself. The bytes lie in the document store under their hash;
-- nobody finds them there without a row that names them.
create table draft_file (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    organisation text not null default current_setting('app.organisation'),
    round_id uuid not null references consultation_round (id),
    sha256 text not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    signed_letter boolean not null,
    added_at timestamptz not null
);
create index on draft_file (round_id, organisation);
select organisation_table('draft_file');

-- Files of a statement that was handed in. A row is never changed.
create table statement_file (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    round_id uuid not null references consultation_round (id),
    ags text not null,
    statement_id uuid not null references statement (id),
    sha256 text not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    signed_letter boolean not null
);
create index on statement_file (statement_id);
create index on statement_file (district, sha256);
select tenant_table('statement_file');

-- What colleagues of one town hall write to each other about a draft.
create table draft_comment (
    id uuid primary key,
    district text not null default current_setting('app.district'),
    organisation text not null default current_setting('app.organisation'),
    round_id uuid not null references consultation_round (id),
    text text not null check (text <> '' and length(text) <= 2000),
    function text not null check (function in ('MAYOR', 'OFFICIAL')),
    written_by text not null,
    written_at timestamptz not null
);
create index on draft_comment (round_id, organisation, written_at);
select organisation_table('draft_comment');

alter table statement
    add column signing text check (signing in ('LOGIN', 'LETTER_UPLOAD', 'PAPER')),
    add column signed_as text check (signed_as in ('OWN_NAME', 'DEPUTY', 'BY_ORDER'));
