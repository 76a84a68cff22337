/** How much a finding matters: an error stops the work, a warning asks for attention, a note informs. */
export type FindingSeverity = "error" | "warning" | "note";

/**
 * Something to say about input: collected, never thrown.
 * The message says what to do in plain words; the path says where, in the words of the input.
 */
export interface Finding {
  /** Stable, in UPPER_CASE, never reused: programs and translations hold on to it. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** Where in the input: names joined by dots, for example `positions.OFF-YTH.rank` or `row 14`. */
  readonly path: string;
  readonly message: string;
  /** What the sentence says besides its words, by name: for whoever says it in another language. */
  readonly values?: FindingValues | undefined;
}

/** The names, numbers and quotations in a finding's sentence. */
export type FindingValues = Readonly<Record<string, string | number>>;

/** Whether any finding stops the work. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}
