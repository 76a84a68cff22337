import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { Finding } from "#admin/ui/finding.ts";

/** Says what is wrong with a file in the reader's own language, where we have the words; in English the server's are more exact. */
export function useFindingWords(): (findings: readonly Finding[]) => Finding[] {
  const intl = useIntl();
  return useCallback(
    (findings) =>
      findings.map((finding) => {
        const id = `templateFiles.finding.${finding.code}`;
        const isKnown = !intl.locale.startsWith("en") && id in intl.messages;
        return isKnown ? { ...finding, message: intl.formatMessage({ id }) } : finding;
      }),
    [intl],
  );
}
