-- What belongs to a site was read by its state through the site, row by row. The state's jurisdictions are
-- looked up once a statement instead: the same rows, since a site's rows carry its jurisdiction.
do $$
declare
    target text;
begin
    foreach target in array array['adaptation', 'checklist_item', 'comparison_area', 'fidelity_review'] loop
        execute format('alter policy reads_with_site on public.%I to app_partner', target);
        execute format(
            'create policy state_reads on public.%I for select to app_state using (
                jurisdiction_id in (select j.id from public.jurisdiction j where j.state_code = any ((select sec.states())::text[])))',
            target);
    end loop;
end $$;

alter policy state_reads on partnership
    using (jurisdiction_id in (select j.id from jurisdiction j where j.state_code = any ((select sec.states())::text[])));
