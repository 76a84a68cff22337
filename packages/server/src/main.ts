import { CannotStart } from "./cannot-start.ts";
import { readConfig } from "./config.ts";
import { runServer } from "./run-server.ts";

try {
  await runServer(readConfig());
} catch (error) {
  // A sentence for the operator; what is no such sentence is a defect, with all that is known of it.
  process.stderr.write(
    `\n${error instanceof CannotStart ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
