import { useCallback } from "react";
import { useIntl } from "react-intl";
import { useDayWriter } from "#admin/ui/day.tsx";

interface Described {
  readonly actorName: string;
  readonly useCase: string;
  readonly summary: unknown;
}

/** Says a change set in a sentence: "Cam Rivera opened the site Maple Bend Homes, to launch on Mar 4, 2027." */
export function useChangeSentence(): (change: Described) => string {
  const intl = useIntl();
  const { absolute } = useDayWriter();
  return useCallback(
    ({ actorName, useCase, summary }) => {
      const known = `audit.did.${useCase}`;
      const id = known in intl.messages ? known : "audit.did.other";
      const message = intl.messages[id];
      const values: Record<string, string | number> = { useCase };
      for (const name of typeof message === "string" ? namesIn(message) : []) values[name] ??= "…";
      for (const [name, value] of Object.entries(isRecord(summary) ? summary : {})) {
        values[name] = inWords(value, { absolute, language: intl.locale.slice(0, 2) });
      }
      return intl.formatMessage({ id }, { ...values, actor: actorName });
    },
    [intl, absolute],
  );
}

function namesIn(message: string): string[] {
  return [...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Wording {
  readonly absolute: (date: string) => string;
  readonly language: string;
}

/** A value of a summary as it stands in a sentence: days as days, words in the reader's language. */
function inWords(value: unknown, { absolute, language }: Wording): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? absolute(value) : value;
  if (Array.isArray(value)) return value.length;
  if (!isRecord(value)) return "…";
  const words = value[language] ?? value["en"];
  return typeof words === "string" ? words : "…";
}
