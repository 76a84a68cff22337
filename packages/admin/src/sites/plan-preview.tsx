import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PlanPreview_PlanFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { Icon } from "#admin/ui/icon.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { AdaptationList } from "./adaptation-list.tsx";

graphql(`
  fragment PlanPreview_plan on SitePlan {
    checklist {
      key
      title
      phase
      ownerRole
      ownerName
      dueOn
      isLaunchGate
    }
    positions {
      key
      title
      slotCount
      seatCount
      isPartnerEmployed
    }
    partnerRoles {
      key
      title
      detail
    }
    activities {
      key
      title
      detail
    }
    governanceBodies {
      key
      title
      detail
    }
    goals {
      key
      title
      detail
    }
    adaptations {
      id
      section
      key
      title
      change
      field
      fromValue
      toValue
      touchesCore
      coreComponents {
        key
        name
      }
      reasonCode
      reason
      decidedOn
    }
    consequences {
      title
      isDropped
      because
    }
  }
`);

type Plan = PlanPreview_PlanFragment;
type Item = Plan["checklist"][number];

/** Everything that opening a site will make, in the reader's words and with real dates. */
export function PlanPreview({ plan, name }: { plan: Plan; name: string }) {
  const text = useText();
  const slotWords = (position: Plan["positions"][number]) => {
    if (position.seatCount === null) return text("sites.preview.contract");
    return text(position.isPartnerEmployed ? "sites.preview.partnerSlots" : "sites.preview.slots", {
      slots: position.slotCount,
    });
  };
  const slotCount = plan.positions
    .filter((position) => !position.isPartnerEmployed)
    .reduce((count, position) => count + position.slotCount, 0);
  const gateCount = plan.checklist.filter((item) => item.isLaunchGate).length;
  return (
    <div className="fs-stack">
      <p>
        {text("sites.preview.summary", {
          name,
          items: plan.checklist.length,
          gates: gateCount,
          slots: slotCount,
          goals: plan.goals.length,
        })}
      </p>
      {plan.adaptations.length > 0 && (
        <section className="fs-stack fs-stack--tight">
          <h3>{text("sites.preview.adaptations")}</h3>
          <AdaptationList adaptations={plan.adaptations} />
        </section>
      )}
      {plan.consequences.length > 0 && (
        <section>
          <h3>{text("sites.preview.consequences")}</h3>
          <ul>
            {plan.consequences.map(({ title, isDropped, because }) => (
              <li key={`${title}:${because}`}>
                {text(isDropped ? "sites.preview.dropped" : "sites.preview.released", { title, because })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h3>{text("sites.preview.checklist")}</h3>
      <PlannedChecklist items={plan.checklist} />
      <div className="fs-grid">
        <PlannedParts
          title={text("sites.section.POSITIONS")}
          parts={plan.positions.map((position) => ({
            ...position,
            detail: slotWords(position),
          }))}
        />
        <PlannedParts
          title={text("sites.section.PARTNER_ROLES")}
          parts={plan.partnerRoles.map((role) => ({
            ...role,
            detail: text(`sites.requirement.${role.detail ?? ""}`),
          }))}
        />
        <PlannedParts title={text("sites.section.ACTIVITIES")} parts={plan.activities} />
        <PlannedParts title={text("sites.section.GOVERNANCE_BODIES")} parts={plan.governanceBodies} />
        <PlannedParts
          title={text("sites.section.GOALS")}
          parts={plan.goals.map((goal) => ({ ...goal, detail: text(`sites.goalKind.${goal.detail ?? ""}`) }))}
        />
      </div>
    </div>
  );
}

function PlannedParts({
  title,
  parts,
}: {
  title: string;
  parts: readonly { key: string; title: string; detail?: string | null | undefined }[];
}) {
  return (
    <details className="fs-parts">
      <summary>
        {title} <span className="fs-soft">({parts.length})</span>
      </summary>
      <ul className="fs-plain">
        {parts.map((part) => (
          <li key={part.key} className="fs-part">
            <span>{part.title}</span>
            {part.detail && <span className="fs-soft">{part.detail}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function PlannedChecklist({ items }: { items: readonly Item[] }) {
  const text = useText();
  const day = useDayWriter();
  const columns = useMemo(
    (): readonly Column<Item>[] => [
      {
        id: "title",
        header: text("sites.preview.item"),
        value: (item) => item.title,
        cell: (item) => (
          <>
            <span className="fs-soft">{item.key}</span> {item.title}{" "}
            {item.isLaunchGate && <StatusTag kind="attention">{text("sites.gate")}</StatusTag>}
          </>
        ),
      },
      {
        id: "due",
        header: text("sites.preview.due"),
        value: (item) => item.dueOn,
        cell: (item) => day.absolute(item.dueOn),
      },
      { id: "phase", header: text("sites.phase"), value: (item) => item.phase },
      {
        id: "owner",
        header: text("sites.preview.owner"),
        value: (item) => item.ownerName ?? item.ownerRole,
        cell: (item) =>
          item.ownerName ? (
            <>
              <Icon name="person" /> {item.ownerName} <span className="fs-soft">({item.ownerRole})</span>
            </>
          ) : (
            item.ownerRole
          ),
      },
    ],
    [text, day],
  );
  return (
    <DataTable
      name="planned-checklist"
      caption={text("sites.preview.checklist")}
      columns={columns}
      rows={items}
      rowKey={(item) => item.key}
    />
  );
}
