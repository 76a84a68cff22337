import { useCallback } from "react";
import { useIntl } from "react-intl";
import { type Named, typedValue } from "./adaptable-part.ts";

/** Says a field's value in words: choices by their names, texts in the reader's language. */
export function useValueWords(
  ownerRoles: readonly Named[],
): (field: string | null | undefined, value: unknown) => string {
  const intl = useIntl();
  return useCallback(
    (field, value) => {
      const language = intl.locale.slice(0, 2);
      const typed = typedValue(value, language);
      if (field === "ownerRole") return ownerRoles.find(({ key }) => key === typed)?.title ?? typed;
      if (field === "requirement") return intl.formatMessage({ id: `sites.requirement.${typed}` });
      if (typed === "") return "–";
      return typeof value === "number" ? intl.formatNumber(value) : typed;
    },
    [intl, ownerRoles],
  );
}
