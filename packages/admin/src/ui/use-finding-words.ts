import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { Finding } from "./finding.ts";

/** Whose English is read: ours, or the server's where it is more exact than a sentence for every case. */
export type EnglishOf = "ours" | "server";

/** Says findings of the server in the reader's own language, where a feature has the words for their code. */
export function useFindingWordsOf(
  feature: string,
  english: EnglishOf,
): (findings: readonly Finding[]) => Finding[] {
  const intl = useIntl();
  return useCallback(
    (findings) => {
      const isTold = english === "ours" || !intl.locale.startsWith("en");
      return findings.map((finding) => {
        const id = `${feature}.finding.${finding.code}`;
        return isTold && id in intl.messages ? { ...finding, message: intl.formatMessage({ id }) } : finding;
      });
    },
    [intl, feature, english],
  );
}
