import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PledgeCard_PledgeFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { ChangePledge } from "./change-pledge.tsx";
import { usePeriodColumns } from "./use-period-columns.tsx";

const pledgeCardFragment = graphql(`
  fragment PledgeCard_pledge on Pledge {
    id
    jurisdictionId
    title
    unit
    amountPerPeriod
    periodKind
    startsOn
    endsOn
    revision
    periods {
      period
      dueOn
      standing
      delivered
      reports {
        id
        reportNumber
        amount
        status
        isByCity
        returnReason
        revision
      }
    }
  }
`);

/** A promise as the page has it. */
export type ShownPledge = PledgeCard_PledgeFragment;
/** A period of a promise as the page has it. */
export type ShownPeriod = ShownPledge["periods"][number];

interface PledgeCardProps {
  pledge: FragmentType<PledgeCard_PledgeFragment>;
  mayManage: boolean;
  mayReport: boolean;
}

/** One promise with a row for each period that is over, the newest first. */
export function PledgeCard({ pledge, ...allowed }: PledgeCardProps) {
  const { data, complete } = useFragment({ fragment: pledgeCardFragment, from: pledge });
  return complete ? <Card pledge={data} {...allowed} /> : null;
}

interface CardProps extends Omit<PledgeCardProps, "pledge"> {
  pledge: ShownPledge;
}

function Card({ pledge, mayManage, mayReport }: CardProps) {
  const text = useText();
  const write = useDayWriter();
  const { title, unit, amountPerPeriod, periodKind, startsOn, endsOn, periods } = pledge;
  return (
    <div className="fs-card fs-stack">
      <div className="fs-row fs-row--apart">
        <h3>{title}</h3>
        {mayManage && <ChangePledge pledge={pledge} />}
      </div>
      <p>
        {text("deliveries.promise", { amount: amountPerPeriod, unit, kind: periodKind })}{" "}
        {endsOn
          ? text("deliveries.fromTo", { from: write.absolute(startsOn), to: write.absolute(endsOn) })
          : text("deliveries.from", { from: write.absolute(startsOn) })}
      </p>
      <DataTable
        name={`pledge-${pledge.id}`}
        caption={title}
        columns={usePeriodColumns({ pledge, mayManage, mayReport })}
        rows={periods}
        rowKey={(row) => row.period}
        empty={
          <EmptyState title={text("deliveries.early.title")}>{text("deliveries.early.text")}</EmptyState>
        }
      />
    </div>
  );
}
