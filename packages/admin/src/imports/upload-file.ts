import { chosenHat } from "#admin/session/hat.ts";
import type { ImportFinding } from "./use-finding-words.ts";

/** A file to bring in, and whose figures it holds. */
export interface FileToUpload {
  readonly file: File;
  readonly importer: "observations" | "jurisdictions" | "roster";
  /** Left out by a steward. */
  readonly jurisdictionId?: string | undefined;
}

/** What became of an upload. `unreachable` when there was no answer. */
export type UploadOutcome =
  | { readonly kind: "received"; readonly importId: string }
  | { readonly kind: "refused"; readonly findings: readonly ImportFinding[] }
  | { readonly kind: "unreachable" };

/** Sends a file through the server's door for files, telling how much of it has gone. */
export function uploadFile(
  { file, importer, jurisdictionId }: FileToUpload,
  onProgress: (sent: number) => void,
): Promise<UploadOutcome> {
  const query = new URLSearchParams({
    importer,
    fileName: file.name,
    ...(jurisdictionId === undefined ? {} : { jurisdictionId }),
  });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/imports?${query.toString()}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    const hat = chosenHat();
    if (hat) request.setRequestHeader("x-frontstep-hat", hat);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      onProgress(event.loaded);
    });
    request.addEventListener("load", () => {
      resolve(readAnswer(request.response));
    });
    request.addEventListener("error", () => {
      resolve({ kind: "unreachable" });
    });
    request.send(file);
  });
}

function readAnswer(answer: unknown): UploadOutcome {
  if (typeof answer !== "object" || answer === null) return { kind: "unreachable" };
  if ("importId" in answer && typeof answer.importId === "string")
    return { kind: "received", importId: answer.importId };
  if ("findings" in answer && Array.isArray(answer.findings))
    return { kind: "refused", findings: answer.findings as ImportFinding[] };
  const message = "message" in answer && typeof answer.message === "string" ? answer.message : undefined;
  return message === undefined
    ? { kind: "unreachable" }
    : { kind: "refused", findings: [{ code: "REFUSED", severity: "error", message }] };
}
