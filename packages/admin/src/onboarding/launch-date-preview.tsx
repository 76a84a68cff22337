import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { LaunchDatePreview_PreviewFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";

graphql(`
  fragment LaunchDatePreview_preview on LaunchDatePreview {
    from
    to
    moved {
      key
      title
      isLaunchGate
      from
      to
    }
    keptByHand {
      key
      title
      dueOn
    }
    gatesNowFailing {
      key
      title
      dueOn
    }
    gatesNoLongerFailing {
      key
      title
      dueOn
    }
  }
`);

type Preview = LaunchDatePreview_PreviewFragment;
type Moved = Preview["moved"][number];

/** What another launch date moves, what stays, and which gates then fail. */
export function LaunchDatePreview({ preview }: { preview: Preview }) {
  const text = useText();
  return (
    <div className="fs-stack">
      {preview.gatesNowFailing.length > 0 && (
        <Notice
          kind="warning"
          title={text("onboarding.launchDate.gatesFail", { count: preview.gatesNowFailing.length })}
        >
          <ShiftedItems items={preview.gatesNowFailing} />
        </Notice>
      )}
      {preview.gatesNoLongerFailing.length > 0 && (
        <Notice
          kind="good"
          title={text("onboarding.launchDate.gatesRecover", { count: preview.gatesNoLongerFailing.length })}
        >
          <ShiftedItems items={preview.gatesNoLongerFailing} />
        </Notice>
      )}
      {preview.keptByHand.length > 0 && (
        <Notice kind="note" title={text("onboarding.launchDate.kept", { count: preview.keptByHand.length })}>
          <ShiftedItems items={preview.keptByHand} />
        </Notice>
      )}
      <p>{text("onboarding.launchDate.moves", { count: preview.moved.length })}</p>
      <DataTable
        name="moved"
        caption={text("onboarding.launchDate.movesCaption")}
        columns={useColumns()}
        rows={preview.moved}
        rowKey={(item) => item.key}
      />
    </div>
  );
}

function ShiftedItems({ items }: { items: Preview["keptByHand"] }) {
  const text = useText();
  const day = useDayWriter();
  return (
    <ul>
      {items.map(({ key, title, dueOn }) => (
        <li key={key}>
          {text("onboarding.launchDate.shifted", { item: `${key} ${title}`, due: day.absolute(dueOn) })}
        </li>
      ))}
    </ul>
  );
}

function useColumns(): readonly Column<Moved>[] {
  const text = useText();
  const day = useDayWriter();
  return useMemo(
    () => [
      {
        id: "title",
        header: text("onboarding.item"),
        value: (item) => `${item.key} ${item.title}`,
        cell: (item) => (
          <>
            {item.key} {item.title}{" "}
            {item.isLaunchGate && <StatusTag kind="attention">{text("onboarding.gate")}</StatusTag>}
          </>
        ),
      },
      {
        id: "from",
        header: text("onboarding.launchDate.from"),
        value: (item) => item.from,
        cell: (item) => day.absolute(item.from),
      },
      {
        id: "to",
        header: text("onboarding.launchDate.to"),
        value: (item) => item.to,
        cell: (item) => day.absolute(item.to),
      },
    ],
    [text, day],
  );
}
