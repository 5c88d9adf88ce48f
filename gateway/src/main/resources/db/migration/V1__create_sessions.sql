-- Sessions as Spring Session knows them. A row holds a login's tokens: the database and its backups are to be protected like the identity provider's own.
create table spring_session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Which login of the identity provider a session belongs to, and who renews its tokens just now.
create table session_login (
    session_id     char(36) not null primary key references spring_session (session_id) on update cascade on delete cascade,
    sid            text,
    subject        text     not null,
    renewing_until timestamptz
);
create index session_login_by_sid on session_login (sid);
create index session_login_by_subject on session_login (subject);
