import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { HistoryListQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Moment } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { ChangedRows } from "./changed-rows.tsx";
import { useChangeSentence } from "./use-change-sentence.ts";
import "./history-list.css";

const historyListQuery = graphql(`
  query HistoryList($jurisdictionId: ID, $siteId: ID, $after: String) {
    history(jurisdictionId: $jurisdictionId, siteId: $siteId, after: $after, first: 25) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          actorName
          useCase
          reason
          via
          summary
        }
      }
    }
  }
`);

type ChangeSet = HistoryListQuery["history"]["edges"][number]["node"];

export interface HistoryListProps {
  jurisdictionId: string;
  /** Only what concerns this site. */
  siteId?: string;
}

/** Who changed what and when, in sentences, the latest first; each opens to its rows before and after. */
export function HistoryList({ jurisdictionId, siteId }: HistoryListProps) {
  const text = useText();
  const result = useQuery(historyListQuery, { variables: { jurisdictionId, siteId, after: useAfter() } });
  const history = (loaded(result) ?? result.previousData)?.history;
  if (!history) return <Skeleton lines={6} />;
  if (history.edges.length === 0) {
    return <EmptyState title={text("audit.empty.title")}>{text("audit.empty.text")}</EmptyState>;
  }
  return (
    <section className="fs-stack" aria-label={text("audit.title")}>
      <ol className="fs-plain fs-history">
        {history.edges.map(({ node }) => (
          <HistoryEntry key={node.id} change={node} />
        ))}
      </ol>
      <Pager pageInfo={history.pageInfo} />
    </section>
  );
}

function HistoryEntry({ change }: { change: ChangeSet }) {
  const text = useText();
  const sentence = useChangeSentence();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <span className="fs-soft">
        <Moment at={change.at} />
        {change.via !== "SCREEN" && ` · ${text(`audit.via.${change.via}`)}`}
      </span>
      <p>{sentence(change)}</p>
      {change.reason && <p className="fs-history__reason">{change.reason}</p>}
      <details
        onToggle={(event) => {
          setIsOpen(event.currentTarget.open);
        }}
      >
        <summary>{text("audit.rows")}</summary>
        {isOpen && <ChangedRows changeSetId={change.id} />}
      </details>
    </li>
  );
}
