import fc from "fast-check";
import {
  type FileRelease,
  readTemplateFile,
  type ReadTemplateFile,
  signedText,
  type UnsignedRelease,
  writeTemplateFile,
} from "@frontstep/domain/template-files";
import {
  canonicalJson,
  checkContent,
  parseTemplateContent,
  type TemplateContent,
} from "@frontstep/domain/templates";
import { describe, expect, test } from "vitest";
import { fileCryptography, makeKeyPair, signText } from "./cryptography.ts";
import { receiveTemplateFile } from "./receive-template-file.ts";

const keys = [makeKeyPair(), makeKeyPair()] as const;
const reading = { cryptography: fileCryptography, catalogue: [] };

/** Any text that a template may have: every letter of every script, and marks that mean something in JSON or HTML. */
const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
    fc.constantFrom('<img src=x onerror="alert(1)">', '"\\\u2028', "\u007f\u0001", "1e5", "\u{1f3e1}"),
  )
  .map((text) => text.replaceAll("\0", "0"));
const anyLocalized = fc.record({ en: anyText, es: anyText }, { requiredKeys: ["en"] });
const anyKeys = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z0-9]{1,8}(-[A-Z0-9]{1,4})?$/), {
  minLength: 1,
  maxLength: 6,
  selector: (key) => key.toLowerCase(),
});
const anyDays = fc.integer({ min: -300, max: -1 });

/** Any content that could be published: items that wait for earlier ones, a goal on an indicator of its own, texts of all kinds. */
const anyContent = fc
  .record({
    name: anyLocalized,
    summary: anyLocalized,
    keys: anyKeys,
    titles: fc.array(anyLocalized, { minLength: 6, maxLength: 6 }),
    firstDay: anyDays,
    percent: fc.double({ min: -90, max: 90, noNaN: true }).filter((value) => value !== 0),
    changes: fc.array(anyLocalized, { maxLength: 3 }),
    siteKind: fc.constantFrom("publicHousing", "park", "neighborhood", "other"),
  })
  .map(({ keys: itemKeys, titles, firstDay, percent, ...head }) => ({
    ...head,
    format: "frontstep.template/1",
    template: "any-template",
    languages: ["en"],
    ownerRoles: [{ key: "CL", title: titles[0] }],
    phases: [{ key: "E", label: titles[1], fromDay: -365, toDay: 0 }],
    checklistItems: itemKeys.map((key, index) => ({
      key,
      phase: "E",
      ownerRole: "CL",
      title: titles[index % titles.length],
      evidence: titles[2],
      dueOffsetDays: Math.min(-1, firstDay + index),
      dependsOn: itemKeys.slice(0, index),
    })),
    indicators: [
      {
        key: "IND",
        name: titles[3],
        theme: "trustAndPlace",
        class: "population",
        measure: { kind: "share" },
        unit: titles[4],
        direction: "higher",
        cadence: "year",
        source: titles[5],
      },
    ],
    goals: [
      {
        key: "G",
        title: { en: "Trust" },
        kind: "outcome",
        baselineWindow: { kind: "days", fromDay: -90, toDay: -30 },
        targets: [{ kind: "changeByPercent", indicator: "IND", percent, byMonth: 12 }],
      },
    ],
  }));

