import { useCallback } from "react";
import { useText } from "#admin/i18n/use-text.ts";

/** What of an offer its sentence needs. */
export interface OfferInNumbers {
  readonly version: string;
  readonly changeCount?: number | null;
  readonly questionCount?: number | null;
}

/** "Release 3.3.0 is offered: 12 changes, 2 questions". */
export function useOfferWords(): (offer: OfferInNumbers) => string {
  const text = useText();
  return useCallback(
    ({ version, changeCount, questionCount }) => {
      const counts = { version, changes: changeCount ?? 0, questions: questionCount ?? 0 };
      return text(counts.questions === 0 ? "offers.sentence.clear" : "offers.sentence", counts);
    },
    [text],
  );
}
