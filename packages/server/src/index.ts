export { createServer, type ServerSettings } from "./create-server.ts";
export { loadBuiltInCatalogue } from "./load-built-in-catalogue.ts";
export { migrate } from "./persistence/migrate.ts";
export { openSitesFile, type SitesFileOutcome } from "./open-sites-file.ts";
export { removeIfAbandoned, startEmbeddedPostgres } from "./persistence/embedded-postgres.ts";
export { rootFolder } from "./root-folder.ts";
export { makeSampleState, type SampleSignIns } from "./sample-state/index.ts";
