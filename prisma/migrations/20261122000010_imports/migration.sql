create table "import" (
    jurisdiction_id uuid not null,
    id uuid not null,
    importer text not null,
    file_name text not null,
    file_size bigint not null,
    file_sha256 text not null,
    state text not null,
    mapping jsonb,
    summary jsonb not null default '{}',
    progress jsonb not null default '{}',
    change_set_id uuid,
    created_by text not null,
    created_at timestamptz(6) not null default current_timestamp,
    applied_at timestamptz(6),
    undone_at timestamptz(6),
    revision integer not null default 1,

    constraint import_pkey primary key (jurisdiction_id,id)
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

alter table "import"
    add constraint import_importer_check check (importer in ('observations', 'jurisdictions')),
    add constraint import_state_check check (state in ('uploaded', 'checked', 'applying', 'applied', 'undone', 'discarded'));

call sec.protect_tenant_table('"import"');
call sec.protect_tenant_table('import_finding', 'select, insert, delete');
call sec.protect_tenant_table('import_mapping', 'select, insert, update, delete');
-- A steward's imports belong to the platform.
grant select, insert, update on "import" to app_steward;
grant select, insert, delete on import_finding to app_steward;
grant select, insert, update, delete on import_mapping to app_steward;
create policy steward_all on "import" for all to app_steward
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
