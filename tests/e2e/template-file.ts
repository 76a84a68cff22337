import { createHash, generateKeyPairSync, sign } from "node:crypto";

/** JSON in canonical form, written as the document on formats says it: names in order, nothing between. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}

const sections =
  "ownerRoles positions staffingFloors trainings partnerRoles activities governanceBodies phases checklistItems indicators goals coreComponents adaptationRules guidance";

/** A file of another Frontstep, with HTML where its author could put it. */
export function fileFromElsewhere(template: string, name?: string): Buffer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const fingerprint = createHash("sha256").update(bytes).digest("hex");
  const content = {
    ...Object.fromEntries(sections.split(" ").map((section) => [section, []])),
    format: "frontstep.template/1",
    template,
    release: "1.0.0",
    name: { en: name ?? `<img src=x onerror="document.title='taken'">Riverside` },
    summary: { en: "<script>document.title='taken'</script>Evening walks along the river" },
    siteKind: "park",
    languages: ["en"],
    changes: [],
  };
  const release = {
    content,
    contentHash: createHash("sha256").update(canonical(content)).digest("hex"),
    organization: "Riverside Alliance",
    publishedAt: "2026-11-01T12:00:00.000Z",
    publishedBy: "Ida Wells",
  };
  const format = "frontstep.template-file/1";
  const value = sign(null, Buffer.from(canonical({ ...release, format })), privateKey).toString("hex");
  return Buffer.from(
    canonical({
      format,
      keys: [{ fingerprint, publicKey: bytes.toString("hex") }],
      releases: [{ ...release, signature: { key: fingerprint, value } }],
      template,
    }),
  );
}
