-- What goes beyond one site: releases offered to sites, who may upgrade them for a city, many upgrades at once,
-- and changes that cities propose to a template's owner.

-- What a state did stands in the record under the state, as what an organization did stands under it.
alter table change_set add column state_code text;
create index change_set_state_code_at_idx on change_set(state_code, at desc);
grant select, insert on change_set to app_state;
grant select on change to app_state;
grant execute on function sec.summarize(jsonb) to app_state;
create policy state_reads on change_set for select to app_state
    using (state_code = any ((select sec.states())::text[]));
create policy state_adds on change_set for insert to app_state
    with check (state_code = any ((select sec.states())::text[]) and jurisdiction_id = '00000000-0000-0000-0000-000000000000');
alter policy reads_with_change_set on change to app_city, app_worker, app_partner, app_state, app_steward;

-- The templates of the organizations that one works for: their sites are seen, wherever they are.
create function sec.owned_templates() returns uuid[] language sql stable parallel safe security definer set search_path = '' as
$$ select coalesce(array_agg(t.id), '{}') from public.template t where t.organization_id = any ((select sec.organizations())::uuid[]) $$;
-- Whether the context is that of work which no session stands behind.
create function sec.is_job() returns boolean language sql stable parallel safe security definer set search_path = '' as
$$ select exists (select 1 from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.hat = 'job' and g.expires > pg_catalog.now()) $$;
revoke execute on function sec.owned_templates(), sec.is_job() from public;
grant execute on function sec.owned_templates(), sec.is_job() to app_city, app_partner, app_state, app_steward, app_worker;

create policy owner_reads on site for select to app_partner
    using (template_id = any ((select sec.owned_templates())::uuid[]));

-- Version numbers in their order: 3.10.0 is newer than 3.9.0. Without a search path of its own, so that it is written
-- into the statement that uses it.
create function sec.version_order(version text) returns int[] language sql immutable parallel safe as
$$ select pg_catalog.string_to_array(version, '.')::int[] $$;
revoke execute on function sec.version_order(text) from public;
grant execute on function sec.version_order(text) to app_city, app_partner, app_state, app_steward, app_worker;

create table site_offer (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    release_id uuid not null,
    organization_id uuid,
    state_code text,
    offered_by text not null,
    offered_at timestamptz(6) not null default current_timestamp,
    note text,
    withdrawn_at timestamptz(6),
    declined_at timestamptz(6),
    declined_by text,
    decline_reason text,
    revision integer not null default 1,

    constraint site_offer_pkey primary key (jurisdiction_id,site_id,id)
);

create table upgrade_consent (
    jurisdiction_id uuid not null,
    allows_state boolean not null,
    allows_template_owner boolean not null,
    decided_by text not null,
    decided_at timestamptz(6) not null default current_timestamp,
    revision integer not null default 1,

    constraint upgrade_consent_pkey primary key (jurisdiction_id)
);

create table upgrade_run (
    id uuid not null,
    template_id uuid not null,
    release_id uuid not null,
    organization_id uuid,
    state_code text,
    started_by text not null,
    acts_for text not null,
    started_at timestamptz(6) not null default current_timestamp,
    site_count integer not null,
    is_cancel_asked boolean not null default false,
    lease_until timestamptz(6),
    finished_at timestamptz(6),

    constraint upgrade_run_pkey primary key (id)
);

create table upgrade_run_site (
    jurisdiction_id uuid not null,
    run_id uuid not null,
    site_id uuid not null,
    position integer not null,
    result text,
    question_count integer,
    done_at timestamptz(6),

    constraint upgrade_run_site_pkey primary key (jurisdiction_id,run_id,site_id)
);

create table contribution (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    site_name text not null,
    template_id uuid not null,
    release_id uuid not null,
    part_kind text not null,
    part_key text not null,
    field text,
    change text not null,
    from_release jsonb,
    to_local jsonb,
    reason_code text,
    reason text,
    note text,
    proposed_by text not null,
    proposed_at timestamptz(6) not null default current_timestamp,
    status text not null default 'proposed',
    answer text,
    answered_by text,
    answered_at timestamptz(6),
    revision integer not null default 1,

    constraint contribution_pkey primary key (jurisdiction_id,site_id,id)
);

