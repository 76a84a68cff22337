import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PledgeSection_PartnershipFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { AddPledge } from "./add-pledge.tsx";
import { PledgeCard } from "./pledge-card.tsx";

export const pledgeSectionFragment = graphql(`
  fragment PledgeSection_partnership on Partnership {
    id
    jurisdictionId
    mayReport
    pledges {
      id
      ...PledgeCard_pledge
    }
  }
`);

export interface PledgeSectionProps {
  partnership: FragmentType<PledgeSection_PartnershipFragment>;
  mayManage: boolean;
}

/** What the organization promises for each period, and what came. */
export function PledgeSection({ partnership, mayManage }: PledgeSectionProps) {
  const text = useText();
  const { data, complete } = useFragment({
    fragment: pledgeSectionFragment,
    fragmentName: "PledgeSection_partnership",
    from: partnership,
  });
  if (!complete) return null;
  const { id, jurisdictionId, mayReport, pledges } = data;
  return (
    <section className="fs-stack" aria-labelledby="partnership-pledges">
      <div className="fs-row fs-row--apart">
        <h2 id="partnership-pledges">{text("deliveries.title")}</h2>
        {mayManage && <AddPledge jurisdictionId={jurisdictionId} partnershipId={id} />}
      </div>
      {pledges.length === 0 && (
        <EmptyState title={text("deliveries.none.title")}>{text("deliveries.none.text")}</EmptyState>
      )}
      {pledges.map((pledge) => (
        <PledgeCard key={pledge.id} pledge={pledge} mayManage={mayManage} mayReport={mayReport} />
      ))}
    </section>
  );
}
