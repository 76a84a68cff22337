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
    created_at timestamptz(6) not null default current_timestamp,
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
    language text not null default 'en',
    created_at timestamptz(6) not null default current_timestamp,
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

-- A role is held at one kind of place. Because a city writes only rows that carry its own
-- jurisdiction, it can make nobody a state official or a steward.
create function sec.role_fits_scope(role text, jurisdiction_id uuid, site_id uuid, organization_id uuid, state_code text)
returns boolean language sql immutable parallel safe set search_path = '' as
$$ select case
    when role in ('cityAdministrator', 'cityEditor', 'cityViewer')
        then jurisdiction_id is not null and site_id is null and organization_id is null and state_code is null
    when role = 'siteCoordinator'
        then jurisdiction_id is not null and site_id is not null and organization_id is null and state_code is null
    when role in ('partnerStaff', 'templateAuthor')
        then jurisdiction_id is null and site_id is null and organization_id is not null and state_code is null
    when role = 'stateOfficial'
        then jurisdiction_id is null and site_id is null and organization_id is null and state_code ~ '^[A-Z]{2}$'
    when role = 'platformSteward'
        then jurisdiction_id is null and site_id is null and organization_id is null and state_code is null
    else false end $$;

alter table membership
    add constraint membership_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction(id),
    add constraint membership_role_check check (sec.role_fits_scope(role, jurisdiction_id, site_id, organization_id, state_code));
alter table invitation
    add constraint invitation_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction(id),
    add constraint invitation_role_check check (sec.role_fits_scope(role, jurisdiction_id, site_id, organization_id, state_code)),
    add constraint invitation_email_check check (email = lower(email)),
    add constraint invitation_language_check check (language in ('en', 'es'));

-- Nobody holds the same role at the same place twice.
create unique index membership_held_once on membership
    (account_id, role, coalesce(jurisdiction_id, '00000000-0000-0000-0000-000000000000'),
     coalesce(site_id, '00000000-0000-0000-0000-000000000000'),
     coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), coalesce(state_code, ''))
    where ended_at is null;

-- Memberships are read to make a context, so app_auth sees them all; a city's and an
-- organization's people see their own.
call sec.close_table('membership');
call sec.audit_table('membership');
-- A membership comes into being only through an accepted invitation, which app_auth writes.
grant select, update (role, ended_at, revision) on membership to app_city, app_partner, app_steward;
grant select, insert, update on membership to app_auth;
create policy city_reads on membership for select to app_city using (jurisdiction_id = any ((select sec.tenants())::uuid[]));
create policy city_changes on membership for update to app_city
    using (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]))
    with check (jurisdiction_id = any ((select sec.writable_tenants())::uuid[]));
create policy partner_reads on membership for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy partner_changes on membership for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[]))
    with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy steward_reads on membership for select to app_steward using ((select sec.is_known()));
create policy steward_changes on membership for update to app_steward
    using ((select sec.is_known())) with check ((select sec.is_known()));
create policy identity_all on membership for all to app_auth using (true) with check (true);

call sec.close_table('invitation');
call sec.audit_table('invitation');
grant select, insert, update (revoked_at, revision) on invitation to app_city, app_partner, app_steward;
grant select, insert, update on invitation to app_auth;
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

grant insert on change_set to app_auth;
create policy identity_adds on change_set for insert to app_auth with check (use_case in ('acceptInvitation', 'inviteSteward'));

-- Accounts, sessions and what proves them: a schema that only app_auth may enter.
create schema auth;
revoke all on schema auth from public;
grant usage on schema auth to app_auth;

create table auth.account (
    id uuid not null,
    name text not null,
    email text not null,
    email_verified boolean not null default false,
    image text,
    created_at timestamptz(6) not null default current_timestamp,
    updated_at timestamptz(6) not null default current_timestamp,

    constraint account_pkey primary key (id),
    constraint account_email_key unique (email),
    constraint account_email_check check (email = lower(email))
);

create table auth.account_credential (
    id uuid not null,
    account_id uuid not null,
    provider text not null,
    subject text not null,
    password text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz(6),
    refresh_token_expires_at timestamptz(6),
    scope text,
    created_at timestamptz(6) not null default current_timestamp,
    updated_at timestamptz(6) not null default current_timestamp,

    constraint account_credential_pkey primary key (id),
    constraint account_credential_account_id_fkey foreign key (account_id) references auth.account(id) on delete cascade
);
create unique index account_credential_provider_subject_key on auth.account_credential(provider, subject);
create index account_credential_account_id_idx on auth.account_credential(account_id);

