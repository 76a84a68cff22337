create table "import" (
    jurisdiction_id uuid not null,
    id uuid not null,
    importer text not null,
    file_name text not null,
    file_size bigint not null,
    file_sha256 text not null,
    state text not null,
    reading jsonb not null default '{}',
    sample jsonb not null default '{}',
    mapping jsonb,
    summary jsonb not null default '{}',
    progress jsonb not null default '{}',
    lease_until timestamptz(6),
    is_cancel_asked boolean not null default false,
    broken_off text,
    change_set_id uuid,
    created_by text not null,
    created_at timestamptz(6) not null default current_timestamp,
    applied_at timestamptz(6),
    undone_at timestamptz(6),
    revision integer not null default 1,

    constraint import_pkey primary key (jurisdiction_id,id)
);

create table import_part (
    jurisdiction_id uuid not null,
    import_id uuid not null,
    position integer not null,
    bytes bytea not null,

    constraint import_part_pkey primary key (jurisdiction_id,import_id,position)
);

create table import_finding (
    jurisdiction_id uuid not null,
    import_id uuid not null,
    position integer not null,
    row integer,
    code text not null,
    severity text not null,
    path text not null,
    message text not null,
    "values" jsonb not null default '{}',

    constraint import_finding_pkey primary key (jurisdiction_id,import_id,position)
);

create table import_mapping (
    jurisdiction_id uuid not null,
    id uuid not null,
    importer text not null,
    name text not null,
    mapping jsonb not null,
    revision integer not null default 1,

    constraint import_mapping_pkey primary key (jurisdiction_id,id)
);

create index import_jurisdiction_id_created_at_idx on "import"(jurisdiction_id, created_at desc);

create unique index import_mapping_jurisdiction_id_importer_name_key on import_mapping(jurisdiction_id, importer, name);

alter table import_finding add constraint import_finding_jurisdiction_id_import_id_fkey foreign key (jurisdiction_id, import_id) references "import"(jurisdiction_id, id);

alter table import_part add constraint import_part_jurisdiction_id_import_id_fkey foreign key (jurisdiction_id, import_id) references "import"(jurisdiction_id, id);

alter table "import"
    add constraint import_importer_check check (importer in ('observations', 'jurisdictions')),
    add constraint import_state_check check (state in
        ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'discarded')),
    add constraint import_broken_off_check check (broken_off in ('interrupted', 'canceled', 'failed'));
-- The pieces of a file are not worth compressing: they are read once or twice and then removed.
alter table import_part alter column bytes set storage external;

call sec.protect_tenant_table('"import"');
call sec.protect_tenant_table('import_part', 'select, insert, delete');
call sec.protect_tenant_table('import_finding', 'select, insert, delete');
call sec.protect_tenant_table('import_mapping', 'select, insert, update, delete');
-- A steward's imports belong to the platform.
grant select, insert, update on "import" to app_steward;
grant select, insert, delete on import_part, import_finding to app_steward;
grant select, insert, update, delete on import_mapping to app_steward;
create policy steward_all on "import" for all to app_steward
    using (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()))
    with check (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()));
create policy steward_all on import_part for all to app_steward
    using (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()))
    with check (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()));
create policy steward_all on import_finding for all to app_steward
    using (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()))
    with check (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()));
create policy steward_all on import_mapping for all to app_steward
    using (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()))
    with check (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and (select sec.is_known()));
-- What a file or a check of it leaves behind before it is applied is work in progress, not a change
-- to the record: only the acts on figures are change sets. A mapping kept by name is a change.
call sec.audit_table('import_mapping');

-- Work whose server died leaves a lease that runs out. What it was doing had not been committed, so nothing of it
-- is there: the import goes back to where the work began, and says that it was interrupted.
create function sec.settle_interrupted_imports() returns table (import_id uuid, was text, became text)
language plpgsql security definer set search_path = '' as $$
begin
    return query
    update public.import i
    set state = case i.state when 'checking' then 'uploaded' when 'applying' then 'checked' else 'applied' end,
        broken_off = 'interrupted', lease_until = null, is_cancel_asked = false, progress = '{}'
    from public.import before
    where i.jurisdiction_id = before.jurisdiction_id and i.id = before.id
      and i.state in ('checking', 'applying', 'undoing') and i.lease_until < pg_catalog.now()
    returning i.id, before.state, i.state;
end $$;

-- Removes files that were brought in and left lying: after a week nobody comes back to them.
create function sec.discard_forgotten_imports() returns bigint
language plpgsql security definer set search_path = '' as $$
declare
    discarded bigint;
begin
    delete from public.import_part p using public.import i
    where i.jurisdiction_id = p.jurisdiction_id and i.id = p.import_id
      and i.state in ('uploaded', 'checked') and i.created_at < pg_catalog.now() - interval '7 days';
    update public.import i set state = 'discarded'
    where i.state in ('uploaded', 'checked') and i.created_at < pg_catalog.now() - interval '7 days';
    get diagnostics discarded = row_count;
    return discarded;
end $$;

revoke execute on function sec.settle_interrupted_imports(), sec.discard_forgotten_imports() from public;
grant execute on function sec.settle_interrupted_imports(), sec.discard_forgotten_imports() to app_worker;
do $$ begin
    execute format('create policy upkeep on "import" for all to %I using (true) with check (true)', current_user);
    execute format('create policy upkeep on import_part for all to %I using (true) with check (true)', current_user);
end $$;
