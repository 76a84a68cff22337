import { may } from "@frontstep/domain/access";

import { batched } from "#server/batch.ts";
import type { RequestContext } from "#server/context.ts";

import type { DescribedRoster } from "./describe-roster.ts";
import { rostersOf, type SiteKey } from "./roster.reads.ts";

interface Wanted extends SiteKey {
  readonly asOf: string | null;
}

/** The roster of a site on a day; null for whoever may not see names here. */
export async function siteRoster(
  ctx: RequestContext,
  site: SiteKey,
  asOf: string | null | undefined,
): Promise<DescribedRoster | null> {
  const place = { jurisdictionId: site.jurisdictionId, siteId: site.id };
  const { allowed } = may(ctx.actor?.memberships ?? [], { hat: ctx.hat, permission: "roster.read", place });
  return allowed ? await load(ctx, { ...site, asOf: asOf ?? null }) : null;
}

const load = batched(async (ctx, wanted: readonly Wanted[]): Promise<(DescribedRoster | null)[]> => {
  const groups = Map.groupBy(wanted, ({ jurisdictionId, asOf }) => `${jurisdictionId} ${asOf ?? ""}`);
  const loaded = await Promise.all([...groups.values()].map((group) => loadGroup(ctx, group)));
  const rosters = new Map(loaded.flat());
  return wanted.map((one) => rosters.get(keyOf(one)) ?? null);
});

async function loadGroup(
  ctx: RequestContext,
  group: readonly Wanted[],
): Promise<[string, DescribedRoster][]> {
  const [first] = group;
  if (!first) return [];
  const { jurisdictionId, asOf } = first;
  const rosters = await rostersOf(ctx, jurisdictionId, { siteIds: group.map(({ id }) => id), asOf });
  return rosters.map((roster) => [keyOf({ id: roster.siteId, jurisdictionId, asOf }), roster]);
}

function keyOf({ id, asOf }: Wanted): string {
  return `${id} ${asOf ?? ""}`;
}
