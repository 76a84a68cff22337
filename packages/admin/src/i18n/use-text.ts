import { useCallback } from "react";
import { type PrimitiveType, useIntl } from "react-intl";

export type TextValues = Record<string, PrimitiveType>;
export type TextOf = (id: string, values?: TextValues) => string;

/** Gives the function that turns a message id and its values into words in the person's language. */
export function useText(): TextOf {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
