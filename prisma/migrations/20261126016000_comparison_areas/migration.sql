-- An area that a site's change is held against: alike in what matters, without the program. Figures of it stand among
-- the observations under its own id.
create table comparison_area (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    name text not null,
    chosen_because text not null,
    revision integer not null default 1,

    constraint comparison_area_pkey primary key (jurisdiction_id,site_id,id)
);

alter table comparison_area add constraint comparison_area_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table comparison_area
    add constraint comparison_area_name_check check (length(name) between 1 and 200),
    add constraint comparison_area_chosen_because_check check (length(chosen_because) between 1 and 2000);
-- A site has one, and a file names it by its name.
create unique index comparison_area_of_site_key on comparison_area (jurisdiction_id, site_id);
create unique index comparison_area_name_key on comparison_area (jurisdiction_id, lower(name));
create index comparison_area_id_idx on comparison_area (id);

call sec.protect_tenant_table('comparison_area', by_site => true);
call sec.audit_table('comparison_area');
grant select on comparison_area to app_partner, app_state;
create policy reads_with_site on comparison_area for select to app_partner, app_state
    using (exists (select 1 from site s where s.jurisdiction_id = comparison_area.jurisdiction_id and s.id = comparison_area.site_id));
-- Who sees a site's goals sees what they are held against.
create policy partner_reads_areas on comparison_figure for select to app_partner
    using (place_kind = 'comparisonArea' and exists (select 1 from comparison_area a
        where a.jurisdiction_id = comparison_figure.jurisdiction_id and a.id = comparison_figure.place_id));
