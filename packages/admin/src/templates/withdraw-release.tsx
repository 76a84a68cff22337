import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { WithdrawalReason } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay, useSession } from "#admin/session/actor.ts";
import { RadioField, TextAreaField } from "#admin/ui/field.tsx";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const withdrawMutation = graphql(`
  mutation WithdrawRelease($input: WithdrawReleaseInput!) {
    withdrawRelease(input: $input) {
      ... on ReleaseWithdrawn {
        template {
          id
        }
      }
      ... on WithdrawalRefused {
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

const reinstateMutation = graphql(`
  mutation ReinstateRelease($input: ReinstateReleaseInput!) {
    reinstateRelease(input: $input) {
      ... on ReleaseReinstated {
        template {
          id
        }
      }
      ... on WithdrawalRefused {
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

const reasons = ["HARMFUL", "MISTAKE", "LEGAL", "REPLACED", "OTHER"] as const satisfies WithdrawalReason[];

const sentence = z.string().trim().min(3, "templates.withdraw.reason.missing").max(2000);
const withdrawSchema = z.object({
  reasonCode: z.enum(reasons, "templates.withdraw.reasonCode.missing"),
  reason: sentence,
});
const reinstateSchema = z.object({ reason: sentence });

/** Whether to offer the withdrawal of a template's releases: to its organization's authors, or to the steward. */
export function useMayWithdraw(organizationId: string | null): boolean {
  const { actor } = useSession();
  const mayPublish = useMay("template.publish");
  if (!mayPublish) return false;
  if (organizationId === null) return actor?.hat === "steward";
  return actor?.roles.some((role) => role.organizationId === organizationId) ?? false;
}

/** The page shows one release and names the newest that is offered: both may be others now. */
const shownAgain = { refetchQueries: ["TemplatePage"], awaitRefetchQueries: true };

/** What a withdrawal needs of a release. */
export interface ReleaseToWithdraw {
  readonly id: string;
  readonly version: string;
}

/** Takes a release out of use, after asking why: the sites that have it read the reason. */
export function WithdrawRelease({ release }: { release: ReleaseToWithdraw }) {
  const text = useText();
  const { id: releaseId, version } = release;
  const [withdraw] = useMutation(withdrawMutation, shownAgain);
  return (
    <FormDialog
      isQuiet
      action={text("templates.withdraw")}
      actionLabel={text("templates.withdraw.release", { version })}
      title={text("templates.withdraw.ask", { version })}
      lead={<p>{text("templates.withdraw.lead")}</p>}
      schema={withdrawSchema}
      defaultValues={{ reasonCode: "" as never, reason: "" }}
      saveLabel={text("templates.withdraw.release", { version })}
      save={async ({ reasonCode, reason }) => {
        const { data } = await withdraw({ variables: { input: { releaseId, reasonCode, reason } } });
        const outcome = data?.withdrawRelease;
        return outcome?.__typename === "WithdrawalRefused" ? outcome.findings : [];
      }}
    >
      <RadioField
        name="reasonCode"
        label={text("templates.withdraw.reasonCode")}
        choices={reasons.map((value) => ({ value, label: text(`templates.withdraw.reason.${value}`) }))}
      />
      <TextAreaField
        name="reason"
        label={text("templates.withdraw.reason")}
        help={text("templates.withdraw.reason.help")}
        rows={3}
      />
    </FormDialog>
  );
}

/** Takes a withdrawn release into use again, after asking why. */
export function ReinstateRelease({ release }: { release: ReleaseToWithdraw }) {
  const text = useText();
  const { id: releaseId, version } = release;
  const [reinstate] = useMutation(reinstateMutation, shownAgain);
  return (
    <FormDialog
      isQuiet
      action={text("templates.reinstate")}
      actionLabel={text("templates.reinstate.release", { version })}
      title={text("templates.reinstate.ask", { version })}
      lead={<p>{text("templates.reinstate.lead")}</p>}
      schema={reinstateSchema}
      defaultValues={{ reason: "" }}
      saveLabel={text("templates.reinstate.release", { version })}
      save={async ({ reason }) => {
        const { data } = await reinstate({ variables: { input: { releaseId, reason } } });
        const outcome = data?.reinstateRelease;
        return outcome?.__typename === "WithdrawalRefused" ? outcome.findings : [];
      }}
    >
      <TextAreaField name="reason" label={text("templates.reinstate.reason")} rows={3} />
    </FormDialog>
  );
}
