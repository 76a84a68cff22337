-- What an organization promises for each period of a partnership, and what came: one row a report. A later report of
-- the same period has the next number; none is overwritten.
create table pledge (
    jurisdiction_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    partnership_id uuid not null,
    title text not null,
    unit text not null,
    amount_per_period integer not null,
    period_kind text not null,
    starts_on date not null,
    ends_on date,
    revision integer not null default 1,

    constraint pledge_pkey primary key (jurisdiction_id,id)
);

create table delivery (
    jurisdiction_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    pledge_id uuid not null,
    period text not null,
    report_number integer not null,
    amount integer not null,
    status text not null,
    organization_id uuid,
    reported_at timestamptz(6) not null default current_timestamp,
    decided_at timestamptz(6),
    return_reason text,
    revision integer not null default 1,

    constraint delivery_pkey primary key (jurisdiction_id,id)
);

create unique index pledge_jurisdiction_id_site_id_id_key on pledge(jurisdiction_id, site_id, id);
create index pledge_jurisdiction_id_partnership_id_idx on pledge(jurisdiction_id, partnership_id);
create unique index delivery_is_numbered_once on delivery(jurisdiction_id, pledge_id, period, report_number);

alter table pledge add constraint pledge_jurisdiction_id_site_id_partnership_id_fkey foreign key (jurisdiction_id, site_id, partnership_id) references partnership(jurisdiction_id, site_id, id);
alter table delivery add constraint delivery_jurisdiction_id_site_id_pledge_id_fkey foreign key (jurisdiction_id, site_id, pledge_id) references pledge(jurisdiction_id, site_id, id);
alter table delivery add constraint delivery_organization_id_fkey foreign key (organization_id) references partner_organization(id);

alter table pledge
    add constraint pledge_words_check check (length(title) between 1 and 200 and length(unit) between 1 and 50),
    add constraint pledge_amount_check check (amount_per_period between 1 and 1000000),
    add constraint pledge_period_kind_check check (period_kind in ('month', 'quarter', 'year')),
    add constraint pledge_days_check check (ends_on is null or ends_on >= starts_on);

alter table delivery
    add constraint delivery_status_check check (status in ('reported', 'confirmed', 'returned')),
    add constraint delivery_period_check check (period ~ '^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    add constraint delivery_amount_check check (amount between 0 and 1000000 and report_number between 1 and 20),
    add constraint delivery_decision_check check ((status = 'reported') = (decided_at is null)
        and (status = 'returned') = (return_reason is not null) and length(return_reason) between 10 and 500);

-- The city keeps what was promised; the organization and the state see it with the partnership.
call sec.protect_tenant_table('pledge', by_site => true);
call sec.audit_table('pledge');
grant select on pledge to app_partner, app_state;
create policy reads_with_partnership on pledge for select to app_partner, app_state
    using (exists (select 1 from partnership p where p.jurisdiction_id = pledge.jurisdiction_id and p.id = pledge.partnership_id));

-- A report is its organization's, or the city's own; the city answers one, and changes nothing else of it.
call sec.protect_tenant_table('delivery', 'select', by_site => true);
call sec.audit_table('delivery');
grant insert on delivery to app_city, app_partner;
grant update (status, decided_at, return_reason, revision) on delivery to app_city;
grant select on delivery to app_partner, app_state;
create policy city_adds on delivery for insert to app_city
    with check (organization_id is null and (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))));
create policy city_answers on delivery for update to app_city
    using (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])))
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])));
create policy reads_with_pledge on delivery for select to app_partner, app_state
    using (exists (select 1 from pledge g where g.jurisdiction_id = delivery.jurisdiction_id and g.id = delivery.pledge_id));
create policy partner_adds on delivery for insert to app_partner
    with check (status = 'reported' and organization_id = any ((select sec.organizations())::uuid[])
        and exists (select 1 from pledge g join partnership p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.partnership_id
            where g.jurisdiction_id = delivery.jurisdiction_id and g.site_id = delivery.site_id and g.id = delivery.pledge_id
                and p.organization_id = delivery.organization_id));
