import { statementContext } from "./context-pool.ts";
import type { Databases } from "./database.ts";

/** Runs an act of nobody's session under the role that keeps accounts. */
export function asKeeper<T>(
  databases: Databases,
  act: (client: Databases["byRole"]["app_auth"]) => Promise<T>,
): Promise<T> {
  return statementContext.run({ token: null, readOnly: false }, () => act(databases.byRole.app_auth));
}
