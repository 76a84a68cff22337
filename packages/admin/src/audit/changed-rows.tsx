import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ChangedRowsQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";

const changedRowsQuery = graphql(`
  query ChangedRows($changeSetId: ID!) {
    changes(changeSetId: $changeSetId, first: 50) {
      totalCount
      edges {
        cursor
        node {
          tableName
          operation
          before
          after
        }
      }
    }
  }
`);

type Change = ChangedRowsQuery["changes"]["edges"][number]["node"];

/** The rows of one change set: each field before and after. */
export function ChangedRows({ changeSetId }: { changeSetId: string }) {
  const text = useText();
  const changes = loaded(useQuery(changedRowsQuery, { variables: { changeSetId } }))?.changes;
  if (!changes) return <Skeleton lines={3} />;
  const more = changes.totalCount - changes.edges.length;
  return (
    <div className="fs-stack">
      {changes.edges.map(({ cursor, node }) => (
        <ChangedRow key={cursor} change={node} />
      ))}
      {more > 0 && <p className="fs-soft">{text("audit.rows.more", { count: more })}</p>}
    </div>
  );
}

function ChangedRow({ change }: { change: Change }) {
  const text = useText();
  const before = fieldsOf(change.before);
  const after = fieldsOf(change.after);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isPlumbing(name),
  );
  return (
    <div className="fs-changed-row">
      <h4>
        {change.tableName.replaceAll("_", " ")} · {text(`audit.operation.${change.operation}`)}
      </h4>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{name.replaceAll("_", " ")}</dt>
            <dd>
              {name in before && <del>{written(before[name])}</del>}{" "}
              {name in after && <ins>{written(after[name])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Keys and counters that say nothing to a reader. */
function isPlumbing(name: string): boolean {
  return name === "revision" || name === "id" || name.endsWith("_id");
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function written(value: unknown): string {
  if (value === null || value === "") return "–";
  const words = typeof value === "string" ? value : JSON.stringify(value);
  return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
