import { useCallback } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import type { Finding } from "#admin/ui/finding.ts";
import type { AuthAnswer } from "./auth-endpoint.ts";

const known: ReadonlySet<string> = new Set([
  "INVALID_EMAIL",
  "INVALID_EMAIL_OR_PASSWORD",
  "INVALID_TOKEN",
  "PASSWORD_TOO_COMMON",
  "PASSWORD_TOO_SHORT",
  "TOO_MANY_REQUESTS",
  "UNREACHABLE",
]);

/** What a sign-in endpoint has to say, as findings of a form, in the person's language. */
export function useAuthFindings(): (answer: AuthAnswer) => readonly Finding[] {
  const text = useText();
  return useCallback(
    ({ isOk, code }) => {
      if (isOk) return [];
      const said = code !== undefined && known.has(code) ? code : "OTHER";
      return [{ code: said, severity: "ERROR", path: "", message: text(`session.said.${said}`) }];
    },
    [text],
  );
}
