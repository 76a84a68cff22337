import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RosterPanelQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { RosterStrength } from "./roster-strength.tsx";
import { SlotTable } from "./slot-table.tsx";
import "./roster.css";

const rosterPanelQuery = graphql(`
  query RosterPanel($siteId: ID!, $asOf: Date) {
    site(id: $siteId) {
      id
      today
      jurisdiction {
        id
      }
      roster(asOf: $asOf) {
        id
        asOf
        slotCount
        filledCount
        vacantCount
        endingCount
        trainingGapCount
        shortfalls {
          floorKey
          name
          seats
          held
        }
        partnerPositions {
          positionKey
          title
          slotCount
        }
        ...SlotTable_roster
      }
    }
  }
`);

type Roster = NonNullable<NonNullable<RosterPanelQuery["site"]>["roster"]>;

/** The roster of a site on a day: slots filled and vacant, commitments, trainings. */
export function RosterPanel({ siteId }: { siteId: string }) {
  const text = useText();
  const [asOf] = useAddressParam("as-of");
  const result = useQuery(rosterPanelQuery, { variables: { siteId, asOf } });
  const shown = loaded(result) ?? result.previousData;
  if (!shown) return <Skeleton lines={8} />;
  const { site } = shown;
  if (!site?.roster) return <Notice kind="note">{text("roster.closedToYou")}</Notice>;
  const { roster } = site;
  return (
    <section className="fs-stack" aria-label={text("roster.title")}>
      <div className="fs-row fs-row--apart">
        <Counts roster={roster} />
        <AsOf day={roster.asOf} today={site.today} />
        <Link to="/roster/board" search={{ site: siteId }}>
          {text("rosterBoard.title")}
        </Link>
      </div>
      {roster.asOf !== site.today && <OtherDay day={roster.asOf} />}
      {roster.slotCount === 0 ? (
        <EmptyState title={text("roster.empty.title")}>{text("roster.empty.text")}</EmptyState>
      ) : (
        <>
          <Shortfalls roster={roster} />
          <SlotTable roster={roster} siteId={siteId} />
        </>
      )}
      <PartnerPositions roster={roster} />
      <Strength siteId={siteId} />
    </section>
  );
}

function Strength({ siteId }: { siteId: string }) {
  const text = useText();
  return (
    <section className="fs-stack" aria-labelledby="roster-strength">
      <h2 id="roster-strength">{text("roster.strength.title")}</h2>
      <RosterStrength siteId={siteId} />
    </section>
  );
}

function Counts({ roster }: { roster: Roster }) {
  const text = useText();
  const counts = [
    ["roster.count.filled", text("roster.count.of", { filled: roster.filledCount, total: roster.slotCount })],
    ["roster.count.vacant", roster.vacantCount],
    ["roster.count.ending", roster.endingCount],
    ["roster.count.trainingGaps", roster.trainingGapCount],
  ] as const;
  return (
    <dl className="fs-counts">
      {counts.map(([term, value]) => (
        <div key={term}>
          <dt>{text(term)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function AsOf({ day, today }: { day: string; today: string }) {
  const text = useText();
  const [, setAsOf] = useAddressParam("as-of");
  return (
    <div className="fs-filter fs-no-print">
      <label htmlFor="roster-as-of">{text("roster.asOf")}</label>
      <input
        key={day}
        id="roster-as-of"
        type="date"
        className="usa-input"
        defaultValue={day}
        onChange={(event) => {
          const { value } = event.target;
          if (/^[12]\d{3}-/.test(value)) setAsOf(value === today ? undefined : value);
        }}
      />
    </div>
  );
}

function OtherDay({ day }: { day: string }) {
  const text = useText();
  const write = useDayWriter();
  const [, setAsOf] = useAddressParam("as-of");
  return (
    <Notice kind="note" isLive>
      {text("roster.otherDay", { date: write.absolute(day) })}{" "}
      <button type="button" className="usa-button usa-button--unstyled" onClick={() => setAsOf(undefined)}>
        {text("roster.backToToday")}
      </button>
    </Notice>
  );
}

function Shortfalls({ roster }: { roster: Roster }) {
  const text = useText();
  return roster.shortfalls.map(({ floorKey, name, seats, held }) => (
    <Notice key={floorKey} kind="warning" title={name}>
      {text("roster.shortfall", { seats, held })}
    </Notice>
  ));
}

function PartnerPositions({ roster }: { roster: Roster }) {
  const text = useText();
  if (roster.partnerPositions.length === 0) return null;
  const names = roster.partnerPositions.map(({ title, slotCount }) =>
    text("roster.partnerPosition", { title, slotCount }),
  );
  return <p className="fs-soft">{text("roster.partnerPositions", { names: names.join("; ") })}</p>;
}
