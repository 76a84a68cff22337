create table observation (
    jurisdiction_id uuid not null,
    indicator_code text not null,
    place_kind text not null,
    place_id uuid not null,
    period text not null,
    revision integer not null,
    period_start date not null,
    period_end date not null,
    value double precision not null,
    numerator double precision,
    denominator double precision,
    months_covered integer,
    reporting_system text,
    source text not null,
    note text,
    is_reference boolean not null default false,
    import_id uuid,
    change_set_id uuid not null,
    recorded_by text not null,
    recorded_at timestamptz(6) not null default current_timestamp,
    superseded_at timestamptz(6),

    constraint observation_pkey primary key (jurisdiction_id,indicator_code,place_id,period,revision)
);

create table comparison_figure (
    jurisdiction_id uuid not null,
    indicator_code text not null,
    place_kind text not null,
    place_id uuid not null,
    period text not null,
    state_code text not null,
    is_reference boolean not null,
    period_start date not null,
    period_end date not null,
    value double precision,
    numerator double precision,
    denominator double precision,
    is_suppressed boolean not null,
    months_covered integer,
    reporting_system text,
    source text not null,
    note text,
    revision integer not null,
    import_id uuid,
    recorded_by text not null,
    recorded_at timestamptz(6) not null,

    constraint comparison_figure_pkey primary key (jurisdiction_id,indicator_code,place_id,period)
);

create index observation_jurisdiction_id_import_id_idx on observation(jurisdiction_id, import_id);

create index comparison_figure_indicator_code_period_start_jurisdiction__idx on comparison_figure(indicator_code, period_start, jurisdiction_id);

alter table observation
    add constraint observation_place_kind_check check (place_kind in ('site', 'jurisdiction', 'comparisonArea')),
    add constraint observation_months_covered_check check (months_covered between 0 and 12),
    add constraint observation_period_check check (period_end >= period_start);
-- One figure holds at a time.
create unique index observation_current_idx on observation (jurisdiction_id, indicator_code, place_id, period)
    where superseded_at is null;

call sec.protect_tenant_table('observation');
call sec.audit_table_in_bulk('observation');
-- The steward keeps published figures of any jurisdiction, and only those.
grant select, insert, update on observation to app_steward;
create policy steward_reads on observation for select to app_steward using (is_reference and (select sec.is_known()));
create policy steward_adds on observation for insert to app_steward with check (is_reference and (select sec.is_known()));
create policy steward_changes on observation for update to app_steward
    using (is_reference and (select sec.is_known())) with check (is_reference and (select sec.is_known()));

call sec.close_table('comparison_figure');
grant select on comparison_figure to app_city, app_state, app_steward, app_worker;
create policy city_reads on comparison_figure for select to app_city, app_worker
    using (jurisdiction_id = any ((select sec.tenants())::uuid[]) or (is_reference and (select sec.is_known())));
create policy state_reads on comparison_figure for select to app_state
    using (state_code = any ((select sec.states())::text[]) or (is_reference and (select sec.is_known())));
create policy steward_reads on comparison_figure for select to app_steward using (is_reference and (select sec.is_known()));
do $$ begin
    execute format('create policy triggers_keep on comparison_figure for all to %I using (true) with check (true)', current_user);
end $$;
