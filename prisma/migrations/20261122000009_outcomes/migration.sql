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
    import_file_name text,
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
-- The goals of a site are for its partners to see as well; the site's own policy says which sites those are.
grant select on comparison_figure to app_partner;
create policy partner_reads on comparison_figure for select to app_partner
    using (exists (select 1 from site s where s.jurisdiction_id = comparison_figure.jurisdiction_id
        and (s.id = comparison_figure.place_id or comparison_figure.place_kind = 'jurisdiction')));
create policy steward_reads on comparison_figure for select to app_steward using (is_reference and (select sec.is_known()));
do $$ begin
    execute format('create policy triggers_keep on comparison_figure for all to %I using (true) with check (true)', current_user);
end $$;

-- Whether a figure about people is so small that it could point at somebody; the rule of domain/comparisons/small-counts.
create function sec.must_protect(definition jsonb, value double precision, numerator double precision, denominator double precision)
returns boolean language sql immutable set search_path = '' as $$
    select coalesce((definition ->> 'countsPersons')::boolean, false) and coalesce(case definition #>> '{measure,kind}'
        when 'count' then ceil(coalesce(numerator, value)) between 1 and 9
        when 'rate' then ceil(coalesce(numerator, value * denominator / (definition #>> '{measure,per}')::double precision)) between 1 and 9
        when 'share' then ceil(coalesce(numerator, value * denominator / 100)) between 1 and 9
            or ceil(denominator - coalesce(numerator, value * denominator / 100)) between 1 and 9
            or ceil(denominator) between 1 and 9
        else ceil(denominator) between 1 and 9
    end, false)
$$;

-- Keeps comparison_figure: what no longer holds goes, what holds comes in, with what is too small to show taken out.
create function sec.keep_comparison_figures() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if tg_op = 'UPDATE' then
        delete from public.comparison_figure f using touched_rows t
        where t.superseded_at is not null and f.jurisdiction_id = t.jurisdiction_id and f.indicator_code = t.indicator_code
          and f.place_id = t.place_id and f.period = t.period and f.revision = t.revision;
    end if;
    insert into public.comparison_figure (jurisdiction_id, indicator_code, place_kind, place_id, period, state_code, is_reference,
        period_start, period_end, value, numerator, denominator, is_suppressed, months_covered, reporting_system, source, note,
        revision, import_id, import_file_name, recorded_by, recorded_at)
    select t.jurisdiction_id, t.indicator_code, t.place_kind, t.place_id, t.period, j.state_code, t.is_reference,
        t.period_start, t.period_end, case when p.is_hidden then null else t.value end, case when p.is_hidden then null else t.numerator end,
        case when p.is_hidden and i.definition #>> '{measure,kind}' not in ('count', 'rate') then null else t.denominator end,
        p.is_hidden, t.months_covered, t.reporting_system, t.source, t.note,
        t.revision, t.import_id, (select max(f.file_name) from public.import f where f.id = t.import_id), t.recorded_by, t.recorded_at
    from touched_rows t
    join public.jurisdiction j on j.id = t.jurisdiction_id
    left join public.indicator i on i.code = t.indicator_code
    -- Of an area as small as a site, events of crime and of policing point at people as well.
    cross join lateral (select t.place_kind <> 'jurisdiction' as is_small_area) a
    cross join lateral (select not t.is_reference and (
        a.is_small_area and coalesce((i.definition ->> 'isHiddenForSites')::boolean, false)
        or coalesce(sec.must_protect(
            case when a.is_small_area and i.definition ->> 'theme' in ('crimeAndHarm', 'policeActivity')
                then jsonb_set(i.definition, '{countsPersons}', 'true') else i.definition end,
            t.value, t.numerator, t.denominator), false)) as is_hidden) p
    where t.superseded_at is null
    on conflict (jurisdiction_id, indicator_code, place_id, period) do update set
        place_kind = excluded.place_kind, state_code = excluded.state_code, is_reference = excluded.is_reference,
        value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
        is_suppressed = excluded.is_suppressed, months_covered = excluded.months_covered,
        reporting_system = excluded.reporting_system, source = excluded.source, note = excluded.note,
        revision = excluded.revision, import_id = excluded.import_id, import_file_name = excluded.import_file_name, recorded_by = excluded.recorded_by,
        recorded_at = excluded.recorded_at;
    return null;
end $$;
create trigger keep_comparison_figures_insert after insert on observation referencing new table as touched_rows
    for each statement execute function sec.keep_comparison_figures();
create trigger keep_comparison_figures_update after update on observation referencing new table as touched_rows
    for each statement execute function sec.keep_comparison_figures();

-- Sums of counts over years in which some periods are protected, for whoever may see the places. A sum is told only where
-- none of the hidden counts can be worked out from it: at least two of them, and neither all at the least nor all at the most.
create function sec.year_sums(wanted_indicator text, wanted_places uuid[], first_year integer, last_year integer)
returns table (place_id uuid, year integer, value double precision) language sql stable security definer set search_path = '' as $$
    with part as (
        select o.place_id, extract(year from o.period_start)::integer as year,
            case when length(o.period) = 4 then 12 when o.period like '%Q%' then 3 else 1 end as months_each,
            sum(o.value) as total, count(*) filter (where f.is_suppressed) as hidden, sum(o.value) filter (where f.is_suppressed) as hidden_sum
        from public.observation o
        join public.jurisdiction j on j.id = o.jurisdiction_id
        join public.comparison_figure f on f.jurisdiction_id = o.jurisdiction_id and f.indicator_code = o.indicator_code
            and f.place_id = o.place_id and f.period = o.period
        join public.indicator i on i.code = o.indicator_code
        where o.indicator_code = wanted_indicator and o.place_id = any (wanted_places) and o.superseded_at is null
            and o.period_start >= make_date(first_year, 1, 1) and o.period_start < make_date(last_year + 1, 1, 1)
            and (j.state_code = any ((select sec.states())::text[]) or o.jurisdiction_id = any ((select sec.tenants())::uuid[]))
            and (o.place_kind = 'jurisdiction' or not coalesce((i.definition ->> 'isHiddenForSites')::boolean, false))
        group by 1, 2, 3
    )
    select p.place_id, p.year, (array_agg(p.total order by p.months_each desc))[1]
    from part p group by p.place_id, p.year
    having bool_and(p.total > 9 and (p.hidden = 0 or p.hidden >= 2 and p.hidden_sum > p.hidden and p.hidden_sum < 9 * p.hidden))
$$;
revoke execute on function sec.year_sums(text, uuid[], integer, integer) from public;
grant execute on function sec.year_sums(text, uuid[], integer, integer) to app_city, app_state, app_steward;

-- Which of these subjects a city keeps figures of its own for; a steward may not write over them and does not see them.
create function sec.kept_by_city(subjects jsonb) returns table (place bigint)
language sql stable security definer set search_path = '' as $$
    select s.place from jsonb_to_recordset(subjects)
        as s(place bigint, jurisdiction_id uuid, indicator_code text, place_id uuid, period text)
    where exists (select 1 from public.observation o
        where o.jurisdiction_id = s.jurisdiction_id and o.indicator_code = s.indicator_code and o.place_id = s.place_id
          and o.period = s.period and not o.is_reference)
$$;
revoke execute on function sec.kept_by_city(jsonb), sec.must_protect(jsonb, double precision, double precision, double precision),
    sec.keep_comparison_figures() from public;
grant execute on function sec.kept_by_city(jsonb) to app_steward;
do $$ begin
    execute format('create policy triggers_look on observation for select to %I using (true)', current_user);
    execute format('create policy triggers_look on jurisdiction for select to %I using (true)', current_user);
    execute format('create policy triggers_look on indicator for select to %I using (true)', current_user);
end $$;
