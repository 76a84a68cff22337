create table officer_identifier (
    jurisdiction_id uuid not null,
    issuer text not null,
    number text not null,
    officer_id uuid not null,
    import_id uuid,

    constraint officer_identifier_pkey primary key (jurisdiction_id,issuer,number)
);

alter table officer add column import_id uuid;

alter table assignment add column import_id uuid;

create index officer_identifier_jurisdiction_id_officer_id_idx on officer_identifier(jurisdiction_id, officer_id);

create index officer_identifier_jurisdiction_id_import_id_idx on officer_identifier(jurisdiction_id, import_id);

create index officer_jurisdiction_id_import_id_idx on officer(jurisdiction_id, import_id);

create index assignment_jurisdiction_id_import_id_idx on assignment(jurisdiction_id, import_id);

alter table officer_identifier add constraint officer_identifier_jurisdiction_id_officer_id_fkey foreign key (jurisdiction_id, officer_id) references officer(jurisdiction_id, id);

alter table officer_identifier add constraint officer_identifier_jurisdiction_id_import_id_fkey foreign key (jurisdiction_id, import_id) references "import"(jurisdiction_id, id);

alter table officer add constraint officer_jurisdiction_id_import_id_fkey foreign key (jurisdiction_id, import_id) references "import"(jurisdiction_id, id);

alter table assignment add constraint assignment_jurisdiction_id_import_id_fkey foreign key (jurisdiction_id, import_id) references "import"(jurisdiction_id, id);

alter table officer_identifier
    add constraint officer_identifier_issuer_check check (length(issuer) between 1 and 100),
    add constraint officer_identifier_number_check check (length(number) between 1 and 60);

-- The numbers of people stay with those who look after the whole city: no coordinator of a site, no state
-- official and no partner reads them.
call sec.protect_tenant_table('officer_identifier', 'select, insert, delete');
call sec.audit_table('officer_identifier');

-- Undoing an import takes away what it added and nobody changed since; nothing else is ever removed.
grant delete on officer, assignment to app_city;
create policy import_removes on officer for delete to app_city
    using (import_id is not null and revision = 1 and jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy import_removes on assignment for delete to app_city
    using (import_id is not null and revision = 1 and jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));

alter table "import"
    drop constraint import_importer_check,
    add constraint import_importer_check check (importer in ('observations', 'jurisdictions', 'roster'));

-- The first rows of a roster name people: they go with the file.
create or replace function sec.discard_forgotten_imports() returns bigint
language plpgsql security definer set search_path = '' as $$
declare
    discarded bigint;
begin
    delete from public.import_part p using public.import i
    where i.jurisdiction_id = p.jurisdiction_id and i.id = p.import_id
      and i.state in ('uploaded', 'checked') and i.created_at < pg_catalog.now() - interval '7 days';
    update public.import i
    set state = 'discarded',
        sample = case when i.importer = 'roster' then i.sample || '{"rows": [], "values": []}' else i.sample end
    where i.state in ('uploaded', 'checked') and i.created_at < pg_catalog.now() - interval '7 days';
    get diagnostics discarded = row_count;
    return discarded;
end $$;
