-- What a template's authors work on until they publish it. One draft at a time for each template.
create table template_draft (
    id uuid not null,
    organization_id uuid not null,
    template_key text not null,
    base_release_id uuid,
    content jsonb not null,
    created_at timestamptz(6) not null default current_timestamp,
    created_by text not null,
    updated_at timestamptz(6) not null default current_timestamp,
    updated_by text not null,
    revision integer not null default 1,

    constraint template_draft_pkey primary key (id)
);

create unique index template_draft_template_key_key on template_draft(template_key);
create index template_draft_organization_id_idx on template_draft(organization_id);
alter table template_draft add constraint template_draft_base_release_id_fkey foreign key (base_release_id) references release(id);
alter table template_draft add constraint template_draft_content_check check (octet_length(content::text) <= 4000000);

-- Of an organization and nobody else until it is a release.
call sec.close_table('template_draft');
call sec.audit_table('template_draft');
grant select, insert, update, delete on template_draft to app_partner;
create policy authors_read on template_draft for select to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
create policy authors_add on template_draft for insert to app_partner with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy authors_change on template_draft for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[])) with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy authors_remove on template_draft for delete to app_partner using (organization_id = any ((select sec.organizations())::uuid[]));