alter table site_offer add constraint site_offer_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table site_offer add constraint site_offer_release_id_fkey foreign key (release_id) references release(id);
alter table upgrade_consent add constraint upgrade_consent_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction(id);
alter table upgrade_run add constraint upgrade_run_template_id_fkey foreign key (template_id) references template(id);
alter table upgrade_run add constraint upgrade_run_release_id_fkey foreign key (release_id) references release(id);
alter table upgrade_run_site add constraint upgrade_run_site_run_id_fkey foreign key (run_id) references upgrade_run(id);
alter table upgrade_run_site add constraint upgrade_run_site_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table contribution add constraint contribution_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table contribution add constraint contribution_template_id_fkey foreign key (template_id) references template(id);
alter table contribution add constraint contribution_release_id_fkey foreign key (release_id) references release(id);

alter table site_offer
    add constraint site_offer_offerer_check check (organization_id is not null or state_code is not null),
    add constraint site_offer_note_check check (length(note) between 1 and 2000),
    add constraint site_offer_decline_check check ((declined_at is null) = (decline_reason is null)
        and (declined_at is null) = (declined_by is null) and length(decline_reason) between 1 and 2000);
-- A release is offered to a site once, until that offer is withdrawn or declined.
create unique index site_offer_is_open_once on site_offer (jurisdiction_id, site_id, release_id) where withdrawn_at is null and declined_at is null;
alter table upgrade_run add constraint upgrade_run_starter_check check (organization_id is not null or state_code is not null);
alter table upgrade_run_site
    add constraint upgrade_run_site_result_check check (result in ('upgraded', 'alreadyThere', 'withoutConsent', 'needsPerson', 'failed'));
create index upgrade_run_site_run_id_idx on upgrade_run_site (run_id, position);
alter table contribution
    add constraint contribution_status_check check (status in ('proposed', 'taken', 'declined')),
    add constraint contribution_change_check check (change in ('added', 'leftOut', 'changed')),
    add constraint contribution_note_check check (length(note) between 1 and 2000),
    add constraint contribution_answer_check check (length(answer) between 1 and 2000);
-- A difference is proposed once, until it is answered.
create unique index contribution_is_proposed_once on contribution (jurisdiction_id, site_id, part_kind, part_key, coalesce(field, '')) where status = 'proposed';
create index contribution_template_id_idx on contribution (template_id, status);
create index site_template_id_idx on site (template_id);

-- An offer: whoever makes it adds and withdraws it, the city answers it.
call sec.protect_tenant_table('site_offer', 'select', by_site => true);
call sec.audit_table('site_offer');
grant update (declined_at, declined_by, decline_reason, revision) on site_offer to app_city;
create policy city_answers on site_offer for update to app_city
    using (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])))
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[])
        or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[])));
grant select, insert on site_offer to app_partner, app_state;
grant update (withdrawn_at, revision) on site_offer to app_partner, app_state;
create policy owner_reads on site_offer for select to app_partner
    using (exists (select 1 from site s where s.jurisdiction_id = site_offer.jurisdiction_id and s.id = site_offer.site_id
        and s.template_id = any ((select sec.owned_templates())::uuid[])));
create policy owner_offers on site_offer for insert to app_partner
    with check (organization_id = any ((select sec.organizations())::uuid[])
        and exists (select 1 from site s where s.jurisdiction_id = site_offer.jurisdiction_id and s.id = site_offer.site_id
            and s.template_id = any ((select sec.owned_templates())::uuid[])));
create policy owner_withdraws on site_offer for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]))
    with check (organization_id = any ((select sec.organizations())::uuid[])
        and exists (select 1 from site s where s.jurisdiction_id = site_offer.jurisdiction_id and s.id = site_offer.site_id));
create policy state_reads on site_offer for select to app_state
    using (exists (select 1 from site s where s.jurisdiction_id = site_offer.jurisdiction_id and s.id = site_offer.site_id));
create policy state_offers on site_offer for insert to app_state
    with check (state_code = any ((select sec.states())::text[])
        and exists (select 1 from site s where s.jurisdiction_id = site_offer.jurisdiction_id and s.id = site_offer.site_id));
create policy state_withdraws on site_offer for update to app_state
    using (state_code = any ((select sec.states())::text[]))
    with check (state_code = any ((select sec.states())::text[])
        and exists (select 1 from site s where s.jurisdiction_id = site_offer.jurisdiction_id and s.id = site_offer.site_id));

