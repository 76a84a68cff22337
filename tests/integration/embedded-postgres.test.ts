import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@frontstep/server";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let dataFolder: string;
const running: { stop(): Promise<void> }[] = [];

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}) {
  const server = await startEmbeddedPostgres({
    dataFolder,
    fsync: false,
    frontstepVersion: "1.4.0",
    ...options,
  });
  running.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "frontstep-embedded-"));
  chmodSync(dataFolder, 0o755);
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe("the embedded database", () => {
  test("keeps what was written from one start to the next, with checksums and in UTF-8", async () => {
    const first = await start();
    await ask(first.url, "create table kept as select 'Łódź' as place");
    await first.stop();
    const second = await start();
    expect(await ask(second.url, "select place from kept")).toBe("Łódź");
    expect(await ask(second.url, "show data_checksums")).toBe("on");
    expect(await ask(second.url, "show server_encoding")).toBe("UTF8");
  });

  test("listens on this machine's own address only, to who has the password", async () => {
    const server = await start();
    expect(await ask(server.url, "show listen_addresses")).toBe("127.0.0.1");
    const guessed = new URL(server.url);
    guessed.password = "postgres";
    await expect(ask(guessed.toString(), "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataFolder, "superuser-password")).mode & 0o777).toBe(0o600);
  });

  test("is taken over, with all that was committed, when the Frontstep that ran it was killed", async () => {
    const killed = await start();
    await ask(killed.url, "create table kept as select 7 as number");
    const ownerFile = join(dataFolder, "in-use-by");
    writeFileSync(ownerFile, JSON.stringify({ pid: 2 ** 22 + 1, began: "0" }));
    const next = await start();
    expect(await ask(next.url, "select number from kept")).toBe(7);
    expect(JSON.parse(readFileSync(ownerFile, "utf8"))).toMatchObject({ pid: process.pid });
  });

  test("starts after its lock was left by a process that is gone", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(
      join(dataFolder, "cluster", "postmaster.pid"),
      `${process.pid}\n${join(dataFolder, "cluster")}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`,
    );
    const second = await start();
    expect(await ask(second.url, "select 1")).toBe(1);
  });

  test("is refused while another Frontstep runs it, and the sentence says what to do", async () => {
    await start();
    await expect(start()).rejects.toThrow(/in use by a Frontstep that is running.*stop that one first/);
  });

  test("is shared with a running Frontstep by who asks to, and left running", async () => {
    const first = await start();
    const beside = await start({ mayShare: true });
    expect(beside.url).toBe(first.url);
    await beside.stop();
    expect(await ask(first.url, "select 1")).toBe(1);
  });

  test.each([
    ["PostgreSQL", "cluster/PG_VERSION", "19", /made by PostgreSQL 19, newer/],
    ["an older PostgreSQL", "cluster/PG_VERSION", "17", /made by PostgreSQL 17, older/],
    ["Frontstep", "frontstep-version", "1.10.0", /last used by Frontstep 1\.10\.0, newer than this 1\.4\.0/],
  ])("is refused when it was made by another version: %s", async (_name, file, version, sentence) => {
    await (await start()).stop();
    writeFileSync(join(dataFolder, file), `${version}\n`);
    await expect(start()).rejects.toThrow(sentence);
  });

  test("says that its port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((settle) => other.once("listening", settle));
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await expect(start({ port })).rejects.toThrow(/port is in use/);
    other.close();
  });

  test("leaves nothing behind when it was only for a test", async () => {
    const server = await start({ isThrowaway: true });
    await server.stop();
    expect(existsSync(dataFolder)).toBe(false);
  });

  test.runIf(process.getuid?.() === 0)(
    "as root, moves where the database's account can enter, says so, and finds its data again",
    async () => {
      const closed = mkdtempSync(join(homedir(), "frontstep-closed-"));
      chmodSync(closed, 0o700);
      const said: string[] = [];
      const options = { dataFolder: join(closed, "data"), onProgress: (line: string) => said.push(line) };
      const first = await start(options);
      await ask(first.url, "create table kept as select 'here' as place");
      await first.stop();
      const second = await start({ ...options, isThrowaway: true });
      expect(await ask(second.url, "select place from kept")).toBe("here");
      expect(said.join("\n")).toMatch(/does not run as root.*\/var\/lib\/frontstep/);
      await second.stop();
      rmSync(closed, { recursive: true, force: true });
    },
  );
});
