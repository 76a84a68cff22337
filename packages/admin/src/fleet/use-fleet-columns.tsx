import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { FleetColumns_SiteFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { SiteStageTag } from "#admin/sites/site-stage.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";

graphql(`
  fragment FleetColumns_site on FleetSite {
    id
    name
    stage
    version
    isWithdrawn
    newestVersion
    releasesBehind
    daysBehind
    isOffered
    changeCount
    questionCount
    allowsState
    allowsTemplateOwner
    jurisdiction {
      name
      stateCode
    }
    template {
      name
    }
    next {
      id
      version
    }
    declined {
      version
      by
      reason
    }
    adaptations {
      section
      count
    }
  }
`);

type Row = FleetColumns_SiteFragment;

/** Which sites are chosen, and how one is. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string) => void;
}

/** The columns of the fleet. */
export function useFleetColumns(choosing: Choosing | undefined): readonly Column<Row>[] {
  const own = useOwnColumns();
  const choice = useChoiceColumn(choosing);
  return useMemo(() => [...own.slice(0, 1), ...choice, ...own.slice(1)], [own, choice]);
}

function useChoiceColumn(choosing: Choosing | undefined): readonly Column<Row>[] {
  const text = useText();
  return useMemo(() => {
    if (!choosing) return [];
    return [
      {
        id: "chosen",
        header: text("fleet.choose"),
        value: (row) => (choosing.chosen.has(row.id) ? text("fleet.chosen") : ""),
        cell: (row) => (
          <input
            type="checkbox"
            className="fs-fleet__choice"
            aria-label={text("fleet.choose.site", { site: row.name })}
            checked={choosing.chosen.has(row.id)}
            disabled={row.releasesBehind === 0}
            onChange={() => {
              choosing.choose(row.id);
            }}
          />
        ),
        canSort: false,
      },
    ];
  }, [text, choosing]);
}

function useOwnColumns(): readonly Column<Row>[] {
  const text = useText();
  const mayOpenSites = useMay("site.read");
  return useMemo(
    () => [
      {
        id: "name",
        header: text("fleet.site"),
        value: (row) => row.name,
        cell: (row) => (mayOpenSites ? <Link to={`/sites/${row.id}`}>{row.name}</Link> : row.name),
      },
      {
        id: "city",
        header: text("fleet.city"),
        value: (row) => `${row.jurisdiction.name}, ${row.jurisdiction.stateCode}`,
        canSort: false,
      },
      { id: "template", header: text("fleet.template"), value: (row) => row.template.name, canSort: false },
      {
        id: "stage",
        header: text("fleet.stage"),
        value: (row) => text(`sites.stage.${row.stage}`),
        cell: (row) => <SiteStageTag stage={row.stage} />,
        canSort: false,
      },
      {
        id: "release",
        header: text("fleet.release"),
        value: (row) =>
          row.isWithdrawn ? text("fleet.withdrawn.version", { version: row.version }) : row.version,
        cell: (row) => <HeldRelease row={row} />,
        canSort: false,
      },
      {
        id: "behind",
        header: text("fleet.behind"),
        value: (row) =>
          row.releasesBehind === 0
            ? text(row.isWithdrawn ? "fleet.withdrawn.alone" : "fleet.current")
            : text("fleet.behind.both", { releases: row.releasesBehind, days: row.daysBehind }),
        cell: (row) => <Behind row={row} />,
      },
      {
        id: "waiting",
        header: text("fleet.waiting"),
        value: (row) => (row.next ? text("fleet.next.sentence", nextOf(row)) : null),
        cell: (row) => <Waiting row={row} />,
        canSort: false,
      },
      {
        id: "adaptations",
        header: text("fleet.adaptations"),
        value: (row) => row.adaptations.reduce((sum, { count }) => sum + count, 0),
        cell: (row) => <Adaptations row={row} />,
        isNumber: true,
        canSort: false,
      },
      {
        id: "consent",
        header: text("fleet.consent"),
        value: (row) => text(`fleet.consent.${consentOf(row)}`),
        canSort: false,
        isHiddenAtFirst: true,
      },
    ],
    [text, mayOpenSites],
  );
}

function nextOf(row: Row) {
  return {
    version: row.next?.version ?? "",
    changes: row.changeCount ?? 0,
    questions: row.questionCount ?? 0,
  };
}

function consentOf({ allowsState, allowsTemplateOwner }: Row): string {
  if (allowsState && allowsTemplateOwner) return "both";
  if (allowsState) return "state";
  return allowsTemplateOwner ? "owner" : "none";
}

function HeldRelease({ row }: { row: Row }) {
  const text = useText();
  if (!row.isWithdrawn) return row.version;
  return (
    <div>
      {row.version} <StatusTag kind="attention">{text("fleet.withdrawn")}</StatusTag>
    </div>
  );
}

function Behind({ row }: { row: Row }) {
  const text = useText();
  if (row.releasesBehind === 0 && row.isWithdrawn) return text("fleet.withdrawn.alone");
  if (row.releasesBehind === 0) return <StatusTag kind="good">{text("fleet.current")}</StatusTag>;
  return text("fleet.behind.both", { releases: row.releasesBehind, days: row.daysBehind });
}

function Waiting({ row }: { row: Row }) {
  const text = useText();
  if (!row.next) return "–";
  return (
    <div>
      {row.isOffered && <StatusTag kind="waiting">{text("fleet.offered")}</StatusTag>}{" "}
      {text("fleet.next.sentence", nextOf(row))}
      {row.declined && <div className="fs-soft">{text("fleet.declined", row.declined)}</div>}
    </div>
  );
}

function Adaptations({ row }: { row: Row }) {
  const text = useText();
  const total = row.adaptations.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return "0";
  const parts = row.adaptations
    .map(({ section, count }) => `${text(`templates.section.${section}`)} ${String(count)}`)
    .join(", ");
  return (
    <div>
      {total} <span className="fs-soft">({parts})</span>
    </div>
  );
}
