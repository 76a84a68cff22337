import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { Finding } from "#admin/ui/finding.ts";

/** Gives each finding of the server the reader's own language, where we have the words. */
export function useFindingWords(): (findings: readonly Finding[]) => Finding[] {
  const intl = useIntl();
  return useCallback(
    (findings) =>
      findings.map((finding) => {
        const id = `roster.finding.${finding.code}`;
        return id in intl.messages ? { ...finding, message: intl.formatMessage({ id }) } : finding;
      }),
    [intl],
  );
}
