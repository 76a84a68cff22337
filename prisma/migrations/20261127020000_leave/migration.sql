create table leave (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    assignment_id uuid not null,
    starts_on date not null,
    ends_on date not null,
    kind text not null,

    constraint leave_pkey primary key (jurisdiction_id,assignment_id,starts_on)
);

create unique index assignment_jurisdiction_id_site_id_id_key on assignment(jurisdiction_id, site_id, id);

create index leave_jurisdiction_id_site_id_idx on leave(jurisdiction_id, site_id);

-- A leave is of the site of its assignment, so that a coordinator writes it for the own site only.
alter table leave add constraint leave_jurisdiction_id_site_id_assignment_id_fkey foreign key (jurisdiction_id, site_id, assignment_id) references assignment(jurisdiction_id, site_id, id);

alter table leave
    add constraint leave_days_check check (ends_on >= starts_on),
    add constraint leave_kind_check check (kind in ('personal', 'otherDuty', 'training')),
    add constraint leave_one_at_a_time exclude using gist (jurisdiction_id with =, assignment_id with =,
        daterange(starts_on, ends_on, '[]') with &&);

-- As the assignment: read in the city, also by its sites' coordinators; no state official and no partner has a grant.
call sec.protect_tenant_table('leave', 'select, insert, delete', by_site => true);
call sec.audit_table('leave');
create policy coordinator_reads on leave for select to app_city
    using (jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));
