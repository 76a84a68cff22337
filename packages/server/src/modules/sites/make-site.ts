import { plainDateOf, todayIn } from "@frontstep/domain/shared";

import type { Transaction } from "#server/persistence/write.ts";

import { insertAdaptations } from "./adaptation.store.ts";
import type { OpenSite, PlannedSite } from "./plan-site.ts";
import { insertPlannedChecklist } from "./planned-checklist.store.ts";
import { insertOwners, insertSite, type SiteWithContent } from "./site.store.ts";

/** Text as kept: without spaces around it; nothing when there is nothing. */
export function kept(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** What was said of a site itself, as it is kept. */
export function describedSite(input: Omit<OpenSite, "launchOn" | "releaseId" | "jurisdictionId">) {
  return {
    name: input.name.trim(),
    address: kept(input.address),
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    residentPopulation: input.residentPopulation ?? null,
    residentPopulationYear: input.residentPopulationYear ?? null,
    residentPopulationSource: kept(input.residentPopulationSource),
  };
}

/** Makes all that was planned, inside a transaction: the site, its owners, its checklist, its adaptations. */
export async function makeSite(
  { database }: Transaction,
  {
    planned: { input, release, timeZone, plan },
    siteId,
  }: { readonly planned: PlannedSite; readonly siteId: string },
): Promise<SiteWithContent> {
  const today = todayIn(timeZone, new Date());
  const made: SiteWithContent = {
    ...describedSite(input),
    jurisdictionId: input.jurisdictionId,
    id: siteId,
    templateId: release.templateId,
    releaseId: release.id,
    kind: input.kind ?? release.content.siteKind,
    launchOn: plainDateOf(input.launchOn),
    openedOn: today,
    timeZone,
    content: plan.content,
    revision: 1,
  };
  await insertSite(database, made);
  await insertOwners(
    database,
    made,
    (input.owners ?? []).map((owner) => ({ ...owner, name: owner.name.trim(), email: kept(owner.email) })),
  );
  await insertPlannedChecklist(database, made, { items: plan.content.checklistItems, dates: plan.checklist });
  await insertAdaptations(database, made, { adaptations: plan.adaptations, on: today });
  return made;
}

/** What the history says of an opening. */
export function summaryOf({ input, release, plan }: PlannedSite): Readonly<Record<string, unknown>> {
  return {
    name: input.name.trim(),
    launchOn: input.launchOn,
    template: release.content.template,
    release: release.version,
    itemCount: plan.checklist.length,
    adaptationCount: plan.adaptations.length,
  };
}
