import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { Finding } from "#admin/ui/finding.ts";

/**
 * Gives each finding of the server the reader's own language, where we have the words. What is
 * found in an agreement belongs to the field of the same name on our forms.
 */
export function useFindingWords(): (findings: readonly Finding[]) => Finding[] {
  const intl = useIntl();
  return useCallback(
    (findings) =>
      findings.map((finding) => {
        const id = `partners.finding.${finding.code}`;
        const message = id in intl.messages ? intl.formatMessage({ id }) : finding.message;
        return { ...finding, message, path: finding.path?.replace(/^agreement\./, "") ?? null };
      }),
    [intl],
  );
}
