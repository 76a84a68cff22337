import { useCallback } from "react";
import type { Finding } from "#admin/ui/finding.ts";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";

/**
 * Findings of the server in the reader's own language. What is found in an agreement belongs to
 * the field of the same name on our forms.
 */
export function useFindingWords(): (findings: readonly Finding[]) => Finding[] {
  const inWords = useFindingWordsOf("partners", "ours");
  return useCallback(
    (findings) =>
      inWords(findings).map((finding) => ({
        ...finding,
        path: finding.path?.replace(/^agreement\./, "") ?? null,
      })),
    [inWords],
  );
}
