create table change_set (
    jurisdiction_id uuid not null,
    id uuid not null,
    organization_id uuid,
    site_id uuid,
    use_case text not null,
    actor_id uuid,
    actor_name text not null,
    reason text,
    via text not null,
    at timestamptz(6) not null default current_timestamp,
    summary jsonb not null default '{}',

    constraint change_set_pkey primary key (jurisdiction_id,id)
);

create table change (
    jurisdiction_id uuid not null,
    change_set_id uuid not null,
    position bigserial not null,
    table_name text not null,
    operation text not null,
    row_key jsonb not null,
    before jsonb,
    after jsonb,

    constraint change_pkey primary key (jurisdiction_id,change_set_id,position)
);

create table idempotent_answer (
    account_id uuid not null,
    key text not null,
    use_case text not null,
    input_hash text not null,
    answer jsonb not null,
    at timestamptz(6) not null default current_timestamp,

    constraint idempotent_answer_pkey primary key (account_id,key)
);

create index change_set_jurisdiction_id_site_id_at_idx on change_set(jurisdiction_id, site_id, at desc);

create index change_set_organization_id_at_idx on change_set(organization_id, at desc);

create unique index change_set_id_key on change_set(id);

alter table change add constraint change_jurisdiction_id_change_set_id_fkey foreign key (jurisdiction_id, change_set_id) references change_set(jurisdiction_id, id);

alter table change_set
    add constraint change_set_via_check check (via in ('screen', 'import', 'cli', 'job'));

-- Changes that belong to no jurisdiction (the catalogue, the directory, an organization's own
-- record) stand under the platform, whose id is all zeros.
call sec.close_table('change_set');
grant select, insert on change_set to app_city, app_worker, app_partner, app_steward;
create policy city_reads on change_set for select to app_city, app_worker
    using (jurisdiction_id = any ((select sec.tenants())::uuid[]) or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])));
create policy city_adds on change_set for insert to app_city, app_worker
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])));
create policy partner_reads on change_set for select to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]));
create policy partner_adds on change_set for insert to app_partner
    with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_reads on change_set for select to app_steward
    using (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()));
create policy steward_adds on change_set for insert to app_steward
    with check (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()));

-- Nobody but the triggers adds a change; one sees the changes of the change sets that one sees.
call sec.close_table('change');
grant select on change to app_city, app_worker, app_partner, app_steward;
create policy reads_with_change_set on change for select to app_city, app_worker, app_partner, app_steward
    using (exists (select 1 from change_set s where s.jurisdiction_id = change.jurisdiction_id and s.id = change.change_set_id));
do $$ begin
    execute format('create policy triggers_attach on change for insert to %I with check (true)', current_user);
    execute format('create policy triggers_check on change_set for select to %I using (true)', current_user);
end $$;

call sec.close_table('idempotent_answer');
grant select, insert on idempotent_answer to app_city, app_worker, app_partner, app_state, app_steward;
create policy own_reads on idempotent_answer for select to app_city, app_worker, app_partner, app_state, app_steward
    using (account_id = (select sec.account()));
create policy own_adds on idempotent_answer for insert to app_city, app_worker, app_partner, app_state, app_steward
    with check (account_id = (select sec.account()));

-- The change set that this transaction opened. A write outside one is refused: no code path goes round the record.
create function sec.open_change_set() returns public.change_set language plpgsql stable security definer set search_path = '' as $$
declare
    opened public.change_set;
begin
    select s.* into opened from public.change_set s
    where s.id = nullif(pg_catalog.current_setting('app.change_set', true), '')::uuid
      and s.xmin::text = pg_catalog.pg_current_xact_id()::xid::text;
    if opened.id is null then
        raise exception 'A change needs a change set that its own transaction opened' using errcode = 'FS001';
    end if;
    return opened;
end $$;

-- Attaches a row's before and after. Of an update only the columns that changed; of a file not its bytes.
create function sec.attach_change() returns trigger language plpgsql security definer set search_path = '' as $$
declare
    opened public.change_set := sec.open_change_set();
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - 'bytes' end;
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - 'bytes' end;
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

-- Has every write of a table attached to its change set, row by row.
create procedure sec.audit_table(target regclass) language plpgsql set search_path = '' as $$
declare
    keys text;
begin
    select string_agg(quote_literal(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum)) into keys
    from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = target and i.indisprimary;
    execute format('create trigger attach_change after insert or update or delete on %s
        for each row execute function sec.attach_change(%s)', target, keys);
end $$;

-- Attaches how many rows a statement touched and a hash over them: for tables filled by the hundred thousand.
create function sec.attach_bulk_change() returns trigger language plpgsql security definer set search_path = '' as $$
declare
    opened public.change_set := sec.open_change_set();
    touched bigint;
    digest text;
begin
    select count(*), encode(sha256(convert_to(coalesce(string_agg(t::text, e'\n' order by t::text collate "C"), ''), 'UTF8')), 'hex')
    into touched, digest from touched_rows t;
    if touched > 0 then
        insert into public.change (jurisdiction_id, change_set_id, table_name, operation, row_key, after)
        values (opened.jurisdiction_id, opened.id, tg_table_name, 'bulk', '{}',
            jsonb_build_object('operation', lower(tg_op), 'rows', touched, 'sha256', digest));
    end if;
    return null;
end $$;

-- Has the writes of a table attached to their change set statement by statement, as summary and hash.
create procedure sec.audit_table_in_bulk(target regclass) language plpgsql set search_path = '' as $$
begin
    execute format('create trigger attach_bulk_insert after insert on %s referencing new table as touched_rows
        for each statement execute function sec.attach_bulk_change()', target);
    execute format('create trigger attach_bulk_update after update on %s referencing new table as touched_rows
        for each statement execute function sec.attach_bulk_change()', target);
    execute format('create trigger attach_bulk_delete after delete on %s referencing old table as touched_rows
        for each statement execute function sec.attach_bulk_change()', target);
end $$;

revoke execute on all functions in schema sec from public;

-- Says in values what the change set of this transaction amounts to.
create function sec.summarize(values_of_change jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
    opened public.change_set := sec.open_change_set();
begin
    update public.change_set set summary = summary || values_of_change where id = opened.id;
end $$;
revoke execute on function sec.summarize(jsonb) from public;
grant execute on function sec.summarize(jsonb) to app_city, app_partner, app_steward, app_worker;
do $$ begin
    execute format('create policy triggers_summarize on change_set for update to %I using (true) with check (true)', current_user);
end $$;
