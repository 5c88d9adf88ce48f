create extension if not exists pg_trgm;

-- One row per thing that can be found; words are normalised by the service (SearchText).
create table search_entry (
    district text not null default current_setting('app.district'),
    kind text not null check (kind in ('CASE', 'TASK', 'ROUND', 'RESOLUTION', 'MEETING', 'BODY', 'MUNICIPALITY', 'PARTNER')),
    ref text not null,
    title text not null,
    detail text,
    case_id uuid,
    on_date date,
    link text not null,
    words text not null,
    roles text[] not null,
    -- DISTRICT: the administration; CASE: also the towns asked in the case; ALL: everybody with one of the roles.
    scope text not null check (scope in ('DISTRICT', 'CASE', 'ALL')),
    primary key (district, kind, ref)
);
create index search_entry_words on search_entry using gin (words gin_trgm_ops);
select tenant_table('search_entry');
-- Text operators do not see through row level security: under it their index is lost. The function below runs as the
-- owner, who sees every row, and filters by district itself.
create policy searcher on search_entry to current_user using (true) with check (true);

-- p_first and p_rest are regular expressions made of quoted words only; p_start is how a very good hit begins.
create function search_find(p_first text, p_rest text[], p_start text, p_kind text, p_organisation text, p_roles text[],
    p_limit int)
    returns table (kind text, ref text, title text, detail text, case_id uuid, on_date date, link text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select s.kind, s.ref, s.title, s.detail, s.case_id, s.on_date, s.link from search_entry s
    where s.words ~ p_first and s.words ~ all (p_rest)
        and s.district = nullif(current_setting('app.district', true), '')
        and s.roles && p_roles
        and (p_kind = 'DISTRICT' or s.scope = 'ALL' or (s.scope = 'CASE' and exists (
            select 1 from known_round r join known_addressee a using (round_id)
            where r.case_id = s.case_id and a.ags = p_organisation)))
    order by not starts_with(s.words, p_start), s.on_date desc nulls last, s.title, s.ref limit p_limit
$$;

-- What sounds alike, where nothing was found.
create function search_similar(p_words text, p_kind text, p_organisation text, p_roles text[], p_limit int)
    returns table (kind text, ref text, title text, detail text, case_id uuid, on_date date, link text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select s.kind, s.ref, s.title, s.detail, s.case_id, s.on_date, s.link from search_entry s
    where s.words %> p_words
        and s.district = nullif(current_setting('app.district', true), '')
        and s.roles && p_roles
        and (p_kind = 'DISTRICT' or s.scope = 'ALL' or (s.scope = 'CASE' and exists (
            select 1 from known_round r join known_addressee a using (round_id)
            where r.case_id = s.case_id and a.ags = p_organisation)))
    order by word_similarity(p_words, s.words) desc, s.title, s.ref limit p_limit
$$;

revoke execute on function search_find(text, text[], text, text, text, text[], int) from public;
revoke execute on function search_similar(text, text, text, text[], int) from public;
grant execute on function search_find(text, text[], text, text, text, text[], int) to ${app};
grant execute on function search_similar(text, text, text, text[], int) to ${app};
