-- A release that its authors take out of use. The release itself is never changed and stays with the sites that have
-- it; it is offered to nobody. Taking it into use again ends the withdrawal, which stays in the list.
create table release_withdrawal (
    id uuid not null,
    release_id uuid not null,
    reason_code text not null,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz(6) not null default current_timestamp,
    ended_at timestamptz(6),
    ended_by text,
    end_reason text,
    revision integer not null default 1,

    constraint release_withdrawal_pkey primary key (id)
);

alter table release_withdrawal add constraint release_withdrawal_release_id_fkey foreign key (release_id) references release(id);

alter table release_withdrawal
    add constraint release_withdrawal_reason_code_check check (reason_code in ('harmful', 'mistake', 'legal', 'replaced', 'other')),
    add constraint release_withdrawal_reason_check check (length(reason) between 3 and 2000),
    add constraint release_withdrawal_end_check check ((ended_at is null) = (ended_by is null)
        and (ended_at is null) = (end_reason is null) and length(end_reason) between 3 and 2000);
-- A release is withdrawn once, until that ends.
create unique index release_withdrawal_is_open_once on release_withdrawal (release_id) where ended_at is null;

-- Everybody who sees the catalogue sees it; whoever may publish the template's releases withdraws them: an
-- organization its own, the platform's steward those that belong to no organization.
call sec.close_table('release_withdrawal');
call sec.audit_table('release_withdrawal');
grant select on release_withdrawal to app_city, app_partner, app_state, app_steward, app_worker;
grant insert, update (ended_at, ended_by, end_reason, revision) on release_withdrawal to app_partner, app_steward;
create policy known_reads on release_withdrawal for select to app_city, app_partner, app_state, app_steward, app_worker using ((select sec.is_known()));
create policy owner_withdraws on release_withdrawal for insert to app_partner
    with check (exists (select 1 from release r where r.id = release_id and r.template_id = any ((select sec.owned_templates())::uuid[])));
create policy owner_ends on release_withdrawal for update to app_partner
    using (exists (select 1 from release r where r.id = release_id and r.template_id = any ((select sec.owned_templates())::uuid[])))
    with check (exists (select 1 from release r where r.id = release_id and r.template_id = any ((select sec.owned_templates())::uuid[])));
create policy platform_withdraws on release_withdrawal for insert to app_steward
    with check (exists (select 1 from release r join template t on t.id = r.template_id where r.id = release_id and t.organization_id is null));
create policy platform_ends on release_withdrawal for update to app_steward
    using (exists (select 1 from release r join template t on t.id = r.template_id where r.id = release_id and t.organization_id is null))
    with check (exists (select 1 from release r join template t on t.id = r.template_id where r.id = release_id and t.organization_id is null));

-- The releases that somebody may still be brought to.
create view offered_release with (security_invoker = true) as
    select r.id, r.template_id, r.version, r.published_at from release r
    where not exists (select 1 from release_withdrawal w where w.release_id = r.id and w.ended_at is null);
grant select on offered_release to app_city, app_partner, app_state, app_steward, app_worker;

-- What follows from a withdrawal beyond the template: nobody is offered the release any longer, whoever made the
-- offer, and runs towards it stop. That the release is withdrawn is the authority for it; for one that is not, nothing
-- is done. Written in the transaction of the withdrawal, and recorded with it.
create function sec.take_back_withdrawn_release(withdrawn uuid) returns table (offers int, runs int)
language plpgsql volatile security definer set search_path = '' as $$
begin
    if not exists (select 1 from public.release_withdrawal w where w.release_id = withdrawn and w.ended_at is null) then
        return query select 0, 0;
        return;
    end if;
    update public.site_offer o set withdrawn_at = pg_catalog.now(), revision = o.revision + 1
    from public.site s
    join public.release held on held.id = s.release_id
    join public.release wanted on wanted.id = withdrawn
    where o.release_id = withdrawn and s.jurisdiction_id = o.jurisdiction_id and s.id = o.site_id
        and o.withdrawn_at is null and o.declined_at is null
        and sec.version_order(held.version) < sec.version_order(wanted.version);
    get diagnostics offers = row_count;
    update public.upgrade_run r set is_cancel_asked = true
    where r.release_id = withdrawn and r.finished_at is null and not r.is_cancel_asked;
    get diagnostics runs = row_count;
    return next;
end $$;

-- A run towards a release that was withdrawn goes to no further site, also when it was started in the same moment.
create or replace function sec.next_upgrade_run_sites(run uuid, seconds integer, at_most integer)
returns table (jurisdiction_id uuid, site_id uuid, has_consent boolean)
language plpgsql volatile security definer set search_path = '' as $$
begin
    update public.upgrade_run r set lease_until = pg_catalog.now() + pg_catalog.make_interval(secs => seconds) where r.id = run;
    return query
    select w.jurisdiction_id, w.site_id,
        coalesce(r.state_code is not null and c.allows_state or r.organization_id is not null and c.allows_template_owner, false)
    from public.upgrade_run r
    join public.offered_release o on o.id = r.release_id
    join public.upgrade_run_site w on w.run_id = r.id and w.result is null
    left join public.upgrade_consent c on c.jurisdiction_id = w.jurisdiction_id
    where r.id = run and not r.is_cancel_asked
    order by w.position limit at_most;
end $$;

-- No site is below a release that nobody is to be brought to.
create or replace function sec.sites_below(template uuid, wanted_version text, jurisdiction uuid)
returns table (jurisdiction_id uuid, site_id uuid, site_name text, jurisdiction_name text, has_consent boolean)
language sql stable security definer set search_path = '' as $$
    select s.jurisdiction_id, s.id, s.name, j.name, coalesce(c.allows_state or c.allows_template_owner, false)
    from public.offered_release o
    join public.site s on s.template_id = o.template_id and s.closed_on is null
    join public.release r on r.id = s.release_id
    join public.jurisdiction j on j.id = s.jurisdiction_id
    left join public.upgrade_consent c on c.jurisdiction_id = s.jurisdiction_id
    where o.template_id = template and o.version = wanted_version
      and sec.version_order(r.version) < sec.version_order(wanted_version)
      and (jurisdiction is null or s.jurisdiction_id = jurisdiction)
    order by j.name, s.name, s.id
$$;

revoke execute on function sec.take_back_withdrawn_release(uuid) from public;
grant execute on function sec.take_back_withdrawn_release(uuid) to app_partner, app_steward;

-- Into which draft a proposal was taken, so that it stands open again when that draft is thrown away.
alter table contribution add column taken_into uuid;
create index contribution_taken_into_idx on contribution (taken_into) where taken_into is not null;
grant update (taken_into) on contribution to app_partner;

-- The functions above look past the policies, and each says itself what may be told and done.
do $$ begin
    execute format('create policy withdrawal_looks on release_withdrawal for select to %I using (true)', current_user);
    execute format('create policy withdrawal_takes_back on site_offer for all to %I using (true) with check (true)', current_user);
end $$;
