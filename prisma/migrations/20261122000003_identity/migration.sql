create table membership (
    id uuid not null,
    account_id uuid not null,
    account_name text not null,
    account_email text not null,
    role text not null,
    jurisdiction_id uuid,
    site_id uuid,
    organization_id uuid,
    state_code text,
    ended_at timestamptz(6),
    revision integer not null default 1,

    constraint membership_pkey primary key (id)
);

create table invitation (
    id uuid not null,
    email text not null,
    role text not null,
    jurisdiction_id uuid,
    site_id uuid,
    organization_id uuid,
    state_code text,
    token_hash text not null,
    invited_by text not null,
    expires_at timestamptz(6) not null,
    accepted_at timestamptz(6),
    revoked_at timestamptz(6),
    revision integer not null default 1,

    constraint invitation_pkey primary key (id)
);

create index membership_account_id_idx on membership(account_id);

create index membership_jurisdiction_id_idx on membership(jurisdiction_id);

create index membership_organization_id_idx on membership(organization_id);

create unique index invitation_token_hash_key on invitation(token_hash);

create index invitation_jurisdiction_id_idx on invitation(jurisdiction_id);

create index invitation_organization_id_idx on invitation(organization_id);

-- Memberships are read to make a context, so app_auth sees them all; a city's and an
-- organization's people see their own.
call sec.close_table('membership');
call sec.audit_table('membership');
grant select, insert, update on membership to app_city, app_partner, app_steward, app_auth;
create policy city_reads on membership for select to app_city using (jurisdiction_id = any ((select sec.tenants())::uuid[]));
create policy city_adds on membership for insert to app_city with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy city_changes on membership for update to app_city
    using (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]))
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy partner_reads on membership for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy partner_changes on membership for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]))
    with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_all on membership for all to app_steward using ((select sec.is_known())) with check ((select sec.is_known()));
create policy identity_all on membership for all to app_auth using (true) with check (true);

call sec.close_table('invitation');
call sec.audit_table('invitation');
grant select, insert, update on invitation to app_city, app_partner, app_steward, app_auth;
create policy city_reads on invitation for select to app_city using (jurisdiction_id = any ((select sec.tenants())::uuid[]));
create policy city_adds on invitation for insert to app_city with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy city_changes on invitation for update to app_city
    using (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]))
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy partner_reads on invitation for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy partner_adds on invitation for insert to app_partner with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy partner_changes on invitation for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]))
    with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_all on invitation for all to app_steward using ((select sec.is_known())) with check ((select sec.is_known()));
create policy identity_all on invitation for all to app_auth using (true) with check (true);
