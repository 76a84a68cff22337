create table signing_key (
    id uuid not null,
    organization_id uuid,
    fingerprint text not null,
    public_key text not null,
    made_at timestamptz(6) not null default current_timestamp,
    made_by text not null,
    retired_at timestamptz(6),
    retired_by text,
    retired_reason text,

    constraint signing_key_pkey primary key (id)
);

create table signing_secret (
    signing_key_id uuid not null,
    organization_id uuid,
    bytes bytea not null,

    constraint signing_secret_pkey primary key (signing_key_id)
);

create table trusted_key (
    id uuid not null,
    organization_id uuid,
    fingerprint text not null,
    public_key text not null,
    claimed_name text not null,
    is_trusted boolean not null default true,
    decided_at timestamptz(6) not null default current_timestamp,
    decided_by text not null,
    reason text,
    revision integer not null default 1,

    constraint trusted_key_pkey primary key (id)
);

create table release_signature (
    release_id uuid not null,
    signed_hash text not null,
    fingerprint text not null,
    public_key text not null,
    signature text not null,
    organization_name text not null,
    made_at timestamptz(6) not null default current_timestamp,
    imported_by text,

    constraint release_signature_pkey primary key (release_id,signed_hash)
);

create unique index signing_key_fingerprint_key on signing_key(fingerprint);
-- One key signs at a time for each organization, and one for the platform.
create unique index signing_key_current_key on signing_key(organization_id) nulls not distinct where retired_at is null;
create unique index trusted_key_fingerprint_key on trusted_key(organization_id, fingerprint) nulls not distinct;
-- Keys of template parts differ by more than case, and so do those of templates; imports ask for it.
create index template_lower_key_idx on template(lower(key));

alter table signing_secret add constraint signing_secret_signing_key_id_fkey foreign key (signing_key_id) references signing_key(id);
alter table release_signature add constraint release_signature_release_id_fkey foreign key (release_id) references release(id);

-- Keys are their organization's own; those of the platform have no organization and are the stewards'.
call sec.close_table('signing_key');
call sec.audit_table('signing_key');
grant select, insert, update on signing_key to app_partner, app_steward;
create policy own_reads on signing_key for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy own_adds on signing_key for insert to app_partner with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy own_changes on signing_key for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[])) with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_reads on signing_key for select to app_steward using (organization_id is null and (select sec.is_known()));
create policy steward_adds on signing_key for insert to app_steward with check (organization_id is null and (select sec.is_known()));
create policy steward_changes on signing_key for update to app_steward
    using (organization_id is null and (select sec.is_known())) with check (organization_id is null and (select sec.is_known()));

-- The private half, sealed under the server's secret, until its key is retired. The record never holds its bytes.
call sec.close_table('signing_secret');
call sec.audit_table('signing_secret');
grant select, insert, delete on signing_secret to app_partner, app_steward;
create policy own_reads on signing_secret for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy own_adds on signing_secret for insert to app_partner with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy own_removes on signing_secret for delete to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_reads on signing_secret for select to app_steward using (organization_id is null and (select sec.is_known()));
create policy steward_adds on signing_secret for insert to app_steward with check (organization_id is null and (select sec.is_known()));
create policy steward_removes on signing_secret for delete to app_steward using (organization_id is null and (select sec.is_known()));

call sec.close_table('trusted_key');
call sec.audit_table('trusted_key');
grant select, insert, update on trusted_key to app_partner, app_steward;
create policy own_reads on trusted_key for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy own_adds on trusted_key for insert to app_partner with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy own_changes on trusted_key for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[])) with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_reads on trusted_key for select to app_steward using (organization_id is null and (select sec.is_known()));
create policy steward_adds on trusted_key for insert to app_steward with check (organization_id is null and (select sec.is_known()));
create policy steward_changes on trusted_key for update to app_steward
    using (organization_id is null and (select sec.is_known())) with check (organization_id is null and (select sec.is_known()));

-- Where a release comes from is for everyone who may see the catalogue; a signature is never changed.
call sec.close_table('release_signature');
call sec.audit_table('release_signature');
grant select on release_signature to app_city, app_partner, app_state, app_steward, app_worker;
grant insert on release_signature to app_partner, app_steward;
create policy known_reads on release_signature for select to app_city, app_partner, app_state, app_steward, app_worker using ((select sec.is_known()));
create policy steward_adds on release_signature for insert to app_steward with check ((select sec.is_known()));
create policy partner_adds on release_signature for insert to app_partner
    with check (exists (select 1 from release r join template t on t.id = r.template_id
        where r.id = release_id and t.organization_id = any ((select sec.organizations())::uuid[])));