-- Who may upgrade a city's sites for it: the city says, those who would do it see.
call sec.protect_tenant_table('upgrade_consent');
call sec.audit_table('upgrade_consent');
grant select on upgrade_consent to app_partner, app_state;
create policy coordinator_reads on upgrade_consent for select to app_city
    using (jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));
create policy reads_with_site on upgrade_consent for select to app_partner, app_state
    using (exists (select 1 from site s where s.jurisdiction_id = upgrade_consent.jurisdiction_id));

-- A run belongs to whoever started it. Its start is recorded with the list of its sites; how far it is, is not: each
-- upgrade that it makes is a change set of its own.
call sec.close_table('upgrade_run');
create trigger attach_change after insert or update of is_cancel_asked on upgrade_run for each row execute function sec.attach_change('id');
grant select, insert on upgrade_run to app_partner, app_state;
grant update (is_cancel_asked) on upgrade_run to app_partner, app_state;
create policy owner_reads on upgrade_run for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy owner_starts on upgrade_run for insert to app_partner
    with check (organization_id = any ((select sec.organizations())::uuid[]) and template_id = any ((select sec.owned_templates())::uuid[]));
create policy owner_cancels on upgrade_run for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[])) with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy state_reads on upgrade_run for select to app_state using (state_code = any ((select sec.states())::text[]));
create policy state_starts on upgrade_run for insert to app_state with check (state_code = any ((select sec.states())::text[]));
create policy state_cancels on upgrade_run for update to app_state
    using (state_code = any ((select sec.states())::text[])) with check (state_code = any ((select sec.states())::text[]));

call sec.protect_tenant_table('upgrade_run_site', 'select', by_site => true);
create trigger attach_change after insert on upgrade_run_site for each row execute function sec.attach_change('jurisdiction_id', 'run_id', 'site_id');
grant select, insert on upgrade_run_site to app_partner, app_state;
create policy reads_with_run on upgrade_run_site for select to app_partner, app_state
    using (exists (select 1 from upgrade_run r where r.id = upgrade_run_site.run_id)
        and exists (select 1 from site s where s.jurisdiction_id = upgrade_run_site.jurisdiction_id and s.id = upgrade_run_site.site_id));
create policy adds_with_run on upgrade_run_site for insert to app_partner, app_state
    with check (exists (select 1 from upgrade_run r where r.id = upgrade_run_site.run_id)
        and exists (select 1 from site s where s.jurisdiction_id = upgrade_run_site.jurisdiction_id and s.id = upgrade_run_site.site_id));
-- What a site came to is written with its upgrade, under the short context of that one site.
grant update (result, question_count, done_at) on upgrade_run_site to app_city;
create policy job_notes on upgrade_run_site for update to app_city
    using ((select sec.is_job()) and site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))
    with check ((select sec.is_job()) and site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));

-- A proposal: the city makes it, the template's owner answers it. The platform's steward owns the built-in templates.
call sec.protect_tenant_table('contribution', 'select, insert', by_site => true);
call sec.audit_table('contribution');
grant select on contribution to app_partner, app_steward;
grant update (status, answer, answered_by, answered_at, revision) on contribution to app_partner, app_steward;
create policy owner_reads on contribution for select to app_partner using (template_id = any ((select sec.owned_templates())::uuid[]));
create policy owner_answers on contribution for update to app_partner
    using (template_id = any ((select sec.owned_templates())::uuid[])) with check (template_id = any ((select sec.owned_templates())::uuid[])
        and exists (select 1 from site s where s.jurisdiction_id = contribution.jurisdiction_id and s.id = contribution.site_id));
create policy platform_reads on contribution for select to app_steward
    using (exists (select 1 from template t where t.id = contribution.template_id and t.organization_id is null));
create policy platform_answers on contribution for update to app_steward
    using (exists (select 1 from template t where t.id = contribution.template_id and t.organization_id is null))
    with check (exists (select 1 from template t where t.id = contribution.template_id and t.organization_id is null));

