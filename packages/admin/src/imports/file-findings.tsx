import { FindingsList } from "#admin/ui/findings-list.tsx";
import { type ImportFinding, useFindingWords } from "./use-finding-words.ts";

/** What there is to say about a file or about what was asked for it, in the reader's language. */
export function FileFindings({ findings }: { findings: readonly ImportFinding[] }) {
  return <FindingsList findings={useFindingWords()(findings)} />;
}
