import { fork } from "node:child_process";
import { once } from "node:events";

import { CannotStart } from "./cannot-start.ts";

/** Which database is filled, and with what beside the catalog. */
export interface Filling {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly hasSampleState: boolean;
}

/** What the process that fills tells the one that asked. */
type Told =
  | { readonly kind: "said"; readonly line: string }
  | { readonly kind: "filled"; readonly signIns: string | null }
  | { readonly kind: "cannot"; readonly message: string };

/** The word by which the program is told to fill a database instead of serving one. */
export const FILL = "fill-database";

/**
 * Loads the catalog, and the sample state where it is wanted, in a process of its own: it takes several times the
 * memory that serving does, and gives it back when it ends. Answers the sample sign-ins in words.
 */
export async function fillDatabase(filling: Filling, say: (line: string) => void): Promise<string | null> {
  const child = fork(process.argv[1] ?? "", [FILL], { execArgv: process.execArgv });
  let told: Told | undefined;
  child.on("message", (message: Told) => {
    if (message.kind === "said") say(message.line);
    else told = message;
  });
  child.send(filling);
  await once(child, "exit");
  if (told?.kind === "filled") return told.signIns;
  if (told?.kind === "cannot") throw new CannotStart(told.message);
  throw new Error("The process that fills the database ended before it was done.");
}

/** Fills the database that the parent process names, and ends with it. */
export async function fillAsTold(): Promise<void> {
  process.on("disconnect", () => process.exit(1));
  const [filling] = (await once(process, "message")) as [Filling];
  const tell = (told: Told): void => void process.send?.(told);
  const say = (line: string): void => {
    tell({ kind: "said", line });
  };
  try {
    tell({ kind: "filled", signIns: await fill(filling, say) });
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    tell({ kind: "cannot", message: error.message });
  }
  process.removeAllListeners("disconnect");
  process.disconnect();
}

async function fill(
  { hasSampleState, ...settings }: Filling,
  say: (line: string) => void,
): Promise<string | null> {
  const { loadBuiltInCatalogue } = await import("./load-built-in-catalogue.ts");
  const loaded = await loadBuiltInCatalogue(settings);
  if (loaded.releasesPublished > 0) say(`Loaded ${String(loaded.releasesPublished)} template releases`);
  if (!hasSampleState) return null;
  const { makeSampleState, signInsInWords } = await import("./sample-state/index.ts");
  return signInsInWords(await makeSampleState({ ...settings, say }));
}
