-- How fully a site carries out its core components, as somebody rated it on a day: one row a review, its marks with
-- their evidence in one document that the domain has checked.
create table fidelity_review (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    release_id uuid not null,
    rater text not null,
    rated_by text not null,
    reviewed_on date not null,
    ratings jsonb not null,
    organization_id uuid,
    recorded_by text not null,
    recorded_at timestamptz(6) not null default current_timestamp,
    withdrawn_at timestamptz(6),
    withdrawn_by text,
    withdraw_reason text,
    revision integer not null default 1,

    constraint fidelity_review_pkey primary key (jurisdiction_id,site_id,id)
);

alter table fidelity_review add constraint fidelity_review_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table fidelity_review add constraint fidelity_review_release_id_fkey foreign key (release_id) references release(id);
alter table fidelity_review add constraint fidelity_review_organization_id_fkey foreign key (organization_id) references partner_organization(id);

alter table fidelity_review
    add constraint fidelity_review_rater_check check (rater in ('self', 'external', 'resident')),
    add constraint fidelity_review_rated_by_check check (length(rated_by) between 1 and 200),
    add constraint fidelity_review_ratings_check check (jsonb_typeof(ratings) = 'array' and octet_length(ratings::text) <= 200000),
    add constraint fidelity_review_organization_check check (organization_id is null or rater = 'external'),
    add constraint fidelity_review_withdrawal_check check ((withdrawn_at is null) = (withdraw_reason is null)
        and (withdrawn_at is null) = (withdrawn_by is null) and length(withdraw_reason) between 1 and 2000);
create index fidelity_review_of_site_idx on fidelity_review (jurisdiction_id, site_id, reviewed_on desc, id desc);
-- One kind of rater rates a site once a day; a review that was taken back makes room.
create unique index fidelity_review_is_once_a_day on fidelity_review
    (jurisdiction_id, site_id, rater, reviewed_on, coalesce(organization_id, '00000000-0000-0000-0000-000000000000'::uuid))
    where withdrawn_at is null;

-- A city keeps its own reviews, those of its residents, and those that somebody from outside handed to it. What an
-- organization rates from outside is the organization's: the city sees it and cannot change it.
call sec.protect_tenant_table('fidelity_review', 'select', by_site => true);
call sec.audit_table('fidelity_review');
grant insert on fidelity_review to app_city, app_partner;
grant update (rated_by, reviewed_on, ratings, withdrawn_at, withdrawn_by, withdraw_reason, revision) on fidelity_review to app_city, app_partner;
create policy city_adds on fidelity_review for insert to app_city
    with check (organization_id is null and (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))));
create policy city_changes on fidelity_review for update to app_city
    using (organization_id is null and (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))))
    with check (organization_id is null and (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))));
grant select on fidelity_review to app_partner, app_state;
create policy reads_with_site on fidelity_review for select to app_partner, app_state
    using (exists (select 1 from site s where s.jurisdiction_id = fidelity_review.jurisdiction_id and s.id = fidelity_review.site_id));
-- From outside rates who works with the site: an organization with a partnership there that has not ended.
create policy partner_adds on fidelity_review for insert to app_partner
    with check (organization_id = any ((select sec.organizations())::uuid[])
        and exists (select 1 from partnership p where p.jurisdiction_id = fidelity_review.jurisdiction_id
            and p.site_id = fidelity_review.site_id and p.organization_id = fidelity_review.organization_id and p.stage <> 'ended'));
create policy partner_changes on fidelity_review for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]))
    with check (organization_id = any ((select sec.organizations())::uuid[])
        and exists (select 1 from site s where s.jurisdiction_id = fidelity_review.jurisdiction_id and s.id = fidelity_review.site_id));
