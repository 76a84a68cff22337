import { readConfig } from "../config.ts";
import { keptSecret } from "../kept-secret.ts";
import { type Databases, openDatabases } from "../persistence/database.ts";
import { openOwnerDatabase } from "../persistence/owner-database.ts";
import { say } from "./say.ts";

/** Does something with the database that the server of this folder or environment uses, and lets go of it again. */
export async function withDatabases<T>(act: (databases: Databases) => Promise<T>): Promise<T> {
  const config = readConfig();
  const secret = config.secret ?? keptSecret(config.dataFolder);
  const owner = await openOwnerDatabase(config, { secret, say, mayShare: true });
  const databases = openDatabases(owner.url, secret);
  try {
    return await act(databases);
  } finally {
    await databases.close();
    await owner.close();
  }
}
