import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { UpgradedChecklist_ItemFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";

graphql(`
  fragment UpgradedChecklist_item on UpgradedItem {
    key
    title
    phase
    isLaunchGate
    isNew
    status
    dueOnNow
    dueOn
  }
`);

type Item = UpgradedChecklist_ItemFragment;

/** The checklist as it would be: what is new, what moves, what stays done. */
export function UpgradedChecklist({ items }: { items: readonly Item[] }) {
  const text = useText();
  return (
    <details className="fs-upgrade__section">
      <summary>{text("upgrades.checklist", { count: items.length })}</summary>
      <DataTable
        name="upgraded-checklist"
        caption={text("upgrades.checklist.caption")}
        columns={useColumns()}
        rows={items}
        rowKey={({ key }) => key}
      />
    </details>
  );
}

function useColumns(): readonly Column<Item>[] {
  const text = useText();
  const day = useDayWriter();
  return useMemo(
    () => [
      {
        id: "title",
        header: text("upgrades.checklist.item"),
        value: ({ key, title }) => `${key} ${title}`,
        cell: ({ key, title, isNew }) => (
          <>
            {key} {title} {isNew && <StatusTag kind="good">{text("upgrades.checklist.new")}</StatusTag>}
          </>
        ),
      },
      { id: "phase", header: text("upgrades.checklist.phase"), value: ({ phase }) => phase },
      {
        id: "now",
        header: text("upgrades.checklist.now"),
        value: ({ dueOnNow }) => dueOnNow,
        cell: ({ dueOnNow }) => (dueOnNow === null ? "–" : day.absolute(dueOnNow)),
      },
      {
        id: "after",
        header: text("upgrades.checklist.after"),
        value: ({ dueOn }) => dueOn,
        cell: ({ dueOn, dueOnNow }) =>
          dueOn === dueOnNow ? day.absolute(dueOn) : <strong>{day.absolute(dueOn)}</strong>,
      },
      {
        id: "status",
        header: text("upgrades.checklist.status"),
        value: ({ status }) => text(`onboarding.status.${status}`),
      },
    ],
    [text, day],
  );
}
