import { join } from "node:path";

import { asJob, type Job } from "./job-context.ts";
import { type CatalogueLoaded, loadCatalogue } from "./modules/templates/index.ts";
import { openDatabases } from "./persistence/database.ts";
import { rootFolder } from "./root-folder.ts";

const JOB: Job = {
  actorName: "Frontstep",
  membership: { role: "platformSteward", scope: { kind: "platform" } },
  via: "job",
};

/**
 * Loads the indicators and templates that come with the product, as each start of the server does
 * after the migrations. What is there already is left alone.
 */
export async function loadBuiltInCatalogue(settings: {
  readonly databaseUrl: string;
  readonly secret: string;
}): Promise<CatalogueLoaded> {
  const databases = openDatabases(settings.databaseUrl, settings.secret);
  const folder = join(rootFolder(), "prisma", "seed", "catalogue");
  try {
    return await asJob(databases, JOB, (ctx) => loadCatalogue(ctx, folder));
  } finally {
    await databases.close();
  }
}
