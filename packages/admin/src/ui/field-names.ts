import { useCallback } from "react";
import { useIntl } from "react-intl";

/** The id of a field's control, so that a summary can lead to it. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

/** A schema's message is a message id of ours, or already words (the server's). */
export function useFieldMessage(): (message: string) => string {
  const intl = useIntl();
  return useCallback(
    (message) => (message in intl.messages ? intl.formatMessage({ id: message }) : message),
    [intl],
  );
}