-- What sites keep under the parts of their designs: which parts are in use and which only hold what is done. Asked by
-- the city and by those who look at its sites from afar; nobody learns from it who holds what.
create function sec.part_uses(wanted uuid[]) returns table (site_id uuid, name text, in_use boolean)
language sql stable security definer set search_path = '' as $$
    with reached as materialized (
        select s.jurisdiction_id, s.id from public.site s
        where s.id = any (wanted)
          and (s.jurisdiction_id = any ((select sec.tenants())::uuid[])
            or (s.id = any ((select sec.sites())::uuid[]) and s.jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))
            or s.template_id = any ((select sec.owned_templates())::uuid[])
            or exists (select 1 from public.jurisdiction j where j.id = s.jurisdiction_id and j.state_code = any ((select sec.states())::text[])))
    )
    select r.id, 'positions.' || a.position_key, bool_or(a.ended_on is null or a.ended_on >= current_date)
    from reached r join public.assignment a on a.jurisdiction_id = r.jurisdiction_id and a.site_id = r.id group by 1, 2
    union all
    select r.id, 'partnerRoles.' || p.partner_role_key, bool_or(p.ended_on is null or p.ended_on >= current_date)
    from reached r join public.partnership p on p.jurisdiction_id = r.jurisdiction_id and p.site_id = r.id group by 1, 2
    union all
    select r.id, 'checklistItems.' || c.item_key, c.status in ('planning', 'inProgress')
    from reached r join public.checklist_item c on c.jurisdiction_id = r.jurisdiction_id and c.site_id = r.id
    where not c.is_left_out
      and (c.status <> 'notStarted' or exists (select 1 from public.evidence e
        where e.jurisdiction_id = c.jurisdiction_id and e.site_id = c.site_id and e.item_key = c.item_key and e.removed_at is null))
    union all
    select r.id, 'ownerRoles.' || o.owner_role_key, true
    from reached r join public.site_owner o on o.jurisdiction_id = r.jurisdiction_id and o.site_id = r.id
    union all
    select r.id, 'trainings.' || t.training_key, false
    from reached r
    join public.assignment a on a.jurisdiction_id = r.jurisdiction_id and a.site_id = r.id
    join public.training_completion t on t.jurisdiction_id = a.jurisdiction_id and t.officer_id = a.officer_id group by 1, 2
    union all
    select r.id, 'figures.' || o.indicator_code, true
    from reached r join public.observation o on o.jurisdiction_id = r.jurisdiction_id and o.place_id = r.id
    where o.superseded_at is null group by 1, 2
$$;

-- How many sites of a template made the same change of their own, for the template's owner: counts, and the reasons'
-- codes. The words of a reason are the organization's to read, which reads the site's adaptations as well.
create function sec.adaptations_alike(template uuid)
returns table (part_kind text, part_key text, field text, change text, to_local jsonb, site_count int, reason_codes text[])
language sql stable security definer set search_path = '' as $$
    select a.part_kind, a.part_key, a.field, a.change, a.to_local, count(distinct a.site_id)::int,
        array_remove(array_agg(a.reason_code), null)
    from public.adaptation a
    join public.site s on s.jurisdiction_id = a.jurisdiction_id and s.id = a.site_id and s.closed_on is null
    join public.template t on t.id = s.template_id
    where t.id = template
      and (t.id = any ((select sec.owned_templates())::uuid[])
        or t.organization_id is null and exists (select 1 from sec.grant_ctx g
            where g.token = pg_catalog.current_setting('app.ctx', true) and g.hat = 'steward' and g.expires > pg_catalog.now()))
    group by 1, 2, 3, 4, 5
$$;
create function sec.site_count_of(template uuid) returns int language sql stable security definer set search_path = '' as $$
    select count(*)::int from public.site s join public.template t on t.id = s.template_id
    where s.template_id = template and s.closed_on is null
      and (t.id = any ((select sec.owned_templates())::uuid[])
        or t.organization_id is null and exists (select 1 from sec.grant_ctx g
            where g.token = pg_catalog.current_setting('app.ctx', true) and g.hat = 'steward' and g.expires > pg_catalog.now()))
$$;

