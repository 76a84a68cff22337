import { chosenHat } from "#admin/session/hat.ts";
import type { Finding } from "#admin/ui/finding.ts";

/** A release of a file, and what would become of it. */
export interface PlannedRelease {
  readonly version: string;
  readonly standing: "added" | "alike";
  readonly organization: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** A key that releases to be added are signed with, and what is known of it here. */
export interface PlannedKey {
  readonly fingerprint: string;
  readonly words: readonly string[];
  readonly groups: readonly string[];
  readonly claimedName: string;
  readonly standing: "own" | "trusted" | "unknown";
}

/** What would come of bringing a file in. */
export interface FilePlan {
  readonly sha256: string;
  readonly template: { readonly key: string; readonly name: string; readonly isNew: boolean };
  readonly releases: readonly PlannedRelease[];
  readonly keys: readonly PlannedKey[];
  readonly findings: readonly Finding[];
}

/** What the door for template files answers. `unreachable` when there was no answer. */
export type FileAnswer =
  | { readonly kind: "checked" | "imported" | "unchanged" | "untrusted"; readonly plan: FilePlan }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  | { readonly kind: "unreachable" };

/** A file, and for whom it is brought in. */
export interface FileToSend {
  readonly file: File;
  /** Left out for the platform. */
  readonly organizationId: string | undefined;
}

/** What brings a file in that was looked at. */
export interface Consent {
  readonly checkedSha256: string;
  readonly trust: readonly string[];
}

const address = "/api/template-files";

function headers(): Record<string, string> {
  const hat = chosenHat();
  return hat ? { "x-frontstep-hat": hat } : {};
}

/** Sends a file to be looked at or, with what the person consented to, to be brought in. */
export async function sendTemplateFile(
  { file, organizationId }: FileToSend,
  consent?: Consent,
): Promise<FileAnswer> {
  const query = new URLSearchParams(organizationId === undefined ? {} : { organizationId });
  if (consent) query.set("checkedSha256", consent.checkedSha256);
  if (consent) query.set("trust", consent.trust.join(","));
  return await fetch(`${address}?${query.toString()}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", ...headers() },
    body: file,
  })
    .then((response) => response.json() as Promise<unknown>)
    .then(readAnswer, () => ({ kind: "unreachable" }) as const);
}

/** Fetches a template as a file; findings when there is none to be had. */
export async function fetchTemplateFile(
  key: string,
): Promise<{ readonly text: string } | { readonly findings: readonly Finding[] } | undefined> {
  const response = await fetch(`${address}/${encodeURIComponent(key)}`, { headers: headers() }).catch(
    () => undefined,
  );
  if (!response) return undefined;
  if (response.ok) return { text: await response.text() };
  const answer = readAnswer((await response.json()) as unknown);
  return answer.kind === "refused" ? answer : undefined;
}

function readAnswer(answer: unknown): FileAnswer {
  if (typeof answer !== "object" || answer === null) return { kind: "unreachable" };
  if ("kind" in answer) return answer as FileAnswer;
  const message = "message" in answer && typeof answer.message === "string" ? answer.message : undefined;
  return message === undefined
    ? { kind: "unreachable" }
    : { kind: "refused", findings: [{ code: "REFUSED", severity: "error", message }] };
}
