import { useQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ChecklistPanelQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import { ChecklistTable } from "./checklist-table.tsx";

const checklistPanelQuery = graphql(`
  query ChecklistPanel($siteId: ID!) {
    site(id: $siteId) {
      id
      phase {
        key
      }
      checklist {
        key
        label
        implementationStage
        startsOn
        endsOn
        items {
          id
          siteId
          key
          title
          status
          dueOn
          isOverdue
          isLaunchGate
          gateState
          ownerName
          ownerRole {
            key
            title
          }
          blockedBy {
            key
            title
          }
          isSignedOff
          evidence {
            id
          }
          revision
        }
      }
    }
  }
`);

type Phase = NonNullable<ChecklistPanelQuery["site"]>["checklist"][number];
type Item = Phase["items"][number];

const views = ["open", "overdue", "gates"] as const;

const isShown: Readonly<Record<string, (item: Item) => boolean>> = {
  open: (item) => item.status !== "DONE" && item.status !== "NOT_APPLICABLE",
  overdue: (item) => item.isOverdue,
  gates: (item) => item.isLaunchGate,
};

/** The checklist of a site, phase by phase; the phase that the site is in stands open. */
export function ChecklistPanel({ siteId }: { siteId: string }) {
  const text = useText();
  const asked = useAddressParams();
  const data = loaded(
    useQuery(checklistPanelQuery, { variables: { siteId }, fetchPolicy: "cache-and-network" }),
  );
  if (!data) return <Skeleton lines={10} />;
  const { site } = data;
  if (!site) return <Notice kind="note">{text("onboarding.missing")}</Notice>;
  const show = isShown[asked["show"] ?? ""];
  const owner = asked["owner"];
  const phases = site.checklist.map((phase) => ({
    ...phase,
    shown: phase.items.filter(
      (item) => (show?.(item) ?? true) && (owner === undefined || item.ownerRole.key === owner),
    ),
  }));
  const isFiltered = show !== undefined || owner !== undefined;
  return (
    <div className="fs-stack">
      <ChecklistFilters phases={site.checklist} />
      {phases.every(({ shown }) => shown.length === 0) && (
        <EmptyState title={text("onboarding.empty.title")}>
          {text(isFiltered ? "onboarding.empty.filtered" : "onboarding.empty.text")}
        </EmptyState>
      )}
      {phases
        .filter(({ shown }) => shown.length > 0)
        .map((phase) => (
          <PhaseBlock
            key={phase.key}
            phase={phase}
            items={phase.shown}
            isOpen={isFiltered || phase.key === site.phase?.key}
          />
        ))}
    </div>
  );
}

function ChecklistFilters({ phases }: { phases: readonly Phase[] }) {
  const text = useText();
  const roles = new Map(
    phases.flatMap(({ items }) => items.map(({ ownerRole }) => [ownerRole.key, ownerRole.title] as const)),
  );
  const filters = [
    {
      kind: "choice" as const,
      name: "show",
      label: text("onboarding.filter.show"),
      choices: views.map((view) => ({ value: view, label: text(`onboarding.filter.${view}`) })),
    },
    {
      kind: "choice" as const,
      name: "owner",
      label: text("onboarding.owner"),
      choices: [...roles]
        .map(([value, label]) => ({ value, label }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    },
  ];
  return <FilterBar filters={filters} />;
}

function PhaseBlock({ phase, items, isOpen }: { phase: Phase; items: readonly Item[]; isOpen: boolean }) {
  const text = useText();
  const day = useDayWriter();
  const doneCount = phase.items.filter(
    ({ status }) => status === "DONE" || status === "NOT_APPLICABLE",
  ).length;
  return (
    <details className="fs-phase" open={isOpen}>
      <summary>
        <span className="fs-phase__label">
          {phase.label}
          {phase.implementationStage && <span className="fs-soft"> · {phase.implementationStage}</span>}
        </span>
        <span className="fs-soft">
          {day.absolute(phase.startsOn)} – {day.absolute(phase.endsOn)} ·{" "}
          {text("onboarding.phase.done", { done: doneCount, count: phase.items.length })}
        </span>
      </summary>
      <ChecklistTable name={`phase-${phase.key}`} caption={phase.label} items={items} />
    </details>
  );
}
