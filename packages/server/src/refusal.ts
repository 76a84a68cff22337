/** Why an operation was refused: what any operation may meet, and what no page handles differently. */
export const REFUSAL_CODES = [
  "BAD_INPUT",
  "FORBIDDEN",
  "IDEMPOTENCY_KEY_REUSED",
  "NOT_FOUND",
  "SIGNED_OUT",
  "STALE_REVISION",
  "TOO_MANY_REQUESTS",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A refusal, with a sentence that says what to do. Expected outcomes are returned, not thrown. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, sentence: string) {
    super(sentence);
    this.name = "Refusal";
    this.code = code;
  }
}

/** The refusal for what is not there, or is not there for this person: the two are told apart by nobody. */
export function notFound(what: string): Refusal {
  return new Refusal("NOT_FOUND", `There is no such ${what}, or it is not open to you.`);
}

/** Refuses to save over what somebody else saved meanwhile. */
export function requireRevision(current: { readonly revision: number }, expected: number): void {
  if (current.revision === expected) return;
  throw new Refusal(
    "STALE_REVISION",
    "Someone else changed this while you were working on it. Load it again, look at their change, and save yours once more.",
  );
}
