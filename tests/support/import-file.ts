import type { TestActor, TestServer } from "./test-server.ts";

/** A finding as a client reads it. */
export interface ReadFinding {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** An import as a client reads it. */
export interface ReadImport {
  readonly id: string;
  readonly state: string;
  readonly brokenOff: string | null;
  readonly revision: number;
  readonly proposedMapping: Record<string, unknown>;
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[];
  readonly summary: null | {
    readonly rows: number;
    readonly added: number;
    readonly changed: number;
    readonly leftAlone: number;
    readonly refused: number;
    readonly missing: number;
    readonly textRows: number;
    readonly leftOut: number;
    readonly repeated: number;
    readonly isBroken: boolean;
    readonly findingCounts: readonly {
      readonly code: string;
      readonly severity: string;
      readonly count: number;
    }[];
  };
  readonly findings: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: ReadFinding & { row: number | null } }[];
  };
}

const IMPORT_FIELDS = `id state brokenOff revision proposedMapping columns { name examples }
  summary { rows added changed leftAlone refused missing textRows leftOut repeated isBroken findingCounts { code severity count } }
  findings(first: 100) { totalCount edges { node { row code path message } } }`;

/** A file to bring in, and whose figures it holds; a steward's belong to the platform. */
export interface FileToImport {
  readonly bytes: string | Buffer;
  readonly fileName?: string;
  readonly importer?: "observations" | "jurisdictions" | "roster";
  readonly jurisdictionId?: string;
}

/** What the door for files answers. */
export interface UploadAnswer {
  readonly status: number;
  readonly importId?: string;
  readonly findings?: readonly ReadFinding[];
  readonly message?: string;
}

/** Sends a file in through the server's door for files. */
export async function uploadFile(
  server: TestServer,
  actor: TestActor,
  file: FileToImport,
): Promise<UploadAnswer> {
  const query: Record<string, string> = {
    importer: file.importer ?? "observations",
    fileName: file.fileName ?? "figures.csv",
  };
  if (file.jurisdictionId !== undefined) query["jurisdictionId"] = file.jurisdictionId;
  const response = await server.inject({
    method: "POST",
    url: "/imports",
    query,
    headers: { "content-type": "application/octet-stream", "x-test-account": actor.accountId },
    payload: Buffer.from(file.bytes as string),
  });
  return { status: response.statusCode, ...response.json<object>() };
}

/** Reads an import. */
export async function readImport(actor: TestActor, id: string): Promise<ReadImport> {
  return (
    await actor.get<{ import: ReadImport }>(`query ($id: ID!) { import(id: $id) { ${IMPORT_FIELDS} } }`, {
      id,
    })
  ).import;
}

/** Waits until nobody works on an import any more. */
export async function settled(actor: TestActor, id: string): Promise<ReadImport> {
  for (;;) {
    const found = await readImport(actor, id);
    if (!["CHECKING", "APPLYING", "UNDOING"].includes(found.state)) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

type Begun = Record<
  string,
  { readonly import?: { readonly id: string }; readonly findings?: readonly ReadFinding[] }
>;

async function begin(actor: TestActor, operation: string, input: object): Promise<readonly ReadFinding[]> {
  const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
  const answer = await actor.get<Begun>(
    `mutation ($input: ${type}!) { ${operation}(input: $input) {
      ... on ImportWorkBegun { import { id } } ... on ImportWorkRefused { findings { code path message } } } }`,
    { input },
  );
  return answer[operation]?.findings ?? [];
}

/** Makes a dry run and waits for it; a mapping that does not do gives its findings. */
export async function dryRun(
  actor: TestActor,
  importId: string,
  mapping: object,
): Promise<ReadImport | readonly ReadFinding[]> {
  const findings = await begin(actor, "checkImport", { importId, mapping });
  return findings.length > 0 ? findings : await settled(actor, importId);
}

/** Brings a checked file in and waits for it. */
export async function apply(
  actor: TestActor,
  { id, revision }: ReadImport,
): Promise<ReadImport | readonly ReadFinding[]> {
  const findings = await begin(actor, "applyImport", { importId: id, expectedRevision: revision });
  return findings.length > 0 ? findings : await settled(actor, id);
}

/** Undoes an import and waits for it. */
export async function undo(actor: TestActor, importId: string): Promise<ReadImport | readonly ReadFinding[]> {
  const findings = await begin(actor, "undoImport", { importId, reason: "A test" });
  return findings.length > 0 ? findings : await settled(actor, importId);
}

/** The whole way of a file whose proposed mapping does: upload, dry run, applied. Changes to the mapping are put over it. */
export async function bringIn(
  server: TestServer,
  actor: TestActor,
  file: FileToImport & { readonly mapping?: object },
): Promise<ReadImport> {
  const applied = done(await apply(actor, await check(server, actor, file)));
  if (applied.state !== "APPLIED")
    throw new Error(`The import stopped: ${applied.brokenOff ?? applied.state}`);
  return applied;
}

/** The same without applying. */
export async function check(
  server: TestServer,
  actor: TestActor,
  file: FileToImport & { readonly mapping?: object },
): Promise<ReadImport> {
  const { importId, findings, message } = await uploadFile(server, actor, file);
  if (importId === undefined)
    throw new Error(message ?? findings?.map((finding) => finding.message).join("\n"));
  const { proposedMapping } = await readImport(actor, importId);
  return done(await dryRun(actor, importId, { ...proposedMapping, ...file.mapping }));
}

function done(answer: ReadImport | readonly ReadFinding[]): ReadImport {
  if ("state" in answer) return answer;
  throw new Error(answer.map(({ message }) => message).join("\n"));
}
