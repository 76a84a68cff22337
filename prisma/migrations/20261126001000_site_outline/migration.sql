-- What lists and headers say of a site's design, kept beside it: the whole content is large, and taking
-- three names out of it costs more than everything else that a page asks for.
create function sec.outline(content jsonb) returns jsonb language sql immutable parallel safe set search_path = '' as $$
    select pg_catalog.jsonb_build_object(
        'phases', coalesce((select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('key', p -> 'key', 'label', p -> 'label', 'fromDay', p -> 'fromDay'))
            from pg_catalog.jsonb_array_elements(content -> 'phases') p), '[]'),
        'ownerRoles', coalesce((select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('key', p -> 'key', 'title', p -> 'title'))
            from pg_catalog.jsonb_array_elements(content -> 'ownerRoles') p), '[]'),
        'coreComponents', coalesce((select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('key', p -> 'key', 'title', p -> 'name'))
            from pg_catalog.jsonb_array_elements(content -> 'coreComponents') p), '[]'))
$$;
revoke execute on function sec.outline(jsonb) from public;
grant execute on function sec.outline(jsonb) to app_city, app_worker;

alter table site add column outline jsonb generated always as (sec.outline(content)) stored;
-- Small, and asked for on nearly every page: kept in the row as it is.
alter table site alter column outline set storage main;

-- Attaches a row's before and after. Of an update only the columns that changed; of a file not its bytes,
-- of a site not what is derived from its content.
create or replace function sec.attach_change() returns trigger language plpgsql security definer set search_path = '' as $$
declare
    opened public.change_set := sec.open_change_set();
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - 'bytes' - 'outline' end;
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - 'bytes' - 'outline' end;
    key jsonb;
begin
    select jsonb_object_agg(k, coalesce(new_row, old_row) -> k) into key from unnest(tg_argv) k;
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key)
        into old_row, new_row
        from jsonb_each(old_row) o where o.value is distinct from new_row -> o.key;
        if old_row is null then return null; end if;
    end if;
    insert into public.change (jurisdiction_id, change_set_id, table_name, operation, row_key, before, after)
    values (opened.jurisdiction_id, opened.id, tg_table_name, lower(tg_op), key, old_row, new_row);
    return null;
end $$;
