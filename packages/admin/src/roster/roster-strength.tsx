import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RosterStrengthQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FactList } from "#admin/ui/fact-list.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { FilledSlots } from "./filled-slots.tsx";
import { StayedCurve } from "./stayed-curve.tsx";

const rosterStrengthQuery = graphql(`
  query RosterStrength($siteId: ID) {
    rosterStrength(siteId: $siteId) {
      id
      asOf
      months {
        month
        plannedDays
        filledDays
        vacantDays
      }
      tenureMonths
      medianMonths
      stillThere {
        started
        stayed
        promoted
        left
      }
      followedCount
      stayedCurve {
        time
        atRisk
        events
        survival
        interval {
          lower
          upper
        }
      }
    }
  }
`);

/** Establishment and strength, as far as it is asked for. */
export type Strength = RosterStrengthQuery["rosterStrength"];

/** Up to so many people, each is told by a number; a share or a median of so few says less than they do. */
const few = 10;

/** Slots planned and held by month, and how long people stay: at one site, or at all of the city. */
export function RosterStrength({ siteId }: { siteId?: string }) {
  const text = useText();
  const strength = loaded(useQuery(rosterStrengthQuery, { variables: { siteId } }))?.rosterStrength;
  if (!strength) return <Skeleton lines={8} />;
  const { months, followedCount, asOf } = strength;
  if (months.length === 0 && followedCount === 0) {
    return (
      <EmptyState title={text("roster.strength.empty.title")}>
        {text("roster.strength.empty.text")}
      </EmptyState>
    );
  }
  return (
    <div className="fs-stack">
      <Staying strength={strength} />
      <FilledSlots months={months} asOf={asOf} />
      {followedCount > few ? (
        <StayedCurve strength={strength} />
      ) : (
        <p className="fs-soft">{text("roster.strength.curve.few", { count: followedCount })}</p>
      )}
    </div>
  );
}

function Staying({ strength }: { strength: Strength }) {
  const text = useText();
  const write = useDayWriter();
  return (
    <FactList
      facts={[
        {
          term: text("roster.strength.tenure"),
          help: text("roster.strength.tenure.help", { date: write.absolute(strength.asOf) }),
          value: useTenureWords(strength),
        },
        {
          term: text("roster.strength.still"),
          help: text("roster.strength.still.help"),
          value: useStillWords(strength.stillThere),
        },
      ]}
    />
  );
}

function useTenureWords({ tenureMonths, medianMonths }: Strength): string {
  const text = useText();
  if (typeof medianMonths !== "number") return text("roster.strength.tenure.none");
  const count = tenureMonths.length;
  return count > few
    ? text("roster.strength.tenure.median", { median: medianMonths, count })
    : text("roster.strength.tenure.list", { count, months: tenureMonths.join(", ") });
}

function useStillWords(still: Strength["stillThere"]): string {
  const text = useText();
  const { started, stayed } = still;
  if (started === 0) return text("roster.strength.still.none");
  const counts = text("roster.strength.still.counts", still);
  return started > few
    ? `${text("roster.strength.still.share", { share: stayed / started })} ${counts}`
    : counts;
}
