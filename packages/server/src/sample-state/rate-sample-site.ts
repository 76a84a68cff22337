import { addDays, addMonths, type PlainDate } from "@frontstep/domain/shared";

import type { OpenedSite, SampleOpening } from "./open-sample-site.ts";
import { recordFidelityReview } from "./sample-operations.ts";
import { type SampleRandom, sampleRandom } from "./sample-random.ts";

/** A core component as a rater of the sample state knows it. */
interface Component {
  readonly key: string;
  readonly isEssential: boolean;
}

/** When each kind of rater rates, in months from launch, and in whose name. */
const OCCASIONS = [
  { rater: "SELF", first: 5, every: 6, ratedBy: "Sergeant, coordinator and resident chair" },
  { rater: "EXTERNAL", first: 13, every: 12, ratedBy: "University policy laboratory" },
  { rater: "RESIDENT", first: 12, every: 12, ratedBy: "Resident council" },
] as const;

/** Where a component is not there yet at a site, whatever else has grown. */
const NOT_THERE: Readonly<Record<string, string>> = { "Tidewater Park": "C10", "Foundry Row": "C14" };

/** Records the reviews that a site would have had by today: half-yearly its own, yearly from outside and by residents. */
export async function rateSampleSite(site: OpenedSite, { person, today }: SampleOpening): Promise<void> {
  if (addMonths(site.launchOn, OCCASIONS[0].first) > today || site.isHeldAtGates === true) return;
  const { site: found } = await person.ask<{ site: { fidelity: { components: Component[] } } }>(
    `query ($id: ID!) { site(id: $id) { fidelity { components { key isEssential } } } }`,
    { id: site.id },
  );
  for (const { rater, first, every, ratedBy } of OCCASIONS) {
    for (let month = first; addMonths(site.launchOn, month) <= today; month += every) {
      const reviewedOn = addMonths(site.launchOn, month);
      const random = sampleRandom(`${site.name} ${rater} ${String(month)}`);
      const ratings = found.fidelity.components.map((component) =>
        ratingOf(component, { site, month, reviewedOn, random, isStrict: rater !== "SELF" }),
      );
      await person.change(recordFidelityReview, { siteId: site.id, rater, ratedBy, reviewedOn, ratings });
    }
  }
}

interface Rating {
  readonly site: OpenedSite;
  readonly month: number;
  readonly reviewedOn: PlainDate;
  readonly random: SampleRandom;
  /** Outsiders and residents see a little less than the team does. */
  readonly isStrict: boolean;
}

function ratingOf({ key }: Component, { site, month, reviewedOn, random, isStrict }: Rating): object {
  const start = 1 + sampleRandom(`${site.name} ${key}`).next() * 2;
  const grown = start + month / 14 - (isStrict ? 0.4 : 0) + random.next() - 0.5;
  const mark =
    NOT_THERE[site.name] === key ? (isStrict ? 0 : 1) : Math.max(1, Math.min(4, Math.round(grown)));
  const isShown = mark > 2 && random.next() > 0.1;
  const evidence = {
    label: `Minutes and logs for ${key}`,
    datedOn: addDays(reviewedOn, -random.between(5, 120)),
  };
  return { componentKey: key, mark, evidence: isShown ? [evidence] : [] };
}
