import { existsSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium of this machine, or else the one that comes inside a package. */
export async function browserFile(): Promise<string> {
  const named = process.env["FRONTSTEP_CHROMIUM"];
  if (named !== undefined) return named;
  const folders = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  return installed ?? (await chromium.executablePath());
}
