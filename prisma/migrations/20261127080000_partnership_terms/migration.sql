-- Since when a partnership has been in each of its stages, and until when its organization's papers hold.
create table partnership_stage (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    partnership_id uuid not null,
    since date not null,
    stage text not null,

    constraint partnership_stage_pkey primary key (jurisdiction_id,partnership_id,since)
);

create table partner_certificate (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    partnership_id uuid not null,
    kind text not null,
    valid_through date not null,

    constraint partner_certificate_pkey primary key (jurisdiction_id,partnership_id,kind,valid_through)
);

create index partnership_stage_jurisdiction_id_site_id_idx on partnership_stage(jurisdiction_id, site_id);
create index partner_certificate_jurisdiction_id_site_id_idx on partner_certificate(jurisdiction_id, site_id);

alter table partnership_stage add constraint partnership_stage_jurisdiction_id_site_id_partnership_id_fkey foreign key (jurisdiction_id, site_id, partnership_id) references partnership(jurisdiction_id, site_id, id);
alter table partner_certificate add constraint partner_certificate_is_of_a_partnership foreign key (jurisdiction_id, site_id, partnership_id) references partnership(jurisdiction_id, site_id, id);

alter table partnership_stage
    add constraint partnership_stage_stage_check check (stage in ('identified', 'inTalks', 'agreed', 'active', 'paused', 'ended'));
alter table partner_certificate
    add constraint partner_certificate_kind_check check (kind in ('insurance', 'backgroundChecks'));

alter table agreement add column renewal_months integer,
    add constraint agreement_renewal_check check (renewal_months between 1 and 120);

-- The city keeps both; the organization and the state see them with the partnership.
call sec.protect_tenant_table('partnership_stage', 'select, insert, update, delete', by_site => true);
call sec.audit_table('partnership_stage');
grant select on partnership_stage to app_partner, app_state;
create policy reads_with_partnership on partnership_stage for select to app_partner, app_state
    using (exists (select 1 from partnership p where p.jurisdiction_id = partnership_stage.jurisdiction_id and p.id = partnership_stage.partnership_id));

call sec.protect_tenant_table('partner_certificate', 'select, insert, delete', by_site => true);
call sec.audit_table('partner_certificate');
grant select on partner_certificate to app_partner, app_state;
create policy reads_with_partnership on partner_certificate for select to app_partner, app_state
    using (exists (select 1 from partnership p where p.jurisdiction_id = partner_certificate.jurisdiction_id and p.id = partner_certificate.partnership_id));
