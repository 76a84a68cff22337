import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { RosterBoardQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParam } from "#admin/ui/address.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { today } from "#admin/ui/plain-day.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { SiteBoardChart } from "./site-board-chart.tsx";

const rosterBoardQuery = graphql(`
  query RosterBoard($siteId: ID, $from: Date!, $to: Date!, $after: String) {
    rosterBoard(siteId: $siteId, from: $from, to: $to, first: 5, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          siteId
          siteName
          asOf
          from
          to
          slots {
            id
            positionTitle
            slot
            hasSeveralSlots
            isPlanned
            assignments {
              id
              officerId
              officerName
              startsOn
              endedOn
              exitReason
              handOverDays
              commitmentEndsOn
              leaves {
                startsOn
                endsOn
                kind
              }
            }
            vacancies {
              from
              to
              days
            }
          }
        }
      }
    }
  }
`);

/** A site with its slots over some years. */
export type SiteOnBoard = RosterBoardQuery["rosterBoard"]["edges"][number]["node"];

/** So many years are shown at a time, and the first of them lies so many before this one. */
const yearsShown = 5;
const yearsBack = 2;

/** Who holds each slot when, as it was, is and is planned: at one site, or at all of the city. */
export function RosterBoard({ siteId }: { siteId: string | undefined }) {
  const text = useText();
  const [chosen, choose] = useAddressParam("from");
  const thisYear = Number(today().slice(0, 4));
  const first = /^\d{4}$/.test(chosen ?? "") ? Number(chosen) : thisYear - yearsBack;
  const last = first + yearsShown - 1;
  const variables = {
    siteId,
    from: `${String(first)}-01-01`,
    to: `${String(last)}-12-31`,
    after: useAfter(),
  };
  const result = useQuery(rosterBoardQuery, { variables, fetchPolicy: "cache-and-network" });
  const board = (loaded(result) ?? result.previousData)?.rosterBoard;
  const step = (years: number) => () => {
    choose(String(first + years));
  };
  return (
    <div className="fs-stack">
      <div className="fs-row fs-no-print">
        <button type="button" className="usa-button usa-button--outline fs-small-button" onClick={step(-1)}>
          {text("rosterBoard.earlier")}
        </button>
        <span role="status">{text("rosterBoard.years", { first: String(first), last: String(last) })}</span>
        <button type="button" className="usa-button usa-button--outline fs-small-button" onClick={step(1)}>
          {text("rosterBoard.later")}
        </button>
        {first !== thisYear - yearsBack && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => {
              choose(undefined);
            }}
          >
            {text("rosterBoard.now")}
          </button>
        )}
      </div>
      {board ? <Sites board={board} /> : <Skeleton lines={10} />}
    </div>
  );
}

function Sites({ board }: { board: RosterBoardQuery["rosterBoard"] }) {
  const text = useText();
  if (board.edges.length === 0) {
    return (
      <EmptyState
        title={text("rosterBoard.empty.title")}
        action={
          <Link to="/sites" className="usa-button">
            {text("roster.sites")}
          </Link>
        }
      >
        {text("rosterBoard.empty.text")}
      </EmptyState>
    );
  }
  return (
    <>
      {board.edges.map(({ node }) => (
        <section key={node.siteId} className="fs-stack" aria-labelledby={`board-${node.siteId}`}>
          <h2 id={`board-${node.siteId}`}>
            <Link to={`/sites/${node.siteId}`} search={{ tab: "roster" }}>
              {node.siteName}
            </Link>
          </h2>
          <SiteBoardChart site={node} />
        </section>
      ))}
      <Pager pageInfo={board.pageInfo} />
    </>
  );
}
