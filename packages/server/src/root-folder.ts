import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the whole product, from source and from the bundle alike: the one with `prisma/migrations`. */
export function rootFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "prisma", "migrations"))) return folder;
  }
  throw new Error("The folder prisma/migrations is not beside the server: install the whole of Frontstep.");
}
