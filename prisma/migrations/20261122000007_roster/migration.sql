create table officer (
    jurisdiction_id uuid not null,
    id uuid not null,
    name text not null,
    rank text not null,
    languages text[] not null default '{}',
    is_published boolean not null default false,
    revision integer not null default 1,

    constraint officer_pkey primary key (jurisdiction_id,id)
);

create table assignment (
    jurisdiction_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    officer_id uuid not null,
    position_key text not null,
    slot integer not null,
    starts_on date not null,
    expected_end_on date,
    ended_on date,
    exit_reason text,
    share double precision not null default 1,
    revision integer not null default 1,

    constraint assignment_pkey primary key (jurisdiction_id,id)
);

create table training_completion (
    jurisdiction_id uuid not null,
    officer_id uuid not null,
    training_key text not null,
    completed_on date not null,

    constraint training_completion_pkey primary key (jurisdiction_id,officer_id,training_key,completed_on)
);

create index officer_jurisdiction_id_name_idx on officer(jurisdiction_id, name);

create index assignment_jurisdiction_id_site_id_position_key_slot_idx on assignment(jurisdiction_id, site_id, position_key, slot);

create index assignment_jurisdiction_id_officer_id_idx on assignment(jurisdiction_id, officer_id);

alter table assignment add constraint assignment_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);

alter table assignment add constraint assignment_jurisdiction_id_officer_id_fkey foreign key (jurisdiction_id, officer_id) references officer(jurisdiction_id, id);

alter table training_completion add constraint training_completion_jurisdiction_id_officer_id_fkey foreign key (jurisdiction_id, officer_id) references officer(jurisdiction_id, id);

alter table assignment
    add constraint assignment_days_check check (ended_on is null or ended_on >= starts_on),
    add constraint assignment_expected_end_check check (expected_end_on is null or expected_end_on >= starts_on),
    add constraint assignment_share_check check (share > 0 and share <= 1),
    add constraint assignment_slot_check check (slot >= 1),
    add constraint assignment_exit_reason_check check (exit_reason in
        ('promotion', 'transferAsked', 'transferImposed', 'retirement', 'longLeave', 'removed', 'other'));

alter table assignment
    add constraint assignment_exit_check check ((ended_on is null) = (exit_reason is null));

alter table officer
    add constraint officer_name_check check (length(name) between 1 and 200),
    add constraint officer_rank_check check (length(rank) between 1 and 100),
    add constraint officer_languages_check check (cardinality(languages) <= 20);

-- A slot has one holder at a time; whoever serves full time serves in one place and has no part of
-- a day left for another: two requests at the same moment cannot both win.
alter table assignment
    add constraint assignment_slot_has_one_holder exclude using gist (jurisdiction_id with =, site_id with =,
        position_key with =, slot with =, daterange(starts_on, ended_on, '[]') with &&),
    add constraint assignment_full_time_is_one_place exclude using gist (jurisdiction_id with =, officer_id with =,
        daterange(starts_on, ended_on, '[]') with &&) where (share = 1),
    add constraint assignment_full_time_leaves_no_room exclude using gist (jurisdiction_id with =, officer_id with =,
        (case when share = 1 then 1 else 0 end) with <>, daterange(starts_on, ended_on, '[]') with &&);

-- No state official and no partner has any grant here: an officer's name stays in the city. A
-- site's coordinator sees the city's officers, to find one for a slot and to see where one already
-- serves, and may add one; what the coordinator assigns and ends is of the own site only.
call sec.protect_tenant_table('officer');
call sec.audit_table('officer');
create policy coordinator_reads on officer for select to app_city
    using (jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));
create policy coordinator_adds on officer for insert to app_city
    with check (jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));
call sec.protect_tenant_table('assignment', by_site => true);
call sec.audit_table('assignment');
create policy coordinator_reads on assignment for select to app_city
    using (jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));

call sec.protect_tenant_table('training_completion', 'select, insert, delete');
call sec.audit_table('training_completion');
create policy coordinator_reads on training_completion for select to app_city
    using (jurisdiction_id = any ((select sec.site_jurisdictions())::uuid[]));
create policy coordinator_adds on training_completion for insert to app_city
    with check (exists (select 1 from assignment a where a.jurisdiction_id = training_completion.jurisdiction_id
        and a.officer_id = training_completion.officer_id and a.site_id = any ((select sec.sites())::uuid[])));
create policy coordinator_removes on training_completion for delete to app_city
    using (exists (select 1 from assignment a where a.jurisdiction_id = training_completion.jurisdiction_id
        and a.officer_id = training_completion.officer_id and a.site_id = any ((select sec.sites())::uuid[])));
