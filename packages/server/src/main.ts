import { CannotStart } from "./cannot-start.ts";
import { readConfig } from "./config.ts";
import { FILL, fillAsTold } from "./fill-database.ts";

try {
  if (process.argv[2] === FILL && process.connected) await fillAsTold();
  else await (await import("./run-server.ts")).runServer(readConfig());
} catch (error) {
  // A sentence for the operator; what is no such sentence is a defect, with all that is known of it.
  process.stderr.write(
    `\n${error instanceof CannotStart ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