-- The background work on runs. A lease says that a server is at it; when that server dies the lease runs out.
create function sec.claim_upgrade_run(seconds integer) returns table (id uuid, release_id uuid, started_by text, acts_for text)
language sql volatile security definer set search_path = '' as $$
    update public.upgrade_run r set lease_until = pg_catalog.now() + pg_catalog.make_interval(secs => seconds)
    where r.id = (select o.id from public.upgrade_run o
        where o.finished_at is null and (o.lease_until is null or o.lease_until < pg_catalog.now())
        order by o.started_at limit 1 for update skip locked)
    returning r.id, r.release_id, r.started_by, r.acts_for
$$;
-- Keeps the lease and gives the next sites; none when somebody asked to stop.
create function sec.next_upgrade_run_sites(run uuid, seconds integer, at_most integer)
returns table (jurisdiction_id uuid, site_id uuid, has_consent boolean)
language plpgsql volatile security definer set search_path = '' as $$
begin
    update public.upgrade_run r set lease_until = pg_catalog.now() + pg_catalog.make_interval(secs => seconds) where r.id = run;
    return query
    select w.jurisdiction_id, w.site_id,
        coalesce(r.state_code is not null and c.allows_state or r.organization_id is not null and c.allows_template_owner, false)
    from public.upgrade_run r
    join public.upgrade_run_site w on w.run_id = r.id and w.result is null
    left join public.upgrade_consent c on c.jurisdiction_id = w.jurisdiction_id
    where r.id = run and not r.is_cancel_asked
    order by w.position limit at_most;
end $$;
create function sec.note_upgrade_run_site(run uuid, site uuid, outcome text, questions integer) returns void
language sql volatile security definer set search_path = '' as $$
    update public.upgrade_run_site w set result = outcome, question_count = questions, done_at = pg_catalog.now()
    where w.run_id = run and w.site_id = site and w.result is null
$$;
create function sec.finish_upgrade_run(run uuid) returns void language sql volatile security definer set search_path = '' as $$
    update public.upgrade_run r set finished_at = pg_catalog.now(), lease_until = null where r.id = run
$$;
-- The sites of a template that have not come to a release, for the operator at the command line.
create function sec.sites_below(template uuid, wanted_version text, jurisdiction uuid)
returns table (jurisdiction_id uuid, site_id uuid, site_name text, jurisdiction_name text, has_consent boolean)
language sql stable security definer set search_path = '' as $$
    select s.jurisdiction_id, s.id, s.name, j.name, coalesce(c.allows_state or c.allows_template_owner, false)
    from public.site s
    join public.release r on r.id = s.release_id
    join public.jurisdiction j on j.id = s.jurisdiction_id
    left join public.upgrade_consent c on c.jurisdiction_id = s.jurisdiction_id
    where s.template_id = template and s.closed_on is null and sec.version_order(r.version) < sec.version_order(wanted_version)
      and (jurisdiction is null or s.jurisdiction_id = jurisdiction)
    order by j.name, s.name, s.id
$$;

revoke execute on function sec.part_uses(uuid[]), sec.adaptations_alike(uuid), sec.site_count_of(uuid), sec.claim_upgrade_run(integer),
    sec.next_upgrade_run_sites(uuid, integer, integer), sec.note_upgrade_run_site(uuid, uuid, text, integer),
    sec.finish_upgrade_run(uuid), sec.sites_below(uuid, text, uuid) from public;
grant execute on function sec.part_uses(uuid[]) to app_city, app_partner, app_state, app_worker;
grant execute on function sec.adaptations_alike(uuid), sec.site_count_of(uuid) to app_partner, app_steward;
grant execute on function sec.claim_upgrade_run(integer), sec.next_upgrade_run_sites(uuid, integer, integer),
    sec.note_upgrade_run_site(uuid, uuid, text, integer), sec.finish_upgrade_run(uuid), sec.sites_below(uuid, text, uuid) to app_worker;

-- The functions above look past the policies, and each says itself what may be told.
do $$
declare
    looked_at text;
begin
    foreach looked_at in array array['site', 'template', 'release', 'assignment', 'partnership', 'checklist_item',
        'evidence', 'site_owner', 'training_completion', 'adaptation', 'upgrade_consent'] loop
        execute format('create policy fleet_looks on %I for select to %I using (true)', looked_at, current_user);
    end loop;
    execute format('create policy fleet_works on upgrade_run for all to %I using (true) with check (true)', current_user);
    execute format('create policy fleet_works on upgrade_run_site for all to %I using (true) with check (true)', current_user);
end $$;
