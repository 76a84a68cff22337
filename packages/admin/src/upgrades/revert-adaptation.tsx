import { useMutation } from "@apollo/client/react";
import { z } from "zod";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { FormDialog } from "#admin/ui/form-dialog.tsx";

const revertMutation = graphql(`
  mutation RevertAdaptation($input: RevertAdaptationInput!) {
    revertAdaptation(input: $input) {
      ... on AdaptationReverted {
        site {
          id
          revision
          adaptationCount
        }
      }
      ... on RevertAdaptationRefused {
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

const nothingToEnter = z.object({});

interface RevertAdaptationProps {
  site: { id: string; revision: number };
  adaptation: {
    readonly id?: string | null;
    readonly title: string;
    readonly change: "ADDED" | "LEFT_OUT" | "CHANGED";
  };
}

/** Takes one difference of a site back to its release, after saying what that means. */
export function RevertAdaptation({ site, adaptation }: RevertAdaptationProps) {
  const text = useText();
  const [revert] = useMutation(revertMutation, {
    refetchQueries: ["SiteOverview"],
    awaitRefetchQueries: true,
  });
  const { id: adaptationId, title, change } = adaptation;
  if (!useMay("site.adapt") || !adaptationId) return null;
  return (
    <FormDialog
      action={text("upgrades.revert")}
      actionLabel={text("upgrades.revert.of", { title })}
      isQuiet
      title={text("upgrades.revert.title", { title })}
      schema={nothingToEnter}
      defaultValues={{}}
      saveLabel={text("upgrades.revert")}
      save={async () => {
        const input = { siteId: site.id, adaptationId, expectedRevision: site.revision };
        const { data } = await revert({ variables: { input } });
        const outcome = data?.revertAdaptation;
        return outcome?.__typename === "RevertAdaptationRefused" ? outcome.findings : [];
      }}
    >
      <p>{text(`upgrades.revert.${change}`)}</p>
    </FormDialog>
  );
}
