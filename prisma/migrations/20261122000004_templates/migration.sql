create table template (
    id uuid not null,
    key text not null,
    organization_id uuid,
    kind text not null,
    name jsonb not null,
    summary jsonb not null,
    revision integer not null default 1,

    constraint template_pkey primary key (id)
);

create table release (
    id uuid not null,
    template_id uuid not null,
    version text not null,
    content jsonb not null,
    content_hash text not null,
    change_notes jsonb not null,
    published_at timestamptz(6) not null,
    published_by text not null,

    constraint release_pkey primary key (id)
);

create table indicator (
    code text not null,
    position integer not null,
    definition jsonb not null,
    content_hash text not null,

    constraint indicator_pkey primary key (code)
);

create unique index template_key_key on template(key);

create unique index release_template_id_version_key on release(template_id, version);

alter table release add constraint release_template_id_fkey foreign key (template_id) references template(id);

alter table template add constraint template_kind_check check (kind in ('publicHousing', 'park', 'neighborhood', 'other'));

-- The catalogue is for everyone who is signed in. A release, once published, is never changed.
call sec.close_table('template');
call sec.audit_table('template');
grant select on template to app_city, app_partner, app_state, app_steward, app_worker;
grant insert, update on template to app_partner, app_steward;
create policy known_reads on template for select to app_city, app_partner, app_state, app_steward, app_worker using ((select sec.is_known()));
create policy steward_adds on template for insert to app_steward with check ((select sec.is_known()));
create policy steward_changes on template for update to app_steward using ((select sec.is_known())) with check ((select sec.is_known()));
create policy partner_adds on template for insert to app_partner with check (organization_id = any ((select sec.organizations())::uuid[]));
create policy partner_changes on template for update to app_partner
    using (organization_id = any ((select sec.organizations())::uuid[])) with check (organization_id = any ((select sec.organizations())::uuid[]));

call sec.close_table('release');
call sec.audit_table('release');
grant select on release to app_city, app_partner, app_state, app_steward, app_worker;
grant insert on release to app_partner, app_steward;
create policy known_reads on release for select to app_city, app_partner, app_state, app_steward, app_worker using ((select sec.is_known()));
create policy steward_adds on release for insert to app_steward with check ((select sec.is_known()));
create policy partner_adds on release for insert to app_partner
    with check (exists (select 1 from template t where t.id = template_id and t.organization_id = any ((select sec.organizations())::uuid[])));

create function sec.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
    raise exception 'A published release is never changed' using errcode = 'FS002';
end $$;
create trigger release_is_immutable before update or delete on release for each row execute function sec.refuse_change();
create trigger release_is_never_truncated before truncate on release for each statement execute function sec.refuse_change();

call sec.close_table('indicator');
call sec.audit_table('indicator');
grant select on indicator to app_city, app_partner, app_state, app_steward, app_worker;
grant insert, update on indicator to app_steward;
create policy known_reads on indicator for select to app_city, app_partner, app_state, app_steward, app_worker using ((select sec.is_known()));
create policy steward_adds on indicator for insert to app_steward with check ((select sec.is_known()));
create policy steward_changes on indicator for update to app_steward using ((select sec.is_known())) with check ((select sec.is_known()));
