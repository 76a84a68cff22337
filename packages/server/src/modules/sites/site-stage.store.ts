import { Prisma } from "#server/persistence/generated/client.ts";

/**
 * Where a row `s` of the sites stands: `preparing` until its launch day has come there, `heldAtGates` while a launch gate
 * is not done and signed off, `launched` from then on. Lists that count the gates anyway tell it from their counts.
 */
export const SITE_STAGE = Prisma.sql`
  case when s.launch_on > (now() at time zone s.time_zone)::date then 'preparing'
    when exists (select 1 from checklist_item i where i.jurisdiction_id = s.jurisdiction_id and i.site_id = s.id
      and not i.is_left_out and i.is_launch_gate and (i.status <> 'done' or i.signed_off_at is null)) then 'heldAtGates'
    else 'launched' end`;
