import { useCallback } from "react";
import { type IntlShape, useIntl } from "react-intl";
import type { Finding } from "#admin/ui/finding.ts";

/** A finding with the names, numbers and quotations of its sentence. */
export interface ImportFinding extends Finding {
  readonly values?: unknown;
}

type Said = Pick<ImportFinding, "code" | "message" | "values">;

/** Says findings of files in the reader's own language. What we have no words for is said as the server says it. */
export function useFindingWords(): (findings: readonly ImportFinding[]) => Finding[] {
  const intl = useIntl();
  return useCallback(
    (findings) =>
      findings.map((finding) => ({
        ...finding,
        message: messageOf(intl, finding),
        path: placeOf(intl, finding.path ?? ""),
      })),
    [intl],
  );
}

/** The same for the sentence of a single finding. */
export function useFindingMessage(): (finding: Said) => string {
  const intl = useIntl();
  return useCallback((finding) => messageOf(intl, finding), [intl]);
}

function messageOf(intl: IntlShape, { code, message, values }: Said): string {
  const id = `imports.finding.${code}`;
  const words = intl.messages[id];
  if (typeof words !== "string") return message;
  const known = textsAndNumbers(values);
  // A finding that was kept before findings had values cannot fill a sentence that needs them.
  const isFilled = [...words.matchAll(/\{(\w+)[,}]/g)].every(([, name = ""]) => name in known);
  return isFilled ? intl.formatMessage({ id }, known) : message;
}

function textsAndNumbers(values: unknown): Record<string, string | number> {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
}

/** Where the server says that it is: a row of the file, a cell of it, a column, or a part of the form. */
function placeOf(intl: IntlShape, path: string): string {
  const [, row, column] = /^row (\d+)(?:, column (.*))?$/s.exec(path) ?? [];
  if (row !== undefined && column !== undefined)
    return intl.formatMessage({ id: "imports.finding.cell" }, { row, column });
  if (row !== undefined) return intl.formatMessage({ id: "imports.finding.row" }, { row });
  const [, name] = /^column (.*)$/s.exec(path) ?? [];
  return name === undefined ? path : intl.formatMessage({ id: "imports.finding.column" }, { column: name });
}
