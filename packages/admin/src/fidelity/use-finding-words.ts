import type { Finding } from "#admin/ui/finding.ts";
import { useFindingWordsOf } from "#admin/ui/use-finding-words.ts";

/** Findings of the server in the reader's own language. */
export function useFindingWords(): (findings: readonly Finding[]) => Finding[] {
  return useFindingWordsOf("fidelity", "server");
}
