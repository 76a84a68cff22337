import { useMutation, useQuery } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SiteProposalsQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useActor, useMay } from "#admin/session/actor.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import { TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const siteProposalsQuery = graphql(`
  query SiteProposals($id: ID!) {
    site(id: $id) {
      id
      ownProposals {
        id
        section
        key
        field
        proposedBy
        proposedAt
        status
        answer
        answeredBy
        answeredAt
      }
    }
  }
`);

const proposeMutation = graphql(`
  mutation ProposeAdaptation($input: ProposeAdaptationInput!) {
    proposeAdaptation(input: $input) {
      ... on AdaptationProposed {
        site {
          id
        }
      }
      ... on ProposalRefused {
        findings {
          code
          severity
          path
          message
        }
      }
    }
  }
`);

/** Where a difference stands. */
interface Difference {
  readonly id?: string | null;
  readonly section: string;
  readonly key: string;
  readonly title: string;
  readonly field?: string | null;
}

type Proposal = NonNullable<SiteProposalsQuery["site"]>["ownProposals"][number];

/** Whether a proposal is about a difference: the two name the same field of the same part. */
function isAbout(proposal: Proposal, { section, key, field }: Difference): boolean {
  const words = proposal.section.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return words === section && proposal.key === key && (proposal.field ?? null) === (field ?? null);
}

/** Proposes a difference of a site to the template's owner, or says what came of that. */
export function ProposeAdaptation({ siteId, adaptation }: { siteId: string; adaptation: Difference }) {
  const { hat } = useActor();
  if (hat !== "city") return null;
  return <OwnProposal siteId={siteId} adaptation={adaptation} />;
}

function OwnProposal({ siteId, adaptation }: { siteId: string; adaptation: Difference }) {
  const mayAdapt = useMay("site.adapt");
  const data = loaded(useQuery(siteProposalsQuery, { variables: { id: siteId } }));
  const proposal = data?.site?.ownProposals.find((one) => isAbout(one, adaptation));
  const mayPropose = mayAdapt && adaptation.id && proposal?.status !== "PROPOSED";
  if (!data) return null;
  return (
    <>
      {proposal && <ProposalState proposal={proposal} />}
      {mayPropose && <ProposeDialog siteId={siteId} adaptation={adaptation} />}
    </>
  );
}

function ProposalState({ proposal }: { proposal: Proposal }) {
  const text = useText();
  const day = useDayWriter();
  const on = (at: string | null | undefined) => day.absolute((at ?? "").slice(0, 10));
  if (proposal.status === "PROPOSED")
    return (
      <p className="fs-soft">
        {text("proposals.state.PROPOSED", { by: proposal.proposedBy, day: on(proposal.proposedAt) })}
      </p>
    );
  return (
    <p className="fs-soft">
      {text(`proposals.state.${proposal.status}`, {
        by: proposal.answeredBy ?? "",
        day: on(proposal.answeredAt),
        answer: proposal.answer ?? "",
      })}
    </p>
  );
}

const entrySchema = z.object({ note: z.string().trim().max(2000) });

function ProposeDialog({ siteId, adaptation }: { siteId: string; adaptation: Difference }) {
  const text = useText();
  const [propose] = useMutation(proposeMutation, {
    refetchQueries: ["SiteProposals"],
    awaitRefetchQueries: true,
  });
  return (
    <div>
      <FormDialog
        action={text("proposals.propose")}
        actionLabel={`${text("proposals.propose")}: ${adaptation.title}`}
        isQuiet
        title={text("proposals.propose.ask", { title: adaptation.title })}
        lead={<p>{text("proposals.propose.sentence")}</p>}
        schema={entrySchema}
        defaultValues={{ note: "" }}
        saveLabel={text("proposals.propose.action")}
        save={async ({ note }) => {
          const input = { siteId, adaptationId: adaptation.id ?? "", note };
          const { data } = await propose({ variables: { input } });
          const outcome = data?.proposeAdaptation;
          return outcome?.__typename === "ProposalRefused" ? outcome.findings : [];
        }}
      >
        <TextAreaField
          name="note"
          label={text("proposals.propose.note")}
          help={text("proposals.propose.note.help")}
          rows={3}
          isOptional
        />
      </FormDialog>
    </div>
  );
}
