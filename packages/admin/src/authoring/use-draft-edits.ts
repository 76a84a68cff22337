import { useMutation } from "@apollo/client/react";
import { useCallback, useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ChangeDraftMutation, DraftEditInput } from "#admin/graphql/generated/graphql.ts";
import type { Finding } from "#admin/ui/finding.ts";

const changeDraftMutation = graphql(`
  mutation ChangeDraft($input: ChangeTemplateDraftInput!) {
    changeTemplateDraft(input: $input) {
      ... on TemplateDraftChanged {
        draft {
          ...Draft_draft @unmask
        }
        conflicts {
          kind
          edit
          section
          key
          field
          title
          label
          theirs
          yours
          theirsInWords
          yoursInWords
        }
      }
      ... on TemplateDraftRefused {
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

type Outcome = NonNullable<ChangeDraftMutation["changeTemplateDraft"]>;

/** Something that another author did differently, with both values. */
export type DraftConflict = Extract<Outcome, { __typename: "TemplateDraftChanged" }>["conflicts"][number];

/** Sends changes of a draft; what stands against another author's is kept here until it is settled. */
export function useDraftEdits(draftId: string) {
  const [change, { loading: isBusy }] = useMutation(changeDraftMutation);
  const [conflicts, setConflicts] = useState<readonly DraftConflict[]>([]);
  const send = useCallback(
    async (edits: readonly DraftEditInput[]): Promise<readonly Finding[]> => {
      if (edits.length === 0) return [];
      const { data } = await change({ variables: { input: { draftId, edits: [...edits] } } });
      const outcome = data?.changeTemplateDraft;
      if (outcome?.__typename === "TemplateDraftRefused") return outcome.findings;
      const against = outcome?.conflicts ?? [];
      setConflicts((before) => [
        ...before.filter((held) => !against.some((now) => isAlike(held, now))),
        ...against,
      ]);
      return [];
    },
    [change, draftId],
  );
  const settle = useCallback((conflict: DraftConflict) => {
    setConflicts((before) => before.filter((held) => held !== conflict));
  }, []);
  return { send, conflicts, settle, isBusy };
}

export type DraftEdits = ReturnType<typeof useDraftEdits>;

function isAlike(one: DraftConflict, other: DraftConflict): boolean {
  return one.section === other.section && one.key === other.key && one.field === other.field;
}
