create table jurisdiction (
    id uuid not null,
    kind text not null,
    name text not null,
    state_code text not null,
    ori text,
    geoid text,
    population integer,
    population_year integer,
    population_source text,
    latitude double precision,
    longitude double precision,
    time_zone text not null default 'UTC',
    is_participating boolean not null default false,
    revision integer not null default 1,

    constraint jurisdiction_pkey primary key (id)
);

create unique index jurisdiction_ori_key on jurisdiction(ori);

create index jurisdiction_state_code_name_id_idx on jurisdiction(state_code, name, id);

create index jurisdiction_name_id_idx on jurisdiction(name, id);

alter table jurisdiction
    add constraint jurisdiction_kind_check check (kind in ('city', 'county', 'state', 'other', 'platform')),
    add constraint jurisdiction_ori_check check (ori ~ '^[A-Z0-9]{9}$'),
    add constraint jurisdiction_population_check check (population >= 0);
create index jurisdiction_name_trigram_idx on jurisdiction using gin (name gin_trgm_ops);

insert into jurisdiction (id, kind, name, state_code) values ('00000000-0000-0000-0000-000000000000', 'platform', 'Frontstep', '');

-- The directory is public knowledge: whoever is signed in reads it, a city keeps its own entry, a steward all.
call sec.close_table('jurisdiction');
call sec.audit_table('jurisdiction');
grant select on jurisdiction to app_city, app_partner, app_state, app_steward, app_auth, app_worker;
grant insert, update on jurisdiction to app_steward;
grant update on jurisdiction to app_city;
create policy known_reads on jurisdiction for select to app_city, app_partner, app_state, app_steward, app_worker
    using ((select sec.is_known()));
create policy identity_reads on jurisdiction for select to app_auth using (true);
create policy steward_adds on jurisdiction for insert to app_steward with check ((select sec.is_known()));
create policy steward_changes on jurisdiction for update to app_steward
    using ((select sec.is_known())) with check ((select sec.is_known()));
create policy city_changes on jurisdiction for update to app_city
    using (id = any ((select sec.writable_tenants())::uuid[])) with check (id = any ((select sec.writable_tenants())::uuid[]));
