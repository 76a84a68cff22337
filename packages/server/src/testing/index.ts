/**
 * The parts of the second wall, one by one, for the tests that attack them: the product itself
 * uses them only together, through `openDatabases`. Nothing of the server imports this folder.
 */
export { contextPool, statementContext } from "#server/persistence/context-pool.ts";
export { openDatabases, type Databases } from "#server/persistence/database.ts";
export { roleUrl } from "#server/persistence/database-roles.ts";
export { inviteSteward } from "#server/modules/identity/index.ts";
export { hashPassword } from "better-auth/crypto";
export { openUnguarded, openUnqueued } from "./open-unguarded.ts";
export { serveUnlimited } from "./serve-unlimited.ts";
export {
  operationExpectations,
  operations,
  roleKeys,
  roles,
  type OperationExpectation,
  type RoleKey,
} from "@frontstep/domain/access";
