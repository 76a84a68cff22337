import type { Renames } from "@frontstep/domain/templates";

import type { Reader } from "#server/persistence/database.ts";

/** Lets what a site records under a part go with the part to its new key. */
export async function renameRows(
  database: Reader,
  { jurisdictionId, siteId }: { readonly jurisdictionId: string; readonly siteId: string },
  renames: Renames,
): Promise<void> {
  const pairs = (section: "checklistItems" | "positions" | "partnerRoles" | "ownerRoles" | "trainings") =>
    [...(renames.get(section) ?? [])].map(([from, to]) => ({ from, to }));
  for (const { from, to } of pairs("checklistItems"))
    await database.checklistItem.updateMany({
      where: { jurisdictionId, siteId, itemKey: from },
      data: { itemKey: to },
    });
  for (const { from, to } of pairs("positions"))
    await database.assignment.updateMany({
      where: { jurisdictionId, siteId, positionKey: from },
      data: { positionKey: to },
    });
  for (const { from, to } of pairs("partnerRoles"))
    await database.partnership.updateMany({
      where: { jurisdictionId, siteId, partnerRoleKey: from },
      data: { partnerRoleKey: to },
    });
  for (const { from, to } of pairs("ownerRoles"))
    await database.siteOwner.updateMany({
      where: { jurisdictionId, siteId, ownerRoleKey: from },
      data: { ownerRoleKey: to },
    });
  // A training is done by a person, who may work at other sites that call it by its old name still: it stands under both.
  for (const { from, to } of pairs("trainings"))
    await database.$executeRaw`
      insert into training_completion (jurisdiction_id, officer_id, training_key, completed_on)
      select t.jurisdiction_id, t.officer_id, ${to}, t.completed_on from training_completion t
      where t.jurisdiction_id = ${jurisdictionId}::uuid and t.training_key = ${from}
        and t.officer_id in (select a.officer_id from assignment a
          where a.jurisdiction_id = ${jurisdictionId}::uuid and a.site_id = ${siteId}::uuid)
      on conflict do nothing`;
}
