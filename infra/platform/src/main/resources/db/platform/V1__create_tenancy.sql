-- Row level security for every table that holds a district's data. The runtime role neither owns the tables nor bypasses
-- policies; "force" binds the owner as well, so that a migration cannot move rows across districts by accident.
create function tenant_table(target text) returns void language plpgsql as $$
begin
    execute format('alter table %I alter column district set not null', target);
    execute format('alter table %I alter column district set default current_setting(''app.district'')', target);
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy tenant on %I using (district = nullif(current_setting(''app.district'', true), '''')) '
        'with check (district = nullif(current_setting(''app.district'', true), ''''))', target);
end
$$;

-- In addition hides the rows of other organisations of the district: drafts, internal comments.
create function organisation_table(target text) returns void language plpgsql as $$
begin
    perform tenant_table(target);
    execute format('alter table %I alter column organisation set not null', target);
    execute format('alter table %I alter column organisation set default current_setting(''app.organisation'')', target);
    execute format('create policy organisation on %I as restrictive using '
        '(organisation = nullif(current_setting(''app.organisation'', true), '''')) '
        'with check (organisation = nullif(current_setting(''app.organisation'', true), ''''))', target);
end
$$;

revoke execute on function tenant_table(text) from public;
revoke execute on function organisation_table(text) from public;
