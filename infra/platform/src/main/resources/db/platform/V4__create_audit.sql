create table audit_entry (
    seq         bigint generated always as identity primary key,
    id          uuid        not null unique,
    district    text        not null,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    functions   text        not null,
    organisation text       not null,
    action      text        not null,
    object_type text        not null,
    object_id   text        not null,
    before      text,
    after       text,
    reason      text,
    traceparent text
);
create index audit_entry_by_object on audit_entry (object_type, object_id, seq);
select tenant_table('audit_entry');
create policy sealer on audit_entry for select to ${relay} using (true);
revoke update, delete, truncate on audit_entry from ${app};
grant select on audit_entry to ${relay};

-- Personal values of entries; erasable, because the chain covers their salted hash only.
create table audit_personal_value (
    hash     text primary key,
    entry_id uuid not null,
    district text not null,
    salt     text not null,
    value    text not null
);
create index audit_personal_value_by_entry on audit_personal_value (entry_id);
select tenant_table('audit_personal_value');
revoke update on audit_personal_value from ${app};

-- Entries no seal covers yet. Filled by trigger: an entry cannot escape it.
create table audit_unsealed (
    seq      bigint primary key,
    entry_id uuid not null,
    district text not null
);
revoke update, delete on audit_unsealed from ${app};
grant select, delete on audit_unsealed to ${relay};

-- The chain, one per district.
create table audit_seal (
    district   text        not null,
    position   bigint      not null,
    entry_id   uuid        not null unique,
    entry_hash text        not null,
    previous   text        not null,
    hash       text        not null,
    sealed_at  timestamptz not null default now(),
    primary key (district, position)
);
select tenant_table('audit_seal');
create policy sealer on audit_seal to ${relay} using (true) with check (true);
revoke insert, update, delete, truncate on audit_seal from ${app};
grant select, insert on audit_seal to ${relay};

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger never_emptied before truncate on audit_entry for each statement execute function refuse_change();
create trigger append_only before update or delete on audit_seal for each row execute function refuse_change();
create trigger never_emptied before truncate on audit_seal for each statement execute function refuse_change();

create function await_seal() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed (seq, entry_id, district) values (new.seq, new.id, new.district);
    return null;
end
$$;
create trigger await_seal after insert on audit_entry for each row execute function await_seal();
