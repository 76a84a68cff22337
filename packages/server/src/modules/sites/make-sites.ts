import type { RequestContext } from "#server/context.ts";
import { type Change, newId, openChangeSet, type Transaction, write } from "#server/persistence/write.ts";

import { makeSite, summaryOf } from "./make-site.ts";
import type { PlannedSites } from "./plan-sites.ts";

export type MakeSitesOutcome =
  | { readonly kind: "opened"; readonly siteIds: readonly string[] }
  /** Somebody opened a site of one of these names in the meantime; nothing was opened. */
  | { readonly kind: "nameTaken" };

const longestWork = 120_000;

/** Makes the sites that were planned for one city: all of them in one transaction, or none; each with a change set of its own. */
export async function makeSites(
  ctx: RequestContext,
  { jurisdiction, plans }: PlannedSites,
  input?: Change<never>["input"],
): Promise<MakeSitesOutcome> {
  const sites = plans.map((planned) => ({ planned, siteId: newId() }));
  const [first] = sites;
  if (first === undefined) return { kind: "opened", siteIds: [] };
  const change = { useCase: "openSite", jurisdictionId: jurisdiction.id, timeout: longestWork };
  return await write<MakeSitesOutcome>(
    ctx,
    {
      ...change,
      siteId: first.siteId,
      ...(input ? { input } : {}),
      onBrokenConstraint: { site_jurisdiction_id_name_key: () => ({ kind: "nameTaken" }) },
    },
    async (firstTx) => {
      for (const site of sites) {
        const tx: Transaction =
          site === first
            ? firstTx
            : await openChangeSet(ctx, { ...change, siteId: site.siteId }, firstTx.database);
        await tx.summarize(summaryOf(site.planned));
        await makeSite(tx, site);
      }
      return { kind: "opened", siteIds: sites.map(({ siteId }) => siteId) };
    },
  );
}
