import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootFolder } from "@frontstep/server";
import { TEST_SECRET } from "./database.ts";
import type { TestServer } from "./test-server.ts";

/** What a command said, to the screen and as a complaint, and how it ended. */
export interface Said {
  readonly said: string;
  readonly code: number | null;
}

/** Types a command as an operator would, against the database of a test server. */
export async function typeCommand(server: TestServer, ...words: readonly string[]): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), "frontstep-command-"));
  const serverFolder = join(rootFolder(), "packages", "server");
  const command = [
    "--disable-warning=ExperimentalWarning",
    join(serverFolder, "node_modules", "tsx", "dist", "cli.mjs"),
    join(serverFolder, "src", "cli", "frontstep.ts"),
    ...words,
  ];
  const env = {
    ...process.env,
    DATABASE_URL: server.database.url,
    FRONTSTEP_SECRET: TEST_SECRET,
    FRONTSTEP_DATA: folder,
  };
  const done = new Promise<Said>((settle) => {
    const child = execFile(
      process.execPath,
      command,
      { env, cwd: serverFolder },
      (_error, out, complaint) => {
        settle({ said: `${out}${complaint}`, code: child.exitCode });
      },
    );
  });
  return await done.finally(() => {
    rmSync(folder, { recursive: true });
  });
}
