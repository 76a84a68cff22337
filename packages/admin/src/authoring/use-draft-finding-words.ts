import { useCallback } from "react";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";
import type { Draft } from "./draft.ts";

/** A finding of a draft in the reader's language: the server's own sentence in English, ours in Spanish. */
export function useDraftFindingWords(): (finding: Draft["findings"][number]) => string {
  const words = useFindingWordsOf("authoring", "server");
  return useCallback((finding) => words([finding])[0]?.message ?? finding.message, [words]);
}
