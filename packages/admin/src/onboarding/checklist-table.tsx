import { useMemo } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Icon } from "#admin/ui/icon.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { type GateState, GateTag, type ItemStatus, ItemStatusTag } from "./item-status.tsx";
import "./onboarding.css";

/** An item of a checklist, as a table shows it. */
export interface ListedItem {
  readonly id: string;
  readonly siteId: string;
  readonly key: string;
  readonly title: string;
  readonly status: ItemStatus;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly isLaunchGate: boolean;
  readonly gateState?: GateState | null;
  readonly ownerName?: string | null;
  readonly ownerRole: { readonly title: string };
  readonly blockedBy: readonly { readonly key: string; readonly title: string }[];
  readonly evidence: readonly unknown[];
}

/** Items of a checklist as rows; each opens its own page. */
export function ChecklistTable({
  name,
  caption,
  items,
}: {
  name: string;
  caption: string;
  items: readonly ListedItem[];
}) {
  return (
    <DataTable
      name={name}
      caption={caption}
      columns={useColumns()}
      rows={items}
      rowKey={(item) => item.id}
      rowTo={(item) => `/sites/${item.siteId}/checklist/${item.key}`}
    />
  );
}

function useColumns(): readonly Column<ListedItem>[] {
  const text = useText();
  const day = useDayWriter();
  return useMemo(
    () => [
      { id: "title", header: text("onboarding.item"), value: (item) => `${item.key} ${item.title}` },
      {
        id: "status",
        header: text("onboarding.status"),
        value: (item) => text(`onboarding.status.${item.status}`),
        cell: (item) => <StatusCell item={item} />,
      },
      {
        id: "due",
        header: text("onboarding.due"),
        value: (item) => item.dueOn,
        cell: (item) => (
          <>
            {day.absolute(item.dueOn)}{" "}
            {item.isOverdue && <StatusTag kind="problem">{text("onboarding.overdue")}</StatusTag>}
          </>
        ),
      },
      {
        id: "owner",
        header: text("onboarding.owner"),
        value: (item) => item.ownerName ?? item.ownerRole.title,
        cell: (item) =>
          item.ownerName ? (
            <OwnerName name={item.ownerName} role={item.ownerRole.title} />
          ) : (
            item.ownerRole.title
          ),
      },
      {
        id: "gate",
        header: text("onboarding.gate"),
        value: (item) => (item.gateState ? text(`onboarding.gate.${item.gateState}`) : null),
        cell: (item) => (item.gateState ? <GateTag state={item.gateState} /> : "–"),
      },
      {
        id: "evidence",
        header: text("onboarding.evidence"),
        value: (item) => item.evidence.length,
        isNumber: true,
        isHiddenAtFirst: true,
      },
    ],
    [text, day],
  );
}

function StatusCell({ item }: { item: ListedItem }) {
  const text = useText();
  return (
    <span className="fs-row">
      <ItemStatusTag status={item.status} />
      {item.blockedBy.length > 0 && item.status !== "DONE" && (
        <StatusTag kind="blocked">
          {text("onboarding.waitsFor", { keys: item.blockedBy.map(({ key }) => key).join(", ") })}
        </StatusTag>
      )}
    </span>
  );
}

function OwnerName({ name, role }: { name: string; role: string }) {
  return (
    <span>
      <Icon name="person" /> {name} <span className="fs-soft">({role})</span>
    </span>
  );
}
