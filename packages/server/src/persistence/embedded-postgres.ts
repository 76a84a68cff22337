import type { ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { chooseAccount, findPrograms, stagePrograms } from "./embedded-files.ts";
import {
  checkSpace,
  checkVersions,
  clusterPaths,
  explainFileError,
  noteVersion,
  openFolder,
  removeFolder,
  superuserPassword,
} from "./embedded-folder.ts";
import { endLeftover, isAbandoned, leaveFolder, runningPort, takeFolder } from "./embedded-owner.ts";
import { halt, initialize, launch, PortTaken, type EmbeddedCluster } from "./embedded-process.ts";

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** The port to listen on; without it, a free one. */
  readonly port?: number | undefined;
  /** False: fast, and lost with the machine's power. For tests. */
  readonly fsync?: boolean;
  /** True: the data is removed when the server is stopped. For tests. */
  readonly isThrowaway?: boolean;
  /** True: use the server of a Frontstep that is running over this data, and leave it running. */
  readonly mayShare?: boolean | undefined;
  readonly frontstepVersion?: string;
  readonly onProgress?: (sentence: string) => void;
  /** Called when the server ends without having been asked to. */
  readonly onLost?: () => void;
}

export interface EmbeddedPostgres {
  /** An address with the superuser's name and password, of the database `postgres`. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the real PostgreSQL that comes with Frontstep, on this machine's own address only. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { cluster, password } = prepare(options);
  const shared = options.mayShare === true ? runningPort(cluster.folder) : undefined;
  if (shared !== undefined)
    return { url: address(password, shared), port: shared, stop: () => Promise.resolve() };
  await takeFolder(cluster.folder);
  await initialize(cluster, password);
  const { port, child } = await launchOnFreePort(cluster, options.port);
  noteVersion(cluster.folder, options.frontstepVersion ?? "0.0.0");
  let isStopping = false;
  const stopWithProcess = (): void => {
    child.kill("SIGINT");
  };
  process.once("exit", stopWithProcess);
  child.once("exit", () => {
    if (!isStopping) options.onLost?.();
  });
  child.unref();
  return {
    url: address(password, port),
    port,
    stop: async () => {
      isStopping = true;
      process.off("exit", stopWithProcess);
      if (child.pid !== undefined && child.exitCode === null) await halt(child.pid);
      leaveFolder(cluster.folder);
      if (options.isThrowaway === true) removeFolder(cluster.folder);
    },
  };
}

function address(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres`;
}

/** Ends and removes a throwaway database whose process was killed before it could do so itself. */
export async function removeIfAbandoned(dataFolder: string): Promise<void> {
  const folder = openFolder(dataFolder, undefined);
  if (!isAbandoned(folder)) return;
  await endLeftover(folder);
  removeFolder(folder);
}

function prepare(options: EmbeddedOptions): { cluster: EmbeddedCluster; password: string } {
  try {
    return openCluster(options);
  } catch (error) {
    throw explainFileError(error, options.dataFolder);
  }
}

function openCluster(options: EmbeddedOptions): { cluster: EmbeddedCluster; password: string } {
  const say = options.onProgress ?? (() => undefined);
  const existing = clusterPaths(options.dataFolder).find(
    (path) => statSync(path, { throwIfNoEntry: false }) !== undefined,
  );
  const account = chooseAccount(existing);
  const folder = openFolder(options.dataFolder, account);
  checkVersions(folder, options.frontstepVersion ?? "0.0.0");
  checkSpace(folder);
  const programs = stagePrograms(findPrograms(), account);
  if (folder.isStaged) {
    say(
      `PostgreSQL does not run as root and other accounts cannot enter ${folder.home}: its data is kept in ${folder.cluster}.`,
    );
  }
  if (existing === undefined) say("Making the database");
  const password = superuserPassword(folder);
  return { cluster: { programs, folder, account, isDurable: options.fsync !== false }, password };
}

async function launchOnFreePort(
  cluster: EmbeddedCluster,
  wanted: number | undefined,
): Promise<{ port: number; child: ChildProcess }> {
  for (let tries = 1; ; tries += 1) {
    const port = wanted ?? (await freePort());
    try {
      return { port, child: await launch(cluster, port) };
    } catch (error) {
      // Someone took the free port between finding and using it: find another.
      if (wanted !== undefined || tries === 5 || !(error instanceof PortTaken)) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        settle(port);
      });
    });
  });
}
