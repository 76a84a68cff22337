import { hasErrors, parsePlainDate, plainDateOf, type Finding, todayIn } from "@frontstep/domain/shared";
import { instantiateSite, type AdaptationRequest, type SitePlan } from "@frontstep/domain/sites";

import { authorize, type RequestContext } from "#server/context.ts";
import { notFound } from "#server/refusal.ts";
import { type Jurisdiction, requireJurisdiction } from "#server/modules/jurisdictions/index.ts";

import { checkSite } from "./check-site.ts";
import { findRelease, type SiteOwner, type StoredRelease } from "./site.store.ts";

/** Everything that a person says to open a site. */
export interface OpenSite {
  readonly idempotencyKey?: string | null;
  /** The half-filled form that this was, which is then done with. */
  readonly draftId?: string | null;
  readonly releaseId: string;
  readonly jurisdictionId: string;
  readonly name: string;
  /** Taken from the template when left out. */
  readonly kind?: string | null;
  readonly address?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly residentPopulation?: number | null;
  readonly residentPopulationYear?: number | null;
  readonly residentPopulationSource?: string | null;
  readonly launchOn: string;
  /** Taken from the jurisdiction when left out. */
  readonly timeZone?: string | null;
  readonly owners?: readonly SiteOwner[] | null;
  readonly offeredActivities?: readonly string[] | null;
  readonly adaptations?: readonly AdaptationRequest[] | null;
}

/** What opening a site would make, and what stands against it. */
export interface PlannedSite {
  readonly input: OpenSite;
  readonly release: StoredRelease;
  readonly jurisdiction: Jurisdiction;
  readonly timeZone: string;
  readonly plan: SitePlan;
  /** On what was said of the site, then on its plan. */
  readonly findings: readonly Finding[];
  readonly canOpen: boolean;
}

function findWithdrawn({ version, isWithdrawn }: StoredRelease): Finding[] {
  if (!isWithdrawn) return [];
  const message = `Release ${version} was withdrawn by its authors, so no site is opened from it. Choose another release.`;
  return [{ code: "SITE_RELEASE_WITHDRAWN", severity: "error", path: "release", message }];
}

/** Works out everything that opening a site would make, saving nothing: the preview and the deed start here. */
export async function planSite(ctx: RequestContext, input: OpenSite): Promise<PlannedSite> {
  authorize(ctx, "site.open", { jurisdictionId: input.jurisdictionId });
  const jurisdiction = await requireJurisdiction(ctx, input.jurisdictionId);
  const release = await findRelease(ctx.database, input.releaseId);
  if (release === null) throw notFound("release");
  return planIn(input, { release, jurisdiction });
}

/** The same when the release and the jurisdiction are known, as for many sites at once. */
export function planIn(
  input: OpenSite,
  { release, jurisdiction }: { readonly release: StoredRelease; readonly jurisdiction: Jurisdiction },
): PlannedSite {
  const timeZone = input.timeZone ?? jurisdiction.timeZone;
  const faults = checkSite({ ...input, timeZone }, release.content);
  const hasDate = parsePlainDate(input.launchOn) !== undefined;
  const today = todayIn(faults.some(({ path }) => path === "timeZone") ? "UTC" : timeZone, new Date());
  const plan = instantiateSite({
    release: release.content,
    launchOn: hasDate ? plainDateOf(input.launchOn) : today,
    offeredActivities: input.offeredActivities ?? [],
    adaptations: input.adaptations ?? [],
    today,
  });
  // Without a launch date the plan is only a picture, and says nothing of days.
  const ofPlan = plan.findings.filter(({ path }) => hasDate || path !== "launchOn");
  const findings = [...findWithdrawn(release), ...faults, ...ofPlan];
  return { input, release, jurisdiction, timeZone, plan, findings, canOpen: !hasErrors(findings) };
}
