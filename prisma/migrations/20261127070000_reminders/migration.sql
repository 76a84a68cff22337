-- How a person is reminded: by a calendar behind a secret address, of which only the hash is kept.
create table reminder_setting (
    account_id uuid not null,
    language text not null default 'en',
    feed_token_hash text,
    feed_made_at timestamptz(6),
    revision integer not null default 1,

    constraint reminder_setting_pkey primary key (account_id)
);

create unique index reminder_setting_feed_token_hash_key on reminder_setting(feed_token_hash);

alter table reminder_setting
    add constraint reminder_setting_language_check check (language in ('en', 'es')),
    add constraint reminder_setting_feed_check check ((feed_token_hash is null) = (feed_made_at is null)
        and feed_token_hash ~ '^[0-9a-f]{64}$');

-- It is its person's alone, under whichever hat; the keeper of accounts finds a calendar by the hash.
call sec.close_table('reminder_setting');
call sec.audit_table('reminder_setting');
grant select, insert, update on reminder_setting to app_city, app_partner, app_state, app_steward;
grant select on reminder_setting to app_auth;
create policy own_reads on reminder_setting for select to app_city, app_partner, app_state, app_steward
    using (account_id = (select sec.account()));
create policy own_adds on reminder_setting for insert to app_city, app_partner, app_state, app_steward
    with check (account_id = (select sec.account()));
create policy own_changes on reminder_setting for update to app_city, app_partner, app_state, app_steward
    using (account_id = (select sec.account())) with check (account_id = (select sec.account()));
create policy keeper_reads on reminder_setting for select to app_auth using (true);

-- A person's own setting stands on the platform's record under that person, whatever role they hold where.
create policy own_setting_reads on change_set for select to app_city, app_partner, app_state
    using (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and actor_id = (select sec.account())
        and use_case in ('makeCalendarFeed', 'revokeCalendarFeed', 'changeCalendarLanguage'));
create policy own_setting_adds on change_set for insert to app_city, app_partner, app_state
    with check (jurisdiction_id = '00000000-0000-0000-0000-000000000000' and actor_id = (select sec.account())
        and use_case in ('makeCalendarFeed', 'revokeCalendarFeed', 'changeCalendarLanguage'));

create table auth.calendar_use (
    account_id uuid not null,
    last_read_at timestamptz(6) not null,

    constraint calendar_use_pkey primary key (account_id)
);

create table auth.calendar_event (
    account_id uuid not null,
    key text not null,
    day date not null,
    title text not null,
    url text not null,
    sequence integer not null,
    changed_at timestamptz(3) not null,
    is_cancelled boolean not null,

    constraint calendar_event_pkey primary key (account_id,key)
);

grant select, insert, update, delete on auth.calendar_use, auth.calendar_event to app_auth;

-- Opens a context in which one hat of an account reads and no session stands behind it: for a calendar.
-- It is used in transactions that cannot write. False when the account does not hold the hat.
create function sec.open_reading(context_token text, account uuid, worn text, until timestamptz)
returns boolean language sql volatile security definer set search_path = '' as
$$ with opened as (
       insert into sec.grant_ctx (token, account_id, hat, tenants, site_jurisdictions, sites, organizations, states, expires)
       select context_token, account, 'job', x.tenants, x.site_jurisdictions, x.sites, x.organizations, x.states, until
       from sec.granted(account, worn) x
       returning 1)
   select exists (select 1 from opened) $$;
revoke execute on function sec.open_reading(text, uuid, text, timestamptz) from public;
grant execute on function sec.open_reading(text, uuid, text, timestamptz) to app_auth;
