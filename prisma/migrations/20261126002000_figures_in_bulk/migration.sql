-- Figures come by the hundred thousand. What is asked of an indicator's definition is now asked once for each
-- indicator and not once for each figure; the rule itself is the same (domain/comparisons/small-counts).

-- Whether a figure is so small that it could point at somebody. Without a search path of its own, so that it is
-- written into the statement that uses it: it names nothing but operators.
create function sec.is_small_figure(kind text, per double precision, value double precision, numerator double precision, denominator double precision)
returns boolean language sql immutable parallel safe as $$
    select coalesce(case kind
        when 'count' then ceil(coalesce(numerator, value)) between 1 and 9
        when 'rate' then ceil(coalesce(numerator, value * denominator / per)) between 1 and 9
        when 'share' then ceil(coalesce(numerator, value * denominator / 100)) between 1 and 9
            or ceil(denominator - coalesce(numerator, value * denominator / 100)) between 1 and 9
            or ceil(denominator) between 1 and 9
        else ceil(denominator) between 1 and 9
    end, false)
$$;
revoke execute on function sec.is_small_figure(text, double precision, double precision, double precision, double precision) from public;

-- Keeps comparison_figure: what no longer holds goes, what holds comes in, with what is too small to show taken out.
create or replace function sec.keep_comparison_figures() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if tg_op = 'UPDATE' then
        delete from public.comparison_figure f using touched_rows t
        where t.superseded_at is not null and f.jurisdiction_id = t.jurisdiction_id and f.indicator_code = t.indicator_code
          and f.place_id = t.place_id and f.period = t.period and f.revision = t.revision;
    end if;
    insert into public.comparison_figure (jurisdiction_id, indicator_code, place_kind, place_id, period, state_code, is_reference,
        period_start, period_end, value, numerator, denominator, is_suppressed, months_covered, reporting_system, source, note,
        revision, import_id, import_file_name, recorded_by, recorded_at)
    with rule as materialized (
        select i.code, a.is_small_area, i.definition #>> '{measure,kind}' as kind, (i.definition #>> '{measure,per}')::double precision as per,
            -- Of an area as small as a site, events of crime and of policing point at people as well.
            a.is_small_area and i.definition ->> 'theme' in ('crimeAndHarm', 'policeActivity')
                or coalesce((i.definition ->> 'countsPersons')::boolean, false) as points_at_people,
            a.is_small_area and coalesce((i.definition ->> 'isHiddenForSites')::boolean, false) as is_always_hidden
        from public.indicator i
        cross join (values (true), (false)) a(is_small_area)
        where i.code in (select indicator_code from touched_rows)
    ), file as materialized (
        select f.id, max(f.file_name) as name from public.import f
        where f.id in (select import_id from touched_rows) group by f.id
    ), judged as materialized (
        select t.*, j.state_code, r.kind, f.name as file_name,
            not t.is_reference and (coalesce(r.is_always_hidden, false)
                or coalesce(r.points_at_people, false) and sec.is_small_figure(r.kind, r.per, t.value, t.numerator, t.denominator)) as is_hidden
        from touched_rows t
        join public.jurisdiction j on j.id = t.jurisdiction_id
        left join rule r on r.code = t.indicator_code and r.is_small_area = (t.place_kind <> 'jurisdiction')
        left join file f on f.id = t.import_id
        where t.superseded_at is null
    )
    select t.jurisdiction_id, t.indicator_code, t.place_kind, t.place_id, t.period, t.state_code, t.is_reference,
        t.period_start, t.period_end, case when t.is_hidden then null else t.value end, case when t.is_hidden then null else t.numerator end,
        case when t.is_hidden and t.kind not in ('count', 'rate') then null else t.denominator end,
        t.is_hidden, t.months_covered, t.reporting_system, t.source, t.note,
        t.revision, t.import_id, t.file_name, t.recorded_by, t.recorded_at
    from judged t
    on conflict (jurisdiction_id, indicator_code, place_id, period) do update set
        place_kind = excluded.place_kind, state_code = excluded.state_code, is_reference = excluded.is_reference,
        value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
        is_suppressed = excluded.is_suppressed, months_covered = excluded.months_covered,
        reporting_system = excluded.reporting_system, source = excluded.source, note = excluded.note,
        revision = excluded.revision, import_id = excluded.import_id, import_file_name = excluded.import_file_name, recorded_by = excluded.recorded_by,
        recorded_at = excluded.recorded_at;
    return null;
end $$;

drop function sec.must_protect(jsonb, double precision, double precision, double precision);
