create table site (
    jurisdiction_id uuid not null,
    id uuid not null,
    template_id uuid not null,
    release_id uuid not null,
    name text not null,
    kind text not null,
    address text,
    latitude double precision,
    longitude double precision,
    resident_population integer,
    resident_population_year integer,
    resident_population_source text,
    launch_on date not null,
    time_zone text not null,
    content jsonb not null,
    opened_on date not null,
    closed_on date,
    revision integer not null default 1,

    constraint site_pkey primary key (jurisdiction_id,id)
);

create table site_draft (
    jurisdiction_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    form jsonb not null,
    updated_at timestamptz(6) not null default current_timestamp,
    revision integer not null default 1,

    constraint site_draft_pkey primary key (jurisdiction_id,id)
);

create table adaptation (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    part_kind text not null,
    part_key text not null,
    field text,
    change text not null,
    from_release jsonb,
    to_local jsonb,
    touches_core boolean not null,
    core_components text[] not null default '{}',
    reason_code text not null,
    reason text not null,
    decided_on date not null,
    revision integer not null default 1,

    constraint adaptation_pkey primary key (jurisdiction_id,site_id,id)
);

create table site_owner (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    owner_role_key text not null,
    name text not null,
    email text,
    revision integer not null default 1,

    constraint site_owner_pkey primary key (jurisdiction_id,site_id,owner_role_key)
);

create unique index site_id_key on site(id);

create unique index site_jurisdiction_id_name_key on site(jurisdiction_id, name);

alter table site add constraint site_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction(id);

alter table site add constraint site_template_id_fkey foreign key (template_id) references template(id);

alter table site add constraint site_release_id_fkey foreign key (release_id) references release(id);

alter table adaptation add constraint adaptation_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);

alter table site_owner add constraint site_owner_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);

alter table site
    add constraint site_kind_check check (kind in ('publicHousing', 'park', 'neighborhood', 'other')),
    add constraint site_name_check check (length(name) between 1 and 200),
    add constraint site_point_check check ((latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180),
    add constraint site_population_check check (resident_population >= 0);
alter table site_draft add constraint site_draft_form_check check (octet_length(form::text) <= 200000);
create index site_draft_account_id_idx on site_draft(jurisdiction_id, account_id);
alter table adaptation
    add constraint adaptation_reason_code_check check (reason_code in ('localLaw', 'resources', 'culture', 'siteConditions', 'other'));
alter table adaptation add constraint adaptation_change_check check (change in ('added', 'leftOut', 'changed'));

-- A site's own row is named by id, so its coordinator's policy is written out.
call sec.close_table('site');
call sec.audit_table('site');
grant select, insert, update on site to app_city, app_worker;
create policy city_reads on site for select to app_city, app_worker
    using (jurisdiction_id = any ((select sec.tenants())::uuid[]) or (id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])));
create policy city_adds on site for insert to app_city, app_worker
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy city_changes on site for update to app_city, app_worker
    using (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]) or (id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])))
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]) or (id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])));
grant select on site to app_state, app_partner;
create policy state_reads on site for select to app_state
    using (exists (select 1 from jurisdiction j where j.id = site.jurisdiction_id and j.state_code = any ((select sec.states())::text[])));

call sec.protect_tenant_table('site_draft', 'select, insert, update, delete');
call sec.audit_table('site_draft');
call sec.protect_tenant_table('adaptation', 'select, insert, update, delete', by_site => true);
call sec.audit_table('adaptation');
grant select on adaptation to app_state, app_partner;
create policy reads_with_site on adaptation for select to app_state, app_partner
    using (exists (select 1 from site s where s.jurisdiction_id = adaptation.jurisdiction_id and s.id = adaptation.site_id));
call sec.protect_tenant_table('site_owner', 'select, insert, update, delete', by_site => true);
call sec.audit_table('site_owner');
