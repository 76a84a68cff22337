import { useMutation } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { FormDialog } from "#admin/ui/form-dialog.tsx";
import type { ShownAdaptation } from "./adaptation-list.tsx";
import { type RecordAnswers, recordOf, RecordFields, recordSchema } from "./adaptation-record.tsx";
import { useFindingWords } from "./use-finding-words.ts";

const explainMutation = graphql(`
  mutation ExplainAdaptation($input: ExplainAdaptationInput!) {
    explainAdaptation(input: $input) {
      ... on AdaptationExplained {
        site {
          id
          revision
        }
      }
      ... on ExplainAdaptationRefused {
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

type SaidOfAdaptation = Pick<
  ShownAdaptation,
  "reasonCode" | "reason" | "decidedBy" | "isPlanned" | "isConsistent" | "steeringDecidedOn"
>;

interface ExplainAdaptationProps {
  site: { id: string; revision: number };
  adaptation: ShownAdaptation;
}

/** Says why a site does something differently, or says it better than before. */
export function ExplainAdaptation({ site, adaptation }: ExplainAdaptationProps) {
  const text = useText();
  const inWords = useFindingWords();
  const [explain] = useMutation(explainMutation, {
    refetchQueries: ["SiteOverview"],
    awaitRefetchQueries: true,
  });
  const { id: adaptationId, title } = adaptation;
  if (!useMay("site.adapt") || !adaptationId) return null;
  const isSaid = Boolean(adaptation.reasonCode);
  return (
    <FormDialog
      action={text(isSaid ? "sites.explain.again" : "sites.explain")}
      actionLabel={text(isSaid ? "sites.explain.again.of" : "sites.explain.of", { title })}
      isQuiet
      title={text("sites.explain.title", { title })}
      schema={recordSchema}
      defaultValues={answersOf(adaptation)}
      saveLabel={text("sites.explain.save")}
      save={async (answers) => {
        const input = {
          siteId: site.id,
          adaptationId,
          expectedRevision: site.revision,
          ...recordOf(answers),
        };
        const { data } = await explain({ variables: { input } });
        const outcome = data?.explainAdaptation;
        return outcome?.__typename === "ExplainAdaptationRefused" ? inWords(outcome.findings) : [];
      }}
    >
      <RecordFields isCoreTouched={adaptation.touchesCore} />
    </FormDialog>
  );
}

/** What was said about a difference, as a form begins with it; nothing where nothing was said. */
export function answersOf(adaptation: Partial<SaidOfAdaptation> | undefined): RecordAnswers {
  const yesOrNo = (value: boolean | null | undefined) =>
    typeof value === "boolean" ? (value ? "yes" : "no") : "";
  const { reasonCode, reason, decidedBy, isPlanned, isConsistent, steeringDecidedOn } = adaptation ?? {};
  return {
    reasonCode: (reasonCode ?? "") as RecordAnswers["reasonCode"],
    reason: reason ?? "",
    decidedBy: (decidedBy ?? "") as RecordAnswers["decidedBy"],
    planned: yesOrNo(isPlanned),
    consistent: yesOrNo(isConsistent),
    steeringDecidedOn: steeringDecidedOn ?? "",
  };
}
