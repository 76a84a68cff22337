/** The name of the database constraint that an error reports as broken, if that is what it reports. */
export function brokenConstraint(error: unknown): string | undefined {
  const text = errorText(error);
  return (
    /violates (?:unique|exclusion|check|foreign key) constraint "([^"]+)"/.exec(text)?.[1] ??
    namedTarget(error)
  );
}

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const cause = driverCause(error);
  const original = typeof cause?.["originalMessage"] === "string" ? cause["originalMessage"] : "";
  return `${error.message}\n${original}`;
}

/** Prisma names a broken unique key by its constraint or its fields, somewhere in `meta`. */
function namedTarget(error: unknown): string | undefined {
  const constraint = driverCause(error)?.["constraint"];
  if (typeof constraint !== "object" || constraint === null || !("index" in constraint)) return undefined;
  return typeof constraint.index === "string" ? constraint.index : undefined;
}

function driverCause(error: unknown): Record<string, unknown> | undefined {
  if (typeof error !== "object" || error === null || !("meta" in error)) return undefined;
  const meta = error.meta as { driverAdapterError?: { cause?: Record<string, unknown> } } | undefined;
  return meta?.driverAdapterError?.cause;
}
