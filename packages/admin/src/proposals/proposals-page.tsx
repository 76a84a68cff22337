import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ProposalsPageQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { Page } from "#admin/ui/page.tsx";
import { PageSkeleton } from "#admin/ui/skeleton.tsx";
import { DeclineProposals } from "./decline-proposals.tsx";
import { type Taken, TakeProposals, type TakeProposalsProps } from "./take-proposals.tsx";

const proposalsPageQuery = graphql(`
  query ProposalsPage {
    proposals {
      name
      templateName
      section
      key
      title
      change
      fieldLabel
      before
      after
      siteCount
      siteTotal
      reasons {
        reasonCode
        count
      }
      proposals {
        id
        siteName
        jurisdictionName
        note
        reason
        proposedBy
        proposedAt
      }
    }
  }
`);

type Change = ProposalsPageQuery["proposals"][number];

/** What cities propose for one's templates: each change once, with how many sites made the same one. */
export function ProposalsPage() {
  const text = useText();
  const data = loaded(useQuery(proposalsPageQuery, { fetchPolicy: "cache-and-network" }));
  const [taken, setTaken] = useState<Taken>();
  if (!data) return <PageSkeleton />;
  return (
    <Page title={text("proposals.title")} sentence={text("proposals.sentence")}>
      {taken && <TakenNotice taken={taken} />}
      {data.proposals.length === 0 ? (
        <EmptyState title={text("proposals.empty.title")}>{text("proposals.empty.text")}</EmptyState>
      ) : (
        <div className="fs-stack">
          {data.proposals.map((change) => (
            <ProposedChange key={change.name} change={change} onTaken={setTaken} />
          ))}
        </div>
      )}
    </Page>
  );
}

/** Where the change went that was just taken. */
function TakenNotice({ taken: { title, draftId } }: { taken: Taken }) {
  const text = useText();
  return (
    <Notice kind="good" isLive>
      {text(draftId === null ? "proposals.taken.already" : "proposals.taken", { title })}{" "}
      {draftId !== null && <Link to={`/authoring/${draftId}`}>{text("proposals.taken.draft")}</Link>}
    </Notice>
  );
}

function ProposedChange({ change, onTaken }: { change: Change; onTaken: (taken: Taken) => void }) {
  const text = useText();
  const { title, templateName, siteCount, siteTotal, reasons } = change;
  return (
    <section className="fs-card fs-stack fs-stack--tight" aria-label={title}>
      <h2 className="fs-upgrade__title">{title}</h2>
      <p className="fs-soft">
        {templateName} · {text(`templates.section.${change.section}`)} {change.key}
      </p>
      <p>
        <WhatChanges change={change} />
      </p>
      <p>
        <strong>{text("proposals.alike", { count: siteCount, total: siteTotal })}</strong>{" "}
        {reasons.length > 0 &&
          text("proposals.reasons", {
            reasons: reasons
              .map(({ reasonCode, count }) => `${text(`sites.reason.${reasonCode}`)} (${String(count)})`)
              .join(", "),
          })}
      </p>
      <ul className="fs-stack fs-stack--tight">
        {change.proposals.map((proposal) => (
          <ProposalOfCity key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      <Answers title={title} proposalIds={change.proposals.map(({ id }) => id)} onTaken={onTaken} />
    </section>
  );
}

function Answers({ onTaken, ...asked }: TakeProposalsProps) {
  return (
    <div className="fs-row">
      <TakeProposals {...asked} onTaken={onTaken} />
      <DeclineProposals {...asked} />
    </div>
  );
}

function WhatChanges({ change: { change, fieldLabel, before, after } }: { change: Change }) {
  const text = useText();
  if (change === "ADDED") return text("proposals.change.ADDED");
  if (change === "LEFT_OUT") return text("proposals.change.LEFT_OUT");
  return text("proposals.change.CHANGED", {
    field: fieldLabel ?? "",
    before: before ?? "",
    after: after ?? "",
  });
}

function ProposalOfCity({ proposal }: { proposal: Change["proposals"][number] }) {
  const text = useText();
  const day = useDayWriter();
  const { jurisdictionName, siteName, note, reason } = proposal;
  return (
    <li>
      {text("proposals.of", {
        city: jurisdictionName,
        site: siteName,
        by: proposal.proposedBy,
        day: day.absolute(proposal.proposedAt.slice(0, 10)),
      })}
      {reason && <div className="fs-soft">{text("proposals.because", { reason })}</div>}
      {note && <div>{text("proposals.note", { note })}</div>}
    </li>
  );
}
