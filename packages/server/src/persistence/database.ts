import { PrismaPg } from "@prisma/adapter-pg";

import { contextPool } from "./context-pool.ts";
import { DATABASE_ROLES, type DatabaseRole, roleUrl } from "./database-roles.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { type Sealing, sealingUnder } from "./sealing.ts";
import { statementNames } from "./statement-names.ts";

/** What stores read through: the client of one database role, or an open transaction of it. */
export type Reader = Prisma.TransactionClient;

/** A database client for each database role, each with connections of its own. */
export interface Databases {
  readonly byRole: Readonly<Record<DatabaseRole, PrismaClient>>;
  /** Seals what the database keeps and nobody who reads it may use. */
  readonly sealing: Sealing;
  close(): Promise<void>;
}

/** How many connections each role may hold at once. */
const POOL_SIZE: Readonly<Record<DatabaseRole, number>> = {
  app_city: 10,
  app_partner: 4,
  app_state: 6,
  app_steward: 4,
  app_auth: 4,
  app_worker: 4,
};

/** Opens the database once for every role. Nothing is connected before it is used. */
export function openDatabases(ownerUrl: string, secret: string): Databases {
  const clients = DATABASE_ROLES.map((role) => [role, openDatabase(ownerUrl, role, secret)] as const);
  return {
    byRole: Object.fromEntries(clients) as Record<DatabaseRole, PrismaClient>,
    sealing: sealingUnder(secret),
    close: async () => {
      await Promise.all(clients.map(([, client]) => client.$disconnect()));
    },
  };
}

function openDatabase(ownerUrl: string, role: DatabaseRole, secret: string): PrismaClient {
  const pool = contextPool(roleUrl(ownerUrl, role, secret), POOL_SIZE[role]);
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      ...(keepsStatements(ownerUrl) ? { statementNameGenerator: statementNames() } : {}),
    }),
    // Waiting for a connection is no fault: a small machine may be busy for a while.
    transactionOptions: { maxWait: 15_000, timeout: 20_000 },
  });
  return withoutMergedReads(client);
}

/**
 * Whether a connection may keep prepared statements. Behind a pooler that lends its connections by the transaction
 * (PgBouncer before 1.21) it may not: such an address says `pgbouncer=true`.
 */
function keepsStatements(ownerUrl: string): boolean {
  return new URL(ownerUrl).searchParams.get("pgbouncer") !== "true";
}

/**
 * Prisma merges the `findUnique` calls of one tick into one statement, whoever asked: with the
 * context of the first, the others would see its rows. `findFirst` is never merged, so the merged
 * forms are refused outright.
 */
function withoutMergedReads(client: PrismaClient): PrismaClient {
  const refuse = (): never => {
    throw new Error("Use findFirst: findUnique is merged across requests");
  };
  return client.$extends({
    query: { $allModels: { findUnique: refuse, findUniqueOrThrow: refuse } },
  }) as unknown as PrismaClient;
}
