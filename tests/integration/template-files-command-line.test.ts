import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootFolder } from "@frontstep/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity } from "../support/city.ts";
import { TEST_SECRET } from "../support/database.ts";
import {
  exportFile,
  makeForger,
  makePublisher,
  publish,
  type Publisher,
  smallContent,
} from "../support/template-files.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let author: Publisher;
const folder = mkdtempSync(join(tmpdir(), "frontstep-template-files-"));

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  author = await makePublisher(server, await makeCity(server, { name: "Millbrook" }), "Bridge Alliance");
  await publish(author, smallContent({ template: "bridge" }));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Types a command as an operator would. */
function frontstep(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const serverFolder = join(rootFolder(), "packages", "server");
  const tsx = join(serverFolder, "node_modules", "tsx", "dist", "cli.mjs");
  const words = [
    "--disable-warning=ExperimentalWarning",
    tsx,
    join(serverFolder, "src", "cli", "frontstep.ts"),
    "template",
    ...args,
  ];
  const env = { ...process.env, FRONTSTEP_DATA: folder, FRONTSTEP_SECRET: TEST_SECRET, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env, cwd: folder }, (failed, out, error) => {
      resolve({ code: failed === null ? 0 : Number(failed.code ?? 1), out, error });
    });
  });
}

const withDatabase = (args: readonly string[]) => frontstep(args, { DATABASE_URL: server.database.url });

describe("frontstep template", () => {
  test("export writes the bytes that the browser would, and validate finds them whole without a database", async () => {
    const file = join(folder, "bridge.json");
    expect(await withDatabase(["export", "bridge", "--out", file])).toMatchObject({ code: 0 });
    expect(readFileSync(file).equals(await exportFile(author, "bridge"))).toBe(true);

    const whole = await frontstep(["validate", file], {
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    });
    expect(whole.code).toBe(0);
    expect(whole.out).toContain('"bridge" with 1 releases: 1.0.0');
    expect(whole.out).toContain("Bridge Alliance");

    writeFileSync(file, readFileSync(file, "utf8").replace("A template from", "One template from"));
    const changed = await frontstep(["validate", file]);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("was changed after it was signed");
  });

  test("import asks for trust before it brings anything in, then does once and no more", async () => {
    const forger = makeForger();
    const file = join(folder, "elsewhere.json");
    writeFileSync(file, forger.write([smallContent({ name: { en: "Elsewhere \u001b[31m red" } })]));
    const dry = await withDatabase(["import", file, "--organization", "Bridge Alliance", "--dry-run"]);
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.out).toContain("1.0.0  to add  Elsewhere, 2026-11-01");
    expect(dry.out).not.toContain("\u001b");

    const asked = await withDatabase(["import", file, "--organization", "Bridge Alliance"]);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain(`--trust ${forger.fingerprint}`);
    const grouped = (forger.fingerprint.match(/.{4}/g) ?? []).join(" ");
    const trusting = ["import", file, "--organization", "Bridge Alliance", "--trust", grouped];
    expect(await withDatabase(trusting)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Brought in.") as string,
    });
    expect(await withDatabase(trusting)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing was changed") as string,
    });
    expect(await author.actor.get(`{ template(key: "elsewhere") { releases { version } } }`)).toEqual({
      template: { releases: [{ version: "1.0.0" }] },
    });
  });

  test("says what to do where a word, a file, a template or an organization is missing", async () => {
    const missing: readonly (readonly [readonly string[], string])[] = [
      [[], "Say what to do with the template: diff, validate, export, import."],
      [["validate", "nowhere.json"], "There is no file nowhere.json."],
      [["export", "nothing"], "There is no such template"],
      [
        ["import", join(folder, "elsewhere.json"), "--organization", "Nobody"],
        'There is no organization called "Nobody"',
      ],
    ];
    for (const [args, sentence] of missing) {
      const said = await withDatabase(args);
      expect(said.code).toBe(1);
      expect(said.error).toContain(sentence);
    }
  });
});
