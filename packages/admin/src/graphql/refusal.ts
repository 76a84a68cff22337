import { CombinedGraphQLErrors } from "@apollo/client/errors";

export type RefusalCode = "SIGNED_OUT" | "FORBIDDEN" | "NOT_FOUND" | "STALE_REVISION" | "OTHER";

const known: ReadonlySet<string> = new Set(["SIGNED_OUT", "FORBIDDEN", "NOT_FOUND", "STALE_REVISION"]);

/** What the server said "no" with; undefined when it did not answer at all. */
export function refusalCode(error: unknown): RefusalCode | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code = error.errors[0]?.extensions?.["code"];
  return typeof code === "string" && known.has(code) ? (code as RefusalCode) : "OTHER";
}

/** The server's own sentence, written for people; only for the codes that people may read. */
export function refusalMessage(error: unknown): string | undefined {
  return CombinedGraphQLErrors.is(error) ? error.errors[0]?.message : undefined;
}
