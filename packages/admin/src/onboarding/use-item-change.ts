import { useText } from "#admin/i18n/use-text.ts";
import { refusalCode, refusalMessage } from "#admin/graphql/refusal.ts";
import type { Finding } from "#admin/ui/finding.ts";
import { useState } from "react";
import { useFindingWords } from "./use-finding-words.ts";

/** What a change of an item came to, as the API says it. */
interface Outcome {
  readonly __typename?: string;
  readonly findings?: readonly Finding[];
}

/** Makes a change of an item by a button: says what stands against it, and what went wrong. */
export function useItemChange(change: () => Promise<Outcome | undefined>) {
  const text = useText();
  const inWords = useFindingWords();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const make = () => {
    setFindings([]);
    setFailure(undefined);
    setIsBusy(true);
    change()
      .then((outcome) => {
        setFindings(inWords(outcome?.findings ?? []));
      })
      .catch((error: unknown) => {
        const isStale = refusalCode(error) === "STALE_REVISION";
        setFailure(
          isStale ? text("ui.form.stale.text") : (refusalMessage(error) ?? text("ui.form.unreachable.text")),
        );
      })
      .finally(() => {
        setIsBusy(false);
      });
  };
  return { make, findings, failure, isBusy };
}
