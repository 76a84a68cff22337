import { Readable } from "node:stream";

import type { ActingContext } from "#server/context.ts";
import { statementContext } from "#server/persistence/context-pool.ts";
import type { Reader } from "#server/persistence/database.ts";
import { HAT_ROLE } from "#server/persistence/hat-role.ts";

import { findPart, type ImportKey } from "./import.store.ts";
import type { ByteSource } from "./reading/index.ts";

/**
 * Keeps or removes work in progress: uploaded bytes, findings, where an import stands. None of it is the record,
 * so it needs no change set; what an import does to the figures goes through `write`. Short: it holds a connection.
 */
export async function stage<T>(ctx: ActingContext, act: (database: Reader) => Promise<T>): Promise<T> {
  const client = ctx.databases.byRole[HAT_ROLE[ctx.hat]];
  return await statementContext.run({ token: ctx.token, readOnly: false }, () =>
    client.$transaction(act, { timeout: 30_000, maxWait: 15_000 }),
  );
}

/** A parser turns at once into rows what it is handed at once, and all of those then wait to be read. */
const mouthful = 32 * 1024;

/** The bytes of an uploaded file, read piece by piece from where they were staged. */
export function stagedBytes(database: Reader, key: ImportKey): ByteSource {
  return () => Readable.from(parts(database, key), { objectMode: false });
}

async function* parts(database: Reader, key: ImportKey): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const bytes = await findPart(database, key, position);
    if (bytes === null) return;
    for (let at = 0; at < bytes.length; at += mouthful) yield bytes.subarray(at, at + mouthful);
  }
}
