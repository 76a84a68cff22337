import { useCallback } from "react";
import { useIntl } from "react-intl";

/** Says a finding in the reader's own language, where we have the words; in English the server's are more exact. */
export function useFindingWords(): (finding: { readonly code: string; readonly message: string }) => string {
  const intl = useIntl();
  return useCallback(
    ({ code, message }) => {
      const id = `imports.finding.${code}`;
      const isKnown = !intl.locale.startsWith("en") && id in intl.messages;
      return isKnown ? intl.formatMessage({ id }) : message;
    },
    [intl],
  );
}