create table auth.account_session (
    id uuid not null,
    account_id uuid not null,
    token_hash text not null,
    expires_at timestamptz(6) not null,
    ip_address text,
    user_agent text,
    created_at timestamptz(6) not null default current_timestamp,
    last_seen_at timestamptz(6) not null default current_timestamp,

    constraint account_session_pkey primary key (id),
    constraint account_session_account_id_fkey foreign key (account_id) references auth.account(id) on delete cascade,
    constraint account_session_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$')
);
create unique index account_session_token_hash_key on auth.account_session(token_hash);
create index account_session_account_id_idx on auth.account_session(account_id);

create table auth.account_verification (
    id uuid not null,
    identifier text not null,
    value text not null,
    expires_at timestamptz(6) not null,
    created_at timestamptz(6) not null default current_timestamp,
    updated_at timestamptz(6) not null default current_timestamp,

    constraint account_verification_pkey primary key (id)
);
create index account_verification_identifier_idx on auth.account_verification(identifier);

create table auth.attempt_count (
    key varchar(255) not null,
    points integer not null default 0,
    expire bigint,

    constraint attempt_count_pkey primary key (key)
);

grant select, insert, update, delete on all tables in schema auth to app_auth;

-- A context belongs to a session and goes with it: signing out ends it at once.
alter table sec.grant_ctx
    add column session_id uuid references auth.account_session(id) on delete cascade,
    add constraint grant_ctx_session_check check ((session_id is null) = (hat = 'job'));
create index grant_ctx_session_id_idx on sec.grant_ctx(session_id);

do $$ begin
    execute format('create policy grants_follow on membership for select to %I using (true)', current_user);
end $$;

-- What an account's memberships give under one hat; no row when it does not hold the hat.
create function sec.granted(account uuid, worn text)
returns table (tenants uuid[], writable_tenants uuid[], site_jurisdictions uuid[], sites uuid[], organizations uuid[], states text[])
language sql stable security definer set search_path = '' as
$$ select
    coalesce(array_agg(distinct m.jurisdiction_id) filter (where m.role in ('cityAdministrator', 'cityEditor', 'cityViewer')), '{}'),
    coalesce(array_agg(distinct m.jurisdiction_id) filter (where m.role in ('cityAdministrator', 'cityEditor')), '{}'),
    coalesce(array_agg(distinct m.jurisdiction_id) filter (where m.role = 'siteCoordinator'), '{}'),
    coalesce(array_agg(distinct m.site_id) filter (where m.role = 'siteCoordinator'), '{}'),
    coalesce(array_agg(distinct m.organization_id) filter (where m.organization_id is not null), '{}'),
    coalesce(array_agg(distinct m.state_code) filter (where m.state_code is not null), '{}')
   from public.membership m
   where m.account_id = account and m.ended_at is null and worn = case
       when m.role in ('cityAdministrator', 'cityEditor', 'cityViewer', 'siteCoordinator') then 'city'
       when m.role in ('partnerStaff', 'templateAuthor') then 'organization'
       when m.role = 'stateOfficial' then 'state'
       when m.role = 'platformSteward' then 'steward' end
   having count(*) > 0 $$;

-- Opens a session's context under one hat, or brings it up to date. False when the hat is not held.
create function sec.open_context(context_token text, session uuid, worn text, until timestamptz)
returns boolean language sql volatile security definer set search_path = '' as
$$ with opened as (
       insert into sec.grant_ctx as g (token, account_id, session_id, hat, tenants, writable_tenants, site_jurisdictions, sites,
           organizations, states, expires)
       select context_token, s.account_id, s.id, worn, x.tenants, x.writable_tenants, x.site_jurisdictions, x.sites,
           x.organizations, x.states, until
       from auth.account_session s, sec.granted(s.account_id, worn) x where s.id = session
       on conflict (token) do update set tenants = excluded.tenants, writable_tenants = excluded.writable_tenants,
           site_jurisdictions = excluded.site_jurisdictions, sites = excluded.sites, organizations = excluded.organizations,
           states = excluded.states, expires = excluded.expires
       returning 1)
   select exists (select 1 from opened) $$;
revoke execute on function sec.granted(uuid, text), sec.open_context(text, uuid, text, timestamptz) from public;
grant execute on function sec.open_context(text, uuid, text, timestamptz) to app_auth;

-- A membership that begins, changes or ends changes the open contexts of its account in the same
-- transaction: the next statement already runs under what is left.
create function sec.follow_membership() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    delete from sec.grant_ctx g
    where g.account_id = new.account_id and g.session_id is not null
      and not exists (select 1 from sec.granted(g.account_id, g.hat));
    update sec.grant_ctx g
    set tenants = x.tenants, writable_tenants = x.writable_tenants, site_jurisdictions = x.site_jurisdictions,
        sites = x.sites, organizations = x.organizations, states = x.states
    from sec.grant_ctx held, sec.granted(held.account_id, held.hat) x
    where held.token = g.token and g.account_id = new.account_id and g.session_id is not null;
    return null;
end $$;
revoke execute on function sec.follow_membership() from public;
create trigger follow_membership after insert or update on membership
    for each row execute function sec.follow_membership();
