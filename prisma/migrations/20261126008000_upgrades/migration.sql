-- A difference that nobody has given a reason for yet stands in the ledger all the same; it is asked for.
alter table adaptation
    alter column reason_code drop not null,
    alter column reason drop not null,
    add constraint adaptation_reason_check check ((reason_code is null) = (reason is null)),
    add column decided_by text,
    add column is_planned boolean,
    add column is_consistent boolean,
    add column steering_decided_on date,
    add constraint adaptation_decided_by_check check (decided_by in ('siteTeam', 'city', 'policeCommand', 'steeringCommittee', 'residents'));
-- Every difference stands in the ledger once.
create unique index adaptation_place_key on adaptation (jurisdiction_id, site_id, part_kind, part_key, coalesce(field, ''));

-- A part that a release calls by another key keeps what is recorded under it.
alter table evidence drop constraint evidence_jurisdiction_id_site_id_item_key_fkey;
alter table evidence add constraint evidence_jurisdiction_id_site_id_item_key_fkey
    foreign key (jurisdiction_id, site_id, item_key) references checklist_item(jurisdiction_id, site_id, item_key) on update cascade;

create table site_upgrade (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    id uuid not null,
    from_release_id uuid not null,
    to_release_id uuid not null,
    upgraded_at timestamptz(6) not null default current_timestamp,
    upgraded_by text not null,
    content_before jsonb not null,
    content_after jsonb not null,
    adaptations_before jsonb not null,
    renames jsonb not null,
    counts jsonb not null,
    rolled_back_at timestamptz(6),
    rolled_back_by text,

    constraint site_upgrade_pkey primary key (jurisdiction_id,site_id,id)
);

create table upgrade_draft (
    jurisdiction_id uuid not null,
    site_id uuid not null,
    release_id uuid not null,
    decisions jsonb not null,
    updated_at timestamptz(6) not null default current_timestamp,
    updated_by text not null,
    revision integer not null default 1,

    constraint upgrade_draft_pkey primary key (jurisdiction_id,site_id,release_id)
);

alter table site_upgrade add constraint site_upgrade_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table site_upgrade add constraint site_upgrade_from_release_id_fkey foreign key (from_release_id) references release(id);
alter table site_upgrade add constraint site_upgrade_to_release_id_fkey foreign key (to_release_id) references release(id);
alter table upgrade_draft add constraint upgrade_draft_jurisdiction_id_site_id_fkey foreign key (jurisdiction_id, site_id) references site(jurisdiction_id, id);
alter table upgrade_draft add constraint upgrade_draft_release_id_fkey foreign key (release_id) references release(id);
alter table upgrade_draft add constraint upgrade_draft_decisions_check check (octet_length(decisions::text) <= 400000);

call sec.protect_tenant_table('site_upgrade', by_site => true);
call sec.audit_table('site_upgrade');
call sec.protect_tenant_table('upgrade_draft', 'select, insert, update, delete', by_site => true);
call sec.audit_table('upgrade_draft');
