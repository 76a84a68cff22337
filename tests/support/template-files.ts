import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { canonicalJson } from "@frontstep/domain/templates";
import type { TestCity } from "./city.ts";
import type { ReadFinding } from "./import-file.ts";
import type { TestActor, TestServer } from "./test-server.ts";

/** What the door for template files answers. */
export interface FileAnswer {
  readonly status: number;
  readonly kind?: "checked" | "imported" | "unchanged" | "untrusted" | "refused";
  readonly plan?: FilePlan;
  readonly findings?: readonly ReadFinding[];
  readonly code?: string;
  readonly message?: string;
}

export interface FilePlan {
  readonly sha256: string;
  readonly template: { readonly key: string; readonly name: string; readonly isNew: boolean };
  readonly releases: readonly {
    readonly version: string;
    readonly standing: string;
    readonly organization: string;
  }[];
  readonly keys: readonly {
    readonly fingerprint: string;
    readonly claimedName: string;
    readonly standing: string;
    readonly words: readonly string[];
    readonly groups: readonly string[];
  }[];
}

/** Somebody at a server, and the organization that they act for. */
export interface Publisher {
  readonly server: TestServer;
  readonly actor: TestActor;
  readonly organizationId?: string;
}

/** Downloads a template as a file. */
export async function exportFile({ server, actor }: Publisher, key: string): Promise<Buffer> {
  const response = await server.inject({
    method: "GET",
    url: `/api/template-files/${key}`,
    headers: { "x-test-account": actor.accountId },
  });
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.rawPayload;
}

/** Sends a file to be looked at or, with the hash of what was looked at, to be brought in. */
export async function sendFile(
  { server, actor, organizationId }: Publisher,
  bytes: Buffer | string,
  query: Readonly<Record<string, string>> = {},
): Promise<FileAnswer> {
  const response = await server.inject({
    method: "POST",
    url: "/api/template-files",
    query: { ...(organizationId === undefined ? {} : { organizationId }), ...query },
    headers: { "content-type": "application/octet-stream", "x-test-account": actor.accountId },
    payload: Buffer.from(bytes as string),
  });
  return { status: response.statusCode, ...response.json<object>() };
}

/** The whole way of a file: looked at, its unknown keys trusted, brought in. */
export async function bringIn(publisher: Publisher, bytes: Buffer | string): Promise<FileAnswer> {
  const { plan, findings } = await sendFile(publisher, bytes);
  if (plan === undefined) throw new Error(JSON.stringify(findings));
  const trust = plan.keys
    .filter(({ standing }) => standing === "unknown")
    .map(({ fingerprint }) => fingerprint);
  return await sendFile(publisher, bytes, { checkedSha256: plan.sha256, trust: trust.join(",") });
}

/** Somebody outside who signs files of their own making. */
export interface Forger {
  readonly fingerprint: string;
  /** A file whose signatures hold, whatever is in it. */
  write(releases: readonly object[], template?: string): string;
}

/** A key of nobody in particular. */
export function makeForger(): Forger {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const fingerprint = createHash("sha256").update(bytes).digest("hex");
  const signed = (content: object) => {
    const release = {
      content,
      contentHash: createHash("sha256").update(canonicalJson(content)).digest("hex"),
      organization: "Elsewhere",
      publishedAt: "2026-11-01T12:00:00.000Z",
      publishedBy: "Ida Wells",
    };
    const text = Buffer.from(canonicalJson({ ...release, format: "frontstep.template-file/1" }));
    return {
      ...release,
      signature: { key: fingerprint, value: sign(null, text, privateKey).toString("hex") },
    };
  };
  return {
    fingerprint,
    write: (contents, template = "elsewhere") =>
      canonicalJson({
        format: "frontstep.template-file/1",
        keys: [{ fingerprint, publicKey: bytes.toString("hex") }],
        releases: contents.map(signed),
        template,
      }),
  };
}

const EMPTY_SECTIONS = Object.fromEntries(
  [
    "ownerRoles",
    "positions",
    "staffingFloors",
    "trainings",
    "partnerRoles",
    "activities",
    "governanceBodies",
    "phases",
    "checklistItems",
    "indicators",
    "goals",
    "coreComponents",
    "adaptationRules",
    "guidance",
  ].map((section) => [section, []]),
);

/** A small content with every default written out, as a release is kept. */
export function smallContent(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ...EMPTY_SECTIONS,
    format: "frontstep.template/1",
    template: "elsewhere",
    release: "1.0.0",
    name: { en: "Elsewhere" },
    summary: { en: "A template from elsewhere" },
    siteKind: "park",
    languages: ["en"],
    changes: [],
    ownerRoles: [{ ...part("CL"), title: { en: "City lead" } }],
    phases: [{ ...part("E"), label: { en: "Explore" }, fromDay: -365, toDay: 0 }],
    ...changes,
  };
}

/** A checklist item with every default written out. */
export function smallItem(key: string, changes: Readonly<Record<string, unknown>> = {}): object {
  return {
    ...part(key),
    phase: "E",
    title: { en: `Item ${key}` },
    ownerRole: "CL",
    dueOffsetDays: -30,
    evidence: { en: "A memo" },
    isLaunchGate: false,
    dependsOn: [],
    ...changes,
  };
}

function part(key: string): object {
  return { key, core: [], isCore: false, coreComponents: [], basis: "proposal" };
}

const ADD_ORGANIZATION = `mutation ($input: AddOrganizationInput!) { addOrganization(input: $input) { __typename
  ... on OrganizationAdded { organization { id } } } }`;

/** An organization with an author of its own, as a city entered it in the directory. */
export async function makePublisher(
  server: TestServer,
  city: TestCity,
  name: string,
): Promise<Publisher & { readonly organizationId: string }> {
  const { addOrganization } = await city.administrator.get<{
    addOrganization: { organization: { id: string } };
  }>(ADD_ORGANIZATION, { input: { legalName: name, publicName: name } });
  const organizationId = addOrganization.organization.id;
  const actor = await server.actor([{ role: "templateAuthor", organizationId }]);
  return { server, actor, organizationId };
}

const PUBLISH = `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) {
  __typename ... on ReleaseRefused { findings { path message } } } }`;

/** Publishes a document as a release. */
export async function publish({ actor, organizationId }: Publisher, document: object): Promise<void> {
  const { publishRelease } = await actor.get<{ publishRelease: { __typename: string } }>(PUBLISH, {
    input: { document, organizationId },
  });
  if (publishRelease.__typename !== "ReleasePublished") throw new Error(JSON.stringify(publishRelease));
}
