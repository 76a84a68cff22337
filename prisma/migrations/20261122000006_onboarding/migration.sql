create table checklist_item (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    item_key text not null,
    position integer not null,
    is_launch_gate boolean not null,
    is_left_out boolean not null default false,
    status text not null default 'notStarted',
    status_reason text,
    due_on date not null,
    due_set_by_hand boolean not null default false,
    owner_name text,
    done_on date,
    signed_off_by text,
    signed_off_at timestamptz(6),
    revision integer not null default 1,

    constraint checklist_item_pkey primary key (jurisdiction_id,site_id,item_key)
);

create table evidence (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    item_key text not null,
    label text not null,
    url text,
    file_id uuid,
    added_by text not null,
    added_at timestamptz(6) not null default current_timestamp,
    removed_at timestamptz(6),

    constraint evidence_pkey primary key (jurisdiction_id,site_id,id)
);

create table stored_file (
    jurisdiction_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    bytes bytea not null,

    constraint stored_file_pkey primary key (jurisdiction_id,id)
);

create index checklist_item_jurisdiction_id_due_on_idx on checklist_item(jurisdiction_id, due_on);

alter table checklist_item add constraint checklist_item_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);

alter table evidence add constraint evidence_jurisdiction_id_site_id_item_key_fkey foreign key (jurisdiction_id, site_id, item_key) references checklist_item(jurisdiction_id, site_id, item_key);

alter table evidence add constraint evidence_jurisdiction_id_file_id_fkey foreign key (jurisdiction_id, file_id) references stored_file(jurisdiction_id, id);

alter table checklist_item
    add constraint checklist_item_status_check check (status in ('notStarted', 'planning', 'inProgress', 'done', 'notApplicable'));
alter table evidence
    add constraint evidence_is_link_or_file check ((url is null) <> (file_id is null));
alter table stored_file
    add constraint stored_file_size_check check (size between 1 and 10485760 and size = octet_length(bytes)),
    add constraint stored_file_site_fkey foreign key (jurisdiction_id, site_id) references site (jurisdiction_id, id);

call sec.protect_tenant_table('checklist_item', by_site => true);
call sec.audit_table('checklist_item');
-- How far a site has come is for the state and for the site's partners to see; who does it is not.
grant select (jurisdiction_id, site_id, item_key, position, is_launch_gate, is_left_out, status, due_on, done_on, signed_off_at, revision)
    on checklist_item to app_state, app_partner;
create policy reads_with_site on checklist_item for select to app_state, app_partner
    using (exists (select 1 from site s where s.jurisdiction_id = checklist_item.jurisdiction_id and s.id = checklist_item.site_id));
call sec.protect_tenant_table('evidence', by_site => true);
call sec.audit_table('evidence');
call sec.protect_tenant_table('stored_file', 'select, insert', by_site => true);
call sec.audit_table('stored_file');
