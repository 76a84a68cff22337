import { useMemo } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Day } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { AnswerDelivery } from "./answer-delivery.tsx";
import type { ShownPeriod, ShownPledge } from "./pledge-card.tsx";
import { ReportDelivery } from "./report-delivery.tsx";
import { standingKinds } from "./standing-kinds.ts";

interface PeriodColumnsOf {
  pledge: ShownPledge;
  mayManage: boolean;
  mayReport: boolean;
}

/** What is said of each period of a promise: promised, delivered, how it stands, and the next step. */
export function usePeriodColumns({ pledge, mayManage, mayReport }: PeriodColumnsOf) {
  const text = useText();
  return useMemo((): readonly Column<ShownPeriod>[] => {
    const columns: Column<ShownPeriod>[] = [
      { id: "period", header: text("deliveries.period"), value: (row) => row.period },
      {
        id: "promised",
        header: text("deliveries.promised"),
        value: () => pledge.amountPerPeriod,
        format: "number",
        isNumber: true,
      },
      {
        id: "delivered",
        header: text("deliveries.delivered"),
        value: (row) => row.delivered ?? null,
        format: "number",
        isNumber: true,
      },
      {
        id: "standing",
        header: text("deliveries.standing"),
        value: (row) => text(`deliveries.standing.${row.standing}`),
        cell: (row) => <PeriodStanding period={row} />,
      },
    ];
    if (!mayManage && !mayReport) return columns;
    return [
      ...columns,
      {
        id: "act",
        header: text("deliveries.act"),
        value: () => null,
        canSort: false,
        cell: (row) => (
          <div className="fs-row">
            {mayManage && row.standing === "WAITING" && <AnswerDelivery pledge={pledge} period={row} />}
            {mayReport && <ReportDelivery pledge={pledge} period={row} />}
          </div>
        ),
      },
    ];
  }, [text, pledge, mayManage, mayReport]);
}

function PeriodStanding({ period }: { period: ShownPeriod }) {
  const text = useText();
  return (
    <div>
      <StatusTag kind={standingKinds[period.standing]}>
        {text(`deliveries.standing.${period.standing}`)}
      </StatusTag>
      <div className="fs-soft">
        <StandingFact period={period} />
      </div>
    </div>
  );
}

/** What one wants to know next: the day a report is due, what was reported, or what to put right. */
function StandingFact({ period: { standing, dueOn, reports } }: { period: ShownPeriod }) {
  const text = useText();
  const [newest] = reports;
  if (!newest) {
    return (
      <>
        {text("deliveries.dueOn")} <Day date={dueOn} isRelative={false} />
      </>
    );
  }
  if (standing === "WAITING") return text("deliveries.reported", { amount: newest.amount });
  if (standing === "RETURNED") return text("deliveries.toPutRight", { reason: newest.returnReason ?? "" });
  return newest.isByCity && text("deliveries.byCity");
}