const anyFile = fc
  .array(
    fc.record({
      document: anyContent,
      key: fc.nat(1),
      at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
      by: anyText,
      organization: anyText,
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((releases) =>
    fileOf(
      releases.flatMap(({ document, key, at, by, organization }, index) => {
        const content = contentOf({ ...document, release: `1.${String(index)}.0` });
        if (content === undefined) return [];
        const release = {
          content,
          contentHash: fileCryptography.hash(canonicalJson(content)),
          organization,
          publishedAt: at.toISOString(),
          publishedBy: by,
        };
        return [signed(release, keys[key === 0 ? 0 : 1])];
      }),
    ),
  )
  .filter((text) => text !== "");

function contentOf(document: unknown): TemplateContent | undefined {
  const parsed = parseTemplateContent(document);
  if (parsed.kind === "unreadable") return undefined;
  return checkContent(parsed.content, []).some(({ severity }) => severity === "error")
    ? undefined
    : parsed.content;
}

function signed(release: UnsignedRelease, { fingerprint, privateKey }: (typeof keys)[number]): FileRelease {
  return { ...release, signature: { key: fingerprint, value: signText(signedText(release), privateKey) } };
}

function fileOf(releases: readonly FileRelease[]): string {
  return releases.length === 0 ? "" : writeTemplateFile("any-template", releases, keys);
}

async function readBytes(bytes: Uint8Array): Promise<ReadTemplateFile> {
  const received = await receiveTemplateFile(piecesOf(bytes));
  return received.kind === "refused"
    ? { kind: "refused", findings: [received.finding] }
    : readTemplateFile(received.text, reading);
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield await Promise.resolve(bytes.subarray(at, at + 1000));
}

/** Thousands of files are read and verified, on a machine that may have more to do. */
const SLOW = { timeout: 60_000 };

describe("a template file", () => {
  test(
    "of any releases that could be published is read, and written again is the same bytes",
    SLOW,
    async () => {
      let tried = 0;
      await fc.assert(
        fc.asyncProperty(anyFile, async (text) => {
          tried += 1;
          const read = await readBytes(Buffer.from(text));
          if (read.kind === "refused") throw new Error(JSON.stringify(read.findings));
          expect(writeTemplateFile(read.file.template, read.file.releases, read.file.keys)).toBe(text);
        }),
        { numRuns: 300 },
      );
      expect(tried).toBeGreaterThanOrEqual(300);
    },
  );

  test("with any single byte changed, added or taken away is refused, whatever the byte", SLOW, async () => {
    const change = fc.record({
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
      kind: fc.constantFrom("changed", "added", "removed"),
    });
    await fc.assert(
      fc.asyncProperty(anyFile, fc.array(change, { minLength: 5, maxLength: 5 }), async (text, changes) => {
        const bytes = Buffer.from(text);
        for (const { at: place, byte, kind } of changes) {
          const at = place % bytes.length;
          const after = bytes.subarray(kind === "added" ? at : at + 1);
          const between = kind === "removed" ? [] : [byte];
          const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(between), after]);
          if (changed.equals(bytes)) continue;
          expect((await readBytes(changed)).kind, `${kind} ${String(byte)} at ${String(at)}`).toBe("refused");
        }
      }),
      { numRuns: 400 },
    );
  });

  test("is refused for each of its bytes in turn", SLOW, async () => {
    const [text = ""] = fc.sample(anyFile, { numRuns: 1, seed: 42 });
    const bytes = Buffer.from(text);
    const passed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      if ((await readBytes(changed)).kind === "read") passed.push(at);
    }
    console.info(`Bytes changed one by one: ${String(bytes.length)}`);
    expect(passed).toEqual([]);
  });

  test("is refused when a release is signed with another key than it names, or taken from another file", async () => {
    const [text = ""] = fc.sample(anyFile, { numRuns: 1, seed: 7 });
    const read = await readBytes(Buffer.from(text));
    if (read.kind === "refused") throw new Error("a file of ours is read");
    const [release] = read.file.releases;
    if (release === undefined) throw new Error("a file holds a release");
    const { signature, ...unsigned } = release;
    const other = keys.find(({ fingerprint }) => fingerprint !== signature.key) ?? keys[0];
    const forged = fileOf([
      { ...unsigned, signature: { ...signature, value: signed(unsigned, other).signature.value } },
    ]);
    expect(await readBytes(Buffer.from(forged))).toMatchObject({
      findings: [{ code: "TEMPLATE_FILE_SIGNATURE_WRONG" }],
    });
    const claimed = fileOf([{ ...unsigned, organization: "Somebody else", signature }]);
    expect(await readBytes(Buffer.from(claimed))).toMatchObject({
      findings: [{ code: "TEMPLATE_FILE_SIGNATURE_WRONG" }],
    });
  });
});
