-- The second wall: who may see which rows, decided by the database (docs/security.md).
-- Every policy of the product is made by the procedures below or stands beside its table in the
-- migration of its concept. sec.tenants() and its kin are the only seam to the context.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

revoke create on schema public from public;

create schema sec;
grant usage on schema public, sec to app_city, app_partner, app_state, app_steward, app_auth, app_worker;

-- What one session may reach under one hat. The token is the hash of a random value and is all
-- that a statement carries; no role that answers requests can read this table, so a context
-- cannot be forged, not even by injected SQL.
create table sec.grant_ctx (
    token text primary key check (token ~ '^[0-9a-f]{64}$'),
    account_id uuid not null,
    hat text not null check (hat in ('city', 'organization', 'state', 'steward', 'job')),
    -- jurisdictions read, jurisdictions written, jurisdictions in which single sites are reached
    tenants uuid[] not null default '{}',
    writable_tenants uuid[] not null default '{}',
    site_jurisdictions uuid[] not null default '{}',
    sites uuid[] not null default '{}',
    organizations uuid[] not null default '{}',
    states text[] not null default '{}',
    expires timestamptz not null
);
create index grant_ctx_account_id_idx on sec.grant_ctx (account_id);
create index grant_ctx_expires_idx on sec.grant_ctx (expires);
grant select, insert, update, delete on sec.grant_ctx to app_auth;

create function sec.tenants() returns uuid[] language sql stable parallel safe security definer set search_path = '' as
$$ select g.tenants from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
create function sec.writable_tenants() returns uuid[] language sql stable parallel safe security definer set search_path = '' as
$$ select g.writable_tenants from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
create function sec.site_jurisdictions() returns uuid[] language sql stable parallel safe security definer set search_path = '' as
$$ select g.site_jurisdictions from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
create function sec.sites() returns uuid[] language sql stable parallel safe security definer set search_path = '' as
$$ select g.sites from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
create function sec.organizations() returns uuid[] language sql stable parallel safe security definer set search_path = '' as
$$ select g.organizations from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
create function sec.states() returns text[] language sql stable parallel safe security definer set search_path = '' as
$$ select g.states from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
create function sec.account() returns uuid language sql stable parallel safe security definer set search_path = '' as
$$ select g.account_id from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now() $$;
-- True under a context that still holds: what any signed-in person may read (the directory, the catalogue).
create function sec.is_known() returns boolean language sql stable parallel safe security definer set search_path = '' as
$$ select exists (select 1 from sec.grant_ctx g where g.token = pg_catalog.current_setting('app.ctx', true) and g.expires > pg_catalog.now()) $$;

revoke execute on all functions in schema sec from public;
grant execute on all functions in schema sec to app_city, app_partner, app_state, app_steward, app_auth, app_worker;

-- Closes a table: nothing is visible to anybody until a policy says so, its owner included.
create procedure sec.close_table(target regclass) language plpgsql set search_path = '' as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
end $$;

-- The usual protection of a table whose rows belong to a jurisdiction. With by_site, its rows
-- belong to a site as well and a site's coordinator reaches them.
create procedure sec.protect_tenant_table(target regclass, commands text default 'select, insert, update', by_site boolean default false)
language plpgsql set search_path = '' as $$
declare
    site_clause text := case when by_site then
        ' or (site_id = any ((select sec.sites())::uuid[]) and jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]))' else '' end;
    readable text := 'jurisdiction_id = any ((select sec.tenants())::uuid[])' || site_clause;
    writable text := 'jurisdiction_id = any ((select sec.writable_tenants())::uuid[])' || site_clause;
begin
    call sec.close_table(target);
    execute format('grant %s on %s to app_city, app_worker', commands, target);
    execute format('create policy city_reads on %s for select to app_city, app_worker using (%s)', target, readable);
    if commands ~ 'insert' then
        execute format('create policy city_adds on %s for insert to app_city, app_worker with check (%s)', target, writable);
    end if;
    if commands ~ 'update' then
        execute format('create policy city_changes on %s for update to app_city, app_worker using (%s) with check (%s)', target, writable, writable);
    end if;
    if commands ~ 'delete' then
        execute format('create policy city_removes on %s for delete to app_city, app_worker using (%s)', target, writable);
    end if;
end $$;
