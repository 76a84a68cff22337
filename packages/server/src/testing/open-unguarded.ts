import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { contextPool } from "#server/persistence/context-pool.ts";
import { PrismaClient } from "#server/persistence/generated/client.ts";

/**
 * A client as the tutorials make it: shared by all requests, with the guard against merged reads
 * left out. The control of the same-tick race, which must leak.
 */
export function openUnguarded(connectionString: string): PrismaClient {
  const pool = contextPool(connectionString, 10);
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}

/**
 * A guarded read through a pool that hands its connections over in whatever context gives one
 * back: the second control, which must leak as soon as requests wait for a connection.
 */
export function openUnqueued(connectionString: string): PrismaClient {
  const { Client } = contextPool(connectionString, 1).options;
  const pool = new pg.Pool({ connectionString, max: 4, Client, pipeline: true });
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}
