import { addMonths, type PlainDate } from "@frontstep/domain/shared";

import type { SampleOpening } from "./open-sample-site.ts";
import { addPledge, reportDelivery } from "./sample-operations.ts";
import type { SampleRandom } from "./sample-random.ts";

interface SamplePledge {
  readonly title: string;
  readonly unit: string;
  readonly amountPerPeriod: number;
}

/** What the organizations of some roles promise for each month. */
const PLEDGES: Readonly<Record<string, SamplePledge>> = {
  INTERVENTION: { title: "Evening rounds with outreach workers", unit: "evenings", amountPerPeriod: 12 },
  YOUTH: { title: "Sports and homework help for ages 9 to 14", unit: "hours", amountPerPeriod: 60 },
};

/** How many months back the promises of the sample state reach. */
const MONTHS_BACK = 9;

/** Records what the organization of a partnership promises and what came of it by month: mostly all, here and there less, one month not reported. */
export async function deliverSamplePledge(
  { person, jurisdictionId, today }: SampleOpening,
  of: {
    readonly partnershipId: string;
    readonly role: string;
    readonly signedOn: PlainDate;
    readonly random: SampleRandom;
  },
): Promise<void> {
  const pledge = PLEDGES[of.role];
  if (pledge === undefined) return;
  const back = addMonths(today, -MONTHS_BACK);
  const added = await person.change<{ pledge: { id: string; periods: readonly { period: string }[] } }>(
    addPledge,
    {
      jurisdictionId,
      partnershipId: of.partnershipId,
      ...pledge,
      periodKind: "MONTH",
      startsOn: of.signedOn > back ? of.signedOn : back,
    },
  );
  const { id: pledgeId, periods } = added.pledge;
  const missed = of.random.between(0, periods.length);
  for (const [index, { period }] of periods.entries()) {
    if (index === missed) continue;
    const amount = Math.round(pledge.amountPerPeriod * (of.random.next() < 0.75 ? 1 : of.random.next()));
    await person.change(reportDelivery, { jurisdictionId, pledgeId, period, amount });
  }
}
