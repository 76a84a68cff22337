/** Something to say about what a person gave us, as the server says it. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  /** Where: a field's name, or a row of a file. */
  readonly path?: string | null;
  /** What to do, in plain words and in the reader's language. */
  readonly message: string;
}

export function isBlocking(finding: Finding): boolean {
  return finding.severity.toLowerCase() === "error";
}
