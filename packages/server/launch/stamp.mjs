import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { cacheFolder, root } from "./places.mjs";

/** One hash for all that a step is made from: files, and folders with all that is in them. */
export function hashOf(paths, ignored = []) {
  const hash = createHash("sha256");
  for (const path of paths) addPath(hash, join(root, path), ignored);
  hash.update(`${process.platform} ${process.arch}`);
  return hash.digest("hex");
}

function addPath(hash, path, ignored) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!ignored.some((pattern) => pattern.test(name))) addPath(hash, join(path, name), ignored);
  }
}

/** Whether a step was last done from exactly this. */
export function isCurrent(name, hash) {
  const file = join(cacheFolder, `${name}.stamp`);
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

/** Notes from what a step was done. */
export function setStamp(name, hash) {
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(join(cacheFolder, `${name}.stamp`), hash);
}
