create table partner_organization (
    id uuid not null,
    legal_name text not null,
    public_name text not null,
    former_names text[] not null default '{}',
    website text,
    contact_email text,
    created_by_jurisdiction_id uuid,
    is_claimed boolean not null default false,
    revision integer not null default 1,

    constraint partner_organization_pkey primary key (id)
);

create table partnership (
    jurisdiction_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    organization_id uuid not null,
    partner_role_key text not null,
    stage text not null,
    deliverable text,
    ended_on date,
    revision integer not null default 1,

    constraint partnership_pkey primary key (jurisdiction_id,id)
);

create table agreement (
    jurisdiction_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    partnership_id uuid not null,
    kind text not null,
    starts_on date not null,
    ends_on date,
    notice_days integer,
    revision integer not null default 1,

    constraint agreement_pkey primary key (jurisdiction_id,id)
);

create index partner_organization_public_name_id_idx on partner_organization(public_name, id);

create index partnership_jurisdiction_id_site_id_idx on partnership(jurisdiction_id, site_id);

create index partnership_organization_id_idx on partnership(organization_id);

create unique index partnership_jurisdiction_id_site_id_id_key on partnership(jurisdiction_id, site_id, id);

create index agreement_jurisdiction_id_partnership_id_idx on agreement(jurisdiction_id, partnership_id);

create index agreement_jurisdiction_id_ends_on_idx on agreement(jurisdiction_id, ends_on);

alter table partnership add constraint partnership_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);

alter table partnership add constraint partnership_organization_id_fkey foreign key (organization_id) references partner_organization(id);

alter table agreement add constraint agreement_jurisdiction_id_site_id_partnership_id_fkey foreign key (jurisdiction_id, site_id, partnership_id) references partnership(jurisdiction_id, site_id, id);

alter table partnership
    add constraint partnership_stage_check check (stage in ('identified', 'inTalks', 'agreed', 'active', 'paused', 'ended')),
    add constraint partnership_ended_check check ((stage = 'ended') = (ended_on is not null)),
    add constraint partnership_deliverable_check check (length(deliverable) between 1 and 500);

alter table agreement
    add constraint agreement_kind_check check (kind in ('memorandum', 'contract', 'letter', 'grant')),
    add constraint agreement_days_check check (ends_on is null or ends_on >= starts_on),
    add constraint agreement_notice_check check (notice_days between 0 and 730);

-- One agreement holds at a time; a renewal begins after the one before. An organization has a role
-- at a site once, until that partnership has ended.
alter table agreement
    add constraint agreement_one_at_a_time exclude using gist (jurisdiction_id with =, partnership_id with =,
        daterange(starts_on, ends_on, '[]') with &&);
create unique index partnership_is_begun_once on partnership(jurisdiction_id, site_id, organization_id, partner_role_key)
    where stage <> 'ended';

alter table partner_organization
    add constraint partner_organization_names_check check (length(legal_name) between 1 and 200
        and length(public_name) between 1 and 200 and cardinality(former_names) <= 20);
create index partner_organization_name_trigram_idx on partner_organization using gin (public_name gin_trgm_ops);

-- Organizations are shared: everyone signed in reads them. The city that recorded one keeps it
-- until the organization has people of its own here.
call sec.close_table('partner_organization');
call sec.audit_table('partner_organization');
grant select on partner_organization to app_city, app_partner, app_state, app_steward, app_auth, app_worker;
grant insert, update on partner_organization to app_city, app_steward, app_worker;
grant update on partner_organization to app_partner;
create policy known_reads on partner_organization for select to app_city, app_partner, app_state, app_steward, app_worker
    using ((select sec.is_known()));
create policy identity_reads on partner_organization for select to app_auth using (true);
create policy city_adds on partner_organization for insert to app_city, app_worker
    with check (created_by_jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy coordinator_adds on partner_organization for insert to app_city
    with check (created_by_jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));
create policy city_changes on partner_organization for update to app_city, app_worker
    using (created_by_jurisdiction_id = any ((select sec.writable_tenants())::uuid[]) and not is_claimed)
    with check (created_by_jurisdiction_id = any ((select sec.writable_tenants())::uuid[]) and not is_claimed);
create policy steward_adds on partner_organization for insert to app_steward with check ((select sec.is_known()));
create policy steward_changes on partner_organization for update to app_steward
    using ((select sec.is_known())) with check ((select sec.is_known()));
create policy partner_changes on partner_organization for update to app_partner
    using (id = any ((select sec.organizations())::uuid[])) with check (id = any ((select sec.organizations())::uuid[]));

call sec.protect_tenant_table('partnership', by_site => true);
call sec.audit_table('partnership');
grant select on partnership to app_partner, app_state;
create policy partner_reads on partnership for select to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]));
create policy state_reads on partnership for select to app_state
    using (exists (select 1 from site s where s.jurisdiction_id = partnership.jurisdiction_id and s.id = partnership.site_id));
-- A partner sees the sites that it works with.
create policy partner_reads on site for select to app_partner
    using (exists (select 1 from partnership p where p.jurisdiction_id = site.jurisdiction_id and p.site_id = site.id));

call sec.protect_tenant_table('agreement', by_site => true);
call sec.audit_table('agreement');
grant select on agreement to app_partner, app_state;
create policy reads_with_partnership on agreement for select to app_partner, app_state
    using (exists (select 1 from partnership p where p.jurisdiction_id = agreement.jurisdiction_id and p.id = agreement.partnership_id));

-- The organizations whose names are alike, the most alike first. Row-level security lets everyone
-- signed in see every organization, so nothing is told here that a search would not tell.
create function similar_organizations(wanted text, at_most integer) returns setof partner_organization
language sql stable set search_path = pg_catalog, public as $$
    select o.* from partner_organization o
    cross join lateral (
        select max(similarity(lower(unaccent(known)), lower(unaccent(wanted)))) as likeness
        from unnest(o.former_names || o.public_name || o.legal_name) known
    ) names
    where likeness > 0.2
    order by likeness desc, o.id
    limit least(at_most, 100)
$$;
revoke execute on function similar_organizations from public;
grant execute on function similar_organizations to app_city, app_partner, app_steward, app_worker;
