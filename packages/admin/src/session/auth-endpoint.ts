export interface AuthAnswer {
  readonly isOk: boolean;
  readonly status: number;
  /** The server's code for what went wrong, such as INVALID_EMAIL_OR_PASSWORD. */
  readonly code: string | undefined;
}

/** Calls one of the sign-in endpoints; the session travels in a cookie that scripts cannot read. */
export async function postToAuth(path: string, body: Record<string, unknown>): Promise<AuthAnswer> {
  const response = await fetch(`/api/auth${path}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).then(
    (answer) => answer,
    () => undefined,
  );
  if (!response) return { isOk: false, status: 0, code: "UNREACHABLE" };
  const answer: unknown = await response.json().then(
    (value: unknown) => value,
    () => null,
  );
  return { isOk: response.ok, status: response.status, code: codeOf(answer) };
}

function codeOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("code" in answer)) return undefined;
  return typeof answer.code === "string" ? answer.code : undefined;
}
